/** How an organisation speaks of its units as a whole ("各嘎查村", "七家卫生院", "院长们"): patterns made once from the words of its roster. */
import { escapePattern } from '../../lexicon.ts';
import type { Kinds } from './kinds.ts';

export interface Speech extends Kinds {
  /** "各村", "各乡镇卫生院", "卫生院院长", "一个矿报3名": group `kinds` (or `headed`, `spoken`, `fellows`, `bare`, `single`) holds the words for units. */
  readonly every: RegExp;
  /** "五个村", "七家卫生院": groups `count` and `kind`. */
  readonly counted: RegExp;
  /** "其余九个村", "剩下的社区": groups `count` and `kind`. */
  readonly rest: RegExp;
  /** "六个村", "五个出牛的村": group `kind`. */
  readonly some: RegExp;
  /** "书记们", "各位院长", "院长亲自". */
  readonly calledHeads: RegExp;
  /** "组长也来". */
  readonly alsoHeads: RegExp;
  /** Titles behind the units or by themselves: groups `titles` and `alone`. */
  readonly headTitles: RegExp;
  readonly countedHeads: RegExp;
  /** What every count of units or heads begins with: a text without it counts none. */
  readonly count: RegExp;
  readonly title: RegExp;
  /** "荻港村、马家圩村、荻苑社区书记". */
  readonly headList: RegExp;
  readonly unit: RegExp;
}

/** Said of units in any organisation, whatever its roster calls them. */
const UNITS = [
  '村居',
  '村',
  '社区',
  '居委',
  '居民区',
  '片区',
  '圩',
  '屯',
  '寨',
  '街道',
  '党支部',
  '支部',
  '网格',
  '林场',
  '农场',
  '牧场',
  '渔场',
  '茶场',
  '标段',
  '标',
  '项目部',
  '学校',
  '中小学',
  '幼儿园',
  '校',
  '园区',
  '园',
  '组',
  '小组',
  '物业',
  '企业',
  '公司',
];
/** Said of one more often than of all. */
const NEVER_BARE = /^(?:小组|公司|标段|网格|支部|片区|街道|村居)$/u;
const TITLES = ['书记', '支书', '主任', '文书', '会计', '网格员', '组长', '队长', '校长', '园长', '项目经理', '经理', '院长'];
export const NUMBER = '(?<![第周])(?<count>十[一二三四五六七八九]|[两俩仨二三四五六七八九十]|(?<![\\d.]|\\d:)\\d{1,2})';
/** A word of a list: 和 joins words and begins one at the most, so that no list can be read in many ways. */
export function wordOfList(longest: number): string {
  return `[\\u4e00-\\u9fff](?:(?!和)[\\u4e00-\\u9fff]){1,${longest - 1}}`;
}

/** "网格员本周四下午2点…": a group has several of them, and none that comes to see them. */
const AHEAD = '(?=(?:本周|这周|下周|今[天日晚早]|明[天日晚早]|后天|周[一二三四五六日末]|\\d))';
const SEVERAL = `(?<=^|[。!\n])(?:网格员|楼长|楼栋长|组长)${AHEAD}`;
/** 各烟村, 各自然村, but not 各摆一组; 驻村 and 镇村 are more than villages. */
const ATTRIBUTE =
  '(?:[\\u4e00-\\u9fff](?!(?<!第)[一两几])[\\u4e00-\\u9fff]|(?![驻包联管挂镇乡街县市区本全点户号个家位名天日月年份张次条时分处])[\\u4e00-\\u9fff])??';
/** A body of a place, called with the title of its head: "各镇分管副镇长,中心校校长". */
const BODY = /.(?:[校院所站])$/u;
/** "各级", "各方面" and the like mean nobody; 组织 is no 组, 村民 no 村; but 各村组织 is 各村. */
const NOT_A_UNIT = '(?![民部口里级医务织务]|组(?!织))';

