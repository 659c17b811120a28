/** Directives in doubt and the questions about them, for tests of refining. */
import { foldEntries } from '../../src/ledger/fold.ts';
import type { Directive } from '../../src/model/directive.ts';
import type { Envelope, Message } from '../../src/model/message.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import type { Proposal } from '../../src/model/refinement.ts';
import { type PreparedQuestion, questionOf } from '../../src/policy/refine/question.ts';
import { said, TOWNSHIP } from './chat-builders.ts';
import { anOpening } from './store-builders.ts';

type Opening = Extract<ReturnType<typeof anOpening>, { kind: 'opened' }>;
type AskGiven = Partial<Opening['ask']>;

/** The entry of an ask of a message that is unsure in everything. */
export function anUnsureOpening(envelope: Envelope, given: AskGiven = {}): Opening {
  const opening = anOpening(envelope) as Opening;
  const { platform, group, id, text } = envelope;
  const ask: Opening['ask'] = {
    ...opening.ask,
    title: '报…',
    object: ['秸秆', '统计'],
    audience: { people: ['lin', 'mei'], unclear: true },
    evidence: [{ platform, group, id, quote: text, span: [0, text.length] }],
    unsure: true,
    ...given,
  };
  return { ...opening, ask, issuer: { id: envelope.sender.id, name: envelope.sender.name, person: null } };
}

export function anUnsureDirective(envelope: Envelope, given: AskGiven = {}): Directive {
  const directive = foldEntries([anUnsureOpening(envelope, given)]);
  if (directive === null) throw new Error('nothing opens it');
  return directive;
}

export function stored(envelopes: readonly Envelope[]): readonly Message[] {
  return envelopes.map((envelope, index) => ({ ...envelope, seq: index + 1 }));
}

/** The question about the first of the messages. */
export function aQuestion(text: string, around: readonly Envelope[] = [], org: Organisation = TOWNSHIP): PreparedQuestion | null {
  const envelope = said('m1', 'bo', '2026-11-16 09:00', text);
  const directive = anUnsureDirective(envelope);
  return questionOf(directive, {
    org,
    mode: 'all-directives',
    messages: stored([envelope, ...around]),
    names: [],
    namesTime: () => true,
    nearest: null,
  });
}

export function aProposal(given: Partial<Proposal> = {}): Proposal {
  return { verdict: 'asks', quote: '', title: null, deadline: null, people: [], ...given };
}
