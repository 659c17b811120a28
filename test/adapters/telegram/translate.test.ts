/** Each line of the fixtures: an update as Telegram sends it, and all that it tells. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translate } from '../../../adapters/telegram/translate.ts';
import type { WireUpdate } from '../../../adapters/telegram/wire.ts';

interface Case {
  readonly says: string;
  readonly update: WireUpdate;
  readonly events: readonly unknown[];
  readonly skipped?: unknown;
}

const file = new URL('../../../adapters/telegram/fixtures/updates.jsonl', import.meta.url);
const cases = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);
const hearing = { me: 42, usernames: (name: string) => (name.toLowerCase() === 'wang_lei' ? '2002' : null), at: 99 };

describe('an update of Telegram', () => {
  it.each(cases)('$says', ({ update, events, skipped }) => {
    const before = JSON.stringify(update);
    const read = translate(update, hearing);
    expect(read.events).toEqual(events);
    expect(read.skipped).toEqual(skipped);
    expect(translate(update, hearing)).toEqual(read);
    expect(JSON.stringify(update)).toBe(before);
  });

  it.each([0, 17_947_890_650])('is none that was sent at %i', (date) => {
    const message = { message_id: 1, date, from: { id: 2, first_name: '乙' }, chat: { id: -5, type: 'group', title: '群' }, text: '在' };
    expect(translate({ update_id: 1, message }, hearing)).toMatchObject({ events: [], skipped: { kind: 'message', why: 'malformed' } });
  });

  it('never throws, whatever stands where', () => {
    const odd = [
      null,
      7,
      '',
      [],
      {},
      { id: {} },
      { message_id: 1, date: 1, chat: null },
      { message_id: 1, date: 1, chat: { id: 1, type: 'group' }, text: 7 },
    ];
    for (const kind of ['message', 'edited_message', 'channel_post', 'callback_query', 'my_chat_member', 'poll'])
      for (const value of odd) expect(Array.isArray(translate({ update_id: 1, [kind]: value }, hearing).events)).toBe(true);
    expect(translate({ update_id: 1 }, hearing).skipped).toEqual({ kind: 'empty', why: 'unknown' });
  });

  it('tells the groups and the people that it has seen', () => {
    const { groups, seen } = translate(cases[0]?.update ?? { update_id: 0 }, hearing);
    expect(groups).toEqual([{ id: '-1001234567890', name: '农机工作群' }]);
    expect(seen).toMatchObject([{ user: { id: 1001, username: 'gu_yan' }, direct: false }]);
  });
});
