/** Times without a mark take their role from the words and the verb around them. */

import { firstVerb } from '../verbs.ts';
import { DEED, HAPPENING } from '../words.ts';
import { isLongGone } from './long-gone.ts';
import type { Role, RoleRule, Scene } from './scene.ts';

/** A festival by its name alone, and what stands in 把… or before 的, is no time of a deed: 元旦期间, 把明天的分组发来. */
export const attribute: RoleRule = {
  id: 'role/attribute',
  role({ phrase, clauseLeft, right }) {
    const { day, clock, part, anchor, sameDay } = phrase.slots;
    if (phrase.edge !== null || phrase.from !== null || phrase.slots.duration !== null || phrase.slots.relative !== null) return null;
    const isBare = clock === null && part === null && anchor === null;
    // 端午三天谁也不许离开: days that something holds for, no start of anything.
    if (day?.form === 'festival' && isBare && sameDay === null)
      return /^(?:节)?(?:期间|假期|小?长假|这?[几两二三五七八][天日]|这段|前后|里|当中)/u.test(right) ? 'period' : 'event';
    if (/[把将]$/u.test(clauseLeft) && !/^(?:完成|报|交|发)/u.test(right)) return 'other';
    if (/^(?:[交报发送填写开做来定]|提交|上报|报送|办理){1,2}(?:[上过下]来|[上过]去|来|去)?的(?:那|这|[一-龥](?!请|要))/u.test(right))
      return 'other';
    if (/^(?:没|未)[^,。]{1,4}的/u.test(right) && isBare) return 'other';
    if (/[摆开卖演放唱办]到$/u.test(clauseLeft)) return 'event';
    if (/[到至]$/u.test(clauseLeft) && /^(?:仍|还(?:没|未|是|有|在)|都(?:没|未)|为止)/u.test(right)) return 'past';
    return /^的(?!时候|话|下班|上班)/u.test(right) ? 'other' : null;
  },
};

/** 定于, 将于, 拟于: something is announced. */
export const announced: RoleRule = {
  id: 'role/announced',
  hint: '定将拟计预择安',
  role({ phrase, clauseLeft, right }) {
    if (phrase.edge !== null && phrase.edge !== 'from') return null;
    if (/(?:截止|期限|时限|[报交]|完成)[^,。]{0,4}定(?:在|为)$/u.test(clauseLeft)) return null;
    return /(?:定于|将于|将在|拟于|拟在|定[在为]|计划于|预计|安排在|择于)\s?$/u.test(clauseLeft) &&
      !/^[^,。]{0,6}(?:截止|关闭|锁表)/u.test(right)
      ? 'event'
      : null;
  },
};

/** A bare time takes the role of the verb that stands nearest. */
export const verb: RoleRule = {
  id: 'role/verb',
  role(scene) {
    const { phrase, clauseRight, clauseLeft, left } = scene;
    if (isLongGone(scene)) return 'past';
    if (phrase.slots.repeat !== null && phrase.slots.clock === null && phrase.slots.anchor === null && phrase.slots.day === null)
      return 'other';
    if (/^[^,]{0,6}(?:照常|照旧)|^前[\d一二三四五六七八九十百]+名/u.test(clauseRight)) return 'event';
    if (
      phrase.edge === null &&
      phrase.slots.clock === null &&
      (HANDED.test(clauseLeft) || (phrase.slots.day?.anaphoric !== undefined && /(?:完成|做好|录入)$/u.test(clauseLeft))) &&
      /^[一-龥]{2,8}(?:$|[,。])/u.test(clauseRight)
    )
      return 'period';
    if (REASON.test(clauseLeft)) return 'event';
    if (/^(?:为|属于?)[^,。]{1,10}(?:期|月|周)(?:$|[,。])/u.test(scene.right)) return 'period';
    if (TELLS_LATER.test(clauseRight)) return 'other';
    // 食堂下午5点下班: when somebody leaves, not by when.
    if (phrase.edge === null && phrase.slots.clock !== null && phrase.slots.anchor?.anchor === 'end_of_work') return 'event';
    if (isOutsider(clauseLeft, clauseRight) || isDeparture(clauseLeft, clauseRight)) return 'event';
    if (CROP.test(clauseLeft) && /^(?:开)?[收割打种](?![齐到完上])/u.test(clauseRight)) return 'event';
    if (PAY.test(left) && /^(?:一起|统一|再|才)?(?:发(?:$|[,。]|放$)|打到卡|到[账卡])/u.test(clauseRight)) return 'event';
    if (PAYS.test(clauseRight) && phrase.edge === null) return 'event';
    if (/^就[锁截封收]$/u.test(clauseRight)) return 'deadline';
    if (GATE.test(left) && SHUTS.test(clauseRight)) return 'deadline';
    if (/^[,]\s?(?:逾期|过期不|过时不|逾时|超时)/u.test(scene.right)) return 'deadline';
    if (/^(?:会|将|就)?自动(?!上报)/u.test(clauseRight)) return 'event';
    const near = nearestVerb(scene);
    if (near === 'deed') return deedRole(scene);
    if (near === 'happening') return 'event';
    if (/(?:会议|开会|会|活动|培训|集合|考试|演练|开始|直播|检查|体检|比赛)?时间[:为是定在]{0,3}\s?$/u.test(left)) return 'event';
    if (HAPPENING.test(phrase.slots.clock === null ? clauseLeft : left)) return 'event';
    if (FILLED_UNTIL.test(clauseLeft) || LABEL.test(clauseLeft.trimStart()))
      return isFinal(scene) || FILLED_UNTIL.test(clauseLeft) ? 'deadline' : 'other';
    if (THING.test(clauseLeft) && (phrase.slots.clock !== null || isFinal(scene))) return 'deadline';
    return /(?:交|报|发|送|完成|提交|上报|要|弄完|办结|反馈|回复|[填写签盖弄改补]好|[填写签弄改补]完)[^,。]{0,10}[,]?\s?$/u.test(left) &&
      DEED.test(left.slice(-14)) &&
      isFinal(scene)
      ? 'deadline'
      : 'other';
  },
};

