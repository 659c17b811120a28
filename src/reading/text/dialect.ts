/**
 * Words of the dialects that people type (Cantonese, Wu, Hakka) in those of the common speech, each by as many characters: whatever reads on
 * knows "唔使收啦" by 不用收啦, and spans stay where they are. Only what is nobody's name and means one thing.
 */

/** Before those of one character, which they hold. */
const WORDS: Readonly<Record<string, string>> = {
  唔使: '不用',
  冇使: '不用',
  毋使: '不用',
  毋须: '不用',
  毋需: '不用',
  唔好: '不要',
  唔该: '麻烦',
  唔系: '不是',
  呢个: '这个',
  呢件: '这件',
  呢张: '这张',
  呢份: '这份',
  呢次: '这次',
  呢单: '这单',
  呢度: '这里',
  边个: '哪个',
  边度: '哪里',
  搞掂: '搞定',
  落班: '下班',
  而家: '现在',
  依家: '现在',
  琴日: '昨天',
  迭个: '这个',
  白忘: '别忘',
};

const CHARACTERS: Readonly<Record<string, string>> = {
  唔: '不',
  嘅: '的',
  咗: '了',
  冇: '没',
  嗰: '那',
  哋: '们',
  喺: '在',
  嚟: '来',
  畀: '给',
  俾: '给',
  睇: '看',
  啲: '些',
  佢: '他',
  搵: '找',
  攞: '拿',
  嘢: '事',
  咁: '这',
  覅: '别',
  嫑: '别',
};

/** What they mean hangs on what stands around: 请勿 and 切勿 are written everywhere, 莫 is a name, and 嘞 stands at the end of anything. */
const BY_PLACE: readonly (readonly [dialect: string, common: string])[] = [
  ['(?<![请切万敬非])勿(?=[要用是好来去开报交搞办收填写送等到变错逼能])', '不'],
  ['莫(?=[要来去报送交填写等急忘跑讲管动进开搞让再用拿带喊乱发打放拆收催])', '别'],
  ['[咯啰喽哒](?=$|[,。!?;~…\\s\\[])', '了'],
  ['嘞(?=[\\u4e00-\\u9fff])', '的'],
];

const COMMON = new Map([...Object.entries(WORDS), ...Object.entries(CHARACTERS)]);
const DIALECT = new RegExp([...COMMON.keys(), ...BY_PLACE.map(([dialect]) => `(${dialect})`)].join('|'), 'g');

/** @param text in simplified script */
export function inCommonSpeech(text: string): string {
  return text.replace(DIALECT, (word, ...byPlace: readonly (string | undefined)[]) => {
    const place = byPlace.slice(0, BY_PLACE.length).findIndex((found) => found !== undefined);
    return BY_PLACE[place]?.[1] ?? COMMON.get(word) ?? word;
  });
}
