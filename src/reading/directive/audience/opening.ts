/** Who is spoken to at the very start: "南渡、北寨:…", "安书记、鱼书记,…", "寺沟、杏树沟那七户…". Places named further down are only spoken of. */
import type { Person } from '../../../model/organisation.ts';
import { calledAt, type Forms, formsIn } from './forms.ts';
import { namedIn, type Scene } from './scene.ts';

const HEADER = /^(?:[一二三四五六七八九十\d]{1,2}[、.)）]|【[^】]{0,30}】|〔[^〕]{0,12}〕|\s|#)*/u;
const LONGEST = 40;
const END = /[,:!。?\n\s]/u;
/** What may stand beside names where somebody is spoken to. */
const CALLING =
  /[、和及与跟\s的]|还有|(?:你们?)?也?听[着好]|也[来去到上]|[这那]边|你们?|俩|[两三四五六七八九二几]位|[两三四五六七几]个|同志|书记|支书|主任|[校所站队院镇乡局股科部组]长|经理|老师|[姐哥叔姨婶嫂爷伯](?![\u4e00-\u9fff]{1,3}[说讲])|村委?|社区|居委会?|标段|注意|请|[啊呀哟诶哎欸]|早上好|上午好|下午好|晚上好|麻烦|辛苦|受累|通知|提醒/uy;

/** "嘉乐你把上榕下榕的租客摸一次底". */
const TOLD_TO = /^.?你(?:把|将|去|帮|负责)(?![^。!?]*(?:各|其[他它余]|大家|全体|所有|配合))/u;

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
  const isTold = names === 1 && people.length === 1 && TOLD_TO.test(text.slice(Math.max(0, end - 2)));
  const isOnly = isTold && namedIn(scene, scene.text.slice(head + end)).length === 0;
  return names > 1 || isOnly || head + end === scene.text.length || END.test(text.slice(end - 1, end + 1)) ? people : null;
}

/** Names and what may stand beside them, from the start on. */
function readNames(text: string, forms: Forms): Called {
  const people: Person[] = [];
  let names = 0;
  let at = 0;
  for (;;) {
    const form = forms.at(text, at) ?? misspelt(text, at, forms);
    CALLING.lastIndex = at;
    const calling =
      form === undefined ? (CALLING.exec(text)?.[0].length ?? (names > 0 ? restOfName(text, at, forms) : undefined)) : undefined;
    if (form === undefined && calling === undefined) return { people, names, end: at };
    if (form !== undefined) {
      people.push(...calledAt(text, at, form, forms));
      names++;
    }
    at += form?.length ?? calling ?? 0;
  }
}

/** "恒渤冷链、鑫锚水产加工厂、连岬市场:": what a longer name has behind the one that is known, in a list that goes on. */
function restOfName(text: string, at: number, forms: Forms): number | undefined {
  const rest = REST_OF_NAME.exec(text.slice(at))?.[0].length;
  const isList = rest !== undefined && text[at + rest] === '、' && forms.at(text, at + rest + 1) !== undefined;
  return isList ? rest : undefined;
}

const REST_OF_NAME = /^[\u4e00-\u9fff]{2,6}(?=、)/u;

/** "南度、北寨": a word of a list that differs in one character from the only name of a place that is so like it. */
function misspelt(text: string, at: number, forms: Forms): string | undefined {
  const word = LISTED.exec(text.slice(at))?.[0] ?? besideName(text, at, forms);
  if (word === undefined || OF_ALL.test(word)) return undefined;
  const like = forms.ofLength(word.length).filter((form) => differences(form, word) === 1);
  return like.length === 1 ? like[0] : undefined;
}

/** "各村:" is no 杜村 misspelt, nor "还有一件:" an 一诺. */
const OF_ALL = /^(?:[各每]|[全本]村|[一两二三四五六七八九十几第这那])/u;

const LISTED = /^[\u4e00-\u9fff]{2,4}?(?=[、:]|[两二三四五六七八九十]家)/u;

/** "蟹断 白荡 鱼墩三家": before a blank only where a name follows that is spelt as it is. */
function besideName(text: string, at: number, forms: Forms): string | undefined {
  const word = /^[\u4e00-\u9fff]{2,4}(?=\s)/u.exec(text.slice(at))?.[0];
  return word !== undefined && forms.at(text, at + word.length + 1) !== undefined ? word : undefined;
}

function differences(a: string, b: string): number {
  return [...a].filter((character, index) => character !== b[index]).length;
}
