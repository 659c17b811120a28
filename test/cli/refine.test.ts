/** `refine status` tells what was spent; `doctor` makes one test call and says what it cost. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { statusLines } from '../../src/cli/refine.ts';
import { refineFinding } from '../../src/cli/refine-findings.ts';
import { speaker } from '../../src/cli/words.ts';
import type { RefineCall } from '../../src/model/refinement.ts';
import { at } from '../kit/digest-builders.ts';
import { runInside } from '../kit/program.ts';
import { PROGRAM } from '../kit/scenarios.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { type OpenAiPeer, startOpenAiPeer } from '../peers/openai.ts';

const say = speaker('en');
const CALL: RefineCall = {
  at: at('2026-11-16 09:30'),
  host: 'one',
  model: 'm',
  questions: 6,
  inputTokens: 900,
  outputTokens: 100,
  yuan: 0.0026,
  outcome: 'answered',
};
const FREE = { inputTokens: 0, outputTokens: 0, yuan: 0 };

describe('refine status', () => {
  it("counts today's calls, and tells what went wrong", () => {
    const calls: readonly RefineCall[] = [
      { ...CALL, at: at('2026-11-15 23:30') },
      CALL,
      { ...CALL, ...FREE, outcome: 'cached', questions: 4 },
      { ...CALL, ...FREE, at: at('2026-11-16 09:31'), outcome: 'limited', questions: 2 },
    ];
    expect(statusLines(calls, 'Asia/Shanghai', at('2026-11-16 18:00'), { say })).toEqual([
      'today 2 calls with 8 questions, 1000 tokens, about ¥0.0026; 4 answered from the cache',
      '  09:31:00 one rate limited (429)',
    ]);
  });

  it('is the only word that there is', async () => {
    expect((await runInside(['refine', 'start'])).code).toBe(2);
  });
});

describe('doctor', () => {
  let peer: OpenAiPeer;
  beforeEach(async () => {
    peer = await startOpenAiPeer();
  });
  afterEach(() => peer.close());

  async function finding(mode: string) {
    const path = join(temporaryFolder(), 'qunyao.yaml');
    writeFileSync(path, `chats: { telegram: {} }\nrefine: { mode: ${mode}, model: m, baseUrl: "${peer.url}", timeoutSeconds: 60 }\n`);
    writeFileSync(join(path, '..', 'roster.yaml'), 'org: 柏林镇\n');
    writeFileSync(join(path, '..', '.env'), `QUNYAO_TELEGRAM_TOKEN=424242:a-token-for-tests\nQUNYAO_REFINE_KEY=${peer.key}\n`);
    const prepared = await PROGRAM.prepareService(path);
    if ('mistakes' in prepared) throw new Error(JSON.stringify(prepared.mistakes));
    return await refineFinding(prepared, { ...PROGRAM, say }, 60_000);
  }

  it('asks once, with nobody’s words, and says what it cost', async () => {
    peer.behave({ kind: 'answers', with: () => ({ verdict: 'asks', quote: '报', title: null, deadline: null, people: [] }) });
    expect(await finding('unsure')).toMatchObject({
      good: true,
      text: expect.stringMatching(/540 tokens, about ¥0\.0013/u),
      call: { outcome: 'answered', inputTokens: 500 },
    });
    expect(peer.received).toHaveLength(1);
  });

  it('says what is wrong where no answer comes', async () => {
    peer.behave({ kind: 'raw', content: '你好' });
    expect(await finding('unsure')).toMatchObject({ good: false, text: expect.stringContaining('wrong form') });
  });

  it('asks nobody where refining is off', async () => {
    expect(await finding('off')).toMatchObject({ good: true, call: null });
    expect(peer.received).toHaveLength(0);
  });
});
