/** Deadlines and events, from the edge, the words before the phrase, and the verb. */
import { isLongGone } from './long-gone.ts';
import type { Role, RoleRule, Scene } from './scene.ts';
import { firstVerb } from './verbs.ts';
import { DEED, HAPPENING, ORDER } from './words.ts';

/** 5月1日起执行, 20日后, 9点左右: no limit. 即日起至… became a range before. */
export const openEdge: RoleRule = {
  id: 'role/open-edge',
  role({ phrase }) {
    if (phrase.from !== null) return null;
    return phrase.edge === 'from' || phrase.edge === 'around' || phrase.edge === 'after' ? 'event' : null;
  },
};

/** 预计2小时内有雷阵雨, 3分钟内发言, 7天内有效: a duration of something else. */
const OTHER_DURATION_RIGHT = /^(?:有|无|将有|可|免费|有效|包|保|免|累计|连续|[一二两三四五六\d]+次|到达|车程|路程|天气|降|雨|的(?!时间))/u;

export const otherDuration: RoleRule = {
  id: 'role/duration-of-something',
  role({ phrase, clauseLeft, clauseRight }) {
    const { duration } = phrase.slots;
    if (duration === null) return null;
    if (duration.edge === 'after') return null;
    if (duration.base === 'unplaced') return 'other';
    if (
      OTHER_DURATION_RIGHT.test(clauseRight) ||
      /(?:预计|未来|过去|近|最近|控制在|限时|每人|每村|每家|发言|汇报|有效期|公示期)[^,]{0,4}$/u.test(clauseLeft)
    )
      return 'other';
    return null;
  },
};

/** 今天是报名最后一天, 明天是最后期限. */
const LAST_DAY = /^是?[^,。;!]{0,8}(?:最后一[天日]|最后期限|最后时限|最后截止|截止日)/u;

/** 最迟, 截止, 务必于, 时限: the next time is a deadline whatever follows. */
const LEAD =
  /(?:最迟|最晚|至迟|不晚于|不迟于|不得晚于|不得迟于|不超过|不能超过|不要超过|别超过|截止(?:到|至|于|时间|日期|期)?|截至(?:时间|日期)?|期限(?:为|是|到)?|时限(?:为|是|到)?|限(?:于|期)|务必(?:于|在)|必须(?:于|在)|赶在|死线|deadline|ddl|DDL|报送时间|上报时间|提交时间|交表时间|完成时间|完成时限|反馈时间|填报时间|办结时间|延(?:长|期)?(?:到|至)|放到|推迟(?:到|至)|顺延(?:到|至)|放宽(?:到|至)|宽限(?:到|至))(?:[^,。;!]{0,4}(?:是|为|到|:|至))?[:\s]?$/u;

export const lead: RoleRule = {
  id: 'role/lead-word',
  role({ left, phrase, right }) {
    if (phrase.edge === null && LAST_DAY.test(right)) return 'deadline';
    if (!LEAD.test(left.slice(-18).trimEnd()) || phrase.edge === 'from') return null;
    const isEvent = /会议?[^,。]{0,6}(?:推迟|延|顺延)[^,。]{0,3}$/u.test(left) || /^[^,。]{0,4}(?:开会|召开|举行)/u.test(right);
    return isEvent ? 'event' : 'deadline';
  },
};

/** 节前检查照片, 1月1日前出生的: the edge belongs to a noun. */
const ATTRIBUTE =
  /^(?:要|需要?|应该?|已|拟)?(?:出生|购买|购置|购机|参保|建成|登记|入职|入党|取得|发生|毕业|退休|退役|生|签订|注册|办理|认定|纳入|完成|上报|报送|入住|迁入|搬迁|审批|下达|收到|整改)[^,。把未没不]{0,4}的(?!请|要务必|务必|不|扣|给|可|一律|视|按)/u;

export const before: RoleRule = {
  id: 'role/before-word',
  role(scene) {
    const { phrase, clauseRight, clauseLeft } = scene;
    if (phrase.edge !== 'before' && phrase.edge !== 'within' && phrase.edge !== 'until') return null;
    if (ATTRIBUTE.test(clauseRight)) return 'period';
    if (isModifier(scene)) return 'other';
    if (phrase.edge === 'before' && /(?:早在|远在)$/u.test(clauseLeft)) return 'past';
    return 'deadline';
  },
};

