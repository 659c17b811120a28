/** How a person is called in speech: surname and title ("廖校长", "陆镇"), or surname and a familiar word ("陶姐", "苟总"). */
import type { Person } from '../../../model/organisation.ts';

export interface Addresses {
  /** With a word of the person's own title. */
  readonly titled: readonly string[];
  /** With a word that says nothing about an office. */
  readonly familiar: readonly string[];
}

/** Title → how it is shortened behind a surname. */
const TITLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['书记', ['书记', '支书', '书']],
  ['主任', ['主任', '主']],
  ['镇长', ['镇长', '镇']],
  ['乡长', ['乡长', '乡']],
  ['局长', ['局长', '局']],
  ['县长', ['县长', '县']],
  ['区长', ['区长']],
  ['站长', ['站长', '站']],
  ['所长', ['所长', '所']],
  ['科长', ['科长', '科']],
  ['股长', ['股长', '股']],
  ['部长', ['部长', '部']],
  ['院长', ['院长', '院']],
  ['关长', ['关长', '关']],
  ['总监', ['总监', '总']],
  ['大队长', ['大队长', '大队', '大']],
  ['中队长', ['中队长', '中队', '中']],
  ['队长', ['队长', '队']],
  ['校长', ['校长', '校']],
  ['园长', ['园长', '园']],
  ['会计', ['会计']],
  ['经理', ['经理', '总']],
  ['民警', ['警官', '警长', '所']],
  ['指挥', ['指挥', '总']],
  ['工程师', ['总工', '工']],
  ['委员', ['委员', '委']],
  ['主席', ['主席']],
  ['理事长', ['理事长', '理事']],
  ['董事长', ['董事长', '董']],
  ['负责人', ['老师', '主任']],
  ['教导员', ['教导员', '教导', '教']],
  ['指导员', ['指导员', '指导']],
  ['参谋', ['参谋']],
  ['文书', ['文书']],
  ['秘书', ['秘书']],
  ['专员', ['专员']],
  ['校医', ['医生', '大夫']],
  ['村医', ['医生', '大夫']],
  ['医生', ['医生', '大夫']],
  ['医师', ['医生', '大夫']],
]);
/** Whatever a unit is called, who heads it is called by it: 组长, 处长, 班长. */
const HEAD_OF = /[\u4e00-\u9fff]长(?!助理)/gu;
/** 游副乡长, 游副. */
const DEPUTY_OF = /副(?:主任|书记|经理|总|[\u4e00-\u9fff]长)/u;
/** Surnames of two characters, by which alone many are called. */
const COMPOUND =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|司空|端木|百里|呼延|南宫|独孤|长孙|宇文|申屠|闻人|澹台|轩辕|钟离|淳于|公冶|太史|万俟)(?=.)/u;
/** 玉罕囡, 岩温香: where names have no surname, their first two characters are a name. */
const OF_TITLE_NAMES = /^[玉岩依波咪][\u4e00-\u9fff]{2}$/u;
/** Behind the last character of a given name: 芬姐. */
const KIN = ['姐', '哥', '叔', '姨', '婶', '嫂', '妹'];
/** Behind a whole given name: 腊梅姐, 玉兰同志; so stand titles: 德望书记. */
const GIVEN_WITH = ['姐', '哥', '叔', '姨', '同志', '老师'];
const FAMILIAR = ['姐', '哥', '大姐', '大哥', '老弟', '叔', '婶', '姨', '孃', '嬢', '老师', '工', '总'];

const known = new WeakMap<Person, Addresses>();

export function addressesOf(person: Person): Addresses {
  let addresses = known.get(person);
  if (addresses === undefined) {
    addresses = read(person);
    known.set(person, addresses);
  }
  return addresses;
}

