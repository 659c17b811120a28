/**
 * The pure pipeline: the messages of one turn, with the group's recent past, to verdicts and claims.
 * Acknowledgement is seen first by the rules, then the label is judged per message, then neighbours in the turn are
 * joined (a deadline that follows, an attachment, an opening line), and only then asks, changes and answers are drawn.
 */
import type { ChangeModel } from '../model/change-model.ts';
import type { Message } from '../model/message.ts';
import { senderOf } from '../model/organisation.ts';
import type { Change, TurnReading } from '../model/reading.ts';
import { withAllMeant } from './directive/all-meant.ts';
import { answersIn } from './directive/answers.ts';
import { asksInList } from './directive/asks.ts';
import { editedAway, recallOf } from './directive/change.ts';
import { SHIPPED_CHANGES } from './directive/change-chances.ts';
import { changeBesideAsk, changesOf } from './directive/changes.ts';
import { wholeMessage } from './directive/evidence.ts';
import { mayBeChange } from './directive/latent-changes.ts';
import { soundsOff } from './directive/likeliest-kind.ts';
import { asksOfLonePart, asksOfTurn, timeBehindUpdate } from './directive/parts.ts';
import { hourOf, hourOfDay } from './directive/times-of-task.ts';
import type { Judged } from './judged.ts';
import { joinTurn } from './noise/join-turn.ts';
import type { Judge } from './noise/rule-set.ts';
import { once } from './once.ts';
import { type MessageView, type ReadingContext, readText, type TextReading, viewOf } from './view.ts';

const NOTHING_BEFORE: readonly MessageView[] = [];

/** Judges one message, given the earlier ones of its turn; `text` where it was read already. */
export function judgeMessage(
  message: Message,
  context: ReadingContext,
  before: readonly Judged[],
  judge: Judge,
  text: TextReading = readText(message, context),
): Judged {
  const turnBefore = before.length === 0 ? NOTHING_BEFORE : before.map((one) => one.view);
  const view = viewOf(message, context, senderOf(context.org, message), turnBefore, text);
  return { view, verdict: judge(view) };
}

/**
 * @param messages the judged messages of one sender in one group, in time order, at least one
 * @param changing by what it is told what an update does; the shipped one where nothing is said
 */
export function readTurn(messages: readonly Judged[], changing: ChangeModel = SHIPPED_CHANGES): TurnReading {
  const first = messages[0]?.view;
  if (first === undefined) throw new Error('a turn holds at least one message');
  const judged = joinTurn(messages).map(asAsked);
  const { platform, group, id, sender, sentAt } = first.message;
  return {
    turn: { platform, group, id },
    sender: { id: sender.id, name: first.person?.name ?? sender.name, person: first.person?.id ?? null },
    at: sentAt,
    verdicts: judged.map(({ verdict }) => verdict),
    asks: asksOfTurn(judged, changing),
    changes: judged.flatMap((one, index) => {
      const behind = movedBehind(judged, index, changing);
      if (behind !== null) return behind.revives ? NO_CHANGES : [behind];
      const changes = changesIn(one, changing);
      const next = movedBehind(judged, index + 1, changing);
      return next?.revives === true ? [...changes.slice(0, -1), takenUpAt(changes.at(-1), next)] : changes;
    }),
    answers: judged.flatMap(answersIn),
  };
}

/** What is taken for an update, and asks for what it lists, is an order. */
const asAsked = once(
  (one: Judged): Judged => (asksInList(one.view, one.verdict) ? { ...one, verdict: { ...one.verdict, label: 'directive' } } : one),
);

/** A message is read with one model, whenever its turn goes on. */
const byModel = once((_: ChangeModel) => new WeakMap<Judged, readonly Change[]>());

function changesIn(one: Judged, changing: ChangeModel): readonly Change[] {
  const known = byModel(changing);
  const changes = known.get(one) ?? changesAnew(one, changing);
  known.set(one, changes);
  return changes;
}

const NO_CHANGES: readonly Change[] = [];

/** "昨晚取消的那趟还补不补?" */
const ASKS_WHETHER = /^(?:[^,。;!?]{1,8}[,:])?[^,。;!?]{0,24}(?<deed>(?![好行对可能是成])[\u4e00-\u9fff])不\k<deed>[了啊呀呢]?[?？]\s*$/u;

/** What the fragment moves is what the update before it is about. */
function movedBehind(judged: readonly Judged[], index: number, changing: ChangeModel): Change | null {
  const deadline = timeBehindUpdate(judged, index);
  const [before, part] = [judged[index - 1], judged[index]];
  if (deadline === null || before === undefined || part === undefined) return null;
  const change = changesIn(before, changing).at(-1);
  if (change === undefined) return null;
  const { shift: _, ...same } = change;
  const [fallback = null] = asksOfLonePart(part);
  const evidence = [wholeMessage(part.view.message)];
  const revives = change.change === 'reinstate';
  // "明晚合排" and then "时间晚上7点半".
  const joined = hourOf(change.deadline, deadline) ?? hourOfDay(change.deadline, deadline, part.view) ?? deadline;
  return { ...same, change: 'deadline', deadline: joined, moves: true, revives, evidence, times: [joined.at], fallback };
}

/** "现场会还是要开" and then "明天下午三点": one change, told in two messages. */
function takenUpAt(change: Change | undefined, { deadline, evidence }: Change): Change {
  if (change === undefined) throw new Error('a time follows a change');
  return { ...change, deadline, evidence: [...change.evidence, ...evidence] };
}

/** What stands in its stead where nothing known fits is for all whom it means, as any other ask. */
function askingAll(change: Change, view: MessageView): Change {
  if (change.fallback === null) return change;
  const [fallback = change.fallback] = withAllMeant([change.fallback], view);
  return fallback === change.fallback ? change : { ...change, fallback };
}

function changesAnew(one: Judged, changing: ChangeModel): readonly Change[] {
  const { view, verdict } = one;
  if (view.message.kind === 'recall') return [recallOf(view)];
  if (ASKS_WHETHER.test(view.normal.text)) return NO_CHANGES;
  const may = verdict.label === 'update' || mayBeChange(one) || soundsOff(view, verdict, changing);
  const read = may ? changesOf(view, verdict, changing) : changeBesideAsk(view, verdict);
  const changes =
    view.message.edits !== undefined && verdict.label !== 'update' ? [editedAway(view)] : read.map((change) => askingAll(change, view));
  // "那就不开了": an answer is about what it answers, and asks nothing by itself.
  return verdict.label === 'answer' ? changes.map((change) => ({ ...change, targets: [], fallback: null })) : changes;
}
