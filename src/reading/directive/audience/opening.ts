/** Who is spoken to at the very start: "南渡、北寨:…", "安书记、鱼书记,…", "寺沟、杏树沟那七户…". Places named further down are only spoken of. */
import type { Person } from '../../../model/organisation.ts';
import { addressesOf } from './address.ts';
import { formsOfArea } from './areas.ts';
import type { Scene } from './scene.ts';
import { areasOf } from './units.ts';

const HEADER = /^(?:【[^】]{0,30}】|〔[^〕]{0,12}〕|\s|#)*/u;
const LONGEST = 40;
const END = /[,:!。?\n\s]/u;
/** What may stand beside names where somebody is spoken to. */
const CALLING =
  /[、和及与跟\s的]|你们?|俩|[两三四五六七八九二几]位|[两三四五六七几]个|同志|书记|支书|主任|校长|经理|村委?|社区|居委会?|标段|注意|听着|听好|请|早上好|上午好|下午好|晚上好|麻烦|辛苦|受累|通知|提醒/uy;

interface Called {
  readonly people: readonly Person[];
  /** How many names were read. */
  readonly names: number;
  /** Where they end. */
  readonly end: number;
}

export function addressIn(scene: Scene): readonly Person[] | null {
  const head = HEADER.exec(scene.text)?.[0].length ?? 0;
  const text = scene.text.slice(head, head + LONGEST);
  const { people, names, end } = readNames(text, formsIn(scene));
  if (names === 0) return null;
  return names > 1 || END.test(text.slice(end - 1, end + 1)) ? people : null;
}

/** Names and what may stand beside them, from the start on. */
function readNames(text: string, forms: ReadonlyMap<string, readonly Person[]>): Called {
  const longestFirst = [...forms.keys()].toSorted((a, b) => b.length - a.length);
  const people: Person[] = [];
  let names = 0;
  let at = 0;
  for (;;) {
    const form = longestFirst.find((one) => text.startsWith(one, at)) ?? misspelt(text, at, longestFirst);
    CALLING.lastIndex = at;
    const calling = form === undefined ? CALLING.exec(text)?.[0].length : undefined;
    if (form === undefined && calling === undefined) return { people, names, end: at };
    if (form !== undefined) {
      people.push(...(forms.get(form) ?? []));
      names++;
    }
    at += form?.length ?? calling ?? 0;
  }
}

/** "南度、北寨": a word of a list that differs in one character from the only name of a place that is so like it. */
function misspelt(text: string, at: number, forms: readonly string[]): string | undefined {
  const word = /^[\u4e00-\u9fff]{2,4}(?=[、:])/u.exec(text.slice(at))?.[0];
  if (word === undefined) return undefined;
  const like = forms.filter((form) => form.length === word.length && differences(form, word) === 1);
  return like.length === 1 ? like[0] : undefined;
}

function differences(a: string, b: string): number {
  return [...a].filter((character, index) => character !== b[index]).length;
}

/** Every name by which somebody of the group may be called, and the places of its members. */
function formsIn({ members, people }: Scene): ReadonlyMap<string, readonly Person[]> {
  const forms = new Map<string, Person[]>();
  const add = (form: string, persons: readonly Person[]): void => {
    if (form.length > 1) forms.set(form, [...(forms.get(form) ?? []), ...persons]);
  };
  for (const person of members) {
    const { titled, familiar } = addressesOf(person);
    for (const form of new Set([person.name, ...person.aliases, ...titled, ...familiar, person.name.slice(1)])) add(form, [person]);
  }
  for (const area of areasOf(members)) for (const form of new Set(formsOfArea(area))) add(form, people.ownersOf(area));
  return forms;
}