/** 上传当月走访记录: the time is of the thing that is handed in. */
const HANDED = /(?:上传|报送|上报|提交|填报|汇总|核对|公示|整理)(?:好|完)?$/u;

/** 因为下周三要迎检, 鉴于明天有大风: what moves the speaker. */
const REASON = /(?:因为?|由于|鉴于|考虑到|既然|正值|恰逢)$/u;

/** 明天再跟大家传达: what the speaker will say. */
const TELLS_LATER =
  /^(?:我)?(?:再|会)(?:另行|单独|一并)?(?:[跟给向和同](?:大家|各位|你们?|诸位))(?:说|讲|传达|通报|汇报|解释|商量|沟通|细说|交代|交流)/u;

/** 末班车18:20发. */
function isDeparture(clauseLeft: string, clauseRight: string): boolean {
  if (/^发(?:第[一二]|头|末|首|[班校专客]?车(?:$|[,。]))/u.test(clauseRight)) return true;
  return (
    /(?:[班客公火轿专便校货]车|高铁|动车|轮渡|航班|飞机|[班渡客]船)(?:是|在|都)?$/u.test(clauseLeft) &&
    /^(?:发|开|走|到)/u.test(clauseRight)
  );
}

/** Where people meet: what follows it belongs to the time before it. */
const PLACE = /^[^,到去来]{0,14}(?:室|楼|厅|院|场|村|镇|办|部|中心|礼堂|学校|小学|广场|门口|闸|桥|头|处|所|馆|站)$/u;

const ADDRESSEE = /^\s?(?:你|你们|恁|您)(?![^,]{0,8}(?:吗|不))/u;
/** 一上班就要看到小结. */
const SEEN = /^就?(?:要|得)(?:看到|见到|收到|拿到|听到)/u;
/** 周末两天不休,把录入做完. */
const NO_REST = /^(?:这?[两二]天)?(?:都|也)?(?:不休息?|加班|加个班|辛苦一下|克服一下)$/u;
/** 明天上午带挖机去,把泥挪走. */
const GOES = /^(?:带|拿|叫|喊|去|到|来)[^,。]{0,8}$/u;
/** 29日17:30系统关门,务必赶在之前报完. */
const CLOSES = /^(?:系统|通道|窗口|平台|端口|入口|链接)(?:就|自动|准时)?(?:关门?|关闭|锁定?|封|停)$/u;
const IN_TIME = /赶在|之前|以前|抓紧|务必|逾期|过期|尽快/u;

function nearestVerb({ phrase, clauseRight, right }: Scene): 'deed' | 'happening' | null {
  const near = firstVerb(clauseRight);
  const { day, clock, anchor } = phrase.slots;
  if (/^就?要(?:数|表|东西|结果|材料|名单)?[啊哈呀]*$/u.test(clauseRight) || /^(?:就)?见(?:稿|人|东西|面交|真章)/u.test(clauseRight))
    return 'deed';
  if (SEEN.test(clauseRight)) return 'deed';
  if (near !== null || (day === null && clock === null && anchor === null)) return near;
  if (/^[^,。]{0,8}(?:必须|务必|一定要)/u.test(clauseRight)) return 'deed';
  const rest = right.slice(clauseRight.length);
  const next = firstVerb(rest);
  if (next === 'happening' || clauseRight.trim() === '') return next;
  // What an order in the next clause asks for has no part in this time: 周五霜冻,请做好防范.
  if (ADDRESSEE.test(clauseRight)) return next ?? 'deed';
  if (next === 'deed' && GOES.test(clauseRight) && /^,(?:就|先|再)?[把将]/u.test(rest)) return 'deed';
  if ((NO_REST.test(clauseRight) && next === 'deed') || (CLOSES.test(clauseRight) && IN_TIME.test(rest))) return 'deed';
  return PLACE.test(clauseRight) || (next === 'deed' && THING.test(clauseRight)) ? next : null;
}

