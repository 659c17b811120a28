/** Digests and alerts. Their keys are what makes each go out once, whoever else is trying. */
import type { Alert, Digest } from '../../model/digest.ts';
import type { Instant } from '../../model/instant.ts';
import type { Store } from '../../ports/store.ts';
import type { Connection } from './connection.ts';

type DigestKeeping = Pick<Store, 'putDigest' | 'putDigests' | 'digestOf' | 'lastDigest' | 'putAlert' | 'loadAlertKeys'>;

export function digestKeeping({ db, writing }: Connection): DigestKeeping {
  const insertDigest = db.prepare(
    'INSERT INTO digest (person, day, sent_at, body) VALUES (?, ?, ?, ?) ON CONFLICT (person, day) DO NOTHING',
  );
  const ofDay = db.prepare<[string, string], string>('SELECT body FROM digest WHERE person = ? AND day = ?').pluck();
  const newest = db
    .prepare<[string, Instant], string>('SELECT body FROM digest WHERE person = ? AND sent_at <= ? ORDER BY sent_at DESC, day DESC LIMIT 1')
    .pluck();
  const insertAlert = db.prepare('INSERT INTO alert (key, at, body) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING');
  const alertKeys = db.prepare<[], string>('SELECT key FROM alert ORDER BY key').pluck();

  const putDigests = writing((digests: readonly Digest[]): readonly Digest[] =>
    digests.filter((digest) => insertDigest.run(digest.cadre, digest.date, digest.sentAt, bodyOf(digest)).changes === 1),
  );
  const putAlert = writing((key: string, alert: Alert): boolean => insertAlert.run(key, alert.at, JSON.stringify(alert)).changes === 1);

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

/** Who has not answered is told once and kept nowhere: it must be gone when the directive is closed. */
function bodyOf({ receipts: _, ...kept }: Digest): string {
  return JSON.stringify(kept);
}

function digestIn(body: string | undefined): Digest | null {
  return body === undefined ? null : (JSON.parse(body) as Digest);
}
