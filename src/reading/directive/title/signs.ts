/** What may make a clause tell the task: signs, which weigh what the title model learned. */
import type { ItemKind } from '../../../model/reading.ts';
import { wordsOf } from '../../lexicon.ts';
import type { Clause } from './clauses.ts';

/** Of a clause: what it looks like, and the characters and pairs of characters in it. */
export interface ClauseSigns {
  readonly facts: readonly string[];
  readonly runs: readonly string[];
}

interface Sign {
  readonly id: string;
  readonly stands: (clause: Clause) => boolean;
}

const HAND_IN = wordsOf('handIn');
const DEED = wordsOf('deeds');
/** Nouns that name a paper, a figure or a gathering. */
const THING =
  /(?:表|单|册|账|帐|数据|材料|总结|小结|方案|报告(?!一?下)|汇报(?!一?下)|照片|视频|截图|明细|情况|进度|信息|档案|资料|证明|记录|计划|意见|通知书|承诺书|责任书|(?:书面|情况)说明|素材|稿|问卷|底数|人数|户数|名额|口径|申请|合同|发票|会议|会$|培训|演练|值班|自查|排查|检查|普查|调查|认证|缴费|征缴|参保|清淤|清理|整治|隐患)/u;
const QUOTED = /《[^》]{2,24}》|“[^”]{2,14}”/u;
/** Threats, don'ts, reasons, backgrounds: they add to a task without saying it. */
const ASIDE =
  /^(?:不|别|莫|没|无|勿|逾期|否则|过期|过时|缺|漏|谁|哪|上回|上次|去年|要是|如果|若|先算|包括|有的|可以|其余|其他|原则上|辛苦|谢谢|收到|到时候?|晚了|超了|少一|一次性)|[说讲醒评]得(?:对|是)|陪|排名|通报|扣分|不等|抽查|责任自负|自负|[吧吗呢嘛哈呀啊哦啦]$/u;
const REASON =
  /^(?:因|由于|为了?|鉴于|根据|按照?|据|近期|近日|目前|最近|眼下|当前|今年|县里|市里|省里|区里|上级|上面|刚才?|昨天|今天|今早|昨晚|接|收|经|随着|受)/u;
/** "刚才交代", "说个事": what follows is the matter. */
const INTRODUCES =
  /(?:让|叫|喊|交代|交待|提醒|强调|嘱咐|定的|说|吩咐|安排|通知|要求)(?:一?下|一声|一嗓子|一件|一句|一遍|个事|件事|明白|清楚|了|的|大家|各位|如下)*$|(?:补|说|转|讲|报告|重申|催)(?:一|个|几|两|三)(?:下|条|声|件|事|句)|(?:一|两|二|三|四|五|几|个|件)(?:件|个|点|条|项)?事情?$|再说一个|(?:说|讲|唠|问)(?:一?[个件声句嘴下])[^,]{0,4}$|汇报一?下?$|睡了[没吗]$|早上好$|看清楚|听好|听着|听到|注意了?$|如下$|对一下|^(?:睡不着|说个|跟|各位|大家|同志|亲|家人|宝|老师们|领导|通知)|好$/u;
const SPEAKER = /^(?:[我你您他她它俺恁咱这那]|有人|人家)/u;
const DONT = /不单独|不算|不急|不准|不许|不能|不得|不要|不用|莫要|别[\u4e00-\u9fff]|严禁|不[\u4e00-\u9fff]{1,3}的/u;
const PLACE = /^[\u4e00-\u9fffA-Za-z0-9]{0,14}(?:会议室|办公室|管委会|大厅|报告厅|广场|门口|楼|院内?|礼堂|村部|活动室|集合|路口)$/u;
/** What is left of a clause that only says to whom, or only names those who are asked. */
const BARE = /[\u4e00-\u9fffA-Za-z]/gu;
/** Offices or persons side by side. */
const LIST_OF_NAMES =
  /^(?:[\u4e00-\u9fff]{2,5}[、和]){2,}[\u4e00-\u9fff]{2,5}$|^(?:[\u4e00-\u9fff]{1,3}(?:书记|主任|支书|[镇乡局站所校院队]长?|总|工|哥|姐|老师)[、和]?)+$|^(?:各位|诸位|尊敬的|亲爱的)[\u4e00-\u9fff]{1,8}$/u;
const ROLE =
  /书记|主任|站长|所长|镇长|乡长|局长|校长|园长|村|社区|居委|单位|部门|中心|办公室|办|站|所|股室?|科室?|组|标段?|负责人|同志|家|的?(?:也|还|就)?是|[、和及与()]/gu;

