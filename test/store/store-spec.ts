/** What any store must do, whatever database is behind it. */
import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { messagesSpec } from './spec/messages.ts';
import { organisationSpec } from './spec/organisation.ts';
import { sentSpec } from './spec/sent.ts';
import { settledSpec } from './spec/settled.ts';
import { tuningSpec } from './spec/tuning.ts';

/** A place where stores can be opened, closed and opened again. */
export interface StorePlace {
  open(): Store;
  /** Removes what `open` has made. */
  clear(): void;
}

/** Gives the store of the running test. */
export type CurrentStore = () => Store;

export function storeSpec(name: string, makePlace: () => StorePlace): void {
  describe(`the store ${name}`, () => {
    let place: StorePlace;
    let store: Store;
    beforeEach(() => {
      place = makePlace();
      store = place.open();
    });
    afterEach(async () => {
      await store.close();
      place.clear();
    });
    messagesSpec(() => store);
    settledSpec(() => store);
    sentSpec(() => store);
    organisationSpec(() => store);
    tuningSpec(() => store);
  });
}
