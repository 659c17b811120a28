/** Writes verdicts: the row that every message costs, so it is small, and goes out many to a statement. */
import type { MessageKey } from '../../model/message.ts';
import type { ReadVerdict } from '../../ports/reading-ahead.ts';
import type { Connection } from './connection.ts';
import { manyRows } from './many-rows.ts';
import type { Numbers } from './numbers.ts';

const INSERT = 'INSERT INTO verdict (seq, label, keep, unsure, confidence, reasons, rule_set)';
const WIDTH = 7;
const REPLACE = `
  ON CONFLICT (seq) DO UPDATE SET label = excluded.label, keep = excluded.keep, unsure = excluded.unsure,
    confidence = excluded.confidence, reasons = excluded.reasons, rule_set = excluded.rule_set`;

/** The writer is to be called within a transaction. */
export function verdictWriter({ db }: Connection, numbers: Numbers): (verdicts: readonly ReadVerdict[], ruleSet: string) => void {
  const seqOf = db
    .prepare<[string, string, string], number>('SELECT seq FROM message WHERE platform = ? AND group_id = ? AND id = ?')
    .pluck();
  const nameRuleSet = db.prepare(
    'INSERT INTO rule_set (id, name) SELECT count(*) + 1, ? FROM rule_set WHERE true ON CONFLICT (name) DO NOTHING',
  );
  const ruleSetOf = db.prepare<[string], number>('SELECT id FROM rule_set WHERE name = ?').pluck();
  const write = manyRows(db, INSERT, WIDTH, REPLACE);

  function numberOf(key: MessageKey): number {
    const seq = numbers.of(key) ?? seqOf.get(key.platform, key.group, key.id);
    if (seq === undefined) throw new Error(`verdict on a message that isn't stored: ${key.platform} ${key.group} ${key.id}`);
    return seq;
  }

  return (verdicts, ruleSet) => {
    nameRuleSet.run(ruleSet);
    const ruleSetId = ruleSetOf.get(ruleSet);
    const values: unknown[] = [];
    for (const verdict of verdicts) {
      const { label, keep, unsure, confidence, reasons } = verdict;
      const kept = !keep ? null : typeof reasons === 'string' ? reasons : JSON.stringify(reasons);
      values.push(numberOf(verdict), label, keep ? 1 : 0, unsure ? 1 : 0, confidence, kept, ruleSetId);
    }
    write(values);
  };
}
