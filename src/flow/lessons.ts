/** What learning from corrections starts from: the corrected messages, and others that hold the model back. Read by the very same turn reader. */
import { DAY, HOUR } from '../model/instant.ts';
import { byTime, type Envelope, groupKey, type Message, messageKey } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Correction } from '../model/tuning.ts';
import type { Store } from '../ports/store.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import { featureReader } from '../reading/noise/model/features.ts';
import { scorer } from '../reading/noise/model/scorer.ts';
import { gramShare, type NoiseModel } from '../reading/noise/model/weights.ts';
import { isCorrected, type TunedRuleSet, tunedJudge } from '../reading/noise/overlay.ts';
import type { Lesson } from '../reading/noise/train/deltas.ts';
import type { MessageView } from '../reading/view.ts';
import { turnReader } from './turns.ts';

/** A shipped chat, whose verdicts are to stay as they are. */
export interface AnchorChat {
  readonly org: Organisation;
  readonly envelopes: readonly Envelope[];
}

export interface Seen {
  readonly lesson: Lesson;
  readonly view: MessageView;
}

/** The rules without the local model, with the corrections. */
export type LessonRules = TunedRuleSet & { readonly model: NoiseModel };

export interface Classroom {
  readonly org: Organisation;
  readonly calendar: WorkCalendar;
}

const BEFORE = 8 * HOUR;
const ANCHOR_DAYS = 14;
const MOST_ANCHORS = 10_000;

/** Each corrected message among its neighbours. */
export async function correctedLessons(
  store: Store,
  corrections: readonly Correction[],
  rules: LessonRules,
  { org, calendar }: Classroom,
): Promise<readonly Seen[]> {
  const lessonOf = lessonReader(rules);
  const judge = tunedJudge(rules);
  const seen: Seen[] = [];
  for (const correction of corrections) {
    const [message] = await store.findMessages(correction.id, correction);
    if (message === undefined) continue;
    const before = await store.messagesBetween(message.sentAt - BEFORE, message.sentAt);
    const reader = turnReader(org, calendar, (view) => {
      if (messageKey(view.message) === messageKey(message)) seen.push({ view, lesson: lessonOf(view, correction.label) });
      return judge(view);
    });
    for (const one of before) if (groupKey(one) === groupKey(message)) reader.take(one);
  }
  return seen;
}

/** The store's last days. */
export async function storeAnchors(store: Store, rules: LessonRules, room: Classroom): Promise<readonly Seen[]> {
  const last = (await store.timeRange())?.last ?? 0;
  const messages = await store.messagesBetween(last - ANCHOR_DAYS * DAY, last);
  return anchorsIn(messages.slice(-MOST_ANCHORS), rules, room);
}

export function chatAnchors({ org, envelopes }: AnchorChat, rules: LessonRules, { calendar }: Classroom): readonly Seen[] {
  const messages = envelopes.toSorted(byTime).map((envelope, index): Message => ({ ...envelope, seq: index + 1 }));
  return anchorsIn(messages, rules, { org, calendar });
}

/** Messages that no correction speaks of. */
function anchorsIn(messages: readonly Message[], rules: LessonRules, { org, calendar }: Classroom): readonly Seen[] {
  const lessonOf = lessonReader(rules);
  const judge = tunedJudge(rules);
  const seen: Seen[] = [];
  const reader = turnReader(org, calendar, (view) => {
    const verdict = judge(view);
    if (!isCorrected(verdict)) seen.push({ view, lesson: lessonOf(view, null) });
    return verdict;
  });
  for (const message of messages) reader.take(message);
  return seen;
}

function lessonReader({ rules, model }: LessonRules): (view: MessageView, label: Lesson['label']) => Lesson {
  const read = featureReader(rules);
  const { score } = scorer(model.chat, model.ruleShare, rules);
  return (view, label) => {
    const features = read(view);
    const { signalCount, hitCount } = features;
    return {
      grams: features.grams.slice(0, features.gramCount),
      gramShare: gramShare(features.folded.count),
      signals: Int32Array.from([...features.signals.subarray(0, signalCount), ...features.hitHashes.subarray(0, hitCount)]),
      scores: score(features).slice(),
      label,
    };
  };
}
