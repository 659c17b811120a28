/** Numbers of items as people type them: `3`, `３`, `第三条`, `3号`, `3、5和7`, `2-4`, `③`. */

const CHINESE = '一二三四五六七八九';
const ONE = String.raw`第?\s*(?:\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:条|項|项|件|号|號|个|点)?`;
const BETWEEN = String.raw`\s*(?:[、,，;；/&和跟与及.。]|\s)\s*`;
const LIST = new RegExp(String.raw`^\s*${ONE}(?:\s*(?:-|–|—|~|到|至)\s*${ONE}|${BETWEEN}${ONE})*\s*[。.、,，]?\s*$`, 'u');
const PIECE = /(?<to>-|–|—|~|到|至)?\s*第?\s*(?<number>\d{1,3}|[一二两三四五六七八九十]{1,3})/gu;
const LEADING = new RegExp(String.raw`^\s*(?<number>${ONE})(?<rest>[\s\S]*)$`, 'u');
/** More at once is a slip. */
const MOST = 30;

/** Null where there is anything beside numbers; empty for an empty text. */
export function numbersIn(text: string): readonly number[] | null {
  const normal = text.normalize('NFKC').trim();
  if (normal === '') return [];
  if (!LIST.test(normal)) return null;
  const found = new Set<number>();
  let last: number | null = null;
  for (const { groups } of normal.matchAll(PIECE)) {
    const number = numberOf(groups?.['number'] ?? '');
    if (number === null || number < 1) return null;
    if (groups?.['to'] !== undefined && last !== null)
      for (let between = last; between < number && found.size < MOST; between++) found.add(between);
    found.add(number);
    last = number;
  }
  return found.size === 0 || found.size > MOST ? null : [...found];
}

/** A number at the start, and the words behind it as they were typed: `2 改到周五`. */
export function leadingNumber(text: string): { readonly number: number; readonly rest: string } | null {
  // Digits of full width are one character each, so that what follows stands at the same place.
  const match = LEADING.exec(text.replace(/[０-９]/gu, (digit) => digit.normalize('NFKC')));
  const words = match?.groups?.['number'] ?? '';
  const [number] = numbersIn(words) ?? [];
  if (match === null || number === undefined) return null;
  return { number, rest: text.slice(text.length - (match.groups?.['rest'] ?? '').length).replace(/^[\s:：,，、.。]+/u, '') };
}

function numberOf(text: string): number | null {
  if (/^\d+$/u.test(text)) return Number(text);
  const match = /^(?<tens>[一二两三四五六七八九]?十)?(?<ones>[一二两三四五六七八九])?$/u.exec(text);
  if (match === null) return null;
  const { tens, ones } = match.groups ?? {};
  return (tens === undefined ? 0 : tens === '十' ? 10 : 10 * digitOf(tens.slice(0, 1))) + (ones === undefined ? 0 : digitOf(ones));
}

function digitOf(character: string): number {
  return character === '两' ? 2 : CHINESE.indexOf(character) + 1;
}
