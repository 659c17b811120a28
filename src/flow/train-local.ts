/**
 * Learning from all corrections. What is learned is rehearsed like a change of the rules and kept as a version: the shipped model's
 * file is never touched. It is weakened until it drops nothing that must be kept of the last days and of the chats that are shipped.
 */

import { DAY, HOUR } from '../model/instant.ts';
import { MUST_KEEP } from '../model/label.ts';
import { byTime, type Envelope, groupKey, type Message, messageKey } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import { type Correction, type LocalModel, NO_OVERLAY, type RuleOverlay } from '../model/tuning.ts';
import { unnamed } from '../policy/rehearsal.ts';
import type { Store } from '../ports/store.ts';
import { noiseJudge } from '../reading/noise/judge.ts';
import { withDeltas } from '../reading/noise/model/deltas.ts';
import { featureReader } from '../reading/noise/model/features.ts';
import { scorer } from '../reading/noise/model/scorer.ts';
import { gramShare, type NoiseModel } from '../reading/noise/model/weights.ts';
import { holding, isCorrected, type TunedRuleSet, tunedJudge, tunedRules } from '../reading/noise/overlay.ts';
import type { Judge } from '../reading/noise/rule-set.ts';
import { type Deltas, type Lesson, learnDeltas, scaledDeltas } from '../reading/noise/train/deltas.ts';
import type { MessageView } from '../reading/view.ts';
import type { ChangeOutcome, ChangeSettings } from './change-rule.ts';
import { rehearse } from './rehearse.ts';
import { runningRules } from './rule-book.ts';
import { turnReader } from './turns.ts';

export interface AnchorChat {
  readonly org: Organisation;
  readonly envelopes: readonly Envelope[];
}

export interface LocalTraining {
  readonly corrections: number;
  /** How many of them the model judges right by itself, before and after. */
  readonly rightBefore: number;
  readonly rightAfter: number;
  readonly anchors: number;
  readonly weights: number;
  /** Below 1 where more would have dropped what must be kept. */
  readonly strength: number;
}

export type TrainOutcome =
  | { readonly kind: 'nothing'; readonly why: 'no-corrections' | 'no-model' }
  | { readonly kind: 'trained'; readonly training: LocalTraining; readonly outcome: ChangeOutcome };

const BEFORE = 8 * HOUR;
const ANCHOR_DAYS = 14;
const MOST_ANCHORS = 20_000;
const WEAKER = 0.7;
const WEAKEST = 0.05;

interface Seen {
  readonly lesson: Lesson;
  readonly view: MessageView;
}

/** @param chats shipped chats, whose verdicts are to stay as they are */
export async function trainLocal(
  store: Store,
  chats: readonly AnchorChat[],
  settings: ChangeSettings,
  save: boolean,
): Promise<TrainOutcome> {
  const { shipped } = settings;
  const corrections = holding(await store.corrections());
  if (corrections.length === 0) return { kind: 'nothing', why: 'no-corrections' };
  const versions = await store.ruleVersions();
  const overlay = versions.at(-1)?.overlay ?? NO_OVERLAY;
  const base = tunedRules(shipped, { overlay, version: null, corrections: await store.corrections(), model: null });
  if (base.model === undefined) return { kind: 'nothing', why: 'no-model' };
  const corrected = await correctedLessons(store, corrections, base, base.model, settings);
  const anchors = [
    ...(await storeAnchors(store, base, base.model, settings)),
    ...chats.flatMap((chat) => chatAnchors(chat, base, settings)),
  ];
  const learned = learnDeltas(
    [...corrected, ...anchors].map(({ lesson }) => lesson),
    base.model,
  );
  const { deltas, strength } = harmless(learned, anchors, base, base.model);
  const { at, by, reason } = settings;
  const local: Omit<LocalModel, 'number'> = { at, by, reason, base: base.model.id, corrections: corrections.length, ...deltas };
  const judge = noiseJudge({ ...base, model: withDeltas(base.model, { ...local, number: 0 }) });
  const training: LocalTraining = {
    corrections: corrected.length,
    rightBefore: rightIn(corrected, noiseJudge(base)),
    rightAfter: rightIn(corrected, judge),
    anchors: anchors.length,
    weights: deltas.grams.length + deltas.signals.length,
    strength,
  };
  return { kind: 'trained', training, outcome: await adopt(store, local, overlay, versions.at(-1)?.number ?? 0, settings, save) };
}

