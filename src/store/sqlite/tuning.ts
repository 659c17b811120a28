/** What admins change: versions of the rules, corrections, local models. Numbers are given inside the transaction, from 1 on. */
import type { Label } from '../../model/label.ts';
import type { MessageKind } from '../../model/message.ts';
import type { Correction, LocalModel, RuleOverlay, RuleVersion } from '../../model/tuning.ts';
import type { NewCorrection, Store } from '../../ports/store.ts';
import type { Connection } from './connection.ts';

type TuningKeeping = Pick<Store, 'addRuleVersion' | 'ruleVersions' | 'addCorrection' | 'corrections' | 'addLocalModel' | 'localModel'>;

interface SignedRow {
  readonly number: number;
  readonly at: number;
  readonly by_name: string;
  readonly reason: string;
}

interface CorrectionRow extends SignedRow {
  readonly platform: string;
  readonly group_id: string;
  readonly id: string;
  readonly label: Label | null;
  readonly kind: MessageKind;
  readonly text: string;
}

export function tuningKeeping(connection: Connection): TuningKeeping {
  return { ...versionKeeping(connection), ...correctionKeeping(connection), ...modelKeeping(connection) };
}

function versionKeeping({ db, writing }: Connection): Pick<TuningKeeping, 'addRuleVersion' | 'ruleVersions'> {
  const newest = db.prepare<[], number>('SELECT coalesce(max(number), 0) FROM rule_version').pluck();
  const insert = db.prepare('INSERT INTO rule_version (number, at, by_name, reason, restores, body) VALUES (?, ?, ?, ?, ?, ?)');
  const all = db.prepare<[], SignedRow & { readonly restores: number | null; readonly body: string }>(
    'SELECT * FROM rule_version ORDER BY number',
  );
  const add = writing((after: number, { at, by, reason, restores, overlay }: Omit<RuleVersion, 'number'>): number | null => {
    if (newest.get() !== after) return null;
    insert.run(after + 1, at, by, reason, restores, JSON.stringify(overlay));
    return after + 1;
  });
  return {
    async addRuleVersion(after, version) {
      return add(after, version);
    },
    async ruleVersions() {
      return all.all().map((row) => ({ ...signedOf(row), restores: row.restores, overlay: JSON.parse(row.body) as RuleOverlay }));
    },
  };
}

function correctionKeeping({ db, writing }: Connection): Pick<TuningKeeping, 'addCorrection' | 'corrections'> {
  const next = db.prepare<[], number>('SELECT coalesce(max(number), 0) + 1 FROM label').pluck();
  const seqOf = db
    .prepare<[string, string, string], number>('SELECT seq FROM message WHERE platform = ? AND group_id = ? AND id = ?')
    .pluck();
  const insert = db.prepare('INSERT INTO label (number, seq, label, at, by_name, reason) VALUES (?, ?, ?, ?, ?, ?)');
  const all = db.prepare<[], CorrectionRow>(`
    SELECT label.number, label.label, label.at, label.by_name, label.reason, coalesce(platform, kept ->> 'platform') AS platform,
      coalesce(group_id, kept ->> 'group_id') AS group_id, coalesce(message.id, kept ->> 'id') AS id,
      coalesce(kind, kept ->> 'kind') AS kind, coalesce(text, kept ->> 'text') AS text
    FROM (SELECT *, message AS kept FROM label) AS label LEFT JOIN message USING (seq) ORDER BY label.number`);
  const add = writing(({ platform, group, id, label, at, by, reason }: NewCorrection): number => {
    const seq = seqOf.get(platform, group, id);
    if (seq === undefined) throw new Error(`correction of a message that isn't stored: ${platform} ${group} ${id}`);
    const number = next.get() ?? 1;
    insert.run(number, seq, label, at, by, reason);
    return number;
  });
  return {
    async addCorrection(correction) {
      return add(correction);
    },
    async corrections() {
      return all.all().map(
        (row): Correction => ({
          ...signedOf(row),
          platform: row.platform,
          group: row.group_id,
          id: row.id,
          label: row.label,
          kind: row.kind,
          text: row.text,
        }),
      );
    },
  };
}

function modelKeeping({ db, writing }: Connection): Pick<TuningKeeping, 'addLocalModel' | 'localModel'> {
  const next = db.prepare<[], number>('SELECT coalesce(max(number), 0) + 1 FROM local_model').pluck();
  const insert = db.prepare('INSERT INTO local_model (number, at, by_name, reason, body) VALUES (?, ?, ?, ?, ?)');
  const one = db.prepare<[number], SignedRow & { readonly body: string }>('SELECT * FROM local_model WHERE number = ?');
  const add = writing(({ at, by, reason, ...learned }: Omit<LocalModel, 'number'>): number => {
    const number = next.get() ?? 1;
    insert.run(number, at, by, reason, JSON.stringify(learned));
    return number;
  });
  return {
    async addLocalModel(model) {
      return add(model);
    },
    async localModel(number) {
      const row = one.get(number);
      return row === undefined
        ? null
        : { ...(JSON.parse(row.body) as Pick<LocalModel, 'base' | 'corrections' | 'grams' | 'signals'>), ...signedOf(row) };
    },
  };
}

function signedOf({ number, at, by_name: by, reason }: SignedRow): {
  readonly number: number;
  readonly at: number;
  readonly by: string;
  readonly reason: string;
} {
  return { number, at, by, reason };
}
