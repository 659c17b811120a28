/** A line of a digest as pieces with a tone each; what a tone looks like is each rendering's own affair. */

/**
 * `old`: no longer valid, struck through · `assumed`: our reading, not the text's word · `alarm`: overdue, dangerous or
 * missing · `quiet`: where it comes from. A rendering without looks must still make sense, so a tone never carries the meaning alone.
 */
export type Tone = 'plain' | 'title' | 'old' | 'assumed' | 'alarm' | 'quiet';

export interface Piece {
  readonly tone: Tone;
  readonly text: string;
}

export type Line = readonly Piece[];

/** Control characters (escape codes for a terminal among them), halves of characters, and what turns the direction of the text around it. */
const UNSAFE = /(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\ufeff]/gu;

/** Titles are far shorter, but for what somebody is called in them. */
export const LONGEST_TITLE = 80;
/** Of a person or a group, in a line beside other words. */
export const LONGEST_NAME = 32;

/** Text of a chat made harmless for one line. */
export function oneLine(text: string): string {
  return severalLines(text).replace(/\s+/gu, ' ').trim();
}

/** The same, no longer than `most` characters: nobody can make a line longer than a screen by calling themselves or a group so. */
export function shortLine(text: string, most: number): string {
  const characters = [...oneLine(text)];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}

/** The same for a quote, which keeps its line ends. */
export function severalLines(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(UNSAFE, '');
}

/** The only way to make a piece of text that came from a chat or a roster. */
export function piece(tone: Tone, text: string): Piece {
  return { tone, text: oneLine(text) };
}

/** Our own words, spaces and all. */
export function fixed(text: string, tone: Tone = 'plain'): Piece {
  return { tone, text };
}

export function textOf(line: Line): string {
  return line.map((one) => one.text).join('');
}