function read({ name, title }: Person): Addresses {
  const compound = COMPOUND.exec(name)?.[0];
  const surname = compound ?? name.slice(0, 1);
  const own = ownNameOf(name);
  const givenNames = [...(own === name ? [] : [own]), ...halvesOf(name)];
  if (name.length < 2) return { titled: [], familiar: [] };
  const deputy = DEPUTY_OF.exec(title)?.[0];
  const titles = [
    ...(deputy === undefined ? [] : [deputy, '副']),
    ...[...TITLES].flatMap(([word, forms]) => (title.includes(word) ? forms : [])),
    ...(title.match(HEAD_OF) ?? []),
  ];
  return {
    titled: [...new Set(titles)].map((form) => surname + form),
    familiar: [
      ...(compound === undefined ? [] : [compound]),
      ...FAMILIAR.filter((form) => !titles.includes(form)).map((form) => surname + form),
      ...(NO_ELDER.test(surname) ? [] : [`老${surname}`]),
      ...(surname === '时' ? [] : [`小${surname}`, `阿${surname}`]),
      ...(OF_TITLE_NAMES.test(name) ? [name.slice(0, 2)] : []),
      ...given(own),
      ...(name.length === 3 ? [...GIVEN_WITH, ...titles.filter((form) => form.length > 1)].map((form) => name.slice(1) + form) : []),
      ...givenNames.flatMap((one) => [one, ...titles.filter((form) => form.length > 1).map((form) => one + form)]),
    ],
  };
}

/** 艾尔肯 of 艾尔肯·司马义: what stands behind the point is the father's. */
export function ownNameOf(name: string): string {
  return /^(?<own>[^·•.]{2,})[·•.]/u.exec(name)?.groups?.['own'] ?? name;
}

/** 扎西 of 扎西顿珠, 乌云 of 乌云其其格; 巴合提 and 别克 of 巴合提别克·努尔. */
function halvesOf(name: string): readonly string[] {
  const own = ownNameOf(name);
  return own.length < 4 || COMPOUND.test(own) ? [] : [own.slice(0, 2), own.slice(-2), ...(own.length > 4 ? [own.slice(0, 3)] : [])];
}

/** By one character of the given name: 小芹, 阿雄, 老庚, 刚子, 芬姐, 宝叔. */
function given(name: string): readonly string[] {
  const last = name.slice(-1);
  const characters = name.length === 3 ? [name.slice(1, 2), last] : [last];
  return [
    ...(name.length < 3 || NO_ELDER.test(last) ? [] : [`老${last}`]),
    ...(name.length < 3 || NO_THING.test(last) ? [] : [`${last}子`]),
    ...(NO_NAME.test(name.slice(-1)) ? [] : [`小${name.slice(-1)}`]),
    `阿${name.slice(-1)}`,
    ...characters.filter((character) => !RANK.test(character)).flatMap((character) => KIN.map((word) => character + word)),
  ];
}

/** 小雨, 小学, 小组 are words of every chat. */
const NO_NAME = /[雨雪学组时区村麦事心计程型]/u;
/** 老年, 老师, 老乡 likewise. */
const NO_ELDER = /[年师板乡家总井城区旧兵龄红国生实土路街店]/u;
/** 桌子, 房子, 样子 likewise. */
const NO_THING =
  /[房屋桌桃李梅林竹麦叶稻果种园厂沙石车金银票影面里院本样日点例分儿女妻孩狮鸭鸽燕兔蚊虫路池亭村寨盘盆杯瓶袋箱柜扇帽鞋裤裙嫂婶侄孙弟妹老柱珠松莲旗君兵]/u;
/** 大哥, 老叔, 二姐 are nobody's name. */
const RANK = /[大小老一二三四五六七八九]/u;

/** By what a person is called; one character calls nobody. */
export function formsOf(person: Person): ReadonlySet<string> {
  const { titled, familiar } = addressesOf(person);
  const forms = [
    person.name,
    ...person.aliases,
    ...titled,
    ...familiar,
    ...(ownNameOf(person.name) === person.name ? [person.name.slice(1)] : []),
  ];
  return new Set(forms.filter((form) => form.length > 1));
}
