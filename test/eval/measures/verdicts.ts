/** What each message was taken for. Kinds of noise are one: taking praise for a greeting harms nobody. */
import { type Label, MUST_KEEP, NOISE, SHOULD_KEEP } from '../../../src/model/label.ts';
import type { Replayed, VerdictDocument } from '../documents.ts';
import { check, count, countUp, type Measure, share } from '../measure.ts';
import type { LabelledMessage, Scenario } from '../scenario.ts';

interface Judged {
  readonly message: LabelledMessage;
  readonly verdict: VerdictDocument;
}

export function verdictMeasures({ messages }: Scenario, { verdicts }: Replayed): readonly Measure[] {
  const judged: Judged[] = [];
  const missing: LabelledMessage[] = [];
  for (const message of messages.values()) {
    const verdict = verdicts.get(message.id);
    if (verdict === undefined) missing.push(message);
    else judged.push({ message, verdict });
  }
  const labelled = (labels: ReadonlySet<Label>) => judged.filter(({ message }) => labels.has(message.label));
  const confused = judged.filter((one) => !isRight(one));
  const unsure = judged.filter(({ verdict }) => verdict.unsure).length;
  return [
    count(
      'missing',
      missing.map(({ id, label, text }) => ({ what: 'no verdict', subject: id, details: [label, beginning(text)] })),
    ),
    share('directives kept', labelled(new Set<Label>(['directive'])).map(silentKeptCheck)),
    share(
      'must-keep kept',
      labelled(MUST_KEEP).map((one) => keptCheck(one, true, 'DROPPED')),
    ),
    share(
      'should-keep kept',
      labelled(SHOULD_KEEP).map((one) => keptCheck(one, true, 'dropped')),
    ),
    share(
      'noise removed',
      labelled(NOISE).map((one) => keptCheck(one, false, 'leaked')),
    ),
    share(
      'label right (noise as one)',
      judged.map((one) => ({ good: isRight(one), miss: null })),
    ),
    { kind: 'share', name: 'unsure', good: unsure, total: messages.size, misses: [] },
    {
      kind: 'breakdown',
      name: 'top confusions',
      counts: countUp(confused.map(({ message, verdict }) => [`${message.label}>${verdict.label}`, 1])),
    },
  ];
}

/** The must-keep check tells the misses of directives too. */
function silentKeptCheck({ verdict }: Judged) {
  return { good: verdict.keep, miss: null };
}

function keptCheck({ message, verdict }: Judged, keep: boolean, what: string) {
  return check(verdict.keep === keep, what, message.id, message.label, verdict.label, beginning(message.text));
}

function isRight({ message, verdict }: Judged): boolean {
  return message.label === verdict.label || (NOISE.has(message.label) && NOISE.has(verdict.label));
}

function beginning(text: string): string {
  return text.slice(0, 90);
}
