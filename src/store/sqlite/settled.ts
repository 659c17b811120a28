/** What reading made of the messages: verdicts, ledger entries, and how far it has come. */
import type { Entry } from '../../ledger/entry.ts';
import type { MessageKey } from '../../model/message.ts';
import type { Verdict } from '../../model/reading.ts';
import type { SettledBatch, Store } from '../../ports/store.ts';
import type { Connection } from './connection.ts';
import type { EntryRow } from './entry-row.ts';
import { bodyOf, entryOf } from './entry-row.ts';
import { manyRows } from './many-rows.ts';
import type { Numbers } from './numbers.ts';

const INSERT_VERDICT = 'INSERT INTO verdict (seq, label, keep, unsure, confidence, reasons, rule_set)';
const VERDICT_WIDTH = 7;
const REPLACE_VERDICT = `
  ON CONFLICT (seq) DO UPDATE SET label = excluded.label, keep = excluded.keep, unsure = excluded.unsure,
    confidence = excluded.confidence, reasons = excluded.reasons, rule_set = excluded.rule_set`;

export function settling({ db, writing }: Connection, numbers: Numbers): Pick<Store, 'saveSettled' | 'settledCursor' | 'loadEntries'> {
  const seqOf = db
    .prepare<[string, string, string], number>('SELECT seq FROM message WHERE platform = ? AND group_id = ? AND id = ?')
    .pluck();
  const writeVerdicts = manyRows(db, INSERT_VERDICT, VERDICT_WIDTH, REPLACE_VERDICT);
  const nameRuleSet = db.prepare(
    'INSERT INTO rule_set (id, name) SELECT count(*) + 1, ? FROM rule_set WHERE true ON CONFLICT (name) DO NOTHING',
  );
  const ruleSetOf = db.prepare<[string], number>('SELECT id FROM rule_set WHERE name = ?').pluck();
  // Most turns are noise and have no entries: asking once for all of them is half the price of asking for each.
  const dropEntries = db.prepare('DELETE FROM entry WHERE turn IN (SELECT value FROM json_each(?))');
  const saveEntry = db.prepare('INSERT INTO entry (turn, ord, directive, at, body) VALUES (?, ?, ?, ?, ?)');
  // What is settled stays settled, also when a slower process saves an earlier run again.
  const saveCursor = db.prepare('UPDATE meta SET cursor = max(cursor, ?)');
  const cursor = db.prepare<[], number>('SELECT cursor FROM meta').pluck();
  const entries = db.prepare<[], EntryRow>('SELECT turn, ord, directive, at, body FROM entry ORDER BY at, turn, ord');

  function numberOf(key: MessageKey): number {
    const seq = numbers.of(key) ?? seqOf.get(key.platform, key.group, key.id);
    if (seq === undefined) throw new Error(`verdict on a message that isn't stored: ${key.platform} ${key.group} ${key.id}`);
    return seq;
  }

  function saveVerdicts(verdicts: readonly Verdict[], ruleSet: string): void {
    nameRuleSet.run(ruleSet);
    const ruleSetId = ruleSetOf.get(ruleSet);
    const values: unknown[] = [];
    for (const verdict of verdicts) {
      const { label, keep, unsure, confidence } = verdict;
      const reasons = keep ? JSON.stringify(verdict.reasons) : null;
      values.push(numberOf(verdict), label, keep ? 1 : 0, unsure ? 1 : 0, confidence, reasons, ruleSetId);
    }
    writeVerdicts(values);
  }

  function replaceEntries(turns: SettledBatch['turns']): void {
    // A turn that was read twice within the batch counts as it was read last.
    const entriesOf = new Map(turns.map(({ turn, entries: made }) => [turn, made]));
    dropEntries.run(JSON.stringify([...entriesOf.keys()]));
    for (const [turn, made] of entriesOf) {
      for (const entry of made) saveEntry.run(turn, entry.order, entry.directive, entry.at, bodyOf(entry));
    }
  }

  const saveSettled = writing((batch: SettledBatch): void => {
    saveVerdicts(batch.verdicts, batch.ruleSet);
    replaceEntries(batch.turns);
    saveCursor.run(batch.cursor);
  });

  return {
    async saveSettled(batch) {
      saveSettled(batch);
    },
    async settledCursor() {
      return cursor.get() ?? 0;
    },
    async loadEntries(): Promise<readonly Entry[]> {
      return entries.all().map(entryOf);
    },
  };
}
