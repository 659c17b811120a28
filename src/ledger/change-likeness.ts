/** How well a change fits a known directive: what both speak of, where and by whom it was last spoken of, and whether what it takes for granted holds. */
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant } from '../model/instant.ts';
import type { ChangeDimension } from '../model/merge-weights.ts';
import { groupKey } from '../model/message.ts';
import { type Change, isTold, type TurnReading } from '../model/reading.ts';
import { absentees, askedFit, namesAsked, owed, peopleFit, stateFit } from './change-presumes.ts';
import { timeFit } from './change-times.ts';
import { charactersAlone, onlyHolder } from './characters-alone.ts';
import { inBoth } from './in-both.ts';
import { lastOf, type TopicWeights } from './likeness.ts';

export type ChangeLikeness = Readonly<Record<ChangeDimension, number>>;

const MOST_SHARED = 6;
const MOST_EXCLUSIVE = 3;
const MOST_CHARACTERS = 3;
/** So that a single word covers little. */
const FEW = 0.3;
/** A word in passing names nothing; and the more is said, the more it would be named. */
const HARDLY_NAMED = 0.3;
const LONG = 12;

interface Rivals {
  /** The most words that any candidate shares, and the largest share of a title. */
  readonly words: number;
  readonly title: number;
  /** The most that any shares with what the change begins with: who names a matter there speaks of no other. */
  readonly head: number;
  /** The most that any has of words that no other has. */
  readonly exclusive: number;
  /** The last time that any was heard of here that this sender has asked for. */
  readonly voice: Instant;
}

/** What a change has in common with a directive, by weight. */
interface Common {
  readonly words: number;
  /** The share of all that it says. */
  readonly covered: number;
  /** Of the words that it begins with. */
  readonly head: number;
  /** Share of the directive's title. */
  readonly title: number;
  /** Words that no other candidate has. */
  readonly exclusive: number;
  /** With what was said when it was changed or pressed for before. */
  readonly said: number;
  /** Characters that no other candidate has, of words that it doesn't share; and of the words that it begins with. */
  readonly characters: number;
  readonly headCharacters: number;
}

/** How a change fits each of the directives that it could be about; also which of them fits best or was heard of last. */
export function changeLikenesses(
  change: Change,
  reading: TurnReading,
  pool: readonly Directive[],
  weights: TopicWeights,
  at: Instant,
): readonly ChangeLikeness[] {
  const group = groupKey(reading.turn);
  const commons = commonToAll(change, pool, weights);
  const voices = pool.map((known) => (known.issuer.id === reading.sender.id ? (known.heard.get(group) ?? 0) : 0));
  const rivals: Rivals = {
    words: Math.max(0, ...commons.map(({ words }) => words)),
    title: Math.max(0, ...commons.map(({ title }) => title)),
    head: Math.max(0, ...commons.map(({ head }) => head)),
    exclusive: Math.max(0, ...commons.map(({ exclusive }) => exclusive)),
    voice: Math.max(0, ...voices),
  };
  return commons.map((common, index) => changeLikenessOf(change, reading, pool[index] as Directive, common, at, rivals));
}

function commonToAll(change: Change, pool: readonly Directive[], weights: TopicWeights): readonly Common[] {
  const { topics, head } = change;
  const { each, sum } = weights.weigh(topics);
  const exclusive = exclusiveTo(pool, topics, each);
  const characters = charactersAlone(pool, topics);
  const headCharacters = charactersAlone(pool, head);
  return pool.map((known, place) => {
    const words = weights.overlap(topics, known).shared;
    return {
      words,
      covered: sum === 0 ? 0 : words / (FEW + sum),
      head: weights.overlap(head, known).shared,
      title: weights.titleShare(known, topics),
      exclusive: exclusive[place] ?? 0,
      said: known.said === undefined ? 0 : sumOf(topics, known.said, each),
      characters: characters[place] ?? 0,
      headCharacters: headCharacters[place] ?? 0,
    };
  });
}

/** For each candidate the weight of those topics that it alone has. */
function exclusiveTo(pool: readonly Directive[], topics: readonly string[], each: readonly number[]): readonly number[] {
  const sums = pool.map(() => 0);
  for (const [place, topic] of topics.entries()) {
    const holder = onlyHolder(pool, (known) => known.topics.has(topic));
    if (holder !== -1) sums[holder] = (sums[holder] ?? 0) + (each[place] ?? 0);
  }
  return sums;
}

/** The weight of those topics that are known. */
function sumOf(topics: readonly string[], known: ReadonlySet<string>, each: readonly number[]): number {
  return topics.reduce((sum, topic, place) => (known.has(topic) ? sum + (each[place] ?? 0) : sum), 0);
}

function changeLikenessOf(
  change: Change,
  { turn, sender }: TurnReading,
  known: Directive,
  { words, head, title, exclusive, said, characters, headCharacters, covered }: Common,
  at: Instant,
  rivals: Rivals,
): ChangeLikeness {
  const group = groupKey(turn);
  const heardHere = known.heard.get(group);
  const age = at - (heardHere ?? lastOf(known.heard));
  const isIssuer = known.issuer.id === sender.id;
  const { persons, figures } = change.particulars;
  return {
    words: Math.min(MOST_SHARED, words) / 2,
    object: title,
    exclusive: Math.min(MOST_EXCLUSIVE, exclusive),
    lessExclusive: Math.min(MOST_EXCLUSIVE, rivals.exclusive - exclusive),
    said: Math.min(MOST_SHARED, said) / 2,
    characters: Math.min(MOST_CHARACTERS, characters) / MOST_CHARACTERS,
    headCharacters: Math.min(MOST_CHARACTERS, headCharacters) / MOST_CHARACTERS,
    unnamed: words + said < HARDLY_NAMED ? Math.min(LONG, change.topics.length) / LONG : 0,
    figures: Math.min(2, inBoth(figures, known.particulars.figures)) / 2,
    mostWords: Number(words > 0 && words === rivals.words),
    shareOfMost: rivals.words === 0 ? 0 : words / rivals.words,
    mostObject: Number(title > 0 && title === rivals.title),
    otherHead: Number(rivals.head > 0 && head === 0),
    shareOfHead: rivals.head === 0 ? 0 : head / rivals.head,
    covered,
    here: Number(heardHere !== undefined),
    justNow: Number(age < HOUR),
    sameDay: Math.exp(-age / (DAY / 2)),
    sameIssuer: Number(isIssuer),
    sameVoice: Number(!isIssuer && sender.person !== null && known.voices.includes(sender.person)),
    namesAsker: Number(known.voices.some((voice) => persons.includes(voice))),
    fromRecipient: Number(sender.person !== null && known.particulars.recipients.includes(sender.person)),
    latestOfVoice: Number(isIssuer && heardHere !== undefined && heardHere === rivals.voice),
    gathers: Number(change.aboutMeeting && known.kind === 'meeting'),
    gathersNot: Number(change.aboutMeeting && known.kind !== 'meeting'),
    toldDone: Number(isTold(known.kind) && change.change === 'done'),
    traffic: Number(known.kind === 'traffic'),
    unsure: Number(known.unsure),
    asks: Number(change.asks),
    ...timeFit(change, known, at),
    ...peopleFit(change, known),
    ...askedFit(change, known),
    absent: absentees(change, known),
    ...stateFit(change, known, at),
    namesAsked: namesAsked(change, known),
    owed: owed(change, known),
    answered: Number(known.answers.some((one) => groupKey(one) === group && at - one.at < ANSWERED)),
  };
}

/** People are still answering it. */
const ANSWERED = 3 * HOUR;
