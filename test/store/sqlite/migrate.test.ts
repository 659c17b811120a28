import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { connect } from '../../../src/store/sqlite/connection.ts';
import { migrate, schemaVersion } from '../../../src/store/sqlite/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../../src/store/sqlite/migrations/index.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

const A = { name: '1-a', sql: 'CREATE TABLE a (x); INSERT INTO a VALUES (1)' };
const B = { name: '2-b', sql: 'CREATE TABLE b (x); INSERT INTO b SELECT x FROM a' };
const BROKEN = { name: '3-broken', sql: 'CREATE TABLE c (x); INSERT INTO missing VALUES (1)' };

/** The text of every released migration, as a fingerprint: stores out there have run them as they stood. Add a line, never change one. */
const RELEASED = [
  { name: '0001-first-tables', sha256: 'd1ab3f04fd571b0a0b5842d82a538e71958d816da5ba8dec8646d900f8f11aa9' },
  { name: '0002-tuning', sha256: '910a1c95c8859f5bd700bcabe5c81721b7672c792527fef1af11a2888fe4b4c5' },
  { name: '0003-live', sha256: 'b9a4fd308f361f9ffa57eb2fbc07b2372f20aedeb1e8f806c8a0efba9166d785' },
  { name: '0004-refining', sha256: 'e6223d4a4d5ebdef6172db09b5ceea184ffb5703d489df4f970f2da0e0a56f95' },
  { name: '0005-entries-at-hand', sha256: '0c8953aa24bec443695f002602312124cf41567badf2206f96a62ae3fe826d69' },
];

it('runs each migration once, in order, and counts them', () => {
  const db = new Database(':memory:');
  migrate(db, [A]);
  expect(schemaVersion(db)).toBe(1);
  migrate(db, [A, B]);
  migrate(db, [A, B]);
  expect([schemaVersion(db), db.prepare('SELECT x FROM b').pluck().all()]).toEqual([2, [1]]);
});

it('keeps what went well before one that fails, and nothing of the one that failed', () => {
  const db = new Database(':memory:');
  expect(() => migrate(db, [A, B, BROKEN])).toThrow('missing');
  expect(schemaVersion(db)).toBe(2);
  expect(db.prepare('SELECT name FROM sqlite_schema ORDER BY name').pluck().all()).toEqual(['a', 'b']);
});

it('leaves a step to the process that was faster', () => {
  const path = join(temporaryFolder(), 'store.sqlite');
  const [slow, fast] = [new Database(path), new Database(path)];
  // The list is walked after the slow one has read the version and before it has the lock.
  const list = Object.assign([A], {
    entries() {
      migrate(fast, [A]);
      return [A].entries();
    },
  });
  migrate(slow, list);
  expect([schemaVersion(slow), slow.prepare('SELECT x FROM a').pluck().all()]).toEqual([1, [1]]);
  slow.close();
  fast.close();
});

it('never changes a migration that was released', () => {
  const now = MIGRATIONS.map(({ name, sql }) => ({ name, sha256: createHash('sha256').update(sql).digest('hex') }));
  expect(now.slice(0, RELEASED.length)).toEqual(RELEASED);
});

it('marks the file as ours', () => {
  const { db } = connect(':memory:', { busyMs: 0, migrations: MIGRATIONS });
  expect([db.pragma('application_id', { simple: true }), schemaVersion(db)]).toEqual([APPLICATION_ID, MIGRATIONS.length]);
});
