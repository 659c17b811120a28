/** A directive after its message was edited: what the new words say stands in the place of the old ones, and what differs is told. */
import { isoOf } from '../model/deadline.ts';
import type { Directive, DirectiveChange } from '../model/directive.ts';
import { NO_PARTICULARS } from '../model/reading.ts';
import type { Evidenced } from './entry.ts';
import { withJoined } from './fold-audience.ts';
import { copiesWith, heardIn, late, saidIn, withDays, withEvidence } from './fold-parts.ts';

/** @param edits key of the message that is edited */
export function withEdit(state: Directive, copy: Evidenced, edits: string): Directive {
  const { ask, at, heardAt } = copy;
  const audience = ask.audience.unclear && !state.audience.unclear ? state.audience : ask.audience;
  const { own: _, days: __, ...rest } = state;
  const copies = (state.copies ?? []).filter((key) => key !== edits);
  return {
    ...rest,
    kind: ask.kind,
    title: ask.title,
    object: ask.object,
    deadline: ask.deadline,
    urgency: ask.urgency,
    audience,
    joined: withJoined(state, audience, heardAt ?? at),
    heard: heardIn(state.heard, ask.evidence, at),
    topics: new Set(ask.topics),
    ...withDays([], ask.days),
    particulars: ask.particulars ?? NO_PARTICULARS,
    evidence: withEvidence(state.evidence, ask.evidence),
    copies: copiesWith(copies, ask),
    changes: [...state.changes, ...differences(state, copy)],
    unsure: ask.unsure,
    confidence: ask.confidence,
    condition: ask.condition,
  };
}

/** A slip of the pen that is mended changes nothing. */
function differences({ deadline, title }: Directive, { ask, at, heardAt }: Evidenced): readonly DirectiveChange[] {
  const message = saidIn(ask);
  const [was, is] = [isoOf(deadline), isoOf(ask.deadline)];
  const moved: DirectiveChange = { at, change: 'deadline', field: 'deadline', from: was, to: is, message, ...late(heardAt) };
  const quote = ask.evidence[0]?.quote ?? null;
  const amended: DirectiveChange = { at, change: 'amend', field: 'content', from: null, to: quote, message, ...late(heardAt) };
  return [...(was === is ? [] : [moved]), ...(title === ask.title ? [] : [amended])];
}
