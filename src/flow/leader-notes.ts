/** What a leader's digest holds beside its items; nothing for anybody else. */
import { type DigestWindow, isStanding, knownSince } from '../digest/select.ts';
import { duplicatesOf } from '../ledger/duplicates.ts';
import { reachesOf } from '../ledger/reach.ts';
import type { LedgerState } from '../ledger/state.ts';
import type { Digest } from '../model/digest.ts';
import type { Directive } from '../model/directive.ts';
import type { Organisation, Person } from '../model/organisation.ts';
import type { Reach } from '../model/reach.ts';

export function leaderNotes(
  ledger: LedgerState,
  reader: Person,
  org: Organisation,
  window: DigestWindow,
): Pick<Digest, 'receipts' | 'duplicates'> {
  if (!reader.roles.includes('leader')) return {};
  const stands = (directive: Directive): boolean => knownSince(directive) <= window.to && isStanding(directive, reader, org, window);
  const receipts = reachesOf(ledger, reader.id, org).filter(({ directive }) => isSaidToWhom(directive) && stands(directive));
  const duplicates = duplicatesOf(ledger.directives, stands);
  return {
    ...(receipts.length === 0 ? {} : { receipts: receipts.map(noteOf) }),
    ...(duplicates.length === 0 ? {} : { duplicates }),
  };
}

/** Where it is unclear who is asked, nobody is missing. */
function isSaidToWhom({ audience, unsure }: Directive): boolean {
  return !audience.unclear && !unsure;
}

function noteOf({ directive, asked, reached, missing, reminded }: Reach): NonNullable<Digest['receipts']>[number] {
  return {
    item: directive.id,
    title: directive.title,
    asked,
    reached,
    missing: missing.map(({ name }) => name),
    reminded: reminded.map(({ person, state }) => ({ name: person.name, state })),
  };
}
