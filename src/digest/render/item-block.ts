/** One item as lines: number and title with its issuer first, then what changed, then the deadline and where it comes from. */
import type { Digest, DigestItem } from '../../model/digest.ts';
import { clockWords } from '../../model/instant.ts';
import { deadlineLine } from './deadline-line.ts';
import { fixed, type Line, LONGEST_NAME, LONGEST_TITLE, piece, shortLine } from './line.ts';
import { type Quote, quotesOf, sentTime, sourceWords } from './sources.ts';
import { type DigestView, isReadersGroup } from './view.ts';
import { minutesInto, shortDate } from './when.ts';
import { say, words } from './words.ts';

export interface ItemBlock {
  /** The item's handle: that of the digest, whatever else is shown. */
  readonly number: number;
  readonly head: Line;
  readonly details: readonly Line[];
  readonly quotes: readonly Quote[];
}

/** Longest part of an amendment's own words in a digest; the whole stands in the quotes. */
const EXCERPT = 36;
/** Sections whose items matter by when they were said. */
const TIMED: ReadonlySet<string> = new Set(['hazards', 'appeals', 'unsure']);

export function itemBlock(item: DigestItem, digest: Digest, view: DigestView): ItemBlock {
  const head = [...statusMark(item, digest, view), titlePiece(item), ...issuerPieces(item, digest, view), ...marks(item, digest)];
  const amended = amendments(item, view);
  const time = deadlineLine(item, digest.date, view.org.timezone);
  const sources = sourceWords(item, view);
  const from = sources === '' ? [] : [fixed('  '), piece('quiet', sources)];
  const { number } = item;
  const quotes = quotesOf(item, view, digest.date);
  // Without a time the sources alone aren't worth a line.
  if (time.length === 0) return { number, head: [...head, ...from], details: amended, quotes };
  return { number, head, details: [...amended, [...time, ...from]], quotes };
}

/** What was shown before, or asks for little, is worth half a line: title and last day. */
export function joinedBlock(item: DigestItem, digest: Digest, view: DigestView): ItemBlock {
  return {
    number: item.number,
    head: [
      ...statusMark(item, digest, view),
      titlePiece(item),
      ...teller(item, digest, view),
      ...togetherMark(item),
      ...perhapsMark(item),
      ...lastDay(item, digest, view),
      ...farewell(item),
    ],
    details: [],
    quotes: quotesOf(item, view, digest.date),
  };
}

/** "我明天上午请假": who tells is half of what is told; who asks for a task was shown before. */
function teller(item: DigestItem, digest: Digest, view: DigestView): Line {
  return item.kind === 'notice' ? issuerPieces(item, digest, view) : [];
}

function perhapsMark({ perhaps }: DigestItem): Line {
  return perhaps === true ? [fixed(words.marks.perhaps, 'assumed')] : [];
}

/** What stands in half a line goes in silence otherwise. */
function farewell({ letGo }: DigestItem): Line {
  return letGo === true ? [fixed(words.marks.letGo, 'assumed')] : [];
}

function titlePiece(item: DigestItem): Line[number] {
  return piece(item.kind === 'hazard' ? 'alarm' : 'title', shortLine(item.title, LONGEST_TITLE));
}

/** The issuer need not be who changed it, so the time of a change stands with the mark, never with the issuer's name. */
function statusMark(item: DigestItem, digest: Digest, view: DigestView): Line {
  const change = item.changes.findLast((one) => one.field === 'status');
  const sent = change === undefined ? '' : sentTime(change.message, view, digest.date);
  const time = sent === '' ? '' : `${sent} `;
  if (item.status === 'cancelled' || item.status === 'done') return [fixed(say(words.status[item.status], { time }))];
  return item.status === 'changed' && change?.to === 'open' ? [fixed(say(words.status.restored, { time }))] : [];
}

function issuerPieces(item: DigestItem, digest: Digest, view: DigestView): Line {
  const first = item.evidence[0];
  const sent = TIMED.has(item.section) && first !== undefined ? sentTime(first, view, digest.date) : '';
  const name = item.title.includes(item.issuer.name) ? '' : shortLine(item.issuer.name, LONGEST_NAME);
  const issuer = [name, sent].filter((part) => part !== '').join(' ');
  return issuer === '' ? [] : [fixed(`（${issuer}）`)];
}

function marks(item: DigestItem, digest: Digest): Line {
  const near = digest.items.filter((other) => item.similarTo.includes(other.id)).map((other) => other.number);
  const said = [
    item.outsider ? words.marks.outsider : '',
    item.selfHelp === true ? words.marks.selfHelp : '',
    item.letGo === true ? words.marks.letGo : '',
    item.perhaps === true ? words.marks.perhaps : item.audienceUnclear ? words.marks.audienceUnclear : '',
    item.condition === null ? '' : say(words.marks.condition, { condition: shortLine(item.condition, EXCERPT) }),
    near.length === 0 ? '' : say(isUnplaced(item) ? words.marks.mayBeOf : words.marks.similar, { numbers: near.join('、') }),
    togetherWords(item),
  ];
  return said.filter((mark) => mark !== '').map((mark) => fixed(mark, 'assumed'));
}

/** Something has changed, and it can't be told what. */
function isUnplaced({ section, perhaps }: DigestItem): boolean {
  return section === 'unsure' && perhaps !== true;
}

function togetherMark(item: DigestItem): Line {
  const said = togetherWords(item);
  return said === '' ? [] : [fixed(said, 'assumed')];
}

/** By name, so that what is shown under another title is still found. */
function togetherWords({ together = [] }: DigestItem): string {
  return together.length === 0
    ? ''
    : say(words.marks.together, { titles: together.map(({ title }) => shortLine(title, LONGEST_TITLE)).join('”“') });
}

/** The words of an amendment are quoted only from a group that the reader is in. */
function amendments(item: DigestItem, view: DigestView): readonly Line[] {
  const change = item.changes.findLast((one) => one.field === 'content');
  if (change === undefined) return [];
  if (change.to === null || !isReadersGroup(view, change.message)) return [[fixed(words.status.amended)]];
  return [[fixed(say(words.status.amendedTo, { words: shortLine(change.to, EXCERPT) }))]];
}

function lastDay({ deadline, status }: DigestItem, { date }: Digest, { org }: DigestView): Line {
  if (deadline === null || status === 'cancelled' || status === 'done') return [];
  if (status === 'overdue') return [fixed(' '), fixed(words.deadline.overdue, 'alarm')];
  const minutes = minutesInto(deadline.day, deadline.at, org.timezone);
  const day = shortDate(deadline.day, date);
  if (minutes === 1440) return [fixed(say(words.deadline.by, { time: day }))];
  const mark = deadline.basis === 'said' && deadline.certain ? [] : [fixed(words.deadline.assumed, 'assumed')];
  return [fixed(say(words.deadline.by, { time: `${day} ${clockWords(minutes)}` })), ...mark];
}
