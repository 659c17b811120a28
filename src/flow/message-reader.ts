/** Reads messages one by one: each joins its turn, and the turn is read again. */
import type { ChangeModel } from '../model/change-model.ts';
import type { Message } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { TurnReading, Verdict } from '../model/reading.ts';
import type { MessageRead } from '../ports/reading-ahead.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import { type TunedRuleSet, tunedJudge } from '../reading/noise/overlay.ts';
import type { Telling } from '../reading/noise/rule-set.ts';
import { readTurn } from '../reading/read-turn.ts';
import { readText } from '../reading/view.ts';
import { freshClaims } from './fresh-claims.ts';
import { type Turn, turnReader } from './turns.ts';

export interface MessageReader {
  /** Takes in a message that was settled before, so that those after it have their turns and neighbours. */
  recall(message: Message): void;
  /** Messages must come in time order within their group. */
  read(message: Message): OneRead;
  /** The same for many, which is faster: one step of reading after the other, each for all of them, keeps the processor's caches warm. */
  readAll(messages: readonly Message[]): readonly MessageRead[];
  /** What is read from now on is seen by another organisation. */
  organise(org: Organisation): void;
}

/** A batch goes through each step as a whole: smaller pieces leave the processor's caches cold. */
const AT_ONCE = 1000;

/** Without the turn's reading, which holds all that was read of its messages. */
function toldOf({ turn, verdicts, claims, continues, sent }: OneRead): MessageRead {
  return { turn, verdicts, claims, continues, sent };
}

interface OneRead extends MessageRead {
  readonly reading: TurnReading;
}

export function messageReader(known: Organisation, calendar: WorkCalendar, rules: TunedRuleSet, telling?: Telling): MessageReader {
  let org = known;
  const reader = turnReader(org, calendar, tunedJudge(rules, telling), rules);
  return {
    recall(message) {
      reader.take(message);
    },
    read(message) {
      return readOne(reader.take(message), rules.changing);
    },
    readAll(messages) {
      const reads: MessageRead[] = [];
      for (let at = 0; at < messages.length; at += AT_ONCE) {
        const some = messages.slice(at, at + AT_ONCE);
        const texts = some.map((message) => readText(message, { org, calendar }));
        const turns = some.map((message, index) => reader.take(message, texts[index]));
        for (const turn of turns) reads.push(toldOf(readOne(turn, rules.changing)));
      }
      return reads;
    },
    organise(next) {
      org = next;
      reader.organise(next);
    },
  };
}

function readOne(turn: Turn, changing: ChangeModel | undefined): OneRead {
  const reading = readTurn(turn.judged, changing);
  const fresh = freshIn(turn, reading, changing);
  turn.told.reading = reading;
  const claims = claimsNothing(fresh ?? reading) ? null : (fresh ?? reading);
  const sent = claims === null ? [] : sentIn(turn);
  return { turn: turn.key, reading, verdicts: freshVerdicts(turn, reading.verdicts), claims, continues: fresh !== null, sent };
}

/** A turn that was recalled is read as it stood, so that it goes on as if nobody had been away. */
function freshIn({ judged, told }: Turn, reading: TurnReading, changing: ChangeModel | undefined): TurnReading | null {
  if (judged.length === 1 || claimsNothing(reading)) return null;
  return freshClaims(told.reading ?? readTurn(judged.slice(0, -1), changing), reading);
}

/** A turn's next message may make another thing of the one before it, and of none else. */
function freshVerdicts({ judged, told }: Turn, verdicts: readonly Verdict[]): readonly Verdict[] {
  const before = told.verdicts;
  told.verdicts = verdicts.length;
  if (before === 0) return verdicts;
  const stays = verdicts[before - 1] === judged[before - 1]?.verdict;
  return verdicts.slice(stays ? before : before - 1);
}

function claimsNothing(reading: TurnReading): boolean {
  return reading.asks.length === 0 && reading.changes.length === 0 && reading.answers.length === 0;
}

function sentIn(turn: Turn): MessageRead['sent'] {
  return turn.judged.map(({ view: { message } }) => {
    const { id, sentAt, heardAt } = message;
    return heardAt === undefined ? ([id, sentAt] as const) : ([id, sentAt, heardAt] as const);
  });
}
