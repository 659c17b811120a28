/** 重复索要: two issuers who ask, as separate jobs, for much the same data. */
import type { Directive } from '../model/directive.ts';
import type { DuplicateAsk } from '../model/leadership.ts';

/** Pairs of open directives, those with the newest of the two first. */
export function duplicatesOf(
  directives: ReadonlyMap<string, Directive>,
  isStanding: (directive: Directive) => boolean,
): readonly DuplicateAsk[] {
  const isAsked = (one: Directive): boolean => one.kind === 'directive' && one.status === 'open' && !one.unsure && isStanding(one);
  return [...directives.values()]
    .filter((later) => later.similarTo.length > 0 && isAsked(later))
    .toSorted((a, b) => b.openedAt - a.openedAt || (a.id < b.id ? -1 : 1))
    .flatMap((later) =>
      later.similarTo.flatMap((id) => {
        const earlier = directives.get(id);
        return earlier !== undefined && isAsked(earlier) && isSameJobOfOthers(earlier, later) ? [pairOf(earlier, later)] : [];
      }),
    );
}

/** Near things of one office are its parts, and nearness of time or people alone is no asking twice: their titles must name one thing. */
function isSameJobOfOthers(a: Directive, b: Directive): boolean {
  return !isOfOneVoice(a, b) && a.object.some((topic) => b.object.includes(topic)) && askSomebodyTwice(a, b);
}

/** Two that ask for one leader, neither of whom it is, still ask twice. */
function isOfOneVoice(a: Directive, b: Directive): boolean {
  return (
    a.issuer.id === b.issuer.id ||
    a.voices.some((voice) => b.voices.includes(voice) && (voice === a.issuer.person || voice === b.issuer.person))
  );
}

function askSomebodyTwice({ audience: a }: Directive, { audience: b }: Directive): boolean {
  const asked = new Set(a.people);
  return b.people.some((person) => asked.has(person));
}

function pairOf(a: Directive, b: Directive): DuplicateAsk {
  return { items: [a.id, b.id], titles: [a.title, b.title], issuers: [a.issuer.name, b.issuer.name] };
}