/** 填到周五下午五点. */
const FILLED_UNTIL = /(?:填报?|报名?|收|录|登记|征集|缴|申报|交)到$/u;
/** 预算:本周五. */
const LABEL =
  /^(?![^:]{0,10}(?:日期|时间|[阴阳农公]历|生日|地点|场次|会|集合|培训|活动|演|赛|考|班|课|停|休|值)[^:]{0,3}:)[一-龥]{2,10}:$/u;

/** 麦子12号收. */
const CROP = /(?:麦子?|稻子?|谷子?|玉米|花生|豆子?|[的块]地|菜|瓜|苗|核桃|棉花)$/u;
/** 六月份的工资十五号发. */
const PAY = /(?:工资|奖金|值班费|养老金|低保金|分红|补贴|补助|绩效|慰问金|补偿款|赔偿款)[^,。]{0,4}$/u;
/** 25号发工资; 发工资表 is to hand a thing out. */
const PAYS = /^(?:就|统一|正常|准时|再)?(?:发|打)(?:工资|奖金|补贴|补助|福利|薪|钱|年终奖|绩效|[药饭车话房餐]补)(?:$|[,。了啦])/u;
/** 通道4月18日24点关. */
const GATE = /(?:窗口|通道|系统|平台|入口|端口|链接|共享表)[^。]{0,10}$/u;
const SHUTS = /^(?:就|自动|准时)?(?:关|关闭|锁|锁定|停)(?=$|[,。])/u;

/** 自评表明儿中午12点: a thing to hand in, and the time. */
const THING =
  /(?:(?<!代)表|名单|材料|台账|总结|小结|报告|数据|照片|截图|作业|清单|方案|花名册|承诺书|回执|数字|底数|报表|简报|信息)(?:都|就|,)?$/u;

/** The time closes its sentence: 交表,周五. */
function isFinal({ right, rest }: Scene): boolean {
  if (right === '' && rest !== '') return false;
  return /^[,\s吧啊哈呀]*$/u.test(right);
}

/** Bodies and people from outside, whose time is no order to the reader: 县交通局22号上午坐车看, 检查组周四来. */
const BODY =
  /(?:[省市县区州镇乡]里|[省市县区](?:委|政府|局|办)|[一-龥]{1,4}局|上级|上面|检查组|督查组|考核组|验收组|专家|第三方|记者|巡察组|审计组|调研组|评估组|施工队|供电所|供电公司|自来水公司|电视台)(?:的?人|一行|同志)?$/u;
const LEADER = /(?:领导|书记|[镇乡县市区局]长)(?:一行)?$/u;
/** 明天10点领导慰问困难党员, 下周三县里组织观摩. */
const OUTSIDER_ACTS =
  /^(?:[省市县区州]?(?:电视台|融媒体?(?:中心)?|报社|日报|媒体|记者)|(?:[省市县区州]|上级|上面)(?:里|上|领导|[局委办台])?|领导|[一-龥]{0,2}(?:检查|督查|考核|验收|巡察|调研|专家|暗访|评估)组)(?:一行)?(?:要|将|会)?(?:来|到(?!位|期)|组织|慰问|检查|查|督|调研|看|召开|开|举办|下[来乡村]|抽|验|观摩|暗访|进[驻村])/u;

function isOutsider(clauseLeft: string, clauseRight: string): boolean {
  const subject = clauseLeft.trim();
  if (/[请各@让]/u.test(subject)) return false;
  if (OUTSIDER_ACTS.test(clauseRight)) return true;
  if (BODY.test(subject)) return !/^(?:就|前)?(?:要(?!来|到|下|开)|催|收|截止|锁)/u.test(clauseRight);
  return (
    LEADER.test(subject) &&
    /^(?:要|会|将)?(?:亲自|专门)?(?:来|到村|到我|下来|下村|看|查|检查|调研|督|暗访|带队|听|主持|参加|讲|慰问)/u.test(clauseRight)
  );
}

const GIVEN =
  /^[一-龥]{1,4}\s?\d[\d.]*(?:亩|户|吨|处|起|例|万|元|公里|米|人次|车|袋|斤)|^(?:共|又|新)?(?:上报|报|交|完成)\s?\d[\d.]+(?:人|$)/u;

function deedRole({ clauseRight, phrase }: Scene): Role {
  // 今天上报310亩, 今日清淤120米: figures given, not asked for; 夜里还在走访: told, not asked for.
  if (phrase.edge === null && (GIVEN.test(clauseRight) || /^(?:还|正|都)在/u.test(clauseRight))) return 'past';
  if (phrase.edge === null && /^[^,。]{0,8}[过完了后]再/u.test(clauseRight)) return 'other';
  return /^[^,。]{0,8}(?:不了|不完|不上|不出来|能[弄报交完])/u.test(clauseRight) && phrase.edge === null ? 'other' : 'deadline';
}