/** 交节前检查照片, 做好国庆前安全检查: said of a thing, after the verb. */
function isModifier({ phrase, clauseLeft, clauseRight }: Scene): boolean {
  const { day } = phrase.slots;
  if (/[把将]$/u.test(clauseLeft)) return true;
  if (day === null || (day.form !== 'festival' && day.form !== 'workday') || phrase.slots.clock !== null) return false;
  const isAfterVerb = /(?:做好|做|交|报|报送|上报|上传|开展|抓好|加强|落实|完成|部署|组织|关于|召开|做实|抓|传|发)$/u.test(clauseLeft);
  return (
    (isAfterVerb && !DEED.test(clauseRight.slice(0, 2))) ||
    /^(?:夕|的|安全|检查照|慰问(?!到)|消费|市场)(?!.{0,10}(?:完成|报|交|到位))/u.test(clauseRight)
  );
}

export const duration: RoleRule = {
  id: 'role/within-duration',
  role(scene) {
    const { phrase, clauseRight } = scene;
    const { duration: counted } = phrase.slots;
    if (counted === null) return null;
    if (counted.edge === 'within') return 'deadline';
    return counted.edge === 'after' && startsWithDeed(clauseRight) ? 'deadline' : 'event';
  },
};

export const relative: RoleRule = {
  id: 'role/relative-to-event',
  role({ phrase }) {
    return phrase.slots.relative === null ? null : 'deadline';
  },
};

/** A festival by its name alone, and what stands in 把… or before 的, is no time of a deed: 元旦期间, 把明天的分组发来. */
export const attribute: RoleRule = {
  id: 'role/attribute',
  role({ phrase, clauseLeft, right }) {
    const { day, clock, part, anchor, sameDay } = phrase.slots;
    if (phrase.edge !== null || phrase.from !== null || phrase.slots.duration !== null || phrase.slots.relative !== null) return null;
    const isBare = clock === null && part === null && anchor === null;
    if (day?.form === 'festival' && isBare && sameDay === null) return 'event';
    if (/[把将]$/u.test(clauseLeft) && !/^(?:完成|报|交|发)/u.test(right)) return 'other';
    return /^的(?!时候|话|下班|上班)/u.test(right) ? 'other' : null;
  },
};

/** 定于, 将于, 拟于: something is announced. */
export const announced: RoleRule = {
  id: 'role/announced',
  role({ phrase, clauseLeft, right }) {
    if (phrase.edge !== null && phrase.edge !== 'from') return null;
    return /(?:定于|将于|将在|拟于|拟在|定在|计划于|预计|安排在|择于)\s?$/u.test(clauseLeft) &&
      !/^[^,。]{0,6}(?:截止|关闭|锁表)/u.test(right)
      ? 'event'
      : null;
  },
};

const STANDING_HOURS =
  /(?:营业|办公|开放|上班|作息|服务|接待|坐诊|门诊|值班|开门|领取|办理)时间|停电|停水|停气|断电|封路|封闭|检修|施工|放假|调休|休息|值班|公示期?(?:为|从|:|自)?$|有效期|公示时间|统计时间|(?<![名报送办])时间(?:为|是|从|自|:)?\s?$|执行期|合同|会期|会议时间|活动时间|培训时间|考试时间|集市|展期|天气|多云|[晴阴](?=[,。转到]|$)|[小中大]雨|[小中大]雪|降雨|阴雨|气温|预警|雨量/u;

/** A period in which the reader must hand in or take part. */
const SUBMISSION_PERIOD =
  /(?:报名|申报|征求意见|提交|填报|缴费|上报|反馈|采集|征集|认证|参保|受理|申请|报送|填写|缴纳|登记|预约|换领|领取补贴)(?:工作)?(?:时间|期限|日期|期)?(?:为|是|定于|从|自|:|在)?\s?$/u;

