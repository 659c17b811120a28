/** Groups the stream of messages into turns: the messages of one sender in one group within about ten minutes. */
import { type Instant, MINUTE } from '../model/instant.ts';
import { groupKey, type Message, messageKey } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import { topicsOf } from '../reading/directive/topics.ts';
import type { Judged } from '../reading/judged.ts';
import type { Judge } from '../reading/noise/rule-set.ts';
import { chainHead } from '../reading/noise/rules/acknowledgement.ts';
import { judgeMessage } from '../reading/read-turn.ts';
import type { RecentMessage } from '../reading/view.ts';

export const TURN_LENGTH = 10 * MINUTE;
const TURN_GAP = 5 * MINUTE;
export const TURN_SIZE = 12;
export const RECENT_SIZE = 40;

export interface Turn {
  readonly key: string;
  readonly start: Instant;
  readonly judged: readonly Judged[];
}

interface GroupState {
  recent: RecentMessage[];
  readonly openTurns: Map<string, Turn>;
}

export interface TurnReader {
  /** Judges the next message of its group and answers with the turn that it belongs to, as it now stands. */
  take(message: Message): Turn;
}

export function turnReader(org: Organisation, calendar: WorkCalendar, judge: Judge): TurnReader {
  const groups = new Map<string, GroupState>();
  return {
    take(message) {
      const key = groupKey(message);
      let state = groups.get(key);
      if (state === undefined) {
        state = { recent: [], openTurns: new Map() };
        groups.set(key, state);
      }
      const open = state.openTurns.get(message.sender.id);
      const before = open !== undefined && continues(open, message) ? open.judged : [];
      const context = { org, group: org.groupByKey.get(key), recent: state.recent, calendar };
      const judged = judgeMessage(message, context, before, judge);
      const turn: Turn =
        open !== undefined && before.length > 0
          ? { ...open, judged: [...before, judged] }
          : { key: messageKey(message), start: message.sentAt, judged: [judged] };
      state.openTurns.set(message.sender.id, turn);
      state.recent = [...state.recent.slice(-(RECENT_SIZE - 1)), remember(judged)];
      return turn;
    },
  };
}

function continues(turn: Turn, message: Message): boolean {
  const last = turn.judged.at(-1)?.view.message.sentAt ?? turn.start;
  return message.sentAt - turn.start <= TURN_LENGTH && message.sentAt - last <= TURN_GAP && turn.judged.length < TURN_SIZE;
}

function remember({ view, verdict }: Judged): RecentMessage {
  const { message } = view;
  return {
    id: message.id,
    senderId: message.sender.id,
    person: view.person?.id ?? null,
    standing: view.standing,
    sentAt: message.sentAt,
    kind: message.kind,
    label: verdict.label,
    topics: verdict.keep && view.surface.bare.length > 4 ? topicsOf(view.surface.bare) : [],
    chainHead: message.kind === 'chain' ? chainHead(view.normal.text) : null,
  };
}
