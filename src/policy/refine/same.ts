/** What is believed where a refiner says that two items are one: words of both, about both, and nothing that speaks against it. */
import type { Directive } from '../../model/directive.ts';
import type { Proposal, Refinement } from '../../model/refinement.ts';
import { mayBeOne } from './one-task.ts';
import type { PreparedQuestion } from './question.ts';
import { placeOf, type Quoted, quotedAt } from './quoted.ts';

export interface Same {
  /** Words of the item that was asked about. */
  readonly own: Quoted;
  readonly other: NonNullable<Refinement['same']>;
}

export function sameIn({ question, directive, asked, other }: PreparedQuestion, { same }: Proposal): Same | null {
  if (same == null || other === null || !question.doubts.includes('same')) return null;
  if (!mayBeOne(directive, other.directive)) return null;
  const [own, theirs] = [placeOf(asked, same.quote), placeOf(other.asked, same.other)];
  if (own === null || theirs === null) return null;
  const [ownWords, theirWords] = [quotedAt(own), quotedAt(theirs)];
  if (!nameOneThing(ownWords.quote, theirWords.quote, directive, other.directive)) return null;
  return { own: ownWords, other: { directive: other.directive.id, ...theirWords } };
}

/** Any words of the one beside any of the other show nothing: both quotes hold something that both items are about. */
function nameOneThing(a: string, b: string, one: Directive, other: Directive): boolean {
  return [...one.topics.keys()].some((topic) => topic.length > 1 && other.topics.has(topic) && a.includes(topic) && b.includes(topic));
}
