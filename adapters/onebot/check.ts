/** What `doctor` asks an implementation: who is logged in, is it online, in which groups, can it tell its history. */
import type { ChatFinding } from '../../src/adapter-kit.ts';
import { type Link, Unanswered } from './link.ts';
import { numeric } from './outcome.ts';
import type { Settings } from './settings.ts';
import { WireGroups, WireLogin, WireMany, WireMeta } from './wire.ts';

export async function checkAccount(link: Pick<Link, 'call'>, settings: Settings): Promise<readonly ChatFinding[]> {
  try {
    return await findings(link, settings);
  } catch (error) {
    const reason = error instanceof Unanswered ? error.problem : 'unknown';
    return [finding(false, 'chat.onebot.unreachable', { reason })];
  }
}

async function findings(link: Pick<Link, 'call'>, settings: Settings): Promise<readonly ChatFinding[]> {
  const login = WireLogin.safeParse((await link.call('get_login_info', {})).data);
  if (!login.success) return [finding(false, 'chat.onebot.offline')];
  const all = [finding(true, 'chat.onebot.login-good', { account: login.data.user_id })];
  const status = WireMeta.shape.status.safeParse((await link.call('get_status', {})).data);
  if (status.data?.online === false) all.push(finding(false, 'chat.onebot.offline'));
  const groups = WireGroups.safeParse((await link.call('get_group_list', {})).data).data ?? [];
  all.push(
    groups.length > 0 ? finding(true, 'chat.onebot.groups', { count: String(groups.length) }) : finding(false, 'chat.onebot.no-groups'),
  );
  if (groups[0] !== undefined) {
    const history = await link.call('get_group_msg_history', { group_id: numeric(groups[0].group_id), count: 1 });
    const has = history.retcode === 0 && WireMany.safeParse(history.data).success;
    all.push(has ? finding(true, 'chat.onebot.history') : finding(false, 'chat.onebot.no-history'));
  }
  if (!settings.reportsSelf) all.push(finding(false, 'chat.onebot.no-proof'));
  return all;
}

export function finding(good: boolean, code: string, facts: ChatFinding['facts'] = {}): ChatFinding {
  return { good, code, facts };
}
