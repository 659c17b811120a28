/** Writes texts to be sent, each once by its key. */
import type { Outgoing, OutgoingKind } from '../../model/outgoing.ts';
import type { Connection } from './connection.ts';
import { bodyOf } from './outgoing-row.ts';

/** Somebody waits for an answer; a digest may come a minute later. */
const URGENCY: Readonly<Record<OutgoingKind, number>> = { answer: 0, alert: 1, post: 2, reminder: 3, notice: 4, digest: 5 };

const INSERT = `
  INSERT INTO outgoing (key, kind, urgency, person, to_platform, to_target, to_id, body, digest_person, digest_day, created_at,
    not_before, state, closed, doubtful, due_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', '[]', 0, ?) ON CONFLICT (key) DO NOTHING`;

/** The writer is to be called within a transaction; it answers with the keys that were new. */
export function outgoingWriter({ db }: Connection): (outgoing: readonly Outgoing[]) => readonly string[] {
  const insert = db.prepare(INSERT);
  return (outgoing) =>
    outgoing
      .filter((one) => {
        const { key, kind, person, to, digest, createdAt, notBefore } = one;
        const where = [to?.platform ?? null, to?.target ?? null, to?.id ?? null];
        const carries = [digest?.person ?? null, digest?.date ?? null];
        const row = [key, kind, URGENCY[kind], person, ...where, bodyOf(one), ...carries, createdAt, notBefore, notBefore];
        return insert.run(...row).changes === 1;
      })
      .map(({ key }) => key);
}
