/** Forgetting what is old, and copying the store while it runs. */
import type { Instant } from '../../model/instant.ts';
import type { LiveStore } from '../../ports/live-store.ts';
import { copyStore } from './backup.ts';
import type { Connection } from './connection.ts';

/** Messages forgotten in one transaction: short enough that nobody waits for it. */
const AT_ONCE = 5000;

export function housekeeping({ db, writing }: Connection): Pick<LiveStore, 'forget' | 'backup' | 'changedElsewhere'> {
  const keepCorrected = db.prepare(`
    UPDATE label SET message = (
      SELECT json_object('platform', platform, 'group_id', group_id, 'id', id, 'kind', kind, 'text', text)
      FROM message WHERE message.seq = label.seq)
    WHERE message IS NULL AND seq IN (SELECT seq FROM message WHERE sent_at < ?)`);
  const oldest = db.prepare<[Instant, number], number>('SELECT seq FROM message WHERE sent_at < ? ORDER BY sent_at LIMIT ?').pluck();
  const dropVerdicts = db.prepare('DELETE FROM verdict WHERE seq IN (SELECT value FROM json_each(?))');
  const dropMessages = db.prepare('DELETE FROM message WHERE seq IN (SELECT value FROM json_each(?))');
  const dropRefineAnswers = db.prepare('DELETE FROM refine_answer WHERE at < ?');
  const dropAnswered = db.prepare('DELETE FROM inbox WHERE body IS NULL AND sent_at < ?');
  const emptyFailed = db.prepare(`UPDATE outgoing SET body = '{"blocks":[]}' WHERE state = 'failed' AND ended_at < ?`);
  const emptyParts = db.prepare(`
    UPDATE outgoing_part SET text = '' WHERE text <> '' AND key IN (SELECT key FROM outgoing WHERE state = 'failed' AND ended_at < ?)`);

  const forgetSome = writing((before: Instant): number => {
    keepCorrected.run(before);
    const seqs = JSON.stringify(oldest.all(before, AT_ONCE));
    dropVerdicts.run(seqs);
    return dropMessages.run(seqs).changes;
  });
  /** What nobody has confirmed in time. */
  const dropDrafts = db.prepare(`DELETE FROM draft WHERE json_extract(body, '$.at') < ?`);

  const forgetTexts = writing((before: Instant): void => {
    for (const step of [dropAnswered, dropDrafts, emptyFailed, emptyParts]) step.run(before);
  });

  /** They hold words of messages, masked. */
  const forgetAnswers = writing((before: Instant): void => void dropRefineAnswers.run(before));

  // Counts the commits of others alone.
  const otherCommits = (): unknown => db.pragma('data_version', { simple: true });
  let seen = otherCommits();

  return {
    async changedElsewhere() {
      const before = seen;
      seen = otherCommits();
      return seen !== before;
    },
    async forget(messagesBefore, textsBefore) {
      forgetTexts(textsBefore);
      forgetAnswers(messagesBefore);
      let gone = 0;
      for (let some = AT_ONCE; some === AT_ONCE; gone += some) {
        some = forgetSome(messagesBefore);
        // Others get their turn in between.
        await new Promise((resolve) => setImmediate(resolve));
      }
      return gone;
    },
    async backup(to) {
      await copyStore(db, to);
    },
  };
}
