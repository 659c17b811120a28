/**
 * What becomes of the parts of a text: queued → attempting → sent, queued again, failed or unknown. After each step the text itself
 * is brought up to date (`restate`): it stands as its first part that isn't sent.
 */
import type { Instant } from '../../model/instant.ts';
import type { Outgoing, SendResult } from '../../model/outgoing.ts';
import type { Echo, LiveStore } from '../../ports/live-store.ts';
import type { Connection } from './connection.ts';
import { printOf } from './outbox.ts';
import { type PartColumns, partOf } from './outgoing-row.ts';
import { outgoingWriter } from './outgoing-writer.ts';
import type { Together } from './together.ts';

type Attempts = Pick<LiveStore, 'claimPart' | 'recordPart' | 'reconcilePart' | 'giveUp' | 'takeEcho' | 'strandedAttempts' | 'unknownParts'>;

export function attempts(connection: Connection, { step: inStep }: Together): Attempts {
  const { db, writing } = connection;
  const addOutgoing = outgoingWriter(connection);
  const step = partSteps(connection);
  const messageOf = db.prepare<[string, number], string | null>('SELECT message_id FROM outgoing_part WHERE key = ? AND part = ?').pluck();
  const unknown = db.prepare<[], PartColumns>("SELECT * FROM outgoing_part WHERE state = 'unknown' ORDER BY tried_at, key, part");

  function record(key: string, part: number, result: SendResult, at: Instant, notices: readonly Outgoing[]): void {
    const seen = messageOf.get(key, part) != null;
    if (result.outcome === 'sent' || seen) step.sent(key, part, at, result.outcome === 'sent' ? (result.id ?? null) : null);
    else if (result.outcome === 'retry') step.queued(key, part, at + result.afterMs, false);
    else if (result.outcome === 'unknown') step.unknown(key, part);
    else step.failed(key, part, at, false);
    addOutgoing(notices);
  }

  const reconcile = writing(
    (key: string, part: number, as: 'resend' | 'again' | 'sent' | 'failed', at: Instant, notices: readonly Outgoing[]): void => {
      if (as === 'sent') step.sent(key, part, at, null);
      else if (as === 'failed') step.failed(key, part, at, true);
      else step.queued(key, part, at, as === 'resend');
      addOutgoing(notices);
    },
  );
  const giveUp = writing((key: string, at: Instant, notices: readonly Outgoing[]): void => {
    step.end(key, at);
    addOutgoing(notices);
  });
  const takeEcho = writing((echo: Echo, since: Instant): boolean => step.echoed(echo, since));
  const strand = writing((): number => step.strand());

  return {
    async claimPart(key, part, at) {
      return await inStep(() => step.claim(key, part, at));
    },
    async recordPart(key, part, result, at, notices = []) {
      await inStep(() => record(key, part, result, at, notices));
    },
    async reconcilePart(key, part, as, at, notices = []) {
      reconcile(key, part, as, at, notices);
    },
    async giveUp(key, at, notices = []) {
      giveUp(key, at, notices);
    },
    async takeEcho(echo, since) {
      return takeEcho(echo, since);
    },
    async strandedAttempts() {
      return strand();
    },
    async unknownParts() {
      return unknown.all().map(partOf);
    },
  };
}

interface PartSteps {
  claim(key: string, part: number, at: Instant): boolean;
  sent(key: string, part: number, at: Instant, messageId: string | null): void;
  queued(key: string, part: number, notBefore: Instant, resent: boolean): void;
  unknown(key: string, part: number): void;
  failed(key: string, part: number, at: Instant, doubtful: boolean): void;
  end(key: string, at: Instant): void;
  echoed(echo: Echo, since: Instant): boolean;
  strand(): number;
}

