import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../src/model/message.ts';
import { readText } from '../../src/reading/view.ts';
import { TOWNSHIP } from '../kit/chat-builders.ts';
import { at } from '../kit/digest-builders.ts';
import { CALENDAR } from '../kit/tuning-builders.ts';

const CONTEXT = { org: TOWNSHIP, calendar: CALENDAR };

function said(text: string, wallClock: string): Envelope {
  return { platform: 'wechat', group: 'g1', id: 'm1', sentAt: at(wallClock), sender: { id: 'lin', name: 'lin' }, kind: 'text', text };
}

describe('the text of a message', () => {
  it('that is short and names no time is read once, whenever it is sent', () => {
    const first = readText(said('收到[强]', '2026-11-16 09:00'), CONTEXT);
    expect(readText(said('收到[强]', '2026-11-18 21:00'), CONTEXT)).toBe(first);
    expect([first.surface.bare, first.surface.stickers, first.times.deadlines]).toEqual(['收到', 1, []]);
  });

  it('that names a time is read against its sending', () => {
    const dayOf = (wallClock: string) => readText(said('明天17点前报', wallClock), CONTEXT).times.deadlines[0]?.day;
    expect([dayOf('2026-11-16 09:00'), dayOf('2026-11-18 09:00')]).toEqual(['2026-11-17', '2026-11-19']);
  });

  it('is counted by its own words', () => {
    const { words } = readText(said('请各村把表报来', '2026-11-16 09:00'), CONTEXT);
    expect(words('handIn')).toBeGreaterThan(0);
    expect(readText(said('收到', '2026-11-16 09:00'), CONTEXT).words('handIn')).toBe(0);
  });
});
