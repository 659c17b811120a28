/**
 * What is believed of a proposal. Every claim must be words of the asked messages, found there to the letter; a deadline must be what
 * our own reader makes of them; people must be named in them and be of the roster. Nothing is ever dropped: "nothing" leaves things as
 * they are, so that neither a mistake nor words in a chat that speak to the model can make an item vanish.
 */
import type { Deadline } from '../../model/deadline.ts';
import type { Message } from '../../model/message.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Proposal, Refinement } from '../../model/refinement.ts';
import { type Span, sliceSpan } from '../../model/span.ts';
import { masker, PLACEHOLDER } from './mask.ts';
import type { PreparedQuestion } from './question.ts';
import { placeOf, quotedAt } from './quoted.ts';
import { sameIn } from './same.ts';

export type Accepted = Omit<Refinement, 'key' | 'at'>;

/** The deadline that our own reader finds in a part of a message, read where it stands; null where it finds none. */
export type ReadDeadline = (message: Message, span: Span) => Deadline | null;

const SHORTEST_TITLE = 4;
const LONGEST_TITLE = 30;

/** Null where nothing of it is of use: the unsure reading stands. */
export function judgeProposal(
  prepared: PreparedQuestion,
  proposal: Proposal,
  org: Organisation,
  readDeadline: ReadDeadline,
): Accepted | null {
  const told = readingIn(prepared, proposal, org, readDeadline);
  const same = sameIn(prepared, proposal);
  if (same === null) return told;
  return { ...(told ?? { ...NOTHING_READ, directive: prepared.directive.id, ...same.own }), same: same.other };
}

const NOTHING_READ = { asks: false, title: null, deadline: null, people: [] } as const;

function readingIn(prepared: PreparedQuestion, proposal: Proposal, org: Organisation, readDeadline: ReadDeadline): Accepted | null {
  const { directive, question } = prepared;
  if (proposal.verdict === 'nothing') return null;
  const quoted = placeOf(prepared.asked, proposal.quote);
  if (quoted === null) return null;
  const accepted: Accepted = {
    directive: directive.id,
    ...quotedAt(quoted),
    asks: directive.unsure && proposal.verdict === 'asks' && isAboutIt(sliceSpan(quoted.message.text, quoted.span), prepared),
    title: question.doubts.includes('title') ? titleOf(prepared, proposal, org) : null,
    deadline: question.doubts.includes('deadline') && proposal.verdict === 'asks' ? deadlineOf(prepared, proposal, readDeadline) : null,
    people: question.doubts.includes('audience') && proposal.verdict === 'asks' ? peopleOf(prepared, proposal) : [],
  };
  const says = accepted.asks || accepted.title !== null || accepted.deadline !== null || accepted.people.length > 0;
  return says ? accepted : null;
}

/** A title is seen by people outside the group too: nothing that belongs to somebody stands in it but names. */
function titleOf(prepared: PreparedQuestion, { title }: Proposal, org: Organisation): string | null {
  if (title === null) return null;
  const place = placeOf(prepared.asked, title.trim());
  if (place === null) return null;
  const words = sliceSpan(place.message.text, place.span).trim();
  const length = [...words].length;
  if (length < SHORTEST_TITLE || length > LONGEST_TITLE || /[\n\r。!?！？]./u.test(words) || PLACEHOLDER.test(words)) return null;
  if (/⟦(?!人)/u.test(masker(org, []).mask(words).text)) return null;
  return isAboutIt(words, prepared) ? words : null;
}

/** A sentence beside the matter is no title of it, and shows of no matter that it is asked: it shares a word of two characters with what was read as its object. */
function isAboutIt(words: string, { directive }: PreparedQuestion): boolean {
  return directive.object.length === 0 || directive.object.some((topic) => topic.length > 1 && words.includes(topic));
}

function deadlineOf(prepared: PreparedQuestion, { deadline }: Proposal, readDeadline: ReadDeadline): Deadline | null {
  if (deadline === null || prepared.directive.deadline !== null) return null;
  const place = placeOf(prepared.asked, deadline.quote);
  if (place === null) return null;
  const read = readDeadline(place.message, place.span);
  return read !== null && read.day === deadline.day ? read : null;
}

/** It only becomes clear to those who see it anyway. */
function peopleOf({ people, directive }: PreparedQuestion, proposal: Proposal): readonly string[] {
  const ids = proposal.people.map((placeholder) => people.get(placeholder));
  return [...new Set(ids)].filter((id) => id !== undefined && directive.audience.people.includes(id)) as readonly string[];
}