/** 即日起至12月5日,各村开展…: the end of a range is a deadline, but not of hours, power cuts or meetings. */
export const range: RoleRule = {
  id: 'role/end-of-range',
  role(scene) {
    const { phrase, left, right } = scene;
    if (phrase.from === null) return null;
    if (phrase.slots.repeat !== null) return 'event';
    if (SUBMISSION_PERIOD.test(left)) return 'deadline';
    if (STANDING_HOURS.test(left) || STANDING_HOURS.test(right.slice(0, 16))) return phrase.slots.clock === null ? 'period' : 'event';
    if (isLongGone(scene)) return 'period';
    const isFromNow = /即日|今天|今日/u.test(scene.text.slice(phrase.start, phrase.start + 3)) || phrase.from.day?.form === 'offset';
    const verb = firstVerb(right);
    if (isFromNow && verb !== 'happening') return 'deadline';
    return verb === 'deed' || (verb === null && isOrder(scene)) || (/开展/u.test(right) && verb !== 'happening')
      ? 'deadline'
      : verb === 'happening'
        ? 'event'
        : 'period';
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
    if (isOutsider(clauseLeft) && !/^(?:就|前)?(?:要(?!来|到|下|开)|催|收|截止|锁)/u.test(clauseRight)) return 'event';
    const near = nearestVerb(scene);
    if (near === 'deed') return deedRole(scene);
    if (near === 'happening') return 'event';
    if (/(?:会议|开会|会|活动|培训|集合|考试|演练|开始|直播|检查|体检|比赛)?时间[:为是定在]{0,3}\s?$/u.test(left)) return 'event';
    if (HAPPENING.test(phrase.slots.clock === null ? clauseLeft : left)) return 'event';
    if (THING.test(clauseLeft) && (phrase.slots.clock !== null || isFinal(scene))) return 'deadline';
    return /(?:交|报|发|送|完成|提交|上报|要|弄完|办结|反馈|回复)[^,。]{0,10}[,]?\s?$/u.test(left) &&
      DEED.test(left.slice(-14)) &&
      isFinal(scene)
      ? 'deadline'
      : 'other';
  },
};

/** Where people meet: what follows it belongs to the time before it. */
const PLACE = /^[^,]{0,14}(?:室|楼|厅|院|场|村|镇|办|部|中心|礼堂|学校|小学|广场|门口|闸|桥|头|处|所|馆|站)$/u;

function nearestVerb({ phrase, clauseRight, right }: Scene): 'deed' | 'happening' | null {
  const near = firstVerb(clauseRight);
  const { day, clock, anchor } = phrase.slots;
  if (near !== null || (day === null && clock === null && anchor === null)) return near;
  const rest = right.slice(clauseRight.length);
  if (/^[^,。]{0,8}(?:必须|务必|一定要)/u.test(clauseRight)) return 'deed';
  const isOrdered =
    /^\s?(?:你|你们|恁|您)(?![^,]{0,8}(?:吗|不))/u.test(clauseRight) ||
    /,(?:再|就|先)?(?:把|将|务必|必须|一定|请|不准|不得|不许)|不准|不得|不许/u.test(rest);
  const next = firstVerb(rest);
  if (next === 'happening' || clauseRight.trim() === '' || isOrdered) return isOrdered && next === null ? 'deed' : next;
  return PLACE.test(clauseRight) ? next : null;
}

/** 自评表明儿中午12点: a thing to hand in, and the time. */
const THING =
  /(?:表|名单|材料|台账|总结|小结|报告|数据|照片|截图|作业|清单|方案|花名册|承诺书|回执|数字|底数|报表|简报|信息)(?:都|就|,)?$/u;

/** The time closes its sentence: 交表,周五. */
function isFinal({ right }: Scene): boolean {
  return /^[,\s吧啊哈呀]*$/u.test(right);
}

/** 县交通局22号上午坐车看, 检查组周四来. */
function isOutsider(clauseLeft: string): boolean {
  return /(?:[省市县区州镇乡]里|[省市县区](?:委|政府|局|办)|[一-龥]{1,4}局|上级|上面|领导|检查组|督查组|考核组|验收组|专家|第三方|记者|巡察组|审计组|调研组|评估组|施工队|供电所|供电公司|自来水公司|电视台|[一-龥]书记|[一-龥]{1,2}镇长)(?:的?人|一行|同志)?$/u.test(
    clauseLeft.trim(),
  );
}

function deedRole({ clauseRight, phrase }: Scene): Role {
  // 今天上报310亩: a figure given, not asked for.
  if (phrase.edge === null && /^(?:共|又|新)?(?:上报|报|交|完成|清运|清理|收|登记|入户|走访|排查)\s?\d[\d.]+(?:亩|户|吨|处|起|例|万|元|公里|米|人次|人|斤|$)/u.test(clauseRight)) return 'past';
  return /^[^,。]{0,8}(?:不了|不完|不上|不出来|能[弄报交完])/u.test(clauseRight) && phrase.edge === null ? 'other' : 'deadline';
}

export function startsWithDeed(text: string): boolean {
  return firstVerb(text) === 'deed';
}

function isOrder({ left, right }: Scene): boolean {
  return ORDER.test(left) || ORDER.test(right);
}
