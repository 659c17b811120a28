/** The word after a phrase that says on which side of it the deed lies. The first that matches wins. */
import type { Edge, Phrase, Slots } from './phrase.ts';

const OBJECT_OF_FRONT =
  '(?!后|面(?!试)|往|台(?!账)|沿|期(?!间)|半[年月夜]|段|景|辈|列|[\\d一二三四五六七八九十两几]{1,3}(?:[名位项批户强节排]|个(?!数|字|表)|季度?|天[共累接日平]))';
/** What people do at a time, said between it and 前: 8点上学之前. */
const DEED = '(?:(?:学生|孩子|娃)?上学|上课|上班|下班|开会|出发|开工|放学|关门|开饭|吃饭|睡觉|系统关门|系统关闭|关闭系统)?';
/** 周五(含)前, 26日(含当天)以前. */
const DIGITS_GAP = '(?:\\s?[(（]含[^()（）]{0,4}(?=[)）]))?[)）”’"」】]?\\s?';

const EDGES: readonly (readonly [edge: Edge, pattern: RegExp])[] = [
  ['before', new RegExp(`${DIGITS_GAP}${DEED}(?:之前|以前|前${OBJECT_OF_FRONT})`, 'y')],
  // 钱 is a homophone of 前: 明天下班钱交.
  [
    'before',
    /[之以]钱|钱(?=$|[,。!、;]|补|签|做|办|录|清|整|收|搬|修|写|定|传|打|查|核|缴|来|到|全|都|统|请|贴|寄|拍|交|报|发|完|把|将|务|必|要|弄|搞|填|给|送|上|提|反|回)|之全(?=$|[,。!、;]|交|报|完)/y,
  ],
  ['around', /[)）]?(?:前后|左右|上下(?!午)|许|多(?!少))/y],
  ['gone', /(?:都|早|已经?)?过了|(?:都|早)过/y],
  ['within', /[)）]?(?:之内|以内|以里|里头|内(?![容部外涝蒙存科设置]))/y],
  ['until', new RegExp(`${DIGITS_GAP}(?:为止|为限|截止|截至|止(?![损血步境])|(?<!月)封顶)`, 'y')],
  [
    'from',
    new RegExp(
      `${DIGITS_GAP}(?:算起|起(?![草码来诉因点重火吊降床名])|开始(?=每|执行|实施|施行|生效|启用|收费|供|停|放|进|全|对|在|至|到|,|$))`,
      'y',
    ),
  ],
  ['after', new RegExp(`${DIGITS_GAP}(?:之后|以后|后(?![台勤续备方期面]))`, 'y')],
];

/** What an edge may begin with; most phrases that have none end here. */
const EDGE_START = /[(（)）”’"」】\s前之以钱内为截止封到起开后左上许多都早已过下出放关算吃睡系学孩娃]/;

export function withEdge(phrase: Phrase, text: string): Phrase {
  const { day, clock, anchor, part } = phrase.slots;
  if (day?.closed === true && clock === null && anchor === null && part === null)
    return { ...phrase, edge: 'before', steps: [...phrase.steps, 'edge/before'] };
  if (hasOwnEdge(phrase.slots)) return phrase;
  if (!EDGE_START.test(text[phrase.coreEnd] ?? '')) return phrase;
  for (const [edge, pattern] of EDGES) {
    pattern.lastIndex = phrase.coreEnd;
    const match = pattern.exec(text);
    if (match !== null) return { ...phrase, edge, end: phrase.coreEnd + match[0].length, steps: [...phrase.steps, `edge/${edge}`] };
  }
  return phrase;
}

function hasOwnEdge(slots: Slots): boolean {
  return (slots.duration !== null || slots.relative !== null) && slots.clock === null && slots.anchor === null && slots.part === null;
}
