/** What stands around a phrase: its clause and sentence, left and right, cut to a bounded window so that reading stays linear. */
import type { TimeRole } from '../../../model/deadline.ts';
import { isHan } from '../../text/han.ts';
import type { Phrase } from '../compose/phrase.ts';
import type { Resolved } from '../compose/resolve.ts';
import type { Frame } from '../frame.ts';

export type Role = 'deadline' | TimeRole;

export interface Scene {
  readonly text: string;
  readonly phrase: Phrase;
  readonly frame: Frame;
  /** What the phrase comes to if it lies ahead; null where it names no instant. */
  readonly ahead: Resolved | null;
  /** Sentence text before and after the phrase (up to the next time), and the parts of them in the same clause. */
  readonly left: string;
  readonly right: string;
  /** Sentence text after the phrase, over all later times. */
  readonly rest: string;
  readonly clauseLeft: string;
  readonly clauseRight: string;
}

const WINDOW = 80;
const SENTENCE_END = new Set([...'。!?;\n…'].map(codeOf));
const CLAUSE_END = new Set([...',。!?;\n…'].map(codeOf));
const SPACE = codeOf(' ');

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

export function sceneOf(text: string, phrase: Phrase, ahead: Resolved | null, nextStart: number, frame: Frame): Scene {
  const before = text.slice(Math.max(0, phrase.start - WINDOW), phrase.start);
  const after = text.slice(phrase.end, phrase.end + WINDOW);
  const left = afterLast(before, SENTENCE_END);
  const toSentenceEnd = beforeFirst(after, SENTENCE_END);
  const right = toSentenceEnd.slice(0, Math.max(0, nextStart - phrase.end));
  return {
    text,
    phrase,
    frame,
    ahead,
    left,
    right,
    rest: toSentenceEnd,
    clauseLeft: lastClause(left),
    clauseRight: firstClause(right),
  };
}

/** Who types no commas types a space: 明早八点前写给我 嘴巴说的不算. */
function lastClause(text: string): string {
  for (let index = text.length - 1; index >= 0; index--) {
    if (endsClause(text, index)) return text.slice(index + 1);
  }
  return text;
}

function firstClause(text: string): string {
  for (let index = 0; index < text.length; index++) {
    if (endsClause(text, index)) return text.slice(0, index);
  }
  return text;
}

function endsClause(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return CLAUSE_END.has(code) || (code === SPACE && isHan(text.charCodeAt(index - 1)) && isHan(text.charCodeAt(index + 1)));
}

function afterLast(text: string, ends: ReadonlySet<number>): string {
  for (let index = text.length - 1; index >= 0; index--) {
    if (ends.has(text.charCodeAt(index))) return text.slice(index + 1);
  }
  return text;
}

function beforeFirst(text: string, ends: ReadonlySet<number>): string {
  for (let index = 0; index < text.length; index++) {
    if (ends.has(text.charCodeAt(index))) return text.slice(0, index);
  }
  return text;
}

/** One rule of step three. The first that answers decides. */
export interface RoleRule {
  /** `role/before-word`; `explain` shows it. */
  readonly id: string;
  /** The rule has nothing to say of a text that holds none of these characters; without them it is always asked. */
  readonly hint?: string;
  role(scene: Scene): Role | null;
}
