/** What any store must do, whatever database is behind it. */
import { afterEach, beforeEach, describe } from 'vitest';
import type { LiveStore } from '../../src/ports/live-store.ts';
import { attemptsSpec } from './spec/attempts.ts';
import { enrolmentSpec } from './spec/enrolment.ts';
import { housekeepingSpec } from './spec/housekeeping.ts';
import { inboxSpec } from './spec/inbox.ts';
import { messagesSpec } from './spec/messages.ts';
import { organisationSpec } from './spec/organisation.ts';
import { outboxSpec } from './spec/outbox.ts';
import { refiningSpec } from './spec/refining.ts';
import { sentSpec } from './spec/sent.ts';
import { settledSpec } from './spec/settled.ts';
import { tuningSpec } from './spec/tuning.ts';

/** A place where stores can be opened, closed and opened again. */
export interface StorePlace {
  open(): LiveStore;
  /** Removes what `open` has made. */
  clear(): void;
}

/** Gives the store of the running test. */
export type CurrentStore = () => LiveStore;

export function storeSpec(name: string, makePlace: () => StorePlace): void {
  describe(`the store ${name}`, () => {
    let place: StorePlace;
    let store: LiveStore;
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
    refiningSpec(() => store);
    enrolmentSpec(() => store);
    inboxSpec(() => store);
    outboxSpec(() => store);
    attemptsSpec(() => store);
    housekeepingSpec(() => store);
  });
}
