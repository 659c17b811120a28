/**
 * A short title out of the text's own words: the clause that names the thing and the deed, without times, address and politeness.
 * Nothing is added: a title is words of the message, in their order, with gaps closed.
 */
import type { ItemKind } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { anyOf } from '../lexicon.ts';
import { phrasesOf } from '../text/sentences.ts';

const MAX_TITLE = 26;
const HAND_IN = new RegExp(anyOf('handIn'), 'u');
const THING =
  /《[^》]{2,24}》|[\u4e00-\u9fffA-Za-z0-9]{2,}(?:表|单|册|账|帐|数据|数|材料|总结|小结|方案|报告|照片|视频|截图|明细|情况|进度|信息|档案|资料|证明|记录|计划|意见|书|稿|牌|问卷)/u;
const GATHERING =
  /(?<name>[\u4e00-\u9fffA-Za-z0-9“”、]{0,22}(?:推进会|调度会|例会|动员会|座谈会|现场会|碰头会|部署会|联席会|视频会|协调会|说明会|分析会|办公会|会议|大会|[^开参到与社协]会|会商|培训|演练|演示|党课|宣讲|讲座|点调|约谈))(?!议?室|议纪要)/u;
const BEFORE_NAME = /^.*?(?:召开|举行|举办|组织|参加|开展|开|搞|定了|定于|安排)(?=[\u4e00-\u9fff“])/u;
const HAZARD = new RegExp(anyOf('hazard'), 'gu');
const TRAFFIC = new RegExp(anyOf('traffic'), 'gu');
/** What adds to a task without saying it: threats, conditions, don'ts, asides. */
const ASIDE =
  /^(?:不|别|莫|没|无|勿|逾期|否则|过期|过时|缺|漏|谁|哪个|上回|上次|去年|要是|如果|先算|包括|有的|可以|其余|其他|原则上|县里|市里|省里|根据|按照|按[^,]{0,12}(?:部署|要求|安排|通知|精神)$|据[^,]{0,10}(?:消息|通知|预报)|为了|为|因|由于|近期|目前|辛苦|谢谢|收到)|[?!]$|陪|排名|通报|扣|晚了|不等|抽查|责任|自负|[吧吗呢嘛哈]$/u;
/** "郭镇长刚才交代", "帮社保所喊一声", "通知如下": what follows is the matter. */
const INTRODUCES =
  /(?:让|叫|喊|交代|交待|提醒|强调|嘱咐|定的|说|吩咐|安排|通知|要求)(?:一?下|一声|一嗓子|一件|一句|一遍|个事|件事|明白|清楚|了|的|大家|各位|如下)*$|(?:补|说|转|讲|报告|重申)(?:一|个|几|两|三)(?:下|条|声|件|事|句)|看清楚|听好|听着|注意了?$|如下$|对一下表|^(?:睡不着|说个|跟大家|跟大伙|各位|大家|同志们)/u;
/** The end of a long deed: to whom and where. */
const HAND_IN_TAIL = new RegExp(`(?:${anyOf('handIn')})[\u4e00-\u9fff]{0,8}$`, 'u');
/** What a removed time leaves behind: "从(今天)开始". */
const DANGLING = /(?:从|自|于|在)(?=开始|起|报|交|$)|^(?:从|自)(?=恢复|开始)|(?:从|自)?开始$/gu;
/** What a task is about stands within this many characters before its deed; what stands further off is about something else. */
const NEAR = 80;
const MAX_ABOUT = 16;
const LEAD =
  /^(?:@[^\s@]{1,16}\s*|【[^】]{0,16}】|〔[^〕]{0,12}〕|\d{1,2}[.、)](?!\d)|[一二三四五六七八九十]{1,2}[、.]|[①-⑩]|[（(][\d一二三四五六七八九十]+[)）]|(?:各|全体|所有|每|两|三|四|五|六|七|八|九|\d)[\u4e00-\u9fff、()]{0,10}?(?:村|社区|单位|部门|位|办|站|所|中心|支部|组|员|人|长|书记|主任|校|园|家)(?:书记|主任|负责人|同志|注意|听着|听好)?(?:[、:,\s]+|$)|(?:再|还|另外?|并|同时|现|兹)?(?:请|务必|抓紧|尽快|立即|马上|麻烦|烦请|辛苦|同志们|大家|你们|恁|书记们|主任们|通知|转发?|于|在|把|将|的|(?:须|需|要|应|得|先)(?=[报交填送完把将于]))|[,:;、。\s!-])+/u;

export interface TitleText {
  /** The normal text, of which `region` is the ask. */
  readonly text: string;
  readonly region: Span;
  /** Times in offsets of `text`, which the title leaves out. */
  readonly times: readonly Span[];
  /** Where the deadline stands in `text`; null where there is none. */
  readonly deadlineAt: number | null;
}

interface Clause {
  /** Cleaned. */
  readonly words: string;
  readonly hasDeadline: boolean;
  /** Where it starts. */
  readonly at: number;
}

export function titleOf(kind: ItemKind, source: TitleText): string {
  const clauses = phrasesOf(source.text, source.region[0], source.region[1])
    .map(
      (span): Clause => ({
        words: clean(source, span),
        hasDeadline: source.deadlineAt !== null && source.deadlineAt >= span[0] && source.deadlineAt < span[1],
        at: span[0],
      }),
    )
    .filter(({ words }) => words.length > 1);
  const title = titleByKind(kind, source, clauses);
  return shorten(title === '' ? source.text.slice(source.region[0], source.region[1]).trim().replaceAll('\n', ' ') : title);
}

