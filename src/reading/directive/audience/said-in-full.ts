/** What is said short of several places or kinds of places, said in full: 一、二、三标, 五村三社, 各队村场社. */
import type { Person } from '../../../model/organisation.ts';
import { escapePattern } from '../../lexicon.ts';
import { once } from '../../once.ts';
import { areaStem, endingOf, TOWN } from './areas.ts';
import { areasOf } from './areas-spoken.ts';

const NUMERALS = '[一二三四五六七八九十](?:[、,和][一二三四五六七八九十]){1,9}';
const STEMS = '[\\u4e00-\\u9fff]{1,2}(?:[、和][\\u4e00-\\u9fff]{1,2}){1,9}';
/** What 村, 小 and 中 begin as often as they end. */
const OF_A_WORD = '[心办委民里组级支重旬午间央高低]';
const SHARED_SUFFIX = new RegExp(
  `(?<list>${NUMERALS}|${STEMS})(?<suffix>(?:标段|标|社区|小学|中学)(?!、|干部)|[村小中](?!、|干部|${OF_A_WORD}))`,
  'gu',
);
const COUNT = /^[两俩二三四五六七八九十几]个$/u;
const NO_NAME = /[按报交每各逐]$/u;
const HAS_SUFFIX = /[标段村区校学]$|^.[中小]$/u;

/** "一、二、三标" says 一标、二标、三标. */
export function withSharedSuffix(text: string): string {
  return text.replaceAll(SHARED_SUFFIX, (whole, list: string, suffix: string) => {
    const stems = list.split(/[、,和]/u);
    // 马家圩村、荻苑社区: each says itself what it is.
    // Nor is "东沟和两个标段" a list of one kind.
    // "农服中心报,按村汇总" names no village.
    if (stems.some((stem) => HAS_SUFFIX.test(stem) || COUNT.test(stem) || NO_NAME.test(stem))) return whole;
    const names = stems.map((stem) => stem + suffix);
    return `${whole} ${names.join('、')}`;
  });
}

/** "松岭、大滩养护站": where a stem stands for other places too, each of the list is said in full. */
export function withSharedEnding(text: string, everybody: readonly Person[]): string {
  return sharedEndings(everybody).reduce(
    (rest, { list, ending }) => rest.replaceAll(list, (stems) => stems.replaceAll(/[、和]/gu, (mark) => `${ending}${mark}`)),
    text,
  );
}

/** Endings that several places have of which one has its stem from elsewhere: 松岭养护站 beside 松岭乡. */
const sharedEndings = once((everybody: readonly Person[]): readonly { readonly list: RegExp; readonly ending: string }[] => {
  const areas = areasOf(everybody);
  const byEnding = Map.groupBy(
    areas.filter((area) => endingOf(area) !== '' && areaStem(area).length >= 2),
    endingOf,
  );
  return [...byEnding].flatMap(([ending, alike]) => {
    const stems = alike.map(areaStem);
    const isOthersToo = stems.some((stem) => areas.some((area) => !alike.includes(area) && areaStem(area) === stem));
    if (TOWN.test(ending) || stems.length < 2 || !isOthersToo) return [];
    const any = `(?:${stems.map(escapePattern).join('|')})`;
    return [{ list: new RegExp(`(?:${any}[、和])+(?=${any}${escapePattern(ending)})`, 'gu'), ending }];
  });
});

/** "五村三社": the communities are counted by the first half of their word; "村社书记" are those of all of them. */
export function withWholeCounts(text: string): string {
  return text.includes('社')
    ? text.replaceAll(VILLAGES_AND_COMMUNITIES, '$<villages>村、$<communities>个社区').replaceAll(HEADS_OF_BOTH, '各村、各社区')
    : text;
}

/** "上碓村、下碓村每村派两人": each of those that are listed, not every village. */
export function withEachOfList(text: string): string {
  return text.includes('每') ? text.replaceAll(EACH_OF_LIST, '各') : text;
}

const EACH_OF_LIST =
  /(?<=[\u4e00-\u9fff]、[\u4e00-\u9fff]{2,8})每个?(?:村|校|园|所|站|镇|乡|社区)(?=[再出派报选来带送拿填交\d一二两三四五六七八九十])/gu;

