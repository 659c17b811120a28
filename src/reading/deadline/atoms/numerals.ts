/** Numerals as chats write them: 12, 十二, 二十三, 廿三, 两, 一百二 (120), 半. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Pattern sources: a small number in figures or words, and one of words only. */
export const WORDS = '[零〇一二两三四五六七八九十廿卅百]{1,5}';
export const SMALL = '(?:\\d{1,2}|廿[一二三四五六七八九]?|卅一?|[二三四五六七八九]?十[一二三四五六七八九]?|[零〇一二两三四五六七八九])';

/** Null where the text is no numeral. */
export function readNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace('廿', '二十').replace('卅', '三十');
  return /^[零〇一二三四五六七八九]{2,}$/.test(plain) ? readDigits(plain) : readWords(plain);
}

/** 二〇二六 → 2026. */
function readDigits(text: string): number {
  return Number([...text].map((character) => DIGITS[character]).join(''));
}

function readWords(text: string): number | null {
  let total = 0;
  let pending: number | null = null;
  let lastUnit = 0;
  for (const character of text) {
    const digit = DIGITS[character];
    const unit = UNITS[character];
    if (digit !== undefined) pending = digit;
    else if (unit !== undefined) {
      total += (pending ?? 1) * unit;
      pending = null;
      lastUnit = unit;
    } else return null;
  }
  if (pending === null) return text === '' ? null : total;
  // 一百二 is 120; 一百零二 is 102.
  return total + (lastUnit >= 100 && !text.includes('零') ? pending * (lastUnit / 10) : pending);
}
