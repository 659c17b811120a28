/**
 * Step two: atoms to phrases. Atoms that stand together become one phrase (`join.ts`), which takes the edge that follows it
 * (`edge.ts`); then ranges and lists are made (`group.ts`), and what a phrase leaves out is taken from the one before it
 * (`context.ts`). What a phrase means as an instant is `resolve.ts`.
 */
import type { Atom } from '../atoms/atom.ts';
import type { Frame } from '../frame.ts';
import { linkPhrases } from './context.ts';
import { withEdge } from './edge.ts';
import { joinRanges, shareInLists } from './group.ts';
import { join, startSlots } from './join.ts';
import { type Phrase, phraseOf } from './phrase.ts';

export function composePhrases(atoms: readonly Atom[], text: string, frame: Frame): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let open: Phrase | null = null;
  for (const atom of atoms) {
    const joined: Phrase | null = open === null ? null : extended(open, atom, text, frame);
    if (joined !== null) {
      open = joined;
      continue;
    }
    if (open !== null) phrases.push(withEdge(open, text));
    const slots = startSlots(atom);
    open = slots === null ? null : { ...phraseOf(atom, slots), certain: isCertain(atom) };
  }
  if (open !== null) phrases.push(withEdge(open, text));
  return linkPhrases(shareInLists(joinRanges(phrases, text), text), text, frame);
}

function extended(phrase: Phrase, atom: Atom, text: string, frame: Frame): Phrase | null {
  const slots = join(phrase.slots, atom, text.slice(phrase.coreEnd, atom.start), frame);
  if (slots === null) return null;
  const composed = phrase.steps.at(-1)?.startsWith('compose/') === true ? phrase.steps.slice(0, -1) : phrase.steps;
  const steps = [...composed, atom.id, `compose/${kindsOf(phrase)}+${atom.time.kind}`];
  return { ...phrase, slots, coreEnd: atom.end, end: atom.end, certain: phrase.certain && isCertain(atom), steps };
}

function kindsOf(phrase: Phrase): string {
  const { repeat, day, sameDay, part, clock, anchor, stretch } = phrase.slots;
  let kinds = '';
  for (const slot of [repeat, day, sameDay, stretch, part, clock, anchor]) {
    if (slot !== null) kinds += kinds === '' ? slot.kind : `+${slot.kind}`;
  }
  return kinds;
}

function isCertain(atom: Atom): boolean {
  const { time } = atom;
  return time.kind === 'day' || time.kind === 'duration' || time.kind === 'repeat' ? time.certain : true;
}
