/** What must hold whatever the chat says, seen on every shipped scenario. */
import { basename } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { replayDocuments } from '../../src/cli/replay.ts';
import type { ReplayResult } from '../../src/flow/replay.ts';
import { DAY, isoAt } from '../../src/model/instant.ts';
import type { Envelope } from '../../src/model/message.ts';
import { messageKey } from '../../src/model/message.ts';
import { organisation } from '../../src/model/organisation.ts';
import { type Chat, dueDigests, messagesIn, wrongEvidence } from '../kit/properties-of-digests.ts';
import { CORPUS, DEMO, digestsOf, replayed, replayedFolder, scenario } from '../kit/scenarios.ts';
import { shuffled } from '../kit/shuffled.ts';

describe.each([DEMO, ...CORPUS].map((folder) => [basename(folder), folder] as const))('%s', (_name, folder) => {
  let chat: Chat;
  let result: ReplayResult;
  beforeAll(async () => {
    chat = await scenario(folder);
    result = await replayedFolder(folder);
  });

  it('gives each reader exactly one digest a day', () => {
    expect(
      digestsOf(result)
        .map(({ date, cadre }) => `${date} ${cadre}`)
        .toSorted(),
    ).toEqual(dueDigests(chat));
  });

  it('leaves no gap between the windows of a reader', () => {
    const last = new Map<string, number>();
    for (const { cadre, window, sentAt } of digestsOf(result)) {
      expect(window.from).toBe(last.get(cadre) ?? Math.min(...chat.envelopes.map((one) => one.sentAt)) - 1000);
      expect(window.to).toBe(sentAt);
      last.set(cadre, window.to);
    }
  });

  it('accounts for every message of the window in the reader’s groups', () => {
    for (const digest of digestsOf(result)) {
      const { accounted, filtered, unaccounted } = digest;
      expect(Object.values(accounted).reduce((sum, count) => sum + count, 0)).toBe(messagesIn(chat, digest));
      expect(unaccounted).toBe(0);
      expect(filtered.total).toBe(accounted.filtered);
      expect(Object.values(filtered.byLabel).reduce((sum, count) => sum + count, 0)).toBe(filtered.total);
    }
  });

  it('quotes verbatim, from the reader’s own groups, what was sent by then', () => {
    const wrong = result.stream.flatMap((one) =>
      one.kind === 'digest'
        ? wrongEvidence(chat, one.digest.cadre, one.digest.sentAt, one.digest.items)
        : wrongEvidence(chat, one.alert.cadre, one.alert.at, [one.alert.item]),
    );
    expect(wrong).toEqual([]);
  });

  it('numbers the items of a digest from 1, each once', () => {
    for (const { items } of digestsOf(result)) {
      expect(items.map(({ number }) => number)).toEqual(items.map((_, index) => index + 1));
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    }
  });

  it('shows everything that asks a reader in the next digest', () => {
    const sent = new Map(chat.envelopes.map((one) => [messageKey(one), one.sentAt]));
    const missing: string[] = [];
    for (const directive of result.settler.ledger.directives.values()) {
      const [first] = directive.evidence;
      expect(first === undefined ? null : sent.get(messageKey(first))).toBe(directive.openedAt);
      for (const reader of directive.audience.people.filter((id) => id !== directive.issuer.person)) {
        const since = directive.joined.get(reader) ?? directive.openedAt;
        const next = digestsOf(result).find(({ cadre, window }) => cadre === reader && since > window.from && since <= window.to);
        if (next !== undefined && !next.items.some(({ id }) => id === directive.id)) missing.push(`${directive.id} ${reader}`);
      }
    }
    expect(result.settler.ledger.directives.size).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });

  it('gives the same bytes for the same chat in any order, and verdicts in the order of the file', async () => {
    const mixed = shuffled(chat.envelopes, 7);
    const again = await replayed(mixed, chat.org);
    const [first, second] = [replayDocuments(result, chat.org), replayDocuments(again, chat.org)];
    expect(JSON.stringify(second.stream)).toBe(JSON.stringify(first.stream));
    expect(JSON.stringify(second.receipts)).toBe(JSON.stringify(first.receipts));
    expect(result.verdicts.map(messageKey)).toEqual(chat.envelopes.map(messageKey));
    expect(again.verdicts.map(messageKey)).toEqual(mixed.map(messageKey));
    const byKey = new Map(again.verdicts.map((verdict) => [messageKey(verdict), verdict]));
    expect(result.verdicts.map((verdict) => byKey.get(messageKey(verdict)))).toEqual(result.verdicts);
  });
});

