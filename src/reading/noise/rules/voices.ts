/** Voices from below: reports, questions, answers, a citizen's demand, a danger. */
import type { Label } from '../../../model/label.ts';
import { givesTasks } from '../../standing.ts';
import type { MessageView } from '../../view.ts';
import { ownText, type Rule } from '../rule.ts';

const QUESTION =
  /[?]|(?:吗|么|呢)[。!~]?$|(?:咋|怎么|如何|啥|什么|哪|几|多少|谁|是不是|能不能|可不可以|要不要|算不算|用不用|行不行|有没有|还是)[^。!]{0,16}$/u;
const WORK = /报|表|填|算|数|交|名单|村|户|会|材料|照片|系统|时间|截止|群众|补贴|口径|格式|盖章|签字|要求|通知|文件|链接|账|录入|登记/u;

/** Three rules ask this of the same message one after another. */
function isQuestion(view: MessageView): boolean {
  view.facts.asks ??= QUESTION.test(ownText(view));
  return view.facts.asks;
}

function hasFigures(view: MessageView): boolean {
  return /\d|[一二三四五六七八九十百两]{1,4}(?:户|人|亩|个|家|处|台|车|米|公里|件|条|头|吨|袋|斤)/u.test(view.surface.bare);
}

export const voices: readonly Rule[] = [
  {
    id: 'report.figures',
    label: 'report',
    weight: 3,
    says: '报的是数字和进展',
    hits: (view) => !givesTasks(view.standing) && view.surface.bare.length >= 4 && hasFigures(view) && REPORTED.test(view.surface.bare),
  },
  {
    id: 'report.of-field',
    label: 'report',
    weight: 1.2,
    says: '基层的人说的',
    hits: (view) => view.standing === 'field' && view.surface.bare.length > 8,
  },
  {
    id: 'report.figures-of-field',
    label: 'report',
    weight: 2,
    says: '基层的人报的数',
    hits: (view) => view.standing === 'field' && hasFigures(view) && (view.surface.bare.match(/\d+/gu)?.length ?? 0) >= 2,
  },
  {
    id: 'report.caption',
    label: 'report',
    weight: 3,
    says: '照片带着说明',
    hits: (view) => (view.message.kind === 'image' || view.message.kind === 'video') && view.surface.bare.length > 4,
  },
  { id: 'question.form', label: 'question', weight: 3, says: '是问话', hits: (view) => view.surface.bare.length > 3 && isQuestion(view) },
  {
    id: 'question.work',
    label: 'question',
    weight: 2.2,
    says: '问的是工作',
    hits: (view) => isQuestion(view) && WORK.test(view.surface.bare),
  },
  {
    id: 'question.of-giver',
    label: 'question',
    weight: -1,
    says: '布置工作的人问的',
    hits: (view) => givesTasks(view.standing) && isQuestion(view),
  },
  {
    id: 'answer.reply',
    label: 'answer',
    weight: 6,
    says: '回答别人的问题',
    hits: (view) => givesTasks(view.standing) && view.reply?.label === 'question',
  },
  {
    id: 'answer.after-question',
    label: 'answer',
    weight: 2.4,
    says: '前面刚有人问',
    hits: (view) => givesTasks(view.standing) && view.reply === undefined && recentQuestion(view),
  },
  { id: 'hazard.words', label: 'hazard', weight: 2.6, says: '说到险情、损坏、线索', hits: (view) => view.words('hazard') > 0 },
  { id: 'hazard.many', label: 'hazard', weight: 2, says: '几处都说到险情', hits: (view) => view.words('hazard') > 1 },
  {
    id: 'hazard.of-field',
    label: 'hazard',
    weight: 1.4,
    says: '在现场的人说的',
    hits: (view) => (view.standing === 'field' || view.standing === 'outsider') && view.words('hazard') > 0 && view.surface.bare.length > 8,
  },
  {
    id: 'hazard.as-notice',
    label: 'hazard',
    weight: -2.5,
    says: '像预警通知或要求,不是现场险情',
    hits: (view) => givesTasks(view.standing) && (view.surface.bare.length > 60 || view.times.deadlines.length > 0),
  },
  {
    id: 'hazard.too',
    label: 'hazard',
    weight: 2.5,
    says: '接着别人说的险情、线索,说自己这里也是',
    hits: (view) => tellsTheSame(view, 'hazard'),
  },
  {
    id: 'appeal.too',
    label: 'appeal',
    weight: 2.5,
    says: '接着别人反映的,说自己也是',
    hits: (view) => tellsTheSame(view, 'appeal'),
  },
  { id: 'appeal.words', label: 'appeal', weight: 3, says: '反映问题、要说法', hits: (view) => view.words('appeal') > 0 },
  { id: 'appeal.many', label: 'appeal', weight: 2, says: '几处都是诉求', hits: (view) => view.words('appeal') > 1 },
  {
    id: 'appeal.outsider',
    label: 'appeal',
    weight: 2.6,
    says: '群众自己说的',
    hits: (view) => view.standing === 'outsider' && view.words('appeal') > 0,
  },
  {
    id: 'appeal.plain',
    label: 'appeal',
    weight: -2,
    says: '布置或问话里提到',
    hits: (view) => givesTasks(view.standing) && view.surface.bare.length < 40,
  },
];

const REPORTED = /村|社区|组|[:：]|\d+\s*[户人亩个家处台车米件条头吨袋斤%]|累计|共|合计|当日|今天|完成|剩|已|无/u;

const SAME_REACH = 30 * 60_000;
/** "俺村也来过", "我比你还久", "别人学校都退": something is told beside what was told, and nobody is thanked or obeyed. */
const SAME =
  /[我俺咱额阿伢]?[\u4e00-\u9fff]{0,4}(?:也|还比|比[你他她]还?|照样|同样)[\u4e00-\u9fff]{2}|(?:别人|人家|隔壁|旁边)[\u4e00-\u9fff]{0,4}(?:都|也)/u;
const POLITE = /收到|谢|好的|放心|辛苦|祝|加油|知道了?$|明白|也(?:想|要|去|来看|想要|可以|行|好|太|真|是醉)/u;

/** Somebody without an office adds to the danger or the demand that another has just told. */
function tellsTheSame(view: MessageView, label: Label): boolean {
  const { message, standing, surface, context } = view;
  if ((standing !== 'field' && standing !== 'outsider') || surface.bare.length < 5 || !SAME.test(surface.bare)) return false;
  const told = context.recent.findLast((other) => other.label === label && other.senderId !== message.sender.id);
  return told !== undefined && message.sentAt - told.sentAt <= SAME_REACH && !POLITE.test(surface.bare);
}

function recentQuestion(view: MessageView): boolean {
  const asked = view.context.recent.findLast((other) => other.label === 'question');
  return asked !== undefined && view.message.sentAt - asked.sentAt <= 15 * 60_000 && asked.senderId !== view.message.sender.id;
}
