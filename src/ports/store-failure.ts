/** Why a store can't be used: a code with its facts. The words for people live in data/lang. It never holds the text of a message. */

export type StoreFailureCode =
  /** Written by a newer version: `found` and `known` are schema versions. */
  | 'store.newer'
  | 'store.not-a-database'
  /** A SQLite database, but another program's. */
  | 'store.foreign'
  | 'store.read-only'
  /** Another process held it for longer than we wait. */
  | 'store.locked'
  /** A service is running on it. */
  | 'store.in-use'
  /** Not one of ours, damaged, or not there: nothing to restore from. */
  | 'store.no-backup'
  /** A copy would take the store's own place. */
  | 'store.copy-of-itself'
  /** What is there is no copy of a store, or a store that is in use. */
  | 'store.copy-taken'
  /** Nothing can be written there: `reason` is the system's code. */
  | 'store.cannot-copy'
  | 'store.disk-full'
  | 'store.damaged'
  /** The folder can't be made or the file can't be opened: `reason` is the system's code. */
  | 'store.cannot-open';

export class StoreFailure extends Error {
  readonly code: StoreFailureCode;
  readonly facts: Readonly<Record<string, string>>;

  constructor(code: StoreFailureCode, facts: Readonly<Record<string, string>>, cause?: unknown) {
    super(code, { cause });
    this.name = 'StoreFailure';
    this.code = code;
    this.facts = facts;
  }
}
