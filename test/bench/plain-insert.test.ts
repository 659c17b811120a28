import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { DEMO, scenario } from '../kit/scenarios.ts';
import { importedInParts } from '../kit/settled-store.ts';
import { inFile } from './in-file.ts';
import { insertPlainly, messageTable, tablesIn } from './plain-insert.ts';

const PART = 150;

it('puts in the very rows that the pipeline stores, whatever the schema computes beside them', async () => {
  const { org, envelopes } = await scenario(DEMO);
  const stored = await inFile(async (path) => {
    await (await importedInParts([envelopes.slice(0, PART)], org, openSqliteStore(path))).close();
    return tablesIn(path);
  });
  expect(stored.map(({ name }) => name)).toEqual(['message', 'verdict', 'entry']);
  expect(stored.every(({ rows }) => rows.length > 0)).toBe(true);
  await inFile(async (path) => {
    await insertPlainly(path, stored);
    expect(tablesIn(path)).toEqual(stored);
  });
  const rows = messageTable(envelopes.slice(0, PART).map((envelope, index) => ({ ...envelope, seq: index + 1 }))).rows;
  expect(rows).toEqual(stored[0]?.rows);
});
