/** Leave-one-chat-out: each chat judged by a model, and by thresholds, that never saw it. */
import type { LabelledChat } from '../../../src/flow/training-examples.ts';
import { type Turn, turnReader } from '../../../src/flow/turns.ts';
import { LABELS, type Label } from '../../../src/model/label.ts';
import { byTime, groupKey, messageKey } from '../../../src/model/message.ts';
import type { WorkCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import { circumstancesOf } from '../../../src/reading/noise/circumstances.ts';
import { decide } from '../../../src/reading/noise/decide.ts';
import { isAttached, opensBurst, opensTask } from '../../../src/reading/noise/join-turn.ts';
import { chanceReader, noiseJudge } from '../../../src/reading/noise/judge.ts';
import type { NoiseModel } from '../../../src/reading/noise/model/weights.ts';
import type { Rule } from '../../../src/reading/noise/rule.ts';
import type { Judge } from '../../../src/reading/noise/rule-set.ts';
import { fitTemperature, tempered } from '../../../src/reading/noise/train/calibrate.ts';
import { fitGuard } from '../../../src/reading/noise/train/guard.ts';
import type { HeldOut } from '../../../src/reading/noise/train/held-out.ts';
import type { Decided } from '../../../src/reading/noise/train/measures.ts';
import { readTurn } from '../../../src/reading/read-turn.ts';
import type { MessageView } from '../../../src/reading/view.ts';
import { judgeAlone, textsOf } from './lone-messages.ts';
import { type Corpus, chatOfPhrase, type Models, withModels } from './models.ts';

/** How many messages of a chat are looked through for the same sender's next one. */
const NEAR = 200;

type Joining = Pick<HeldOut, 'opensTask' | 'opensBurst' | 'attached'>;

/** Of what has no neighbours. */
export const BY_ITSELF: Joining = { opensTask: false, opensBurst: false, attached: false };

export interface HeldOutMessage extends HeldOut {
  readonly chat: string;
  readonly view: MessageView;
}

export interface DecidedMessage extends Decided {
  readonly chat: string;
  readonly view: MessageView;
  readonly confidence: number;
}

/** Reads a chat as it would be read when running: what was judged of earlier messages is what later ones see. */
export function judgeHeldOut(
  chat: LabelledChat,
  model: NoiseModel,
  rules: readonly Rule[],
  calendar: WorkCalendar,
): readonly HeldOutMessage[] {
  const chancesFor = chanceReader(model, rules);
  const heldOut: HeldOutMessage[] = [];
  readChat(chat, calendar, (view) => {
    const chances = chancesFor(view).slice();
    const { platform, group, id } = view.message;
    const label = chat.labels.get(id);
    const circumstances = circumstancesOf(view);
    if (label !== undefined) heldOut.push({ chat: chat.name, view, chances, label, circumstances, ...BY_ITSELF });
    return { platform, group, id, ...decide(chances, model.guard, circumstances), reasons: [] };
  });
  return heldOut.map((one, index) => ({ ...one, ...joining(one, heldOut, index) }));
}

/** What the sender's message before and the next one make of this one. */
function joining({ view }: HeldOutMessage, all: readonly HeldOutMessage[], index: number): Joining {
  const isNear = (other: HeldOutMessage): boolean =>
    other.view.message.sender.id === view.message.sender.id && groupKey(other.view.message) === groupKey(view.message);
  const before = all.slice(Math.max(0, index - NEAR), index).findLast(isNear);
  const next = all.slice(index + 1, index + NEAR).find(isNear);
  return {
    opensTask: next !== undefined && likeliest(next) === 'directive' && opensTask(view, next.view),
    opensBurst: next !== undefined && opensBurst(view, next.view),
    attached: before !== undefined && isAttached(view, before.view, likeliest(before)),
  };
}

function likeliest({ chances }: HeldOut): Label {
  return LABELS[chances.indexOf(Math.max(...chances))] ?? 'chitchat';
}

/** What a model says of messages that it was not trained on. */
export interface Unseen {
  readonly chat: readonly HeldOutMessage[];
  /** The chat's texts one by one, and a part of the phrases. */
  readonly alone: readonly HeldOut[];
}

export interface Fold extends Unseen {
  readonly name: string;
  readonly model: NoiseModel;
}

/**
 * Chats are judged while other models are being trained.
 * @param together how many chats in a row are left out of a model: with three there are a third as many models to train
 */
export async function foldsOf(
  corpus: Corpus,
  rules: readonly Rule[],
  calendar: WorkCalendar,
  models: Models,
  { together = 1, told = () => {} }: { readonly together?: number; readonly told?: (name: string) => void } = {},
): Promise<readonly Fold[]> {
  const partOf = (index: number): number => Math.floor(index / together);
  const places = [...corpus.chats.keys()];
  return await Promise.all(
    corpus.chats.map(async ({ name }, index) => {
      const model = await models.without(...places.filter((other) => partOf(other) === partOf(index)));
      told(name);
      return { name, model, ...unseenBy(model, corpus, index, rules, calendar) };
    }),
  );
}

function unseenBy(model: NoiseModel, corpus: Corpus, index: number, rules: readonly Rule[], calendar: WorkCalendar): Unseen {
  const chat = corpus.chats[index];
  if (chat === undefined) return { chat: [], alone: [] };
  const lone = [...textsOf(chat), ...corpus.phrases.filter((_, place) => chatOfPhrase(place, corpus) === index)];
  return { chat: judgeHeldOut(chat, model, rules, calendar), alone: judgeAlone(lone, model, rules, calendar) };
}

/** A model with the temperatures and the thresholds that fit what was held out. */
export function tuned(model: NoiseModel, unseen: readonly Unseen[]): NoiseModel {
  const inChat = unseen.flatMap(({ chat }) => chat);
  const alone = unseen.flatMap((one) => one.alone);
  const temperatures = { chat: fitTemperature(inChat), alone: fitTemperature(alone) };
  const at = (list: readonly HeldOut[], temperature: number) =>
    list.map((one) => ({ ...one, chances: tempered(one.chances, temperature) }));
  return {
    ...model,
    chat: { ...model.chat, temperature: temperatures.chat },
    alone: { ...model.alone, temperature: temperatures.alone },
    guard: fitGuard(at(inChat, temperatures.chat), at(alone, temperatures.alone)),
  };
}

/** @param strict temperature and thresholds of a chat come from the others, judged by models that did not see it either */
export function decidedMessages(
  corpus: Corpus,
  rules: readonly Rule[],
  calendar: WorkCalendar,
  strict: boolean,
): Promise<readonly DecidedMessage[]> {
  const places = [...corpus.chats.keys()];
  return withModels(corpus, rules, calendar, async ({ without }) => {
    const judged = async (chat: number, ...unseen: readonly number[]): Promise<Unseen> =>
      unseenBy(await without(chat, ...unseen), corpus, chat, rules, calendar);
    const loose = strict ? [] : await Promise.all(places.map((chat) => judged(chat)));
    const decided: DecidedMessage[] = [];
    for (const [index, chat] of corpus.chats.entries()) {
      const others = places.filter((place) => place !== index);
      const unseen = strict ? await Promise.all(others.map((other) => judged(other, index))) : loose;
      const model = tuned(await without(index), unseen);
      decided.push(...finalVerdicts(chat, noiseJudge({ id: model.id, rules, model }), calendar));
    }
    return decided;
  });
}

/** The rules learn nothing: every chat is unseen. */
export function rulesAlone(chats: readonly LabelledChat[], rules: readonly Rule[], calendar: WorkCalendar): readonly DecidedMessage[] {
  return chats.flatMap((chat) => finalVerdicts(chat, noiseJudge({ id: 'rules', rules }), calendar));
}

/** The verdicts as they stand when each turn has been read whole. */
export function finalVerdicts(chat: LabelledChat, judge: Judge, calendar: WorkCalendar): readonly DecidedMessage[] {
  const decided = new Map<string, DecidedMessage>();
  readChat(chat, calendar, judge, ({ judged }) => {
    const views = new Map(judged.map(({ view }) => [view.message.id, view]));
    for (const verdict of readTurn(judged).verdicts) {
      const gold = chat.labels.get(verdict.id);
      const view = views.get(verdict.id);
      if (gold !== undefined && view !== undefined) decided.set(messageKey(verdict), { chat: chat.name, view, gold, ...verdict });
    }
  });
  return [...decided.values()];
}

function readChat(chat: LabelledChat, calendar: WorkCalendar, judge: Judge, taken: (turn: Turn) => void = () => {}): void {
  const reader = turnReader(chat.org, calendar, judge);
  for (const [index, envelope] of chat.envelopes.toSorted(byTime).entries()) taken(reader.take({ ...envelope, seq: index + 1 }));
}
