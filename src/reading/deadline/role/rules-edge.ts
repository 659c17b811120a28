/** Deadlines by their mark: the edge after the phrase, a duration's 内, a word such as 最迟 before it. */

import { firstVerb } from '../verbs.ts';
import { DEED, HAPPENING } from '../words.ts';
import type { RoleRule, Scene } from './scene.ts';

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
const LAST_DAY = /^是?[^,。;!]{0,8}(?:最后一[天日](?!上班|上学|营业|在|相处)|最后期限|最后时限|最后截止|截止日)/u;

/** 最迟, 截止, 务必于, 时限: the next time is a deadline whatever follows. */
const LEAD =
  /(?:最迟|最晚|至迟|不晚于|不迟于|不得晚于|不得迟于|不超过|不能超过|不要超过|别超过|截止(?:到|至|于|时间|日期|期)?|截至(?:时间|日期)?|期限(?:为|是|到)?|时限(?:为|是|到)?|限(?:于|期)|务必(?:于|在)|必须(?:于|在)|赶在|死线|deadline|ddl|DDL|报送时间|上报时间|提交时间|交表时间|完成时间|完成时限|反馈时间|填报时间|办结时间|延(?:长|期)?(?:到|至)|放到|推迟(?:到|至)|顺延(?:到|至)|放宽(?:到|至)|宽限(?:到|至))(?:[^,。;!]{0,4}(?:是|为|到|:|至))?[:\s]?$/u;

export const lead: RoleRule = {
  id: 'role/lead-word',
  hint: '迟晚过截限务必赶死dD时延放推顺宽最',
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

/** 饭前吃, 睡前服: of a medicine or a habit. */
const HABIT = /^(?:(?:半个?小时|一个?小时|[\d一二三]{1,2}分钟)?[^,。]{0,2}(?:吃(?!饭前)|服(?!务)|喝|空腹|洗手|刷牙))/u;

const MEALS: readonly string[] = ['meal', 'breakfast', 'lunch', 'supper', 'bedtime'];

function isHabit({ phrase, clauseRight }: Scene): boolean {
  return MEALS.includes(phrase.slots.anchor?.anchor ?? '') && HABIT.test(clauseRight);
}

/** 6月底前出生, 八点前超市打折, 天黑前应该能到家: what comes about by itself, or is only guessed. */
const BY_ITSELF =
  /^[^,。把请将]{0,4}(?:出生|出门|到家|回家|打折|供应|起床|涨价|降价|放晴|开花|成熟|上市|入睡|打烊|收摊|来[电水](?=$|[,。])|通[电水车]|发货|到货)/u;
const GUESSED = /^(?:就|也|都)?(?:估计|恐怕|大概|可能|怕是|够呛|说不定|应该(?:能|可以|会|就能))/u;
const FIRM = /务必|必须|请|确保|不得|不准|不要|不许|一律/u;

function isNobodysDeed({ clauseLeft, clauseRight }: Scene): boolean {
  return GUESSED.test(clauseRight) || (BY_ITSELF.test(clauseRight) && !FIRM.test(clauseLeft) && !FIRM.test(clauseRight));
}

/** Being in time for a meeting is part of it; being at one's post (到岗, 到位) is asked for. */
const ARRIVAL = /^[^,。报交回反确填发是]{0,6}(?:到会|到场|入场|进场(?!作业|施工)|签到|就座|入座|落座|到考点|到会场|到达会场|候场|参会)/u;
const ALWAYS_EVENT = /到会|到场|入场|会场|考点|就座|入座|落座|候场|参会/u;

export const before: RoleRule = {
  id: 'role/before-word',
  role(scene) {
    const { phrase, clauseRight, clauseLeft } = scene;
    if (phrase.edge !== 'before' && phrase.edge !== 'within' && phrase.edge !== 'until') return null;
    if (ARRIVAL.test(clauseRight) && (ALWAYS_EVENT.test(clauseRight) || HAPPENING.test(scene.left))) return 'event';
    if (ATTRIBUTE.test(clauseRight) && !/(?:未|没|未能|没能)(?:在|于)?$/u.test(clauseLeft)) return 'period';
    if (isHabit(scene) || isNobodysDeed(scene)) return 'other';
    if (/^的[^,。]{0,8}(?:已|都[^,。]{0,4}了$)/u.test(clauseRight)) return 'period';
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
    return counted.edge === 'after' && !/^[,]?(?:才|再说|再看)/u.test(clauseRight) && firstVerb(clauseRight) === 'deed'
      ? 'deadline'
      : 'event';
  },
};

export const relative: RoleRule = {
  id: 'role/relative-to-event',
  role({ phrase, clauseRight }) {
    if (phrase.slots.relative === null) return null;
    return ARRIVAL.test(clauseRight) ? 'event' : 'deadline';
  },
};
