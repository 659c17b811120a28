/** A directive as it is for one of those asked: some may have been given more time than the others, or been let off. */
import type { Directive, DirectiveChange } from './directive.ts';

/** Without those who have been let off. */
export function stillAsked({ audience, spared }: Directive): readonly string[] {
  return spared === undefined ? audience.people : audience.people.filter((person) => !spared.has(person));
}

/** With the deadline that holds for somebody, and the changes that concern them: none any more once they have been let off. */
export function asSeenBy(directive: Directive, person: string): Directive {
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
