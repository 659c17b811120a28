import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccountedMessage, accountsOf, indexWindow } from '../../src/digest/accounts.ts';
import type { Directive } from '../../src/model/directive.ts';
import { LABELS, type Label } from '../../src/model/label.ts';
import { groupKey, type MessageKey } from '../../src/model/message.ts';
import { anItem, evidence } from '../kit/digest-builders.ts';
import { folded, opened } from '../kit/ledger-builders.ts';

function message(id: string, label: Label, keep: boolean, group = 'g01'): AccountedMessage {
  const { platform } = evidence(group, id);
  return { platform, group, id, label, keep };
}

const MINE = folded([opened({ at: 1, directive: 'd-mine' })]);
const THEIRS = folded([opened({ at: 1, directive: 'd-theirs' })]);

/** Which directives a message is evidence of, by its id. */
const KNOWN: Readonly<Record<string, readonly Directive[]>> = {
  shown: [MINE],
  over: [MINE],
  'shown-noise': [MINE],
  'over-noise': [MINE],
  theirs: [THEIRS],
};
const directivesOf = ({ id }: MessageKey): readonly Directive[] => KNOWN[id] ?? [];
const GROUP = groupKey(evidence('g01', ''));
const ITEMS = [anItem({ evidence: [evidence('g01', 'shown'), evidence('g01', 'shown-noise'), evidence('g02', 'elsewhere')] })];

function accounts(messages: readonly AccountedMessage[], groups: readonly string[] = [GROUP]) {
  const index = indexWindow(messages, (key) => directivesOf(key).length > 0);
  return accountsOf(groups, index, ITEMS, directivesOf, ({ id }) => id === 'd-mine');
}

describe('a message', () => {
  it.each<readonly [id: string, label: Label, keep: boolean, counted: string]>([
    ['shown', 'directive', true, 'evidence'],
    ['shown-noise', 'photo_dump', false, 'evidence'],
    ['noise', 'ack', false, 'filtered'],
    ['over-noise', 'ack', false, 'filtered'],
    ['said', 'report', true, 'talk'],
    ['asked', 'question', true, 'talk'],
    ['told', 'answer', true, 'talk'],
    ['over', 'update', true, 'closed'],
    ['theirs', 'directive', true, 'forOthers'],
    ['faint', 'notice', true, 'talk'],
  ])('%s (%s, kept: %s) counts as %s, once', (id, label, keep, counted) => {
    const { accounted, filtered, total } = accounts([message(id, label, keep)]);
    expect(accounted).toEqual({ evidence: 0, filtered: 0, talk: 0, forOthers: 0, closed: 0, [counted]: 1 });
    expect(filtered).toEqual(counted === 'filtered' ? { total: 1, byLabel: { [label]: 1 } } : { total: 0, byLabel: {} });
    expect(total).toBe(1);
  });

  it('of a group that is not the reader’s does not count', () => {
    expect(accounts([message('noise', 'ack', false, 'g02')]).total).toBe(0);
    expect(accounts([message('noise', 'ack', false)], []).total).toBe(0);
  });
});

it('the sum is the number of messages, whatever they are', () => {
  const any = fc.record({
    id: fc.constantFrom('shown', 'shown-noise', 'noise', 'over', 'over-noise', 'theirs', 'nobodys'),
    label: fc.constantFrom(...LABELS),
    keep: fc.boolean(),
    group: fc.constantFrom('g01', 'g03'),
  });
  fc.assert(
    fc.property(fc.array(any), (list) => {
      const messages = list.map(({ id, label, keep, group }) => message(id, label, keep, group));
      const { accounted, filtered, total } = accounts(messages, [GROUP, groupKey(evidence('g03', ''))]);
      expect(total).toBe(messages.length);
      expect(Object.values(accounted).reduce((sum, count) => sum + count, 0)).toBe(total);
      expect(Object.values(filtered.byLabel).reduce((sum, count) => sum + count, 0)).toBe(accounted.filtered);
      expect(filtered.total).toBe(accounted.filtered);
    }),
  );
});
