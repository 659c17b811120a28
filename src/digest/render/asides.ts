/** What stands in leaders' digests below the items, in a few lines: their own directives that lack answers, and data that is asked for twice. */
import type { Digest } from '../../model/digest.ts';
import type { DuplicateAsk, ReachNote } from '../../model/leadership.ts';
import { fixed, type Line, oneLine, piece } from './line.ts';
import { remindedWords } from './reach.ts';
import { say, words } from './words.ts';

export interface Aside {
  readonly id: 'receipts' | 'duplicates';
  readonly heading: string;
  readonly lines: readonly Line[];
}

const RECEIPT_LINES = 3;
const PAIR_LINES = 2;
/** Names in one line; of more there is a count. */
const NAMED = 5;

export function asidesOf({ receipts = [], duplicates = [] }: Digest): readonly Aside[] {
  const telling = receipts.filter(({ missing, reminded }) => missing.length > 0 || reminded.length > 0);
  const asides: readonly Aside[] = [
    { id: 'receipts', heading: words.leader.receipts, lines: atMost(telling.map(receiptLine), RECEIPT_LINES, words.leader.moreReceipts) },
    {
      id: 'duplicates',
      heading: say(words.leader.duplicates, { count: duplicates.length }),
      lines: atMost(duplicates.map(pairLine), PAIR_LINES, words.leader.morePairs),
    },
  ];
  return asides.filter(({ lines }) => lines.length > 0);
}

function atMost(lines: readonly Line[], most: number, more: string): readonly Line[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most), [fixed(say(more, { count: lines.length - most }), 'quiet')]];
}

function receiptLine({ title, asked, reached, missing, reminded }: ReachNote): Line {
  const names = missing.slice(0, NAMED).map(oneLine).join('、');
  const those = missing.length > NAMED ? say(words.leader.names, { names, count: missing.length }) : names;
  const line = say(missing.length === 0 ? words.leader.all : words.leader.some, { title, asked, reached, missing: those });
  return [piece('plain', line + remindedWords(reminded))];
}

function pairLine({ titles: [first, second], issuers: [firstIssuer, secondIssuer] }: DuplicateAsk): Line {
  return [piece('plain', say(words.leader.pair, { first, firstIssuer, second, secondIssuer }))];
}