const SIGNS: readonly Sign[] = [
  { id: 'thing', stands: ({ words }) => THING.test(words) },
  { id: 'quoted', stands: ({ words }) => QUOTED.test(words) },
  { id: 'hand-in', stands: ({ words }) => HAND_IN.has(words) },
  { id: 'deed', stands: ({ words }) => DEED.has(words) },
  { id: 'deadline', stands: ({ fromDeadline }) => fromDeadline === 0 },
  { id: 'deadline-sentence', stands: ({ inDeadlineSentence }) => inDeadlineSentence },
  { id: 'first', stands: ({ place }) => place === 0 },
  { id: 'second', stands: ({ place }) => place === 1 },
  { id: 'late', stands: ({ place }) => place > 5 },
  { id: 'heading', stands: ({ mark, words }) => mark === ':' && words.length >= 4 },
  { id: 'aside', stands: ({ words }) => ASIDE.test(words) },
  { id: 'reason', stands: ({ words }) => REASON.test(words) },
  { id: 'introduces', stands: ({ words }) => INTRODUCES.test(words) },
  { id: 'speaker', stands: ({ words }) => SPEAKER.test(words) },
  { id: 'question', stands: ({ mark }) => mark === '?' || mark === '!' },
  { id: 'names-only', stands: ({ words, nameless }) => contentOf(nameless) < 2 || LIST_OF_NAMES.test(words) },
  { id: 'where-only', stands: ({ words }) => HAND_IN.has(words) && words.length < 7 && !THING.test(words) },
  { id: 'short', stands: ({ words }) => words.length < 4 },
  { id: 'middling', stands: ({ words }) => words.length >= 6 && words.length <= 20 },
  { id: 'long', stands: ({ words }) => words.length > 20 },
  {
    id: 'background',
    stands: ({ place, words }) =>
      place < 2 &&
      /(?:[了过]|没[\u4e00-\u9fff]{1,2}|要来|快要|临近|在即|来临|刚[\u4e00-\u9fff]{0,8}(?:[回过]来|到家|路过|看))$/u.test(words),
  },
  { id: 'dont', stands: ({ words }) => DONT.test(words) },
  { id: 'place-only', stands: ({ words }) => PLACE.test(words) },
  { id: 'central', stands: ({ central }) => central >= 2 },
  { id: 'most-central', stands: ({ central }) => central >= 4 },
  { id: 'list-head', stands: ({ raw }) => /^\s*(?:\d{1,2}[.、)]|[一二三四五六七八九十]{1,2}[、.]|[①-⑩])/u.test(raw) },
  { id: 'colon-tail', stands: ({ place, afterColon }) => place > 0 && afterColon },
];

function contentOf(words: string): number {
  return words.replaceAll(ROLE, '').match(BARE)?.length ?? 0;
}

/** It only says that something comes, or greets. */
export function isIntroduction({ words }: Clause): boolean {
  return INTRODUCES.test(words);
}

/** "逾期通报", "谁拖后腿谁上会说明": what happens to those who don't is no part of what is asked. */
export function isThreat({ words }: Clause): boolean {
  return THREAT.test(words);
}

const THREAT = /^(?:逾期|否则|过期|过时)|谁[^,。;]{1,8}谁|(?:责任|后果)自负|(?:全[镇乡县区街]|点名|通报)通报|通报批评/u;

const WORDS = { hazard: wordsOf('hazard'), appeal: wordsOf('appeal'), traffic: wordsOf('traffic') };

/** Of the story of a danger or a demand other clauses tell than of an order. */
const TOLD: Readonly<Partial<Record<ItemKind, string>>> = { hazard: 'story', appeal: 'story', meeting: 'meeting', traffic: 'traffic' };
const LENGTH_STEP = 3;

/** @param count how many clauses the ask has */
export function signsOf(clause: Clause, kind: ItemKind, count: number): ClauseSigns {
  const { words, place, mark, fromDeadline, central } = clause;
  const told = TOLD[kind] ?? 'task';
  const length = Math.min(8, Math.floor(words.length / LENGTH_STEP));
  const hits = kind === 'hazard' || kind === 'appeal' || kind === 'traffic' ? Math.min(2, WORDS[kind].count(words)) : 0;
  const facts = [
    ...SIGNS.filter(({ stands }) => stands(clause)).map(({ id }) => id),
    `${told} place ${place < 3 ? place : place < 6 ? 'early' : 'late'}`,
    `length ${length}`,
    `${told} length ${length}`,
    `mark ${mark}`,
    `clauses ${Math.min(6, count)}`,
    place >= count - 1 ? 'last' : 'not last',
    `deadline ${fromDeadline === null ? 'none' : Math.min(3, fromDeadline)}`,
    `central ${Math.min(6, central)}`,
    `${told} words ${hits}`,
    ...(isIntroduction(clause) ? ['introduction'] : []),
  ];
  return { facts, runs: runsOf(clause.nameless) };
}

/** Its characters and the pairs of neighbours, with both of its ends. */
function runsOf(words: string): readonly string[] {
  const characters = [...words];
  const ended = ['^', ...characters, '$'];
  return [...new Set([...characters, ...ended.slice(1).map((character, index) => `${ended[index]}${character}`)])];
}
