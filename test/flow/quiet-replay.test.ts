import { expect, it } from 'vitest';
import { isoAt } from '../../src/model/instant.ts';
import type { Envelope } from '../../src/model/message.ts';
import { organisation } from '../../src/model/organisation.ts';
import { said, TOWNSHIP } from '../kit/chat-builders.ts';
import { replayed } from '../kit/scenarios.ts';
import { shuffled } from '../kit/shuffled.ts';

const ORG = organisation({ ...TOWNSHIP, quietHours: { from: 21 * 60 + 30, to: 7 * 60 + 30 } });
const CHAT = [
  said('m1', 'bo', '2026-11-16 22:00', '请各村于明天上午11点前把秸秆离田面积统计表报镇农办'),
  said('m2', 'mei', '2026-11-17 09:30', '哈哈'),
];

async function streamOf(chat: readonly Envelope[]): Promise<readonly string[]> {
  const { stream } = await replayed(chat, ORG);
  return stream
    .map((one) =>
      one.kind === 'alert' ? { at: one.alert.at, who: `alert ${one.alert.cadre}` } : { at: one.digest.sentAt, who: one.digest.cadre },
    )
    .filter(({ who }) => who.endsWith('lin'))
    .map(({ at, who }) => `${isoAt(at, ORG.timezone).slice(0, 16)} ${who}`);
}

it('lets out at the end of quiet hours what they held back, before the next message and digest', async () => {
  const stream = await streamOf(CHAT);
  expect(stream.slice(0, 2)).toEqual(['2026-11-17T07:30 alert lin', '2026-11-17T18:00 lin']);
  expect(await streamOf(shuffled(CHAT, 3))).toEqual(stream);
});

it('lets it out also where nobody speaks any more', async () => {
  expect((await streamOf(CHAT.slice(0, 1)))[0]).toBe('2026-11-17T07:30 alert lin');
});
