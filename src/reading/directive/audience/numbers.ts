/** Numbers up to twenty, as people count places and persons. */

const DIGITS = '零一二三四五六七八九十';

export function numberOf(text: string | undefined): number {
  if (text === undefined) return 0;
  if (/^\d+$/u.test(text)) return Number(text);
  if (text === '两' || text === '俩') return 2;
  if (text === '仨') return 3;
  return text.length === 2 ? 10 + DIGITS.indexOf(text[1] ?? '') : DIGITS.indexOf(text);
}
