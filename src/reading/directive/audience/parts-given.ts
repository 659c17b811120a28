/**
 * Who is given a part in what several do: names strung together at the start of a clause ("欧新妍鲍磊也来", "骆主任花组长记得来"), and a
 * list in which each begins with a name, or ends in one behind a dash ("骆主任致辞、小茉主持、大强坐第二排", "宏胶-彭超,宏运-建军").
 */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { namesArea } from './areas.ts';
import { calledAt, type Forms, formsIn } from './forms.ts';
import { isAbbreviation } from './office-lists.ts';
import { type Scene, VENUE } from './scene.ts';

/** Clauses and the entries of a list, with the figures that number them. */
const ENTRY = /[^、,。;!?\n\s①-⑳]+/gu;
const LONGEST_PART = 10;
/** What is told of somebody, not given to him: how it went, what he said, whose thing it is, how he stands. */
const TOLD =
  /^(?:说|讲|辛苦|出差|请假|休假|(?:亲自)?带队|主持|答应|要|定|催|提|强调|指示|反映|转告|转达|是|在|已|的|那|这|第\d|处|收|汇总|昨|刚|前天|上次|上个|[让叫喊托]我|带[个句]?话|捎[个句]?话|转给)|[了过]/u;
const BEFORE_NAME = /^(?:我[和跟]|请|让|叫|和|跟|以及)/u;
const BEHIND_DASH = /^[^-—–:]{1,8}(?:[-—–]|:)(?<name>[^-—–:]+)$/u;

interface Read {
  readonly people: readonly Person[];
  readonly names: number;
  /** What stands behind the last name. */
  readonly rest: string;
}

export function partsGiven(scene: Scene): readonly Person[] {
  const forms = formsIn(scene);
  const entries = matchesOf(ENTRY, scene.text)
    .map(([entry]) => ({ entry, ...readEntry(entry, forms) }))
    .map((read) => (isVenue(read) ? NOTHING : read));
  const found = new Set<Person>();
  for (const [index, { people, names, rest }] of entries.entries()) {
    if (names === 0 || TOLD.test(rest)) continue;
    const isBeside = [entries[index - 1], entries[index + 1]].some(
      (other) => other !== undefined && other.names > 0 && other.rest.length <= LONGEST_PART && !TOLD.test(other.rest),
    );
    if ((names > 1 && new Set(people).size > 1) || (isBeside && rest.length <= LONGEST_PART))
      for (const person of people) found.add(person);
  }
  return [...found];
}

/** "新墟文化广场": no part of the people of 新墟. */
function isVenue({ entry, people, rest }: Read & { readonly entry: string }): boolean {
  return VENUE.test(rest) && people.every(({ areas }) => areas.some((area) => namesArea(entry, area)));
}

const SENTENCE = /[^。;!?\n]+/gu;
const CLAUSE = /^[^,。;:!?\n]*/u;

/** Whoever begins a sentence that tells nothing of him, or has a part in it: "阿日斯冷也往西梁靠". */
export function sentencesGiven(scene: Scene): readonly Person[] {
  const forms = formsIn(scene);
  const given = (words: string, isGiven: (rest: string) => boolean): readonly Person[] => {
    const { people, names, rest } = readNames(words.trimStart(), forms);
    return names > 0 && isGiven(rest) && !TOLD.test((CLAUSE.exec(rest)?.[0] ?? '').slice(0, LONGEST_PART)) ? people : [];
  };
  return [
    ...matchesOf(SENTENCE, scene.text).flatMap(([sentence]) => given(sentence, () => true)),
    ...matchesOf(ENTRY, scene.text).flatMap(([entry]) => given(entry, (rest) => ALSO_ACTS.test(rest))),
    ...matchesOf(ENTRY, scene.text).flatMap(([entry]) => (BESIDES.test(entry) ? given(entry.replace(BESIDES, ''), () => true) : [])),
  ];
}

/** "…,还有新桥社区": called beside those before. */
const BESIDES = /^(?:还有|外加|加上|再加上?|连同)/u;

/** "凌云去验", "老奚一并核", "铁军带两个人帮她": in a clause of its own. */
const ALSO_ACTS =
  /^(?:也|一并|一起|过去(?![了的一两几]|年)|再?带(?:着|上)?[一两二三四五几\d]{1,2}个人(?!已|到了)|去(?!年)|负责(?!的)|牵头|配合|盯着|跟着)/u;

function readEntry(entry: string, forms: Forms): Read {
  const behind = BEHIND_DASH.exec(entry)?.groups?.['name'];
  if (behind !== undefined) {
    const read = readNames(behind, forms);
    return read.rest === '' ? read : NOTHING;
  }
  const words = entry.replace(BEFORE_NAME, '');
  return readNames(words.slice(officeBefore(words, forms)), forms);
}

const OFFICE_LENGTHS = [2, 3, 4];

/** "发改委储主任、财政蒯局": how long the office is that stands before who is of it. */
function officeBefore(words: string, forms: Forms): number {
  if (forms.at(words, 0) !== undefined) return 0;
  const isOffice = (length: number): boolean => {
    const form = forms.at(words, length);
    const called = form === undefined ? [] : calledAt(words, length, form, forms);
    return called.some(({ title }) => isAbbreviation(words.slice(0, length), title));
  };
  return OFFICE_LENGTHS.find(isOffice) ?? 0;
}

const NOTHING: Read = { people: [], names: 0, rest: '' };

function readNames(text: string, forms: Forms): Read {
  const people: Person[] = [];
  /** Whom the name right before this one calls: "新墟岑书记" is he alone, and not all of the place. */
  let before: readonly Person[] = [];
  let names = 0;
  let at = 0;
  for (;;) {
    const form = forms.at(text, at);
    if (form === undefined) {
      const joined = names > 0 && /[和跟与及]/u.test(text[at] ?? '') && forms.at(text, at + 1) !== undefined;
      if (!joined) return { people, names, rest: text.slice(at) };
      before = [];
      at++;
      continue;
    }
    const called = calledAt(text, at, form, forms);
    if (before.some((person) => called.includes(person))) people.splice(people.length - before.length);
    people.push(...called);
    before = called;
    names++;
    at += form.length;
  }
}
