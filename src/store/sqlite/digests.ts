/** Digests and alerts. Their keys are what makes each go out once, whoever else is trying. */
import type { Alert, Digest } from '../../model/digest.ts';
import type { Instant } from '../../model/instant.ts';
import type { Store } from '../../ports/store.ts';
import type { Connection } from './connection.ts';

type DigestKeeping = Pick<Store, 'putDigest' | 'putDigests' | 'digestOf' | 'lastDigest' | 'putAlert' | 'loadAlertKeys'>;

export function digestKeeping(connection: Connection): DigestKeeping {
  const { db, writing } = connection;
  const addDigest = digestWriter(connection);
  const ofDay = db.prepare<[string, string], string>('SELECT body FROM digest WHERE person = ? AND day = ?').pluck();
  const newest = db
    .prepare<[string, Instant], string>('SELECT body FROM digest WHERE person = ? AND sent_at <= ? ORDER BY sent_at DESC, day DESC LIMIT 1')
    .pluck();
  const alertKeys = db.prepare<[], string>('SELECT key FROM alert ORDER BY key').pluck();

  const putDigests = writing((digests: readonly Digest[]): readonly Digest[] => digests.filter(addDigest));
  const putAlert = writing(alertWriter(connection));

  return {
    async putDigest(digest) {
      return putDigests([digest]).length === 1;
    },
    async putDigests(digests) {
      return putDigests(digests);
    },
    async digestOf(person, date) {
      return digestIn(ofDay.get(person, date));
    },
    async lastDigest(person, notAfter) {
      return digestIn(newest.get(person, notAfter));
    },
    async putAlert(key, alert) {
      return putAlert(key, alert);
    },
    async loadAlertKeys() {
      return alertKeys.all();
    },
  };
}

/** The writer is to be called within a transaction; it answers whether the digest was the first of its person and day. */
export function digestWriter({ db }: Connection): (digest: Digest) => boolean {
  const insert = db.prepare('INSERT INTO digest (person, day, sent_at, body) VALUES (?, ?, ?, ?) ON CONFLICT (person, day) DO NOTHING');
  return (digest) => insert.run(digest.cadre, digest.date, digest.sentAt, bodyOf(digest)).changes === 1;
}

/** The writer is to be called within a transaction; it answers whether the key was new. */
export function alertWriter({ db }: Connection): (key: string, alert: Alert) => boolean {
  const insert = db.prepare('INSERT INTO alert (key, at, body) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING');
  return (key, alert) => insert.run(key, alert.at, JSON.stringify(alert)).changes === 1;
}

/** Who has not answered is told once and kept nowhere: it must be gone when the directive is closed. */
function bodyOf({ receipts: _, ...kept }: Digest): string {
  return JSON.stringify(kept);
}

function digestIn(body: string | undefined): Digest | null {
  return body === undefined ? null : (JSON.parse(body) as Digest);
}
