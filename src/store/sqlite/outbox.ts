/** What goes out: put there once, looked up, and cut into parts. What becomes of the parts is attempts.ts's. */
import { createHash } from 'node:crypto';
import type { Digest } from '../../model/digest.ts';
import type { Day, Instant } from '../../model/instant.ts';
import type { Outgoing } from '../../model/outgoing.ts';
import type { Bucket, Channel, LiveStore, OutgoingPart } from '../../ports/live-store.ts';
import type { Connection } from './connection.ts';
import { digestWriter } from './digests.ts';
import { type OutgoingColumns, outgoingOf, type PartColumns, partOf } from './outgoing-row.ts';
import { outgoingWriter } from './outgoing-writer.ts';
import type { Together } from './together.ts';

type Outbox = Pick<
  LiveStore,
  | 'putDigestToSend'
  | 'putOutgoing'
  | 'outgoingDue'
  | 'nextDue'
  | 'outgoing'
  | 'cutOutgoing'
  | 'partByMessage'
  | 'lastDelivered'
  | 'failedOutgoing'
>;

export function outbox(connection: Connection, steps: Together): Outbox {
  return { ...putting(connection, steps), ...lookingUp(connection) };
}

/** Platforms trim what they send: so does the fingerprint by which a text is known again. */
export function printOf(text: string): string {
  return createHash('sha256').update(text.trim()).digest('base64');
}

function putting(connection: Connection, { step }: Together): Pick<Outbox, 'putDigestToSend' | 'putOutgoing' | 'cutOutgoing'> {
  const { db, writing } = connection;
  const addOutgoing = outgoingWriter(connection);
  const addDigest = digestWriter(connection);
  const dropParts = db.prepare('DELETE FROM outgoing_part WHERE key = ?');
  const addPart = db.prepare<[object], PartColumns>(`
    INSERT INTO outgoing_part (key, part, parts, channel, platform, target, target_id, text, print, state, attempts, not_before, resent)
    SELECT key, @part, @parts, @channel, @platform, @target, @id, @text, @print, 'queued', 0, not_before, doubtful FROM outgoing
    WHERE key = @key RETURNING *`);
  const nameChannel = db.prepare("UPDATE outgoing SET channel = ?, state = 'queued', due_at = not_before WHERE key = ?");

  const putDigest = writing((digest: Digest, outgoing: Outgoing): boolean => {
    const isNew = addDigest(digest);
    if (isNew) addOutgoing([outgoing]);
    return isNew;
  });
  const putOutgoing = writing(addOutgoing);

  function cut(key: string, { channel, platform, target, id }: Channel, texts: readonly string[]): readonly OutgoingPart[] {
    dropParts.run(key);
    nameChannel.run(channel, key);
    return texts.flatMap((text, index) => {
      const part = { key, part: index + 1, parts: texts.length, channel, platform, target, id, text, print: printOf(text) };
      return addPart.all(part).map(partOf);
    });
  }

  return {
    async putDigestToSend(digest, outgoing) {
      return putDigest(digest, outgoing);
    },
    async putOutgoing(outgoing) {
      return putOutgoing(outgoing);
    },
    async cutOutgoing(key, channel, texts) {
      return await step(() => cut(key, channel, texts));
    },
  };
}

function lookingUp({ db }: Connection): Omit<Outbox, 'putDigestToSend' | 'putOutgoing' | 'cutOutgoing'> {
  const due = db.prepare<[Instant, string, number], OutgoingColumns>(`
    SELECT * FROM outgoing WHERE due_at <= ? AND (channel IS NULL OR channel NOT IN (SELECT value FROM json_each(?)))
    ORDER BY urgency, due_at, created_at LIMIT ?`);
  const next = db.prepare<[Instant], Instant | null>('SELECT min(due_at) FROM outgoing WHERE due_at > ?').pluck();
  const one = db.prepare<[string], OutgoingColumns>('SELECT * FROM outgoing WHERE key = ?');
  const parts = db.prepare<[string], PartColumns>('SELECT * FROM outgoing_part WHERE key = ? ORDER BY part');
  const byMessage = db.prepare<[string, string, string], PartColumns>(
    'SELECT * FROM outgoing_part WHERE platform = ? AND target_id = ? AND message_id = ?',
  );
  const delivered = db.prepare<[string], { readonly date: Day; readonly at: Instant }>(`
    SELECT digest_day AS date, ended_at AS at FROM outgoing
    WHERE digest_person = ? AND state = 'sent' AND kind = 'digest' ORDER BY ended_at DESC, digest_day DESC LIMIT 1`);
  const failed = db.prepare<[Instant], OutgoingColumns>(
    "SELECT * FROM outgoing WHERE state = 'failed' AND ended_at >= ? ORDER BY ended_at",
  );

  const withParts = (row: OutgoingColumns) => outgoingOf(row, parts.all(row.key).map(partOf));

  return {
    async outgoingDue(now, limit, except = []) {
      return due.all(now, JSON.stringify(except), limit).map(withParts);
    },
    async nextDue(after) {
      return next.get(after) ?? null;
    },
    async outgoing(key) {
      const row = one.get(key);
      return row === undefined ? null : withParts(row);
    },
    async partByMessage(platform, target, messageId) {
      const row = byMessage.get(platform, target, messageId);
      return row === undefined ? null : partOf(row);
    },
    async lastDelivered(person) {
      return delivered.get(person) ?? null;
    },
    async failedOutgoing(since) {
      return failed.all(since).map(withParts);
    },
  };
}

export function bucketKeeping({ db }: Connection, { step }: Together): Pick<LiveStore, 'saveBuckets' | 'loadBuckets'> {
  const put = db.prepare(`
    INSERT INTO bucket (name, tokens, at, not_before) VALUES (@name, @tokens, @at, @notBefore)
    ON CONFLICT (name) DO UPDATE SET tokens = excluded.tokens, at = excluded.at, not_before = excluded.not_before`);
  const all = db.prepare<[], Bucket>('SELECT name, tokens, at, not_before AS notBefore FROM bucket ORDER BY name');
  return {
    async saveBuckets(buckets) {
      if (buckets.length === 0) return;
      await step(() => {
        for (const bucket of buckets) put.run(bucket);
      });
    },
    async loadBuckets() {
      return all.all();
    },
  };
}
