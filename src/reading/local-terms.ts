/** "县里25号,我们按20号", "咱镇提前": what is passed on from above is due here at a time of its own. */
const OVERRIDES =
  /[别莫不]看|不等|我们(?:乡|镇|县|街道|局|校)?按|以[^,。]{1,8}为准|提前|[咱我]们?(?:[镇乡县]|街道)?[^,。;!?]{0,8}按(?=\d|[一二三四五六七八九十今明周])|(?:不等|等不及),[^,。;!?]{0,8}按/u;

export function setsOwnTerms(words: string): boolean {
  return OVERRIDES.test(words);
}
