import { describe, expect, it } from 'vitest';
import type { ApiProblem } from '../../../adapters/telegram/api.ts';
import { outcomeOf } from '../../../adapters/telegram/outcome.ts';

function refusal(code: number, description = '', more: { retryAfterMs?: number; movedTo?: string } = {}): ApiProblem {
  return { kind: 'refused', code, description, retryAfterMs: more.retryAfterMs ?? null, movedTo: more.movedTo ?? null };
}

const CASES: readonly (readonly [ApiProblem, object])[] = [
  [refusal(429, 'Too Many Requests: retry after 7', { retryAfterMs: 7000 }), { outcome: 'retry', afterMs: 7000, pause: true }],
  [refusal(429), { outcome: 'retry', pause: true }],
  [refusal(403, 'Forbidden: bot was blocked by the user'), { outcome: 'failed', closed: true, why: '403 bot was blocked by the user' }],
  [refusal(403, "Forbidden: bot can't initiate conversation with a user"), { outcome: 'failed', closed: true }],
  [refusal(400, 'Bad Request: chat not found'), { outcome: 'failed', closed: true }],
  [refusal(400, 'Bad Request: not enough rights to send text messages to the chat'), { outcome: 'failed', closed: true }],
  [refusal(400, 'Bad Request: message is too long'), { outcome: 'failed', closed: false }],
  [refusal(400, 'Bad Request: 他人的话'), { outcome: 'failed', closed: false, why: '400 refused' }],
  [refusal(400, 'Bad Request: group chat was upgraded', { movedTo: '-10045' }), { outcome: 'retry', pause: false }],
  [refusal(401, 'Unauthorized'), { outcome: 'retry', pause: true }],
  [refusal(404, 'Not Found'), { outcome: 'retry', pause: true }],
  [refusal(500, 'Internal Server Error'), { outcome: 'unknown' }],
  [refusal(502), { outcome: 'unknown' }],
  [
    { kind: 'unanswered', reached: false, reason: 'ECONNREFUSED' },
    { outcome: 'retry', pause: true },
  ],
  [{ kind: 'unanswered', reached: true, reason: 'timeout' }, { outcome: 'unknown' }],
];

describe('what became of a send', () => {
  it.each(CASES)('%o', (problem, outcome) => {
    expect(outcomeOf(problem)).toMatchObject(outcome);
  });
});
