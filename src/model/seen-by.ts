/** A directive as it is for one of those asked: some may have been given more time than the others, or been let off. */
import type { Directive, DirectiveChange } from './directive.ts';

/** Without those who have been let off. */
export function stillAsked({ audience, spared }: Directive): readonly string[] {
  return spared === undefined ? audience.people : audience.people.filter((person) => !spared.has(person));
}

/** Those whom it asks, and those whom it may ask. */
export function mayBeAsked({ audience: { people, perhaps } }: Pick<Directive, 'audience'>): readonly string[] {
  return perhaps === undefined ? people : [...people, ...Object.keys(perhaps)];
}

/**
 * With the deadline that holds for somebody, and the changes that concern them: none any more once they have been let off. Of a bare order
 * that others took on it can't be told whether it is theirs as well, nor of one of whom that can't be told from its words.
 */
export function asSeenBy(known: Directive, person: string): Directive {
  const directive = !known.unsure && (isPerhapsOf(known, person) || isTakenOnByOthers(known, person)) ? { ...known, unsure: true } : known;
  const own = directive.own?.get(person);
  const spared = directive.spared?.get(person);
  const concerns = ({ people, at }: DirectiveChange): boolean => (people === undefined || people.includes(person)) && at <= (spared ?? at);
  if (own === undefined && spared === undefined && directive.changes.every(concerns)) return directive;
  return {
    ...directive,
    deadline: own ?? directive.deadline,
    changes: directive.changes.filter(concerns),
    ...(spared === undefined ? {} : { status: 'cancelled', closedAt: spared }),
  };
}

/** Of whom it can't be told whether it asks them. */
export function isPerhapsOf({ audience: { perhaps } }: Directive, person: string): boolean {
  return perhaps !== undefined && Object.hasOwn(perhaps, person);
}

/** It may well ask them, so that it is told once more before its time, and at once where no digest comes before. */
export function isRatherOf(known: Directive, person: string): boolean {
  return perhapsChance(known, person) >= RATHER;
}

const RATHER = 0.3;

/** Of one who isn't asked for sure. */
export function perhapsChance({ audience: { perhaps } }: Directive, person: string): number {
  return perhaps !== undefined && Object.hasOwn(perhaps, person) ? (perhaps[person] ?? 0) : 0;
}

/** "闸落下来", to nobody by name: as long as this at most. */
const BARE = 12;
/** What as many have answered was for everybody who reads it. */
const MANY = 3;

function isTakenOnByOthers({ kind, audience, evidence: [first], answers }: Directive, person: string): boolean {
  if (kind !== 'directive' || !audience.unclear || (first?.quote ?? '').length > BARE) return false;
  const answered = new Set(answers.map((answer) => answer.person));
  return answered.size > 0 && answered.size < MANY && !answered.has(person);
}
