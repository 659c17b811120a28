/** What became of a send. Nothing that surely didn't arrive is called unknown, and nothing that may have arrived is called anything else. Pure. */
import type { SendResult } from '../../src/adapter-kit.ts';
import type { ApiProblem } from './api.ts';

/** The platform asks for a pause without saying how long. */
const PAUSE_MS = 5_000;
/** The line is down: no text of this account gets through for now. */
const UNREACHABLE_MS = 5_000;
/** The token isn't taken any more: somebody must put in another. */
const TOKEN_MS = 60_000;
const MOVED_MS = 1_000;

export function outcomeOf(problem: ApiProblem): SendResult {
  if (problem.kind === 'unanswered')
    return problem.reached
      ? { outcome: 'unknown', why: `no answer (${problem.reason})` }
      : { outcome: 'retry', afterMs: UNREACHABLE_MS, pause: true, why: `not connected (${problem.reason})` };
  const { code, retryAfterMs, movedTo } = problem;
  if (code === 429) return { outcome: 'retry', afterMs: retryAfterMs ?? PAUSE_MS, pause: true, why: '429 too fast' };
  if (code >= 500) return { outcome: 'unknown', why: `${code} trouble at the platform` };
  if (code === 401 || code === 404) return { outcome: 'retry', afterMs: TOKEN_MS, pause: true, why: `${code} token refused` };
  if (movedTo !== null) return { outcome: 'retry', afterMs: MOVED_MS, pause: false, why: 'the group has another id now' };
  return { outcome: 'failed', closed: isClosed(problem), why: `${code} ${reasonOf(problem)}` };
}

/** 403 is whoever never pressed /start, has blocked the bot or put it out; the others name a chat that isn't there, or where it may not speak. */
const CLOSED =
  /chat not found|user not found|user is deactivated|group chat was deactivated|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|PEER_ID_INVALID|need administrator rights/iu;

function isClosed({ code, description }: Extract<ApiProblem, { kind: 'refused' }>): boolean {
  return code === 403 || (code === 400 && CLOSED.test(description));
}

/** The platform's own words where they are known; any others might repeat ours. */
const KNOWN = [
  'bot was blocked by the user',
  "bot can't initiate conversation with a user",
  'bot was kicked',
  'bot is not a member',
  'user is deactivated',
  'chat not found',
  'group chat was deactivated',
  'not enough rights',
  'have no rights',
  'message is too long',
  'message text is empty',
  'message to be replied not found',
  'BUTTON_DATA_INVALID',
];

function reasonOf({ description }: Extract<ApiProblem, { kind: 'refused' }>): string {
  return KNOWN.find((words) => description.includes(words)) ?? 'refused';
}