export function speechOf(kinds: Kinds): Speech {
  const units = oneOf([...kinds.units, ...UNITS]);
  const whole = oneOf([...kinds.units, ...UNITS].filter((unit) => unit.length > 1 && !NEVER_BARE.test(unit)));
  const titles = oneOf([...kinds.heads, ...TITLES]);
  const bodies = oneOf(kinds.units.filter((unit) => BODY.test(unit)));
  return {
    ...kinds,
    every: new RegExp(
      `(?:各|每(?:一?[个家所])?|全体|所有)${ATTRIBUTE}(?<kinds>(?:(?:${units})${NOT_A_UNIT}[、和/()]{0,2}){1,4})|(?<=^|[,。;:!\\s])乡镇(?=的(?:同志|[两三四五六七八九十几]位|都|各|[今明后月周下])|填|报|除|要|都|[\\u4e00-\\u9fff]{0,4}专干)|村村|[按分逐]村(?!汇总)|两委|(?<=(?:机关|各办)[和、及与])(?:${units})${NOT_A_UNIT}|(?<=^|[,、;:。(和及与\\s])(?<headed>${bodies})(?:${titles})|的(?<spoken>${units})(?:请|注意)|(?<fellows>${units})(?:的?(?:同志们|各位)|各(?:来|出|派|带|报|交|选|抽|备))|(?<=^|[,。;:!?\n、]|由)(?<bare>(?:${whole})(?:[、和及](?:${whole}))*)(?=:|(?:负责人|负责同志|一把手|主要负责人)|(?:都|也)(?:要|得|把)|照[交报填常旧]|一[个家]不能少|[今明]天[^,。;]{0,4}[把要报交填]|周[一二三四五六日][^,。;]{0,4}[把要报交填前]|出人|[报填]{1,2}[\\u4e00-\\u9fff]{2,6}[,、;]|自[评查][,、]|的(?:还没|还差|今天|明天|周|呢))|(?<=^|[,。;:\\s])一[个家](?<single>${units})(?=(?:报|出|派|选|推荐?|来|交)[一二两三四五\\d])`,
      'gu',
    ),
    counted: new RegExp(
      `${NUMBER}(?:个|家|所|座|大)?(?:${ATTRIBUTE}|[\\u4e00-\\u9fff]{2,4}的|[\\u4e00-\\u9fff]{3,5}(?=公司|企业))(?<kind>${units})${NOT_A_UNIT}(?!(?<=片区)长)`,
      'gu',
    ),
    rest: new RegExp(
      `(?:其余|其[他它]|别的|剩下|剩余|余下|另外|[还]?没[报交填来]的?)的?(?:(?:${NUMBER}(?:个|家|所)|几[个家所])?(?<kind>${units})${NOT_A_UNIT}|(?:(?:那|这|的)?(?:${NUMBER.replace('count', 'alone')}|几|[那这])[家个所](?![\\u4e00-\\u9fff]{0,2}月)|(?<=剩下的)(?=都算|都要|全部?|今天|明天|抓紧)))`,
      'gu',
    ),
    some: new RegExp(`${NUMBER}个(?:[\\u4e00-\\u9fff]{1,6}的|[\\u4e00-\\u9fff])?(?<kind>${units})${NOT_A_UNIT}(?!头)`, 'gu'),
    calledHeads: new RegExp(
      `(?:${titles})们|${SEVERAL}|(?<=^|[。!\n])(?:${titles})(?:请?注意|听[好着])|(?<=^|[,。:;、\\s])村?(?:党?支部)?(?:${titles})[、和及]?(?:包[村片]|驻村)干部|(?:各位|各|村|支部|社区)(?:${titles})|书记主任|书记、文书|(?<=^|[,。;:、\\s村区社部居位])(?:书记|支书)(?:本人|亲自|自己|带)`,
      'u',
    ),
    alsoHeads: new RegExp(`(?:${titles})也(?:来|到|参加|要|得|请)`, 'u'),
    headTitles: new RegExp(
      `(?:(?:各|每个?|[个家所])${ATTRIBUTE}(?:(?:${units})[、和/()]{0,2}){1,4}(?<![、和])(?:委|会|党|总|支部){0,4}的?|各位|^)(?<titles>(?:${titles})(?:[、和及或]?(?:[\\u4e00-\\u9fff]{2})?(?:${titles}))*)|(?<!或)(?<alone>${titles})(?:们|${AHEAD}|[、和及]?(?:包[村片]|驻村)干部|本人|亲自|自己|带|也(?:来|到|参加|要|得|请))`,
      'u',
    ),
    countedHeads: new RegExp(`${NUMBER}(?:位|名|个)${ATTRIBUTE}(?<title>${titles})`, 'gu'),
    count: new RegExp(`${NUMBER}(?:[个家所大位名处座条]|${ATTRIBUTE}(?:${units}))`, 'u'),
    title: new RegExp(titles, 'gu'),
    headList: new RegExp(`${wordOfList(8)}(?:[、和]${wordOfList(8)}){1,9}(?<=${titles})`, 'gu'),
    unit: new RegExp(units, 'gu'),
  };
}

/** Without words it finds nothing. */
function oneOf(words: readonly string[]): string {
  if (words.length === 0) return '(?!)';
  return [...new Set(words)]
    .toSorted((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|');
}
