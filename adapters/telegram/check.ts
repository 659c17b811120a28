/** What `doctor` asks Telegram: is the token good, may the bot read whole groups, may it speak in each group that it sits in. */
import type { ChatFinding } from '../../src/adapter-kit.ts';
import { type ApiProblem, type BotApi, problemOf } from './api.ts';
import { WireMe } from './wire.ts';

export async function checkBot({ methods }: BotApi, groups: readonly string[]): Promise<readonly ChatFinding[]> {
  let me: WireMe;
  try {
    me = WireMe.parse(await methods.getMe());
  } catch (error) {
    return [whyNot(problemOf(error))];
  }
  const readsAll = me.can_read_all_group_messages === true;
  const findings: ChatFinding[] = [finding(true, 'chat.telegram.token-good', { bot: me.username ?? String(me.id) })];
  findings.push(readsAll ? finding(true, 'chat.telegram.privacy-off') : finding(false, 'chat.telegram.privacy-on'));
  if (groups.length === 0) findings.push(finding(false, 'chat.telegram.no-groups'));
  for (const group of groups) findings.push(await checkGroup({ methods }, group, me.id, readsAll));
  return findings;
}

async function checkGroup({ methods }: Pick<BotApi, 'methods'>, group: string, me: number, readsAll: boolean): Promise<ChatFinding> {
  try {
    const chat = await methods.getChat({ chat_id: group });
    const own = await methods.getChatMember({ chat_id: group, user_id: me });
    const facts = { group: chat.title ?? group };
    if (own.status === 'left' || own.status === 'kicked') return finding(false, 'chat.telegram.group-left', facts);
    if (own.status === 'restricted' && !own.can_send_messages) return finding(false, 'chat.telegram.group-mute', facts);
    const reads = readsAll || own.status === 'administrator' || own.status === 'creator';
    return finding(reads, reads ? 'chat.telegram.group-good' : 'chat.telegram.group-blind', facts);
  } catch (error) {
    const problem = problemOf(error);
    if (problem.kind === 'refused' && (problem.code === 400 || problem.code === 403))
      return finding(false, 'chat.telegram.group-left', { group });
    return whyNot(problem);
  }
}

function whyNot(problem: ApiProblem): ChatFinding {
  if (problem.kind === 'unanswered') return finding(false, 'chat.telegram.unreachable', { reason: problem.reason });
  if (problem.code === 401 || problem.code === 404) return finding(false, 'chat.telegram.token-refused');
  return finding(false, 'chat.telegram.trouble', { status: String(problem.code) });
}

function finding(good: boolean, code: string, facts: Readonly<Record<string, string>> = {}): ChatFinding {
  return { good, code, facts };
}
