/**
 * What tells one ask from another beside its words: the people and offices that it speaks of, who takes things in, the villages, the
 * months, the forms and the figures that it names. Copies agree on these, look-alikes differ in one of them.
 */
import type { Instant } from '../../model/instant.ts';
import type { Organisation, Person } from '../../model/organisation.ts';
import type { Particulars } from '../../model/reading.ts';
import { matchesOf } from '../text/matches.ts';
import { type WordPlaces, wordPlaces } from '../text/word-places.ts';
import { ownNameOf } from './audience/address.ts';
import { areaStem, formsOfArea } from './audience/areas.ts';
import { isHandedTo } from './audience/named.ts';

const TITLES = '书记|主任|镇长|乡长|县长|局长|股长|科长|所长|站长|部长|校长|园长|院长|队长|支书|总|工|大?姐|哥|叔|婶|姨|老师';
const LEADING = [
  '镇长',
  '乡长',
  '县长',
  '旗长',
  '区长',
  '局长',
  '校长',
  '院长',
  '书记',
  '苏木达',
  '指挥长',
  '主任',
  '部长',
  '站长',
  '所长',
];
/** Begins what a leader does with words (交代, 说, 讲, 要求, 定, 安排, 点名, 吩咐, 喊), or when it was (昨天, 周一). */
const HAS_WORD = [...'交说讲要定安点吩喊让叫催派昨前周'];
const OFFICE = /(?<stem>[\u4e00-\u9fff]{2,8}?)(?:办公室|办|所|站|中心|科|股|局|院|大队|中队|司|队|部)/u;
/** To the sender: "报我", "发给我", "交到我这里"; not "别报我这儿". */
const TO_ME = /(?<!别|莫|甭|勿|不|不要|不用|不必)(?:报|交|发|送|给|传|拿|回|找|告诉)(?:给|到|至|送)?我(?![们村社校])/u;
const PERIOD =
  /(?<![\d:点号日])(?:20\d{2}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[-—~至到]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?月(?:份)?(?!\d|[一二三四五六七八九十底内前初中末])|[一二三四1-4]季度|上半年|下半年|(?:上|本|下)(?:季度|学期|学年)/gu;
/** "跟6月那张不是一张": what it is told apart from. */
const ANOTHER = /别[拿用][^,。;!?]*|[跟和与同][^,。;!?]{1,12}(?:不是|不同|不一样|分开|各算|两[码回]事)[^,。;!?]*/gu;
/** What every period has; most texts have none of it. */
const NAMES_PERIOD = /[月季年期]/u;
const NONE: readonly string[] = [];
const FORM = /《(?<book>[^》]{2,30})》|[“"「](?<quoted>[\u4e00-\u9fffA-Za-z0-9]{2,16})[”"」]|附件(?<attachment>[\d一二三四五六七八九十])/gu;
const SPOKEN_FIGURE = /(?<![\d.])(\d{1,4})([米块度斤丈])(\d)(?![\d.]|[\u4e00-\u9fff]?[米点月日号])/u;
const FIGURE = /(?<![\d.:])\d{1,6}(?:\.\d+)?[\u4e00-\u9fff%](?<![年月日号点时])/gu;

/** "24米5" is 24.5米. */
function spelledOut(text: string): string {
  return SPOKEN_FIGURE.test(text) ? text.replaceAll(new RegExp(SPOKEN_FIGURE, 'gu'), '$1.$3$2') : text;
}

/** @param text the normal text of the ask, @param sender the person who says it, @param sentAt when */
export function particularsOf(text: string, org: Organisation, sender: Person | undefined, sentAt: Instant): Particulars {
  const { people, areas } = wordsOf(org);
  const called = people.wordsIn(text).filter((word) => !YOUNG.test(word) || callsYoung(text, word));
  const persons = people.idsOf(called).filter((id) => id !== sender?.id);
  // Dozens may be called by one word, and one by dozens: it's enough to look at the words that stand there.
  const handedTo = called.filter((word) => isHandedTo(text, word));
  const recipients = handedTo.length === 0 ? NONE : people.idsOf(handedTo).filter((id) => id !== sender?.id);
  return {
    persons,
    recipients: TO_ME.test(text) && sender !== undefined ? [...recipients, sender.id] : recipients,
    areas: areas.idsOf(areas.wordsIn(text)),
    periods: NAMES_PERIOD.test(text)
      ? unique(matchesOf(PERIOD, text.replaceAll(ANOTHER, '')).map(([period]) => withoutNearYear(period.replace(/份$/u, ''), sentAt)))
      : NONE,
    forms: unique(
      matchesOf(FORM, text)
        .filter(namesForm)
        .map(({ groups }) => groups?.['book'] ?? groups?.['quoted'] ?? `附件${groups?.['attachment']}`),
    ),
    figures: unique(matchesOf(FIGURE, spelledOut(text)).map(([figure]) => figure)),
  };
}

/** 2026年12月 is 12月 in the January after it. */
function withoutNearYear(period: string, sentAt: Instant): string {
  const { year, month } = /^(?<year>20\d{2})年(?<month>\d{1,2})月$/u.exec(period)?.groups ?? {};
  if (year === undefined) return period;
  const sent = new Date(sentAt);
  const apart = (Number(year) - sent.getUTCFullYear()) * MONTHS + Number(month) - 1 - sent.getUTCMonth();
  return Math.abs(apart) < MONTHS / 2 ? `${month}月` : period;
}

const MONTHS = 12;

/** Behind who has asked for it: "施主任周一要的那份", "丽芬那个人口抽样". */
const HAS_ASKED =
  /^(?:[\u4e00-\u9fff]长|书记|主任|局|总)?(?:(?:之前|先前|那天|刚才?|上?(?:周|星期|礼拜)[一二三四五六日天]|[昨前今][天晚早日]|上次)?(?:一早|[上下中]午|晚上|早上)?(?:让|叫|要(?![交报填送])|喊|说|讲|布置|通知|交代|安排|发|催|定|提|派|约|替我)[^,。;!?\n]{0,5}的(?!话|时候)|(?:刚刚?发的)?那[个份张趟件场次条项桩封批])/u;
const LONGEST_ASKED = 20;

/** Persons who are said to have asked for what a text is about. @param sender the person who says it */
export function askersIn(text: string, org: Organisation, sender: Person | undefined): readonly string[] {
  const { people } = wordsOf(org);
  const asking = people.wordsIn(text).filter((word) => {
    const at = text.indexOf(word) + word.length;
    return (
      HAS_ASKED.test(text.slice(at, at + LONGEST_ASKED)) || (word.length > 2 && HAS_ASKED.test(text.slice(at - 1, at + LONGEST_ASKED)))
    );
  });
  return asking.length === 0 ? NONE : people.idsOf(asking).filter((id) => id !== sender?.id);
}

/** 小代, of whom something is said; not 小程序, 小范围. */
function callsYoung(text: string, word: string): boolean {
  return (
    !MAKES_WORD.has(word) &&
    text
      .split(word)
      .slice(1)
      .some((rest) => SAID_OF.test(rest))
  );
}

const YOUNG = /^小.$/u;
const MAKES_WORD: ReadonlySet<string> = new Set(['小时', '小学', '小组', '小区', '小钱', '小路', '小型']);
const SAID_OF = /^(?:[,。:;、!?\s昨今早刚说讲提报反那上发问的家给要这在]|$)/u;

/** "原通知“每天下午4点前”,现改为“15:30前”": words that are repeated name no form, nor does what a storm is called. */
function namesForm({ groups, index, input }: RegExpExecArray): boolean {
  const quoted = groups?.['quoted'];
  return quoted === undefined || !(TELLS_WORDS.test(input.slice(Math.max(0, index - 6), index)) || TIME_IN_IT.test(quoted));
}

const TELLS_WORDS = /(?:通知|改为|改成|更正为?|应为|现为)[:,]?$|(?:台风|风暴)$/u;
const TIME_IN_IT = /^(?:每[天日])?[\d月日号点时分半上下中早晚午周一二三四五六日末底今明后天班:]+[前后止内]?$/u;

interface Finder {
  /** Those of its words that stand in a text. */
  wordsIn(text: string): readonly string[];
  /** Who or what is called so, in order. */
  idsOf(words: readonly string[]): readonly string[];
}

const known = new WeakMap<Organisation, { readonly people: Finder; readonly areas: Finder }>();

function wordsOf(org: Organisation) {
  let words = known.get(org);
  if (words === undefined) {
    words = { people: finder(callsOf(org.people)), areas: finder(areasOf(org)) };
    known.set(org, words);
  }
  return words;
}

/** Whoever, or whichever place, is called so. */
type Calls = ReadonlyMap<string, readonly string[]>;

const CALLED = TITLES.replaceAll('大?', '').split('|');

/** What people are called: by name, by surname and title, by the office that they stand for. */
function callsOf(people: readonly Person[]): Calls {
  const calls = new Map<string, string[]>();
  for (const person of people) for (const word of ownCalls(person)) addCall(calls, word, person.id);
  // All of one surname share these: made once for each surname, not for each person.
  for (const [surname, namesakes] of Map.groupBy(people, ({ name }) => name.slice(0, 1))) {
    const words = [...CALLED.map((title) => surname + title), `老${surname}`, `小${surname}`, `${surname}大姐`];
    for (const word of words) for (const { id } of namesakes) addCall(calls, word, id);
  }
  addLeaders(calls, people);
  return calls;
}

function ownCalls(person: Person): readonly string[] {
  const given = person.name.slice(1);
  const office = person.areas.length === 0 ? OFFICE.exec(person.title) : null;
  const stem = office?.groups?.['stem'] ?? '';
  return [
    person.name,
    ...person.aliases,
    ...(given.length === 2 ? [given] : []),
    ownNameOf(person.name),
    ...(office === null ? [] : [office[0]]),
    ...(stem.length === 2 ? [...'那的群要'].map((next) => stem + next) : []),
  ];
}

/** "镇长交代的": by the title alone, where only one in the organisation has it. */
function addLeaders(calls: Map<string, string[]>, people: readonly Person[]): void {
  for (const title of LEADING) {
    const [only, other] = people.filter((person) => !person.title.includes('副') && person.title.endsWith(title));
    if (only !== undefined && other === undefined) for (const next of HAS_WORD) addCall(calls, title + next, only.id);
  }
}

function areasOf(org: Organisation): Calls {
  const calls = new Map<string, string[]>();
  for (const area of unique(org.people.flatMap((person) => person.areas))) {
    if (area !== '') for (const word of unique([area, ...stemsOf(area)])) addCall(calls, word, area);
  }
  return calls;
}

/** 护林 of 护林队 is a word of every chat. */
function stemsOf(area: string): readonly string[] {
  const stem = areaStem(area);
  return area.endsWith('队') && !formsOfArea(area).includes(stem) ? [] : [stem];
}

/** One character calls nobody. */
function addCall(calls: Map<string, string[]>, word: string, id: string): void {
  if (word.length < 2) return;
  const ids = calls.get(word);
  if (ids === undefined) calls.set(word, [id]);
  else if (ids.at(-1) !== id) ids.push(id);
}

const NOBODY: readonly string[] = [];

function finder(calls: Calls): Finder {
  const words = [...calls.keys()];
  const places: WordPlaces = wordPlaces(words);
  return {
    wordsIn(text) {
      const found = places.find(text);
      return found.size === 0 ? NONE : [...found].map((place) => words[place] ?? '');
    },
    idsOf: (called) => (called.length === 0 ? NOBODY : unique(called.flatMap((word) => calls.get(word) ?? NOBODY)).toSorted()),
  };
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
