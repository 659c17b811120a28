/**
 * What tells one ask from another beside its words: the people and offices that it speaks of, who takes things in, the villages, the
 * months, the forms and the figures that it names. Copies agree on these, look-alikes differ in one of them.
 */
import type { Organisation, Person } from '../../model/organisation.ts';
import type { Particulars } from '../../model/reading.ts';
import { type WordPlaces, wordPlaces } from '../text/word-places.ts';
import { areaStem } from './audience/areas.ts';
import { isHandInTarget } from './audience/named.ts';

const TITLES = '书记|主任|镇长|乡长|县长|局长|股长|科长|所长|站长|部长|校长|园长|院长|队长|支书|总|工|大?姐|哥|叔|婶|姨|老师';
const OFFICE = /(?<stem>[\u4e00-\u9fff]{2,8}?)(?:办公室|办|所|站|中心|科|股|局|院|大队|中队|司|队|部)/u;
/** To the sender: "报我", "发给我", "交到我这里". */
const TO_ME = /(?:报|交|发|送|给|传|拿|回|找|告诉)(?:给|到|至|送)?我(?![们村社校])/u;
const PERIOD =
  /(?<![\d:点号日])(?:20\d{2}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[-—~至到]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?月(?:份)?(?!\d|[一二三四五六七八九十底内前初中末])|[一二三四1-4]季度|上半年|下半年|(?:上|本|下)(?:季度|学期|学年)/gu;
const FORM = /《(?<book>[^》]{2,30})》|[“"「](?<quoted>[\u4e00-\u9fffA-Za-z0-9]{2,16})[”"」]|附件(?<attachment>[\d一二三四五六七八九十])/gu;
const FIGURE = /(?<![\d.:])(?<figure>\d{1,6}(?:\.\d+)?[\u4e00-\u9fff%])(?<![年月日号点时])/gu;

/** @param text the normal text of the ask, @param sender the person who says it */
export function particularsOf(text: string, org: Organisation, sender: Person | undefined): Particulars {
  const { people, areas } = wordsOf(org);
  const persons = people.idsIn(text).filter((id) => id !== sender?.id);
  const recipients = persons.filter((id) => people.wordsFor(id).some((word) => text.includes(word) && isHandInTarget(text, word)));
  return {
    persons,
    recipients: TO_ME.test(text) && sender !== undefined ? [...recipients, sender.id] : recipients,
    areas: areas.idsIn(text),
    periods: unique([...text.matchAll(PERIOD)].map(([period]) => period.replace(/份$/u, ''))),
    forms: unique([...text.matchAll(FORM)].map(({ groups }) => groups?.['book'] ?? groups?.['quoted'] ?? `附件${groups?.['attachment']}`)),
    figures: unique([...text.matchAll(FIGURE)].map(({ groups }) => groups?.['figure'] ?? '')),
  };
}

interface Finder {
  idsIn(text: string): readonly string[];
  wordsFor(id: string): readonly string[];
}

const known = new WeakMap<Organisation, { readonly people: Finder; readonly areas: Finder }>();

function wordsOf(org: Organisation) {
  let words = known.get(org);
  if (words === undefined) {
    words = { people: finder(org.people.flatMap(callsOf)), areas: finder(areasOf(org)) };
    known.set(org, words);
  }
  return words;
}

type Call = readonly [id: string, word: string];

/** What a person is called: by name, by surname and title, by the office that he or she stands for. */
function callsOf(person: Person): readonly Call[] {
  const surname = person.name.slice(0, 1);
  const given = person.name.slice(1);
  const office = person.areas.length === 0 ? OFFICE.exec(person.title) : null;
  const stem = office?.groups?.['stem'] ?? '';
  const words = [
    person.name,
    ...person.aliases,
    ...(given.length === 2 ? [given] : []),
    ...TITLES.replaceAll('大?', '')
      .split('|')
      .map((title) => surname + title),
    `老${surname}`,
    `${surname}大姐`,
    ...(office === null ? [] : [office[0]]),
    ...(stem.length === 2 ? [...'那的群要'].map((next) => stem + next) : []),
  ];
  return unique(words.filter((word) => word.length > 1)).map((word) => [person.id, word] as const);
}

function areasOf(org: Organisation): readonly Call[] {
  const areas = unique(org.people.flatMap((person) => person.areas)).filter((area) => area !== '');
  return areas.flatMap((area) => unique([area, areaStem(area)].filter((word) => word.length > 1)).map((word) => [area, word] as const));
}

function finder(calls: readonly Call[]): Finder {
  const idsOf = Map.groupBy(calls, ([, word]) => word);
  const words = [...idsOf.keys()];
  const places: WordPlaces = wordPlaces(words);
  const byId = new Map([...Map.groupBy(calls, ([id]) => id)].map(([id, own]) => [id, own.map(([, word]) => word)] as const));
  return {
    idsIn: (text) => unique([...places.find(text)].flatMap((place) => (idsOf.get(words[place] ?? '') ?? []).map(([id]) => id))).toSorted(),
    wordsFor: (id) => byId.get(id) ?? [],
  };
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