/** The steps are to be called within a transaction. */
function partSteps({ db }: Connection): PartSteps {
  const attempting = db.prepare(`
    UPDATE outgoing_part SET state = 'attempting', attempts = attempts + 1, tried_at = ? WHERE key = ? AND part = ? AND state = 'queued'`);
  const sent = db.prepare(`
    UPDATE outgoing_part SET state = 'sent', message_id = coalesce(?, message_id) WHERE key = ? AND part = ? AND state <> 'sent'`);
  const queued = db.prepare(`
    UPDATE outgoing_part SET state = 'queued', not_before = ?, resent = max(resent, ?)
    WHERE key = ? AND part = ? AND state IN ('attempting', 'unknown')`);
  const stated = db.prepare("UPDATE outgoing_part SET state = ? WHERE key = ? AND part = ? AND state IN ('attempting', 'unknown')");
  const dropParts = db.prepare('DELETE FROM outgoing_part WHERE key = ?');
  // A text for a person goes on to the next channel; one for a place has failed.
  const closeChannel = db.prepare(`
    UPDATE outgoing SET closed = json_insert(closed, '$[#]', channel), doubtful = max(doubtful, @doubtful), channel = NULL,
      state = 'queued', due_at = @at
    WHERE key = @key AND to_id IS NULL AND channel IS NOT NULL`);
  const end = db.prepare("UPDATE outgoing SET state = 'failed', due_at = NULL, ended_at = ? WHERE key = ?");
  const next = db.prepare<[string], Pick<PartColumns, 'state' | 'not_before'>>(
    "SELECT state, not_before FROM outgoing_part WHERE key = ? AND state <> 'sent' ORDER BY part LIMIT 1",
  );
  const standing = db.prepare('UPDATE outgoing SET state = ?, due_at = ? WHERE key = ?');
  const done = db.prepare(`UPDATE outgoing SET state = 'sent', due_at = NULL, ended_at = ?, body = '{"blocks":[]}' WHERE key = ?`);
  const emptyParts = db.prepare("UPDATE outgoing_part SET text = '' WHERE key = ?");
  const shown = db.prepare<[string, string, string, string, Instant], Pick<PartColumns, 'key' | 'part' | 'state'>>(`
    SELECT key, part, state FROM outgoing_part
    WHERE platform = ? AND target_id = ? AND print = ? AND message_id IS NULL AND target = ? AND tried_at >= ?
    ORDER BY state = 'sent', tried_at LIMIT 1`);
  const nameMessage = db.prepare('UPDATE outgoing_part SET message_id = ? WHERE key = ? AND part = ?');
  const stranded = db.prepare<[], Pick<PartColumns, 'key' | 'part' | 'tried_at' | 'message_id'>>(
    "SELECT key, part, tried_at, message_id FROM outgoing_part WHERE state = 'attempting'",
  );

  function restate(key: string, at: Instant): void {
    const open = next.get(key);
    if (open !== undefined) {
      standing.run(open.state, open.state === 'queued' ? open.not_before : null, key);
      return;
    }
    done.run(at, key);
    emptyParts.run(key);
  }

  return {
    claim(key, part, at) {
      if (attempting.run(at, key, part).changes === 0) return false;
      restate(key, at);
      return true;
    },
    sent(key, part, at, messageId) {
      if (sent.run(messageId, key, part).changes > 0) restate(key, at);
    },
    queued(key, part, notBefore, resent) {
      if (queued.run(notBefore, resent ? 1 : 0, key, part).changes > 0) restate(key, notBefore);
    },
    unknown(key, part) {
      if (stated.run('unknown', key, part).changes > 0) restate(key, 0);
    },
    failed(key, part, at, doubtful) {
      if (stated.run('failed', key, part).changes === 0) return;
      if (closeChannel.run({ key, at, doubtful: doubtful ? 1 : 0 }).changes > 0) dropParts.run(key);
      else end.run(at, key);
    },
    end(key, at) {
      end.run(at, key);
    },
    echoed({ platform, target, id, text, messageId }, since) {
      const part = shown.get(platform, id, printOf(text), target, since);
      if (part === undefined) return false;
      nameMessage.run(messageId, part.key, part.part);
      // One that is under way is recorded as sent by whoever tries it.
      if (part.state !== 'attempting' && sent.run(messageId, part.key, part.part).changes > 0) restate(part.key, since);
      return true;
    },
    strand() {
      const cutOff = stranded.all();
      for (const { key, part, tried_at, message_id } of cutOff) {
        // What was shown back before the crash is known to have arrived.
        message_id === null ? stated.run('unknown', key, part) : sent.run(message_id, key, part);
        restate(key, tried_at ?? 0);
      }
      return cutOff.filter(({ message_id }) => message_id === null).length;
    },
  };
}
