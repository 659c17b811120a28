/** Texts of a scenario said again on another day: dates are moved, other figures are new, short words get a tail. */
import { DAY } from '../../../src/model/instant.ts';
import { below, oneOf, type Random } from './random.ts';

const DATE = /(?<month>\d{1,2})(?<between>月)(?<day>\d{1,2})(?=[日号])/gu;
/** Figures that are no part of a date or a clock. */
const FIGURE = /(?<![\d月年周第.:：./-])\d{2,}(?![\d年月日号点时分:：./-])/gu;
const TAILS = ['', '!', '~', '。', '[强]', '[玫瑰]', '[OK]', '👍', ' ', '哈', '。。', '!!'] as const;
/** Said by so many in the same words that a tail would make it untrue. */
const COMMON_WORDS = 4;

export function saidAgain(text: string, shift: number, year: number, random: Random): string {
  const moved = text.replaceAll(DATE, (_, month: string, between: string, day: string) => {
    const date = new Date(Date.UTC(year, Number(month) - 1, Number(day)) + shift);
    return `${date.getUTCMonth() + 1}${between}${date.getUTCDate()}`;
  });
  const counted = moved.replaceAll(FIGURE, (figure) => newFigure(figure.length, random));
  if (counted !== moved || counted.length <= COMMON_WORDS) return counted;
  return `${counted}${oneOf(random, TAILS)}${oneOf(random, TAILS)}`;
}

function newFigure(length: number, random: Random): string {
  return String(1 + below(random, 9)) + Array.from({ length: length - 1 }, () => below(random, 10)).join('');
}

export function weeksBetween(from: number, to: number): number {
  return Math.round((to - from) / (7 * DAY)) * 7 * DAY;
}
