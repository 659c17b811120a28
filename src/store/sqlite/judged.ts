/** Reading verdicts back, with the messages that they are about. */
import type { Instant } from '../../model/instant.ts';
import type { Label } from '../../model/label.ts';
import type { MessageKey } from '../../model/message.ts';
import { byTime } from '../../model/message.ts';
import type { Reason, Verdict } from '../../model/reading.ts';
import type { JudgedMessage, Store } from '../../ports/store.ts';
import type { Connection } from './connection.ts';

interface VerdictRow {
  readonly label: Label;
  readonly keep: number;
  readonly unsure: number;
  readonly confidence: number;
  readonly reasons: string | null;
  readonly rule_set: string;
}

interface JudgedRow {
  readonly platform: string;
  readonly group_id: string;
  readonly id: string;
  readonly sent_at: Instant;
  readonly label: Label;
  readonly keep: number;
}

export function judgedReads({ db }: Connection): Pick<Store, 'verdictsOf' | 'judgedBetween'> {
  const verdictOf = db.prepare<[string, string, string], VerdictRow>(`
    SELECT label, keep, unsure, confidence, reasons, rule_set.name AS rule_set
    FROM message JOIN verdict USING (seq) JOIN rule_set ON rule_set.id = verdict.rule_set
    WHERE platform = ? AND group_id = ? AND message.id = ?`);
  const between = db.prepare<[{ readonly from: Instant; readonly to: Instant }], JudgedRow>(`
    SELECT platform, group_id, id, sent_at, label, keep FROM message JOIN verdict USING (seq)
    WHERE sent_at > @from AND sent_at <= @to AND heard_at IS NULL
    UNION ALL
    SELECT platform, group_id, id, sent_at, label, keep FROM message JOIN verdict USING (seq)
    WHERE heard_at > @from AND heard_at <= @to`);

  function verdictsFor({ platform, group, id }: MessageKey): (Verdict & { readonly ruleSet: string })[] {
    return verdictOf.all(platform, group, id).map((row) => ({
      platform,
      group,
      id,
      label: row.label,
      keep: row.keep === 1,
      unsure: row.unsure === 1,
      confidence: row.confidence,
      reasons: row.reasons === null ? [] : (JSON.parse(row.reasons) as Reason[]),
      ruleSet: row.rule_set,
    }));
  }

  return {
    async verdictsOf(keys) {
      return keys.flatMap(verdictsFor);
    },
    async judgedBetween(from, to) {
      return between.all({ from, to }).map(judgedOf).sort(byTime);
    },
  };
}

function judgedOf(row: JudgedRow): JudgedMessage {
  return {
    platform: row.platform,
    group: row.group_id,
    id: row.id,
    sentAt: row.sent_at,
    label: row.label,
    keep: row.keep === 1,
  };
}
