/**
 * What makes a clause tell the task: signs with weights, added up. The weights were fitted on how much of a clause stands in the
 * action that a person wrote for its task, over all labelled scenarios, and rounded.
 */
import { wordsOf } from '../../lexicon.ts';
import type { Clause } from './clauses.ts';

export interface Sign {
  readonly id: string;
  readonly weight: number;
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

export const SIGNS: readonly Sign[] = [
  { id: 'thing', weight: 1.4, stands: ({ words }) => THING.test(words) },
  { id: 'quoted', weight: 0.5, stands: ({ words }) => QUOTED.test(words) },
  { id: 'hand-in', weight: 0.4, stands: ({ words }) => HAND_IN.has(words) },
  { id: 'deed', weight: 0.5, stands: ({ words }) => DEED.has(words) },
  { id: 'deadline', weight: 0.3, stands: ({ fromDeadline }) => fromDeadline === 0 },
  { id: 'deadline-sentence', weight: 0.4, stands: ({ inDeadlineSentence }) => inDeadlineSentence },
  { id: 'first', weight: 1.1, stands: ({ place }) => place === 0 },
  { id: 'second', weight: 0.7, stands: ({ place }) => place === 1 },
  { id: 'late', weight: -0.3, stands: ({ place }) => place > 5 },
  { id: 'heading', weight: -0.5, stands: ({ mark, words }) => mark === ':' && words.length >= 4 },
  { id: 'aside', weight: -1.2, stands: ({ words }) => ASIDE.test(words) },
  { id: 'reason', weight: -1.2, stands: ({ words }) => REASON.test(words) },
  { id: 'introduces', weight: -0.8, stands: ({ words }) => INTRODUCES.test(words) },
  { id: 'speaker', weight: -0.4, stands: ({ words }) => SPEAKER.test(words) },
  { id: 'question', weight: -1, stands: ({ mark }) => mark === '?' || mark === '!' },
  { id: 'names-only', weight: -0.9, stands: ({ words, nameless }) => contentOf(nameless) < 2 || LIST_OF_NAMES.test(words) },
  { id: 'where-only', weight: -0.2, stands: ({ words }) => HAND_IN.has(words) && words.length < 7 && !THING.test(words) },
  { id: 'short', weight: -0.4, stands: ({ words }) => words.length < 4 },
  { id: 'middling', weight: 0.7, stands: ({ words }) => words.length >= 6 && words.length <= 20 },
  { id: 'long', weight: 1, stands: ({ words }) => words.length > 20 },
  {
    id: 'background',
    weight: -1.2,
    stands: ({ place, words }) =>
      place < 2 &&
      /(?:[了过]|没[\u4e00-\u9fff]{1,2}|要来|快要|临近|在即|来临|刚[\u4e00-\u9fff]{0,8}(?:[回过]来|到家|路过|看))$/u.test(words),
  },
  { id: 'dont', weight: -0.3, stands: ({ words }) => DONT.test(words) },
  { id: 'place-only', weight: -0.8, stands: ({ words }) => PLACE.test(words) },
  { id: 'central', weight: 0.6, stands: ({ central }) => central >= 2 },
  { id: 'most-central', weight: 0.8, stands: ({ central }) => central >= 4 },
  { id: 'list-head', weight: 0.7, stands: ({ raw }) => /^\s*(?:\d{1,2}[.、)]|[一二三四五六七八九十]{1,2}[、.]|[①-⑩])/u.test(raw) },
  { id: 'colon-tail', weight: 0.8, stands: ({ place, afterColon }) => place > 0 && afterColon },
];

function contentOf(words: string): number {
  return words.replaceAll(ROLE, '').match(BARE)?.length ?? 0;
}

/** It only says that something comes, or greets. */
export function isIntroduction({ words }: Clause): boolean {
  return INTRODUCES.test(words);
}

export function telling(clause: Clause): number {
  let sum = 0;
  for (const { weight, stands } of SIGNS) if (stands(clause)) sum += weight;
  return sum;
}
