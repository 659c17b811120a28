/** A desk over a store in memory: a township with two leaders' groups, accounts on one platform, and a digest that was delivered. */

import type { CommandReader, DeskSettings } from '../../src/flow/commands/context.ts';
import { commandDesk } from '../../src/flow/commands/desk.ts';
import { liveOrganisation } from '../../src/flow/live-organisation.ts';
import { makeDigests } from '../../src/flow/make-digest.ts';
import { runningRules } from '../../src/flow/rule-book.ts';
import { settleStore } from '../../src/flow/settle-store.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import type { Instant } from '../../src/model/instant.ts';
import type { Envelope } from '../../src/model/message.ts';
import { type Organisation, organisation, type Person } from '../../src/model/organisation.ts';
import type { Outgoing } from '../../src/model/outgoing.ts';
import type { ChatAdapter } from '../../src/ports/chat.ts';
import type { InboxMessage, LiveStore } from '../../src/ports/live-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { TOWNSHIP } from './chat-builders.ts';
import { at } from './digest-builders.ts';
import { PROGRAM } from './scenarios.ts';

const PLATFORM = 'wechat';

/** The township's people on accounts `a-bo`, `a-lin` …, with an admin, and one who is in no group. */
export function townshipWithAccounts(admins: readonly string[] = []): Organisation {
  const people = TOWNSHIP.people.map(
    (person): Person => ({
      ...person,
      roles: admins.includes(person.id) ? [...person.roles, 'admin'] : person.roles,
      accounts: { [PLATFORM]: `a-${person.id}` },
    }),
  );
  const [leader] = people;
  if (leader === undefined) throw new Error('the township has people');
  const admin: Person = { ...leader, id: 'guan', name: '关宁', title: '党政办', roles: ['admin'], accounts: { [PLATFORM]: 'a-guan' } };
  const alone: Person = { ...leader, id: 'nan', name: '南山', title: '北村党支部书记', areas: ['北村'], roles: ['cadre'], accounts: {} };
  return organisation({ ...TOWNSHIP, people: [...people, admin, alone] });
}

export interface DeskUnderTest {
  readonly store: LiveStore;
  readonly settings: DeskSettings;
  /** Says something to the bot as an account, and answers with what the bot says. */
  tell(account: string, text: string, given?: Partial<InboxMessage>): Promise<string>;
  /** All that went out since the last call, answers aside. */
  sent(): Promise<readonly Outgoing[]>;
  hear(...envelopes: readonly Envelope[]): Promise<void>;
  /** Makes the digest of a person now, and delivers it as message `id`. */
  deliver(person: string, id: string): Promise<void>;
  setClock(wallClock: string): void;
  ledger(): Promise<LedgerState>;
  groupSays(envelope: Envelope): Promise<boolean>;
}

/** @param admins ids of those who are admins beside what they are */
export async function aDesk(given: Partial<DeskSettings> = {}, admins: readonly string[] = []): Promise<DeskUnderTest> {
  const store = given.store ?? openSqliteStore(':memory:');
  await store.saveRoster(townshipWithAccounts(admins));
  let org = await liveOrganisation(store);
  let now: Instant = at('2026-11-16 12:00');
  let count = 0;
  const seen = new Set<string>();
  const { rules, calendar } = PROGRAM;
  const ledger = async (): Promise<LedgerState> => {
    await settleStore(store, { org, calendar, rules: await runningRules(store, rules) }, () => {});
    const state = new LedgerState();
    for (const entry of await store.loadEntries()) state.append(entry);
    return state;
  };
  const reader: CommandReader = { refresh() {}, follow() {}, ledger, alone: (work) => work() };
  const settings: DeskSettings = {
    store,
    organisation: () => org,
    reader,
    adapters: [anAdapter()],
    calendar,
    rules: async () => rules,
    shipped: rules,
    now: () => now,
    randomCode: () => '12345678',
    hash: (text) => `#${text}`,
    wake() {},
    breathe: async () => {},
    async reloaded() {
      org = await liveOrganisation(store);
    },
    log() {},
    ...given,
  };
  const desk = commandDesk(settings);

  async function deliverPart(key: string, account: string, text: string, id: string): Promise<void> {
    await store.cutOutgoing(key, { channel: 'main', platform: PLATFORM, target: 'person', id: account }, [text]);
    await store.claimPart(key, 1, now);
    await store.recordPart(key, 1, { outcome: 'sent', id }, now);
  }

  return {
    store,
    settings,
    async tell(account, text, more = {}) {
      const message: InboxMessage = { platform: PLATFORM, account, id: `t${++count}`, name: account, sentAt: now, text, ...more };
      await store.putDirect([message]);
      await desk.answerWaiting();
      await desk.answerSlow();
      const row = await store.outgoing(`answer ${PLATFORM} ${account} ${message.id}`);
      return row === null ? '' : row.blocks.join('\n');
    },
    async sent() {
      const due = (await store.outgoingDue(now + 86_400_000, 1000)).filter(({ key, kind }) => kind !== 'answer' && !seen.has(key));
      for (const { key } of due) seen.add(key);
      return due;
    },
    async hear(...envelopes) {
      await store.ingest(envelopes);
      await ledger();
    },
    async deliver(person, id) {
      const reader = org.personById.get(person);
      if (reader === undefined) throw new Error(`nobody is called ${person}`);
      await ledger();
      const [digest] = await makeDigests(store, { org, rules, calendar }, [{ person: reader, at: now }], () => []);
      if (digest === undefined) throw new Error('one reader, one digest');
      const key = `digest ${digest.date} ${person}`;
      const text = { person: reader.id, to: null, blocks: ['日要'], createdAt: now, notBefore: now };
      await store.putDigestToSend(digest, { key, kind: 'digest', ...text, digest: { person, date: digest.date } });
      await deliverPart(key, `a-${person}`, '日要', id);
    },
    setClock(wallClock) {
      now = at(wallClock);
    },
    ledger,
    groupSays: (envelope) => desk.groupCommand(envelope, undefined, true),
  };
}

/** An adapter that tells nothing and sends nothing: delivery is not the desk's. */
export function anAdapter(given: Partial<ChatAdapter> = {}): ChatAdapter {
  return {
    name: 'main',
    platform: PLATFORM,
    traits: {
      readsAll: true,
      sendsDirect: true,
      tellsEdits: false,
      tellsRecalls: true,
      hasButtons: false,
      longest: { unit: 'characters', most: 2000 },
      proof: 'echo',
      pace: { account: { burst: 1, everyMs: 1 }, person: { burst: 1, everyMs: 1 }, group: { burst: 1, everyMs: 1 } },
    },
    start: async () => {},
    send: async () => ({ outcome: 'sent' }),
    health: () => ({ state: 'up', lastHeardAt: null }),
    check: async () => [],
    membersAmong: async () => null,
    stop: async () => {},
    ...given,
  };
}
