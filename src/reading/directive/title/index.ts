/**
 * A short title out of the text's own words: the clauses that name the thing and the deed, without times, address and politeness.
 * Nothing is added: a title is words of the message, in their order, with gaps closed.
 */
import type { ItemKind } from '../../../model/reading.ts';
import type { TitleModel } from '../../../model/title-model.ts';
import { type Clause, clausesOf, type TitleText } from './clauses.ts';
import { MAX_TITLE, openingTitle, tellingTitle } from './compose.ts';
import { SHIPPED_TITLES, worthOf } from './worth.ts';

export type { Telltale, TitleText } from './clauses.ts';

const GATHERING =
  /(?<name>[\u4e00-\u9fffA-Za-z0-9“”、()]{0,22}(?:推进会|调度会|例会|动员会|座谈会|现场会|碰头会|部署会|联席会|视频会|协调会|说明会|分析会|办公会|会议|大会|[^开参到与社协]会(?<![管村居常团]委会)|会商|培训|演练|演示|党课|宣讲|讲座|点调|约谈))(?!议?室|议纪要)/u;
const BEFORE_NAME = /^.*?(?:召开|举行|举办|组织|参加|开展|开|搞|定了|定于|安排)(?=[\u4e00-\u9fff“])/u;
const HEADING = /^\s*[【[](?<heading>[^】\]]{2,24})[】\]]/u;
/** Headings that any message may have. */
const GENERIC =
  /^(?:重要|紧急|工作|会议|温馨|友情|最新|补充|再次)*(?:通知|通告|公告|提醒|提示|转发|转|急|紧急|通报|速看|必看|工单|交办|信息|消息|(?:群聊的)?聊天记录|(?:12345)?(?:工单|交办)|[\s\S]{1,8}(?:办公室|办|局|镇|街道|中心))$/u;

export function titleOf(kind: ItemKind, source: TitleText, model: TitleModel = SHIPPED_TITLES): string {
  const clauses = clausesOf(kind === 'notice' ? { ...source, times: NO_TIMES } : source);
  const told = titleByKind(kind, source, clauses, model);
  const order = orderNumber(source);
  if (order !== null && told !== '') return `${order}:${shorten(told)}`;
  const title = withHeading(source, told);
  return shorten(title === '' ? source.text.slice(source.region[0], source.region[1]).trim().replaceAll('\n', ' ') : title);
}

function titleByKind(kind: ItemKind, source: TitleText, clauses: readonly Clause[], model: TitleModel): string {
  switch (kind) {
    case 'meeting':
      return gatheringName(clauses) ?? matterOfNotice(source) ?? bestOf(aroundGathering(clauses), kind, model);
    case 'appeal':
      return orderContent(source) ?? bestOf(clauses, kind, model);
    case 'hazard':
    case 'traffic':
      return bestOf(clauses, kind, model);
    case 'notice':
      return matterOfNotice(source) ?? openingTitle(clauses);
    case 'directive':
    case 'opaque':
      return matterOfNotice(source) ?? bestOf(clauses, kind, model);
  }
}

function bestOf(clauses: readonly Clause[], kind: ItemKind, model: TitleModel): string {
  return tellingTitle(clauses, (clause) => worthOf(clause, kind, clauses.length, model) + TELLTALE * clause.telltale);
}

/** A notice tells its times in its title, which are no deadlines of anybody's. */
const NO_TIMES: TitleText['times'] = [];

/** What makes it a danger or a demand is seldom said first, and often in no word of any list. */
const TELLTALE = 0.15;

/** 碰头会 and 两委会 there are many of. */
const LONG_NAME = 5;

function gatheringName(clauses: readonly Clause[]): string | null {
  // A long text may speak of other gatherings before.
  const nearFirst = clauses.toSorted((a, b) => Number(b.inDeadlineSentence) - Number(a.inDeadlineSentence));
  for (const { words: clause } of nearFirst) {
    const name = GATHERING.exec(clause)?.groups?.['name'];
    if (name === undefined || name.length < 2 || GENERIC.test(clause)) continue;
    const bare = name.replace(BEFORE_NAME, '').replace(/^(?:的|那个|这个|关于|个)/u, '');
    if (bare.length >= LONG_NAME) return bare;
  }
  return null;
}

/** "三楼开讲评会,各村书记到会": of a gathering that has no name of its own what is said in its sentence. */
function aroundGathering(clauses: readonly Clause[]): readonly Clause[] {
  const named = clauses.find(({ words, inDeadlineSentence }) => inDeadlineSentence && GATHERING.test(words));
  return named === undefined ? clauses : clauses.filter(({ sentence }) => sentence === named.sentence);
}

const NOTICE = /^\s*[【[]?关于(?:做好|开展|组织)?(?<matter>[^,。;:\n【】]{3,30}?)的(?:紧急|补充)?(?:通知|函|通告|提示|公告)/u;

/** "关于开展城中村消防夜查的通知:…": a paper says itself what it is about. */
function matterOfNotice({ text, region }: TitleText): string | null {
  return NOTICE.exec(text.slice(region[0], region[1]))?.groups?.['matter'] ?? null;
}

/** "【12345工单 YT261109-037】来电人反映…": by its number those who work on it speak of it. */
function orderNumber({ text, region }: TitleText): string | null {
  return ORDER_NUMBER.exec(text.slice(region[0], region[1]))?.groups?.['order'] ?? null;
}

const ORDER_NUMBER = /^\s*[【[](?:12345)?(?<order>(?:热线)?(?:工单|转办|交办|派单|转派)[^】\]]{0,4}[A-Za-z]{0,4}\d[\d-]{3,16})[】\]]/u;

/** What a work order is about. */
function orderContent({ text, region }: TitleText): string | null {
  const content = /(?:内容|诉求|反映|事项)[:为](?<content>[^\n]{4,80})/u.exec(text.slice(region[0], region[1]))?.groups?.['content'];
  return content === undefined ? null : (content.split(/[。;]/u)[0] ?? content);
}

/** "2.年度总结。各站所…", "三、三八节走访:…": what an item of a list is about, and not whom it is for. */
const LISTED =
  /^\s*(?:\d{1,2}[.、)]|[一二三四五六七八九十]{1,2}[、.]|[①-⑩]|[(（][\d一二三四五六七八九十]+[)）])\s*(?<heading>[\u4e00-\u9fff]{4,8})[。:]\s*(?=\S)/u;
const WHO =
  /^(?:各|全体|[一两二三四五六七八九十]+[个家位])|(?:办|站|所|队|组|局|院|校|村|社区|镇|乡|街道|中心|单位|部门|机关|公司|长|书记|主任|人|员|委)$|不|了/u;

function listHeading({ text, region, names }: TitleText): string | undefined {
  const heading = LISTED.exec(text.slice(region[0], region[1]))?.groups?.['heading'];
  return heading === undefined || WHO.test(heading) || (names !== null && names.count(heading) > 0) ? undefined : heading;
}

/** "【退水消杀】…" says what it is about better than any clause; "【通知】" doesn't. */
function withHeading(source: TitleText, title: string): string {
  const { text, region } = source;
  const heading = HEADING.exec(text.slice(region[0], region[1]))?.groups?.['heading']?.trim() ?? listHeading(source);
  if (heading === undefined || GENERIC.test(heading) || title.includes(heading) || heading.includes(title)) return title;
  return title === '' || heading.length > 14 ? heading : `${heading}:${title}`;
}

function shorten(title: string): string {
  const characters = [...title];
  return characters.length <= MAX_TITLE ? title : `${characters.slice(0, MAX_TITLE - 1).join('')}…`;
}
