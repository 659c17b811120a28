/** The words of a change that say what it is about: without times, addresses, whose word it is, and what takes its place. */

import type { ChangeKind } from '../../model/reading.ts';
import type { WordPlaces } from '../text/word-places.ts';
import type { MessageView } from '../view.ts';
import { callsOff, denies, stops, withoutParticles } from './change-kind.ts';
import type { leftAlone } from './left-alone.ts';
import { spansBesideFestivals } from './times-of-task.ts';
import { blank, topicsOf } from './topics.ts';

/** What takes the place of the thing that is changed: "并到双替代确认表". */
const INSTEAD = /(?:并到|并入|合到|合并到|改填|改用|改报|用的是|参照)[^,。;]{2,24}/gu;
/** What it is only to go with: "跟配送确认单一起交". */
const ALONG_WITH = /(?:跟|和|同|与|随)[^,。;!?]{2,14}?(?:一起|一并|一道|一块儿?)(?=[交报送给发带])/gu;
const CLAUSE_END = /[,。;:!?…\n]|\p{Extended_Pictographic}/u;
/** A clause that only calls somebody. */
const ADDRESS =
  /^(?:@\S+\s*)*(?:[\u4e00-\u9fff]{1,5}们|各位[\u4e00-\u9fff]{0,4}|各[\u4e00-\u9fff]{1,3}|大家|同志|家人|亲|[\u4e00-\u9fff]{1,3}(?:书记|主任|[局县区镇乡市所站校园院科股队组]长|老师)|[\u4e00-\u9fff][局总工哥姐叔])(?:你?好|早|注意|辛苦了?)?$/u;

/** A clause that only says that something is said: "宝子们说个事儿", "同步一声", "跟各位说一声". */
const SAYS_SOMETHING =
  /^(?:[^,。;]{0,8}(?:们|各位|大家|书记|主任|[站所局镇乡校]长|老师))?(?:顺[带便]|另外|[我再先也来插])?(?:[跟给和向](?:大家|各位|你们|大伙))?(?:说|讲|同步|通知|插|提|打扰|知会)(?:个|一|两|几)(?:声|下|句话?|嘴|题外话|事[儿情]?|情况)[哈啊]?$/u;

/** A clause that only tells whose word it is. */
const PASSES_ON =
  /^(?:刚刚?|才)?(?:替|代|帮|转(?![发办移])|接(?![龙种待送着])|据|听)[\u4e00-\u9fff]{1,8}?(?:说|讲|通知|转告|告知|提醒|来?电话?|消息|意见|的话)?(?:一声|一下|一句)?$|^[\u4e00-\u9fff]{1,4}(?:局|书记|主任|总|[\u4e00-\u9fff]长)(?:的)?(?:意见|意思|原话|要求|指示|批示|交代|说|讲|定了)$/u;

export interface Matter {
  readonly topics: readonly string[];
  /** Those of the first words that name anything. */
  readonly head: readonly string[];
  /** They point at it: "草垛那个". */
  readonly pointed?: true;
}

/** "补一句:流感苗那个数…": only says that more is said. */
export const ADDS_WORD = '(?:再)?补充?(?:一句|一条|一点|一下|两句|个)';
const ONLY_ADDS = new RegExp(`^(?:${ADDS_WORD}|补充(?:通知|说明)?|更正|另外|提醒)$`, 'u');

/** @param others what stays as it is */
export function matterOf(view: MessageView, change: ChangeKind, others: ReturnType<typeof leftAlone>, names: WordPlaces): Matter {
  const matter = withoutReason(withoutAddress(timelessWords(view, others)), names);
  const off = change === 'cancel' ? headOff(matter, names) : null;
  const head = off?.head ?? (change === 'deadline' ? headMoved(matter, names) : null) ?? headOf(matter, names);
  const topics = topicsOf(matter.replaceAll(INSTEAD, ' ').replaceAll(ALONG_WITH, ' '), [], names);
  return { topics, head, ...(off?.pointed === true ? { pointed: true as const } : {}) };
}

/**
 * "今晚大风,夜巡组别上棚区了,巡烧日报暂停": what stands in the clause that calls it off, or is pointed at before it ("加油卡登记那个,机关里说…,大家不用登");
 * null where neither names anything.
 */
function headOff(matter: string, names: WordPlaces): Pick<Matter, 'head' | 'pointed'> | null {
  const clauses = matter.split(CLAUSE_END).map((one) => withoutParticles(one.trim()));
  const plainly = clauses.findIndex((one) => callsOff(one) || stops(one));
  const place = plainly === -1 ? clauses.findIndex((one) => denies(one)) : plainly;
  if (place === -1) return null;
  const pointedAt = clauses.slice(0, place + 1).find((one) => POINTS_AT.test(one));
  const thing =
    pointedAt === undefined
      ? []
      : topicsOf(pointedAt.replace(BEHIND_IT, '$<it>').replace(OFF_WORDS, ' ').replace(POINTER, ' ').replace(WHERE_SAID, ''), [], names);
  // What is pointed at needn't say much: "那个软件".
  if (thing.some((topic) => topic.length >= NAMING)) return { head: thing, pointed: true };
  const topics = topicsOf((clauses[place] ?? '').replace(SOMEBODY, '').replace(OFF_WORDS, ' '), [], names);
  return nameAThing(topics) ? { head: topics } : null;
}

