/** One layout for every rendering: which lines a digest has, and what stands in them. */
import type { Digest } from '../../model/digest.ts';
import { dayAt, type Instant, isoAt, MINUTE } from '../../model/instant.ts';
import { digestDays, nextDigestAfter } from '../schedule.ts';
import { type Aside, asidesOf } from './asides.ts';
import { type Block, type BlockId, blocksOf } from './blocks.ts';
import { type Fit, fitBlocks } from './fit.ts';
import { footerLines } from './footer.ts';
import type { ItemBlock } from './item-block.ts';
import { fixed, type Line, oneLine } from './line.ts';
import { type DigestView, SCREEN_LINES } from './view.ts';
import { headlineDay, nextWords } from './when.ts';
import { say, words } from './words.ts';

export interface SectionLayout {
  readonly id: BlockId;
  readonly heading: string;
  /** How many of how many are shown; null when all are. */
  readonly note: string | null;
  readonly joined: boolean;
  readonly items: readonly ItemBlock[];
  /** Further items, in one line. */
  readonly rest: readonly ItemBlock[];
}

export interface DigestLayout {
  readonly headline: Line;
  readonly counts: Line;
  readonly sections: readonly SectionLayout[];
  /** How many items aren't shown, and the way to them; null when all are. */
  readonly more: Line | null;
  /** What only leaders see: no items, so without numbers. */
  readonly asides: readonly Aside[];
  readonly footer: readonly Line[];
}

export function layoutDigest(digest: Digest, view: DigestView): DigestLayout {
  const blocks = blocksOf(digest, view);
  const asides = asidesOf(digest);
  const taken = asides.reduce((sum, aside) => sum + 1 + aside.lines.length, 0);
  const shown = fitBlocks(blocks, (view.maxLines ?? SCREEN_LINES) - taken);
  const sections = blocks.map((block) => sectionOf(block, shown.get(block.id) ?? { own: 0, sharing: 0 }, digest, view));
  const listed = sections.reduce((sum, section) => sum + section.items.length + section.rest.length, 0);
  const facts = { all: digest.items.length, shown: listed, hidden: digest.items.length - listed };
  return {
    headline: [fixed(headlineWords(digest, view), 'title')],
    counts: [fixed(withDelay(countsWords(digest), digest, view))],
    sections,
    more: facts.hidden === 0 ? null : [fixed(say(words.cut.more, facts))],
    asides,
    footer: footerLines(digest, view, exampleOf(digest)),
  };
}

/** The number that the reply hints show: something that one can complete, where there is such a thing. */
function exampleOf({ items }: Digest): number | null {
  const task = items.find((item) => item.section === 'due' || item.section === 'new' || item.section === 'upcoming');
  return task?.number ?? items[0]?.number ?? null;
}

function sectionOf({ id, joined, items, short }: Block, { own, sharing }: Fit, digest: Digest, view: DigestView): SectionLayout {
  const count = own + sharing;
  const note = count === 0 ? words.cut.none : words.cut.some;
  return {
    id,
    heading: id === 'due' ? say(words.sections.due, { time: nextDigestWords(digest, view) }) : words.sections[id],
    note: count === items.length ? null : say(note, { all: items.length, shown: count }),
    joined,
    items: items.slice(0, own),
    rest: short.slice(own, count),
  };
}

function nextDigestWords(digest: Digest, { org, person, next }: DigestView): string {
  return nextWords(next ?? nextDigestAfter(org, person, digest.sentAt, digestDays(org)), digest.date, org.timezone);
}

function headlineWords(digest: Digest, { person }: DigestView): string {
  const place = person.areas.length > 0 ? person.areas.join('、') : person.title;
  const name = oneLine(person.name);
  const reader = place === '' ? name : say(words.headline.readerOf, { name, place: oneLine(place) });
  return say(words.headline.line, { day: headlineDay(digest.date), reader });
}

/** Later than this after its hour a digest says so. */
const LATE = 15 * MINUTE;

function withDelay(line: string, { sentAt, window }: Digest, { org }: DigestView): string {
  if (sentAt - window.to <= LATE) return line;
  return say(words.counts.late, { line, time: `${headlineDay(dayAt(window.to, org.timezone))} ${clockAt(window.to, org.timezone)}` });
}

function clockAt(at: Instant, timezone: string): string {
  return isoAt(at, timezone).slice(11, 16);
}

/** An empty day is said in one line, and never where the emptiness may be our own failure. */
function countsWords({ items, accounted, unaccounted, coverage }: Digest): string {
  const messages = Object.values(accounted).reduce<number>((sum, count) => sum + count, unaccounted);
  const missed = coverage.notCovered.length;
  const facts = { groups: coverage.groups, messages, items: items.length, missed };
  if (items.length > 0) return say(words.counts.some, facts);
  if (coverage.groups === 0 || (messages === 0 && missed >= coverage.groups)) return words.counts.blind;
  const line = say(messages === 0 ? words.counts.silent : words.counts.nothing, facts);
  return missed === 0 ? line : say(words.counts.partly, { line, missed });
}
