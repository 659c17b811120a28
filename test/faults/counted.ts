/** What is left after a day of faults: everything said is stored once, everybody has one digest, no alert came twice. */
import Database from 'better-sqlite3';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import type { Sent } from '../peers/telegram.ts';
import { DAY, DIGEST_AT } from './day.ts';

export interface Counts {
  readonly good: boolean;
  readonly stored: number;
  readonly lost: number;
  readonly digests: number;
  readonly digestsMissing: number;
  /** Second ones that don't say that they may be. */
  readonly digestsDoubled: number;
  /** Sent again because nobody can know whether the first arrived, and marked so. */
  readonly marked: number;
  readonly alerts: number;
  readonly alertsDoubled: number;
  readonly unaccounted: number;
  readonly storeSound: boolean;
}

const MARK = '（补发）';

export async function counted(given: { store: string; sent: readonly Sent[]; said: number; cadres: number }): Promise<Counts> {
  const { store: path, sent, said, cadres } = given;
  const store = openSqliteStore(path);
  const stored = await store.countMessages();
  let unaccounted = 0;
  for (let index = 0; index < cadres; index++) unaccounted += (await store.digestOf(`c${index}`, DAY))?.unaccounted ?? 0;
  await store.close();
  const db = new Database(path, { readonly: true });
  const storeSound = db.pragma('integrity_check', { simple: true }) === 'ok';
  db.close();

  const digests = sent.filter(({ text, chat }) => isDigestOfDay(text) && chat < 2000);
  const first = digests.filter(({ text }) => !text.startsWith(MARK));
  const byChat = Map.groupBy(first, ({ chat, text }) => `${chat} ${partOf(text)}`);
  const reached = new Set(digests.map(({ chat }) => chat)).size;
  const digestsDoubled = [...byChat.values()].reduce((sum, list) => sum + list.length - 1, 0);
  const alerts = sent.filter(({ text }) => text.startsWith('【') && !isDigestOfDay(text));
  const alertsDoubled = [...Map.groupBy(alerts, ({ chat, text }) => `${chat} ${text}`).values()].reduce(
    (sum, list) => sum + list.length - 1,
    0,
  );
  const counts = {
    stored,
    lost: Math.max(0, said - stored),
    digests: reached,
    digestsMissing: cadres - reached,
    digestsDoubled,
    marked: sent.filter(({ text }) => text.startsWith(MARK)).length,
    alerts: alerts.length,
    alertsDoubled,
    unaccounted,
    storeSound,
  };
  const good =
    counts.lost === 0 &&
    stored === said &&
    counts.digestsMissing === 0 &&
    digestsDoubled === 0 &&
    alertsDoubled === 0 &&
    unaccounted === 0 &&
    storeSound;
  return { good, ...counts };
}

/** The first lines of a digest name the day; a further part begins with its number. */
function isDigestOfDay(text: string): boolean {
  const day = new Date(DIGEST_AT).getUTCDate();
  return new RegExp(`^(?:${MARK})?(?:（\\d+/\\d+）)?\\s*群要 · 11月${day}日`, 'u').test(text);
}

function partOf(text: string): string {
  return /（(\d+)\/\d+）/u.exec(text.slice(0, 12))?.[1] ?? '1';
}