function titleByKind(kind: ItemKind, source: TitleText, clauses: readonly Clause[]): string {
  switch (kind) {
    case 'meeting':
      return gatheringName(clauses) ?? taskTitle(clauses);
    case 'hazard':
      return tellingClause(clauses, HAZARD);
    case 'appeal':
      return orderContent(source) ?? tellingClause(clauses, null);
    case 'traffic':
      return tellingClause(clauses, TRAFFIC);
    case 'notice':
      return noticeTitle(source, clauses);
    case 'directive':
    case 'opaque':
      return taskTitle(clauses);
  }
}

/** What it is about, which is said first, and what is to be handed in or done, which stands with the time. */
function taskTitle(clauses: readonly Clause[]): string {
  const telling = clauses.filter(({ words }) => words.length >= 3 && !ASIDE.test(words) && !INTRODUCES.test(words));
  const deeds = telling.filter((clause) => HAND_IN.test(clause.words));
  const main = deeds.find(({ hasDeadline }) => hasDeadline) ?? telling.find(({ hasDeadline }) => hasDeadline) ?? deeds[0];
  const near = telling.filter((clause) => main === undefined || (clause.at <= main.at && main.at - clause.at <= NEAR));
  const about = near.find(({ words }) => words.length >= 4 && !/^[我你他她俺恁]/u.test(words)) ?? near[0] ?? telling[0];
  if (about === undefined) return clauses[0]?.words ?? '';
  const deed =
    main !== about && main !== undefined && HAND_IN.test(main.words)
      ? main
      : deeds.find((clause) => clause.at > about.at && clause.at - about.at <= NEAR);
  if (deed === undefined || (HAND_IN.test(about.words) && THING.test(about.words))) return about.words;
  const start = [...about.words].slice(0, MAX_ABOUT).join('');
  const rest = [...deed.words].length <= MAX_TITLE - [...start].length - 1 ? deed.words : (HAND_IN_TAIL.exec(deed.words)?.[0] ?? '');
  return rest === '' ? about.words : `${start},${rest}`;
}

function gatheringName(clauses: readonly Clause[]): string | null {
  for (const { words: clause } of clauses) {
    const name = GATHERING.exec(clause)?.groups?.['name'];
    if (name === undefined || name.length < 2) continue;
    const bare = name.replace(BEFORE_NAME, '').replace(/^(?:的|那个|这个|关于|个)/u, '');
    return bare.length >= 3 ? bare : clause;
  }
  return null;
}

/** The clause with most of the telling words, and the one before it, which often says where. */
function tellingClause(clauses: readonly Clause[], words: RegExp | null): string {
  const texts = clauses.map((clause) => clause.words).filter((clause) => !INTRODUCES.test(clause));
  const hits = texts.map((clause) =>
    words === null ? (ASIDE.test(clause) ? 0 : Math.min(clause.length, 14)) : (clause.match(words)?.length ?? 0),
  );
  const most = Math.max(0, ...hits);
  const place = most === 0 ? 0 : hits.indexOf(most);
  const best = texts[place] ?? clauses[0]?.words ?? '';
  const before = texts[place - 1];
  return before !== undefined && best.length < 14 && before.length + best.length < MAX_TITLE ? `${before},${best}` : best;
}

/** What a work order is about. */
function orderContent({ text, region }: TitleText): string | null {
  const content = /(?:内容|诉求|反映|事项)[:为](?<content>[^\n]{4,80})/u.exec(text.slice(region[0], region[1]))?.groups?.['content'];
  return content === undefined ? null : (content.split(/[。;]/u)[0] ?? content);
}

function noticeTitle({ text, region }: TitleText, clauses: readonly Clause[]): string {
  const heading = /^\s*【(?<heading>[^】]{2,24})】/u.exec(text.slice(region[0], region[1]))?.groups?.['heading'];
  const first = (clauses.find(({ words }) => words.length >= 4 && !INTRODUCES.test(words)) ?? clauses[0])?.words ?? '';
  if (heading === undefined) return first;
  return first === '' || heading.length > 14 ? heading : `${heading}:${first}`;
}

/** A clause without its times, its address and its "请把". */
function clean({ text, times }: TitleText, [start, end]: Span): string {
  const clause = withoutTimes(text, times, start, end);
  const unled = clause.replace(/(?:务必于|请于|须于|应于|于|在)\s*(?= |$)/gu, '').replace(LEAD, '');
  return unled
    .replaceAll(/\s+/gu, (gap, at: number) => (/[A-Za-z]/u.test(unled[at - 1] ?? '') ? gap : ''))
    .replace(DANGLING, '')
    .replace(/[,、:;·-]+$/u, '')
    .replace(/^[)）」”』\]】,、]+|[(（「“『[【]+$/gu, '');
}

/** Each time becomes one space. */
function withoutTimes(text: string, times: readonly Span[], start: number, end: number): string {
  if (!times.some(([from, to]) => from < end && to > start)) return text.slice(start, end);
  let clause = '';
  for (let index = start; index < end; index++) {
    if (!times.some(([from, to]) => index >= from && index < to)) clause += text[index];
    else if (!clause.endsWith(' ')) clause += ' ';
  }
  return clause;
}

function shorten(title: string): string {
  const characters = [...title];
  return characters.length <= MAX_TITLE ? title : `${characters.slice(0, MAX_TITLE - 1).join('')}…`;
}