describe('a digest', () => {
  it.each([0, 1, 2])('knows nothing of what came after it (day %i)', async (day) => {
    const { org, envelopes } = await scenario(DEMO);
    const whole = digestsOf(await replayedFolder(DEMO));
    const closing = [...new Set(whole.map(({ sentAt }) => sentAt))].toSorted((a, b) => a - b)[day] ?? 0;
    const before = digestsOf(
      await replayed(
        envelopes.filter((one) => one.sentAt <= closing),
        org,
      ),
    );
    expect(closing).toBeGreaterThan(0);
    expect(before.filter(({ sentAt }) => sentAt <= closing)).toEqual(whole.filter(({ sentAt }) => sentAt <= closing));
  });

  it('comes at the reader’s own hour, and on working days only where that is wished', async () => {
    const { org, envelopes } = await scenario(DEMO);
    const [first, ...rest] = org.people;
    const own = organisation({
      ...org,
      workdaysOnly: true,
      people: [...(first === undefined ? [] : [{ ...first, digestAt: 7 * 60 + 30 }]), ...rest],
    });
    const moved = envelopes.map((one) => ({ ...one, sentAt: one.sentAt + 4 * DAY }));
    const digests = digestsOf(await replayed(moved, own));
    const hours = digests.filter(({ cadre }) => cadre === first?.id).map(({ sentAt }) => isoAt(sentAt, org.timezone).slice(11, 16));
    expect(new Set(hours)).toEqual(new Set(['07:30']));
    // From Friday to Sunday.
    expect(new Set(digests.map(({ date }) => date))).toEqual(new Set(['2026-11-20', '2026-11-23']));
  });
});

describe('an odd chat', () => {
  const org = organisation({
    org: '柏林镇',
    timezone: 'Asia/Shanghai',
    workday: { start: 510, end: 1050 },
    digestAt: 1080,
    workdaysOnly: false,
    quietHours: null,
    alertCap: null,
    people: [
      { id: 'lin', name: '林芳', title: '', roles: ['cadre'], areas: ['东村'], duties: [], aliases: [], accounts: {}, digestAt: null },
    ],
    groups: [{ platform: 'wechat', id: 'g1', name: '工作群', department: '', members: ['lin'] }],
  });
  const message: Envelope = {
    platform: 'wechat',
    group: 'g1',
    id: 'm1',
    sentAt: Date.parse('2026-11-16T10:00:00+08:00'),
    sender: { id: 'x', name: '甲' },
    kind: 'text',
    text: '收到',
  };

  it('that is empty gives nothing', async () => {
    expect(await replayed([], org)).toMatchObject({ stream: [], verdicts: [], receipts: [] });
  });

  it('that repeats a message has it once', async () => {
    const result = await replayed([message, { ...message, text: '请今天下班前报表' }, message], org);
    expect(result.verdicts.map(({ id, label }) => [id, label])).toEqual([['m1', 'ack']]);
    expect(digestsOf(result)[0]?.accounted.filtered).toBe(1);
  });

  it('counts a message of the very second of a digest in that digest, and the next one in the next', async () => {
    const at = Date.parse('2026-11-16T18:00:00+08:00');
    const second = { ...message, id: 'm2', sentAt: at };
    const third = { ...message, id: 'm3', sentAt: at + 1000 };
    const digests = digestsOf(await replayed([message, second, third], org));
    expect(digests.map(({ accounted }) => accounted.filtered)).toEqual([2, 1]);
  });

  it('from a group that the roster doesn’t know is stored and judged, and stands in nobody’s digest', async () => {
    const result = await replayed([message, { ...message, group: 'elsewhere', id: 'm2' }], org);
    expect(result.verdicts).toHaveLength(2);
    expect(digestsOf(result)[0]?.accounted.filtered).toBe(1);
  });
});
