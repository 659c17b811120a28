/** Everything that judging one message may look at: its own text, and how it stands among its neighbours. Pure values. */
import type { AudienceModels } from '../model/audience-models.ts';
import type { TimesReading } from '../model/deadline.ts';
import type { Instant } from '../model/instant.ts';
import type { Label } from '../model/label.ts';
import type { Envelope } from '../model/message.ts';
import type { Group, Organisation, Person } from '../model/organisation.ts';
import type { WorkCalendar } from './deadline/calendar/index.ts';
import { mayNameTime, readTimes } from './deadline/index.ts';
import { countWords, type WordCounts } from './lexicon.ts';
import { type Standing, standingOf } from './standing.ts';
import { type NormalText, normalise } from './text/normalise.ts';
import { type Surface, surfaceOf } from './text/surface.ts';
import { withoutTimeNames } from './text/time-names.ts';

/** What stays known of a message that was read before, for those that follow it in the group. */
export interface RecentMessage {
  readonly id: string;
  readonly senderId: string;
  readonly person: string | null;
  readonly standing: Standing;
  readonly sentAt: Instant;
  readonly kind: Envelope['kind'];
  readonly label: Label;
  readonly chainHead: string | null;
  /** Which message it takes back. */
  readonly recalls?: string;
  /** How much it has the form of a question: 0 none, 1 question words, 2 ends as one. */
  readonly question: number;
  /** The words of a question; empty of what is none. */
  readonly asks: string;
  /** What its sender is called without the family name; empty for strangers. */
  readonly givenName: string;
}

/** The group's recent past, oldest first. */
export interface ReadingContext {
  readonly org: Organisation;
  readonly group: Group | undefined;
  readonly recent: readonly RecentMessage[];
  readonly calendar: WorkCalendar;
  /** Of those that aren't given the shipped ones. */
  readonly models?: AudienceModels | undefined;
}

/** What somebody has asked of a text by itself, kept with it for the next who asks; absent where nobody has. */
export interface TextFacts {
  /** How much it has the form of a question. */
  question?: number;
  /** Whether it is a question to the rules. */
  asks?: boolean;
  acknowledgement?: 'whole' | 'promise' | null;
}

/** What a message's text says by itself. */
export interface TextReading {
  readonly normal: NormalText;
  readonly surface: Surface;
  readonly words: WordCounts;
  readonly times: TimesReading;
  readonly facts: TextFacts;
}

export interface MessageView extends TextReading {
  readonly message: Envelope;
  readonly person: Person | undefined;
  readonly standing: Standing;
  readonly context: ReadingContext;
  /** The message that it replies to, if that is known. */
  readonly reply: RecentMessage | undefined;
  /** Earlier messages of the same turn, oldest first. */
  readonly turnBefore: readonly MessageView[];
}

const NO_TIMES: TimesReading = { deadlines: [], otherTimes: [], urgency: 'none' };

/** Half of a work chat is 收到 and its like: short texts that name no time read the same whenever and wherever they are sent. */
const timeless = new Map<string, TextReading>();
const SHORT = 16;
/** Some megabytes; beyond it we start again. */
const MOST_TIMELESS = 10_000;

/** Needs neither neighbours nor sender, so that many texts can be read one after the other before anything is judged. */
export function readText(message: Envelope, context: Pick<ReadingContext, 'org' | 'calendar'>): TextReading {
  const { text } = message;
  if (text.length > SHORT) return readAnew(message, context);
  const known = timeless.get(text);
  if (known !== undefined) return known;
  const reading = readAnew(message, context);
  if (mayNameTime(reading.normal.text)) return reading;
  if (timeless.size >= MOST_TIMELESS) timeless.clear();
  timeless.set(text, reading);
  return reading;
}

/**
 * Characters of a text that are read: the longest notice that anybody sends has a quarter of them, and a flood of a megabyte would keep all others
 * waiting. Of whom tasks may come what is longer stands as unsure.
 */
export const LONGEST_READ = 20_000;

function readAnew(message: Envelope, { org, calendar }: Pick<ReadingContext, 'org' | 'calendar'>): TextReading {
  const normal = normalise(message.text.length > LONGEST_READ ? message.text.slice(0, LONGEST_READ) : message.text);
  const surface = surfaceOf(normal);
  const { timezone, workday } = org;
  return {
    normal,
    surface,
    words: countWords(surface.ownStart === 0 ? normal.text : normal.text.slice(surface.ownStart)),
    times:
      normal.text === '' ? NO_TIMES : readTimes(withoutTimeNames(normal, org), { sentAt: message.sentAt, timezone, workday, calendar }),
    facts: {},
  };
}

export function viewOf(
  message: Envelope,
  context: ReadingContext,
  person: Person | undefined,
  turnBefore: readonly MessageView[],
  { normal, surface, words, times, facts }: TextReading = readText(message, context),
): MessageView {
  return {
    message,
    normal,
    surface,
    words,
    times,
    facts,
    person,
    standing: standingOf(context.org, person),
    context,
    reply: message.replyTo === undefined ? undefined : context.recent.findLast((other) => other.id === message.replyTo),
    turnBefore,
  };
}
