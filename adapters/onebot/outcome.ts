/** A text to segments, and what became of it. Nothing that may have arrived is called anything but unknown. Pure. */
import type { OutgoingText, SendResult } from '../../src/adapter-kit.ts';
import { type WireAnswer, type WireSegment, WireSent } from './wire.ts';

/** No text of this account gets through for now. */
const RETRY_MS = 5_000;

/** Text stays text: as a segment, no word of it is taken for a code. */
export function sendCall({ text, target, replyTo, mentions = [] }: OutgoingText): { action: string; params: Record<string, unknown> } {
  const message: WireSegment[] = [];
  if (replyTo !== undefined) message.push({ type: 'reply', data: { id: replyTo.split('.')[0] ?? replyTo } });
  message.push({ type: 'text', data: { text } });
  if (target.to === 'group' && mentions.length > 0) {
    message.push({ type: 'text', data: { text: '\n' } });
    for (const account of mentions) message.push({ type: 'at', data: { qq: account } }, { type: 'text', data: { text: ' ' } });
  }
  return target.to === 'group'
    ? { action: 'send_group_msg', params: { group_id: numeric(target.id), message } }
    : { action: 'send_private_msg', params: { user_id: numeric(target.id), message } };
}

/** Implementations want numbers where the standard says so; what is none goes as it is. */
export function numeric(id: string): number | string {
  const number = Number(id);
  return Number.isSafeInteger(number) && String(number) === id ? number : id;
}

export function outcomeOf(answer: WireAnswer): SendResult {
  if (answer.retcode === 0) {
    const sent = WireSent.safeParse(answer.data);
    return { outcome: 'sent', ...(sent.success ? { id: sent.data.message_id } : {}) };
  }
  const why = `retcode ${answer.retcode}`;
  // 1 is "will be done later"; and whoever waited for QQ in vain doesn't know either.
  if (answer.retcode === 1 || /time\s?-?d?\s?out|超时/iu.test(wordsOf(answer))) return { outcome: 'unknown', why };
  return { outcome: 'failed', closed: CLOSED.test(wordsOf(answer)), why };
}

/** The implementation's words are looked at and never passed on: they may repeat ours. */
function wordsOf({ message, wording }: WireAnswer): string {
  return `${message ?? ''} ${wording ?? ''}`;
}

const CLOSED =
  /不是好友|非好友|好友不存在|用户不存在|群不存在|不在群|已退群|被移出|被踢|已解散|not (?:a )?friend|(?:user|group) not (?:found|exist)|无法获取用户信息/iu;

export type CallProblem = 'not-connected' | 'no-answer' | 'cut-off';

export function outcomeOfProblem(problem: CallProblem): SendResult {
  if (problem === 'not-connected') return { outcome: 'retry', afterMs: RETRY_MS, pause: true, why: 'not connected' };
  return { outcome: 'unknown', why: problem === 'cut-off' ? 'the connection broke' : 'no answer in time' };
}
