import { expect, it } from 'vitest';
import type { Envelope } from '../../../src/model/message.ts';
import { namedWordless } from '../../../src/reading/directive/naming.ts';
import { office, viewOfSaid } from '../noise/kit.ts';

const LONG = '清淤台账'.repeat(750);

it.each<readonly [given: Partial<Envelope>, title: RegExp]>([
  [{ kind: 'file', file: { name: '核验表.xlsx' } }, /发的文件《核验表\.xlsx》$/u],
  [{ kind: 'file', file: { name: `${LONG}.xlsx` } }, /发的文件《清淤台账.{10,30}….{0,12}\.xlsx》$/u],
  [{ kind: 'voice', durationSec: 34.4 }, /的语音 34″$/u],
  [{ kind: 'voice', durationSec: 1e300 }, /的语音$/u],
])('%j is called %s', (given, title) => {
  const view = viewOfSaid(office(''));
  expect(namedWordless({ ...view, message: { ...view.message, ...given } }).title).toMatch(title);
});

it('who is called at length is named in short', () => {
  const { person: _, ...view } = viewOfSaid(office(''));
  const message = { ...view.message, kind: 'image' as const, sender: { id: 'x', name: LONG } };
  expect(namedWordless({ ...view, message, person: undefined }).title.length).toBeLessThan(50);
});