async function adopt(
  store: Store,
  local: Omit<LocalModel, 'number'>,
  overlay: RuleOverlay,
  after: number,
  settings: ChangeSettings,
  save: boolean,
): Promise<ChangeOutcome> {
  const running = await runningRules(store, settings.shipped);
  const draft = tunedRules(settings.shipped, {
    overlay,
    version: 'draft',
    corrections: await store.corrections(),
    model: { ...local, number: 0 },
  });
  const rehearsal = await rehearse(store, running, draft, settings);
  const hidden = unnamed(rehearsal.hidden, settings.evenIf);
  if (hidden.length > 0) return { kind: 'hides', rehearsal, unnamed: hidden };
  if (!save) return { kind: 'rehearsed', rehearsal };
  const model = await store.addLocalModel(local);
  const { at, by, reason } = settings;
  const version = await store.addRuleVersion(after, { at, by, reason, restores: null, overlay: { ...overlay, model } });
  return version === null ? { kind: 'overtaken' } : { kind: 'saved', rehearsal, version };
}

/** Weakens the differences until no anchor that must be kept is dropped. */
function harmless(
  learned: Deltas,
  anchors: readonly Seen[],
  base: TunedRuleSet,
  model: NoiseModel,
): { readonly deltas: Deltas; readonly strength: number } {
  const before = noiseJudge(base);
  const precious = anchors.filter(({ view }) => {
    const { keep, label } = before(view);
    return keep && MUST_KEEP.has(label);
  });
  for (let strength = 1; strength > WEAKEST; strength *= WEAKER) {
    const deltas = strength === 1 ? learned : scaledDeltas(learned, strength);
    const judge = noiseJudge({ ...base, model: withDeltas(model, { ...NOBODY, base: model.id, ...deltas }) });
    if (precious.every(({ view }) => judge(view).keep)) return { deltas, strength };
  }
  return { deltas: { grams: [], signals: [] }, strength: 0 };
}

const NOBODY = { number: 0, at: 0, by: '', reason: '', corrections: 0 };

function rightIn(seen: readonly Seen[], judge: Judge): number {
  return seen.filter(({ lesson, view }) => judge(view).label === lesson.label).length;
}

/** Each corrected message among its neighbours. */
async function correctedLessons(
  store: Store,
  corrections: readonly Correction[],
  rules: TunedRuleSet,
  model: NoiseModel,
  { org, calendar }: ChangeSettings,
): Promise<readonly Seen[]> {
  const lessonOf = lessonReader(rules, model);
  const seen: Seen[] = [];
  for (const correction of corrections) {
    const [message] = await store.findMessages(correction.id, correction);
    if (message === undefined) continue;
    const neighbours = (await store.messagesBetween(message.sentAt - BEFORE, message.sentAt)).filter(
      (one) => groupKey(one) === groupKey(message),
    );
    const judge = tunedJudge(rules);
    const reader = turnReader(org, calendar, (view) => {
      if (messageKey(view.message) === messageKey(message)) seen.push({ view, lesson: lessonOf(view, correction.label) });
      return judge(view);
    });
    for (const one of neighbours) reader.take(one);
  }
  return seen;
}

async function storeAnchors(
  store: Store,
  rules: TunedRuleSet,
  model: NoiseModel,
  { org, calendar }: ChangeSettings,
): Promise<readonly Seen[]> {
  const last = (await store.timeRange())?.last ?? 0;
  const messages = await store.messagesBetween(last - ANCHOR_DAYS * DAY, last);
  return anchorsIn(messages.slice(-MOST_ANCHORS), rules, model, org, calendar);
}

function chatAnchors({ org, envelopes }: AnchorChat, rules: TunedRuleSet, { calendar }: ChangeSettings): readonly Seen[] {
  const messages = envelopes.toSorted(byTime).map((envelope, index): Message => ({ ...envelope, seq: index + 1 }));
  return rules.model === undefined ? [] : anchorsIn(messages, rules, rules.model, org, calendar);
}

/** Messages that no correction speaks of. */
function anchorsIn(
  messages: readonly Message[],
  rules: TunedRuleSet,
  model: NoiseModel,
  org: Organisation,
  calendar: ChangeSettings['calendar'],
): readonly Seen[] {
  const lessonOf = lessonReader(rules, model);
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

function lessonReader({ rules }: TunedRuleSet, model: NoiseModel): (view: MessageView, label: Lesson['label']) => Lesson {
  const read = featureReader(rules);
  const { score } = scorer(model, rules);
  return (view, label) => {
    const features = read(view);
    const signals = [...features.signals.subarray(0, features.signalCount), ...features.hitHashes.subarray(0, features.hitCount)];
    return {
      grams: features.grams.slice(0, features.gramCount),
      gramShare: gramShare(features.folded.count),
      signals: Int32Array.from(signals),
      scores: score(features).slice(),
      label,
    };
  };
}
