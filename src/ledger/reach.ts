/**
 * How far an issuer's own directives have reached: how many have answered, and who has not. Unranked, without times of answers; a
 * directive that is closed has no such view any more.
 */
import type { Directive } from '../model/directive.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Reach } from '../model/reach.ts';

export function reachesOf(directives: Iterable<Directive>, issuer: string, org: Organisation): readonly Reach[] {
  return [...directives]
    .filter((one) => one.status === 'open' && one.issuer.person === issuer && isTask(one))
    .toSorted((a, b) => compareDue(a, b) || a.openedAt - b.openedAt)
    .map((directive) => reachOf(directive, org));
}

export function reachOf(directive: Directive, org: Organisation): Reach {
  const asked = new Set(directive.audience.people.filter((person) => person !== directive.issuer.person));
  const answered = new Set(directive.answers.map(({ person }) => person));
  const missing = org.people.filter(({ id }) => asked.has(id) && !answered.has(id));
  return { directive, asked: asked.size, reached: asked.size - missing.length, missing };
}

function isTask({ kind }: Directive): boolean {
  return kind === 'directive' || kind === 'meeting';
}

/** What is due sooner first; what has no deadline last. */
function compareDue({ deadline: a }: Directive, { deadline: b }: Directive): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.at - b.at;
}