const IT = '[那这]一?(?:件事|[个张份条场趟次批项件桩道本套摊])';
/** "国庆那张线上销售额", "婆媳那个", "让大家装的那个软件", "核对表的事". */
const POINTER = new RegExp(IT, 'u');
/** "钉钉群里那个跑操视频". */
const WHERE_SAID = /^[^,]{0,8}群里?(?=\s)/u;
const POINTS_AT = new RegExp(`^[^,]{2,14}(?:${IT}(?![天晚夜])|的事情?$)`, 'u');
/** What is pointed at ends where its thing does: "国庆那张线上销售额我从后台导出来了". */
const BEHIND_IT = new RegExp(
  `(?<it>${IT}[\\u4e00-\\u9fff]{0,8}?)(?:\\s|我|他们?|去年|今年|上[级面头]|先|就|都|也|[县市镇乡区省州局]里|不|别|莫|甭|停|取消|作废|撤).*$`,
  'u',
);
/** "老板们别填了", "各社区别数了": who is let off names nothing. */
const SOMEBODY = /^(?:[\u4e00-\u9fff]{1,5}们|各[\u4e00-\u9fff]{1,3}|大家伙?|你们?(?:[两三几][家个位])?)(?=[都也就先不别莫甭])/u;
const OFF_WORDS =
  /(?:先|就|都|也|全部?|一律|暂时?)*(?:取消|作废|撤销|暂停|暂缓|[现已]?停止|停|不[用要必再]?[\u4e00-\u9fff]{1,2}|[别莫甭]再?[\u4e00-\u9fff]{1,2})了?$/u;

/** "这几天路断了,医保核对往后放": what stands before the verb that moves it; null where nothing does. */
function headMoved(matter: string, names: WordPlaces): readonly string[] | null {
  for (const clause of matter.split(CLAUSE_END)) {
    const what = MOVED.exec(clause)?.groups?.['what'];
    const topics = what === undefined ? [] : topicsOf(what, [], names);
    if (nameAThing(topics)) return topics;
  }
  return null;
}

const MOVED =
  /^\s*(?<what>[\u4e00-\u9fffA-Za-z\d《》“”"]{2,16}?)(?:的?(?:时间|期限|时限|截止))?(?:都|也|就|先|再|统一|一律|临时|全部|要)?(?:往[前后]|改[到成为至在]|[挪推延缓宽放][到至迟期后限一]|提前|提早|顺延|还是|仍[是按]?)/u;

/** Times are weighed by themselves; as words they are those of every task. What stays as it is isn't what is changed. */
function timelessWords(view: MessageView, others: ReturnType<typeof leftAlone>): string {
  return blank(view.normal.text, [...spansBesideFestivals(view), ...others]).slice(view.surface.ownStart);
}

/** "因12345工单办理需要,公示那张表提前到今日16时": why it changes isn't what changes, unless nothing else is named. */
function withoutReason(text: string, names: WordPlaces): string {
  const rest = text.replace(REASON, '');
  if (rest !== text) return nameAThing(topicsOf(rest, [], names)) ? rest : text;
  const behind = text.replace(IT_IS_SO, '');
  return behind !== text && headMoved(behind.split(CLAUSE_END)[0] ?? '', names) !== null ? behind : text;
}

/** "这几天路断了,医保核对往后放". */
const IT_IS_SO = /^\s*[^,。;:!?\n]{2,12}(?:了|不通|着)[,。;!]/u;

const REASON = /^\s*(?:【[^】]{1,8}】)?(?:因(?!公|地|为?此)|由于|鉴于|考虑到)[^,。;:!?\n]{2,40}[,。;]/u;
/** Pairs of characters that name something. */
const ENOUGH = 2;

function nameAThing(topics: readonly string[]): boolean {
  return topics.filter((topic) => topic.length >= NAMING).length >= ENOUGH;
}

/** "更正:值班表是…": the first words that name anything. */
function headOf(matter: string, names: WordPlaces): readonly string[] {
  let first: readonly string[] | null = null;
  for (const clause of matter.split(CLAUSE_END)) {
    const topics = topicsOf(clause, [], names);
    if (topics.some((topic) => topic.length >= NAMING)) return topics;
    first ??= topics;
  }
  return first ?? [];
}

/** A single character names nothing. */
const NAMING = 2;

/** "老师们,好人线索不用报了" is about clues, not about teachers; nor is "替所长说一声:…" about who said it. */
function withoutAddress(text: string): string {
  const clauses = text.split(CLAUSE_END);
  const first = clauses.findIndex((clause) => ![ADDRESS, SAYS_SOMETHING, PASSES_ON, ONLY_ADDS].some((words) => words.test(clause.trim())));
  return first <= 0 ? text : clauses.slice(first).join(',');
}
