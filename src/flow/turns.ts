/** Groups the stream of messages into turns: the messages of one sender in one group within about ten minutes. */
import type { AudienceModels } from '../model/audience-models.ts';
import { type Instant, MINUTE } from '../model/instant.ts';
import { groupKey, type Message, messageKey } from '../model/message.ts';
import type { Group, Organisation } from '../model/organisation.ts';
import type { TurnReading } from '../model/reading.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import type { Judged } from '../reading/judged.ts';
import { questionFormOf } from '../reading/noise/model/signals/question.ts';
import type { Judge } from '../reading/noise/rule-set.ts';
import { chainHead } from '../reading/noise/rules/acknowledgement.ts';
import { judgeMessage } from '../reading/read-turn.ts';
import type { ReadingContext, RecentMessage, TextReading } from '../reading/view.ts';

export const TURN_LENGTH = 10 * MINUTE;
const TURN_GAP = 5 * MINUTE;
export const TURN_SIZE = 12;
export const RECENT_SIZE = 40;
/** So much of a question is kept, from its end. */
const ASKED_LENGTH = 80;

export interface Turn {
  readonly key: string;
  readonly start: Instant;
  readonly judged: readonly Judged[];
  /** Shared by all states of the turn. */
  readonly told: Told;
}

/** What whoever asked was told of a turn. */
export interface Told {
  /** So many of its verdicts. */
  verdicts: number;
  /** How it was read last; null where nobody has asked. */
  reading: TurnReading | null;
}

interface GroupState {
  group: Group | undefined;
  recent: readonly RecentMessage[];
  readonly openTurns: Map<string, Turn>;
}

export interface TurnReader {
  /**
   * Judges the next message of its group and answers with the turn that it belongs to, as it now stands.
   * @param text where it was read already
   */
  take(message: Message, text?: TextReading): Turn;
  /** What is taken from now on is seen by another organisation; turns and neighbours stay. */
  organise(org: Organisation): void;
}

/** @param models by what it is told whom a text concerns; the shipped ones where nothing is said */
export function turnReader(known: Organisation, calendar: WorkCalendar, judge: Judge, models?: AudienceModels): TurnReader {
  const platforms = new Map<string, Map<string, GroupState>>();
  let org = known;

  function stateOf({ platform, group }: Message): GroupState {
    let groups = platforms.get(platform);
    if (groups === undefined) {
      groups = new Map();
      platforms.set(platform, groups);
    }
    let state = groups.get(group);
    if (state === undefined) {
      state = { group: org.groupByKey.get(groupKey({ platform, group })), recent: [], openTurns: new Map() };
      groups.set(group, state);
    }
    return state;
  }

  return {
    take(message, text) {
      const state = stateOf(message);
      const open = state.openTurns.get(message.sender.id);
      const before = open !== undefined && continues(open, message) ? open.judged : [];
      const context: ReadingContext = { org, group: state.group, recent: state.recent, calendar, models };
      const judged = judgeMessage(message, context, before, judge, text);
      const turn: Turn =
        open !== undefined && before.length > 0
          ? { ...open, judged: [...before, judged] }
          : { key: messageKey(message), start: message.sentAt, judged: [judged], told: { verdicts: 0, reading: null } };
      state.openTurns.set(message.sender.id, turn);
      if (state.openTurns.size > 1) dropEnded(state, message);
      state.recent = withNewest(state.recent, remember(judged));
      return turn;
    },
    organise(next) {
      org = next;
      for (const [platform, groups] of platforms)
        for (const [group, state] of groups) state.group = org.groupByKey.get(groupKey({ platform, group }));
    },
  };
}

/**
 * Messages come in time order within their group: what this one could not have joined, no later one can. At once, because what is read of
 * a message is large, and costs the more the longer it's kept.
 */
function dropEnded({ openTurns }: GroupState, message: Message): void {
  for (const [sender, turn] of openTurns) if (!continues(turn, message)) openTurns.delete(sender);
}

/** A new list: views keep the one that they were read with. */
function withNewest(recent: readonly RecentMessage[], newest: RecentMessage): readonly RecentMessage[] {
  const kept = recent.length < RECENT_SIZE ? recent.slice() : recent.slice(1 - RECENT_SIZE);
  kept.push(newest);
  return kept;
}

function continues(turn: Turn, message: Message): boolean {
  const last = turn.judged.at(-1)?.view.message.sentAt ?? turn.start;
  return message.sentAt - turn.start <= TURN_LENGTH && message.sentAt - last <= TURN_GAP && turn.judged.length < TURN_SIZE;
}

function remember({ view, verdict }: Judged): RecentMessage {
  const { message } = view;
  const question = questionFormOf(view);
  return {
    id: message.id,
    senderId: message.sender.id,
    person: view.person?.id ?? null,
    standing: view.standing,
    sentAt: message.sentAt,
    kind: message.kind,
    label: verdict.label,
    question,
    asks: question > 0 || verdict.label === 'question' ? view.surface.bare.slice(-ASKED_LENGTH) : '',
    givenName: view.person?.name.slice(-2) ?? '',
    chainHead: message.kind === 'chain' ? chainHead(view.normal.text) : null,
    ...(message.recalls === undefined ? {} : { recalls: message.recalls }),
  };
}