/** "乡镇妇联主席们", "村里的姐妹们", "村医老师们": all that are so called. */
export function withEachCalled(text: string, people: readonly Person[] = []): string {
  if (!text.includes('们')) return text;
  const posts = text.replaceAll(CALLED_BY_POST, (whole: string, post: string) => (isPostOfSome(post, people) ? `各位${post}` : whole));
  return posts.replaceAll(CALLED_SO, '各$<kind>');
}

const CALLED_BY_POST =
  /(?<=^|[\s,。!:;、])(?:各位|亲爱的|尊敬的)?(?<post>[\u4e00-\u9fff]{2,6}?)(?:老师|同志|同事|朋友|兄弟|弟兄|伙伴|姐妹|师傅)?们(?=[,:!。\s早好辛再请注麻])/gu;
/** Heads are called so with their places, or alone. */
const IS_HEAD = /(?:书记|支书|主任|[\u4e00-\u9fff]长|经理|老板|领导)$/u;

/** The last word of the titles of some. */
function isPostOfSome(post: string, people: readonly Person[]): boolean {
  return !IS_HEAD.test(post) && people.filter(({ title }) => title.length > post.length && title.endsWith(post)).length > 1;
}

const CALLED_SO =
  /(?<=^|[\s,。!:;、]|亲爱的|尊敬的|拜托)(?<kind>乡镇|镇街|街道|社区|村)(?:里|上)?的?(?=[\u4e00-\u9fff]{0,4}(?:主席|书记|主任|站长|所长|干事|专干|同志|同仁|姐妹|弟兄|兄弟|伙伴|网格员)们[,:!。\s])/gu;

const VILLAGES_AND_COMMUNITIES =
  /(?<villages>(?:[两二三四五六七八九十]|十[一二三四五六七八九]|\d{1,2})个?)村、?(?<communities>[一两二三四五六七八九十]|\d{1,2})个?社(?!区|员|工|保)/gu;
const HEADS_OF_BOTH = /(?<=^|[,。;:!?\s])村社(?=(?:书记|主任|负责人)[^,。;]{0,12}(?:都|参加|到|来|各|请|注意))/gu;

/** "各队村场社": the farm and the communities are said by one character each. */
export function withWholeKinds(text: string, everybody: readonly Person[]): string {
  if (!/[场社]/u.test(text)) return text;
  const farm = FARM.exec(areasOf(everybody).join('\n'))?.[0];
  return text.replaceAll(SHORT_KINDS, (whole, kinds: string, field: string | undefined, community: string | undefined) =>
    field !== undefined && farm === undefined
      ? whole
      : `${kinds}${field === undefined ? '' : farm}${community === undefined ? '' : '社区'}`,
  );
}

const FARM = /[林农牧渔茶]场$/mu;
const SHORT_KINDS = /(?<kinds>各[队村屯连组]{1,3})(?<field>场)?(?<community>社)?(?![区员会保里所面])(?<=场|社)/gu;

/** "各街道站", "各社区服务站": where each of a kind of places has a station, the places themselves are called by it, and by no other kind's. */
export function withoutStations(text: string, everybody: readonly Person[]): string {
  if (!/[站心]/u.test(text)) return text;
  return text
    .replaceAll(STATIONS, (whole, every: string, kind: string) => (haveStations(kind, everybody) ? `${every}${kind} ` : whole))
    .replaceAll(BEFORE_MARK, '');
}

/** The blank keeps 组织 apart from what would be a 街道组. */
const BEFORE_MARK = / (?=[、,:。;])/gu;
const STATIONS =
  /(?<every>各|每个?)(?<kind>乡镇|镇街|街道|社区|村)(?:退役军人|党群|便民|志愿|文明实践)?(?:服务)?(?:站|中心)(?![所长点校])/gu;

function haveStations(kind: string, everybody: readonly Person[]): boolean {
  const ends = kind === '乡镇' || kind === '镇街' ? /[乡镇]$|街道$/u : new RegExp(`${kind}$`, 'u');
  const holders = everybody.filter(({ areas, title }) => areas.some((area) => ends.test(area)) && /服务站|服务中心/u.test(title));
  return holders.length > 1;
}
