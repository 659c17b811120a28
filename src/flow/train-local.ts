/**
 * Learning from all corrections. What is learned is rehearsed like a change of the rules and kept as a version: the shipped model's
 * file is never touched. It is weakened until it drops nothing that must be kept of the last days and of the chats that are shipped.
 */
import { type LocalModel, NO_OVERLAY, type RuleOverlay } from '../model/tuning.ts';
import { unnamed } from '../policy/rehearsal.ts';
import type { Store } from '../ports/store.ts';
import { noiseJudge } from '../reading/noise/judge.ts';
import { withDeltas } from '../reading/noise/model/deltas.ts';
import { DRAFT, holding, tunedRules } from '../reading/noise/overlay.ts';
import type { Judge } from '../reading/noise/rule-set.ts';
import { learnDeltas } from '../reading/noise/train/deltas.ts';
import { harmlessDeltas } from '../reading/noise/train/harmless.ts';
import { type ChangeOutcome, type ChangeSettings, withConfirmed } from './change-rule.ts';
import { type AnchorChat, chatAnchors, correctedLessons, type LessonRules, type Seen, storeAnchors } from './lessons.ts';
import { rehearse } from './rehearse.ts';
import { bareRules } from './rule-book.ts';

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

/** @param chats shipped chats, whose verdicts are to stay as they are */
export async function trainLocal(
  store: Store,
  chats: readonly AnchorChat[],
  settings: ChangeSettings,
  save: boolean,
): Promise<TrainOutcome> {
  const corrections = await store.corrections();
  if (holding(corrections).length === 0) return { kind: 'nothing', why: 'no-corrections' };
  const newest = (await store.ruleVersions()).at(-1);
  const overlay = newest?.overlay ?? NO_OVERLAY;
  const { model, ...tuned } = tunedRules(settings.shipped, { overlay, version: null, corrections, model: null });
  if (model === undefined) return { kind: 'nothing', why: 'no-model' };
  const base: LessonRules = { ...tuned, model };
  const corrected = await correctedLessons(store, holding(corrections), base, settings);
  const anchors = [...(await storeAnchors(store, base, settings)), ...chats.flatMap((chat) => chatAnchors(chat, base, settings))];
  const { local, training } = learn(corrected, anchors, base, settings);
  return { kind: 'trained', training, outcome: await adopt(store, local, overlay, newest?.number ?? 0, settings, save) };
}

interface Learned {
  readonly local: Omit<LocalModel, 'number'>;
  readonly training: LocalTraining;
}

function learn(corrected: readonly Seen[], anchors: readonly Seen[], base: LessonRules, { at, by, reason }: ChangeSettings): Learned {
  const lessons = [...corrected, ...anchors].map(({ lesson }) => lesson);
  const views = anchors.map(({ view }) => view);
  const { deltas, strength } = harmlessDeltas(learnDeltas(lessons, base.model), views, base);
  const local = { at, by, reason, base: base.model.id, corrections: corrected.length, ...deltas };
  const training = {
    corrections: corrected.length,
    rightBefore: rightIn(corrected, noiseJudge(base)),
    rightAfter: rightIn(corrected, noiseJudge({ ...base, model: withDeltas(base.model, { ...local, number: 0 }) })),
    anchors: anchors.length,
    weights: deltas.grams.length + deltas.signals.length,
    strength,
  };
  return { local, training };
}

async function adopt(
  store: Store,
  local: Omit<LocalModel, 'number'>,
  overlay: RuleOverlay,
  after: number,
  settings: ChangeSettings,
  save: boolean,
): Promise<ChangeOutcome> {
  const running = await bareRules(store, settings.shipped);
  const draft = tunedRules(settings.shipped, {
    overlay,
    version: DRAFT,
    corrections: await store.corrections(),
    model: { ...local, number: 0 },
  });
  const rehearsal = await rehearse(store, running, draft, settings);
  const hidden = unnamed(rehearsal.hidden, settings.evenIf);
  if (hidden.length > 0) return { kind: 'hides', rehearsal, unnamed: hidden };
  if (!save) return { kind: 'rehearsed', rehearsal };
  const model = await store.addLocalModel(local);
  const { at, by, reason } = settings;
  const version = await store.addRuleVersion(after, {
    at,
    by,
    reason,
    restores: null,
    overlay: withConfirmed({ ...overlay, model }, rehearsal),
  });
  return version === null ? { kind: 'overtaken' } : { kind: 'saved', rehearsal, version };
}

function rightIn(seen: readonly Seen[], judge: Judge): number {
  return seen.filter(({ lesson, view }) => judge(view).label === lesson.label).length;
}
