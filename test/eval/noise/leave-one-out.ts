/** Leave-one-chat-out: each chat judged by a model, and by thresholds, that never saw it. */
import {
  examplesOf,
  exchangeExamplesOf,
  type LabelledChat,
  type LabelledPhrase,
  phraseExamplesOf,
} from '../../../src/flow/training-examples.ts';
import { type Turn, turnReader } from '../../../src/flow/turns.ts';
import { LABELS } from '../../../src/model/label.ts';
import { byTime, groupKey, messageKey } from '../../../src/model/message.ts';
import type { WorkCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import { circumstancesOf } from '../../../src/reading/noise/circumstances.ts';
import { decide } from '../../../src/reading/noise/decide.ts';
import { opensBurst, opensTask } from '../../../src/reading/noise/join-turn.ts';
import { chanceReader, noiseJudge } from '../../../src/reading/noise/judge.ts';
import type { NoiseModel } from '../../../src/reading/noise/model/weights.ts';
import type { Rule } from '../../../src/reading/noise/rule.ts';
import type { Judge } from '../../../src/reading/noise/rule-set.ts';
import { fitTemperature, tempered } from '../../../src/reading/noise/train/calibrate.ts';
import { fitGuard } from '../../../src/reading/noise/train/guard.ts';
import type { HeldOut } from '../../../src/reading/noise/train/held-out.ts';
import { trainModel } from '../../../src/reading/noise/train/index.ts';
import type { Decided } from '../../../src/reading/noise/train/measures.ts';
import { readTurn } from '../../../src/reading/read-turn.ts';
import type { MessageView } from '../../../src/reading/view.ts';
import { judgeAlone, textsOf } from './lone-messages.ts';

/** How many messages of a chat are looked through for the same sender's next one. */
const NEXT_REACH = 200;

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
    if (label !== undefined) heldOut.push({ chat: chat.name, view, chances, label, circumstances, opensTask: false, opensBurst: false });
    return { platform, group, id, ...decide(chances, model.guard, circumstances), reasons: [] };
  });
  return heldOut.map((one, index) => ({ ...one, ...joining(one, heldOut, index) }));
}

/** What the sender's next message makes of this one. */
function joining({ view }: HeldOutMessage, all: readonly HeldOutMessage[], index: number): Pick<HeldOut, 'opensTask' | 'opensBurst'> {
  const { message } = view;
  const next = all
    .slice(index + 1, index + NEXT_REACH)
    .find((other) => other.view.message.sender.id === message.sender.id && groupKey(other.view.message) === groupKey(message));
  if (next === undefined) return { opensTask: false, opensBurst: false };
  const isTask = LABELS[next.chances.indexOf(Math.max(...next.chances))] === 'directive';
  return { opensTask: isTask && opensTask(view, next.view), opensBurst: opensBurst(view, next.view) };
}

export interface Corpus {
  readonly chats: readonly LabelledChat[];
  /** Belong to no chat. Each model that leaves a chat out leaves a part of them out as well. */
  readonly phrases: readonly LabelledPhrase[];
  /** Belong to no chat, and nothing is measured on them: every model learns from all of them. */
  readonly exchanges: LabelledChat;
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

export function foldsOf(
  corpus: Corpus,
  rules: readonly Rule[],
  calendar: WorkCalendar,
  told: (name: string) => void = () => {},
): readonly Fold[] {
  const without = modelStore(corpus, rules, calendar);
  return corpus.chats.map((chat, index) => {
    told(chat.name);
    const model = without(index);
    return { name: chat.name, model, ...unseenBy(model, corpus, index, rules, calendar) };
  });
}

function unseenBy(model: NoiseModel, { chats, phrases }: Corpus, index: number, rules: readonly Rule[], calendar: WorkCalendar): Unseen {
  const chat = chats[index];
  if (chat === undefined) return { chat: [], alone: [] };
  const lone = [...textsOf(chat), ...phrases.filter((_, place) => place % chats.length === index)];
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
): readonly DecidedMessage[] {
  const { chats } = corpus;
  const without = modelStore(corpus, rules, calendar);
  const judged = (chat: number, ...unseen: readonly number[]): Unseen => unseenBy(without(chat, ...unseen), corpus, chat, rules, calendar);
  const loose = strict ? [] : chats.map((_, index) => judged(index));
  return chats.flatMap((chat, index) => {
    const others = strict ? chats.flatMap((_other, other) => (other === index ? [] : [judged(other, index)])) : loose;
    const model = tuned(without(index), others);
    return finalVerdicts(chat, noiseJudge({ id: model.id, rules, model }), calendar);
  });
}

/** Models trained without some chats, each trained once. */
function modelStore(
  { chats, phrases, exchanges }: Corpus,
  rules: readonly Rule[],
  calendar: WorkCalendar,
): (...unseen: readonly number[]) => NoiseModel {
  const examples = chats.map((chat) => examplesOf(chat, rules, calendar));
  const lone = phraseExamplesOf(phrases, rules, calendar);
  const said = exchangeExamplesOf(exchanges, rules, calendar);
  const models = new Map<string, NoiseModel>();
  return (...unseen) => {
    const key = unseen
      .toSorted((a, b) => a - b)
      .map((index) => chats[index]?.name)
      .join('-');
    const known = models.get(key);
    if (known !== undefined) return known;
    const seen = examples.filter((_, index) => !unseen.includes(index));
    const isSeen = (_: unknown, place: number): boolean => !unseen.includes(place % chats.length);
    const model = trainModel(
      {
        chat: [...seen.flatMap(({ chat }) => chat), ...lone.chat.filter(isSeen), ...said.chat],
        alone: [...seen.flatMap(({ alone }) => alone), ...lone.alone.filter(isSeen)],
      },
      `without-${key}`,
    );
    models.set(key, model);
    return model;
  };
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
