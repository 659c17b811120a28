/** Where a time was moved to, its old one said or not, and what was moved: something to hand in, or a happening. */
import { firstVerb } from '../verbs.ts';
import { HAPPENING, MOVING_WEATHER } from '../words.ts';
import { KEPT_OPEN } from './closing.ts';
import { FIRM_MOVE, OPEN } from './corrections.ts';
import { isOfHours } from './rules-range.ts';
import type { Role, RoleRule, Scene } from './scene.ts';

/** 点儿不变,还是3点. */
export const unchanged: RoleRule = {
  id: 'role/unchanged',
  hint: '变动照调',
  role({ left, right, phrase }) {
    if (
      !/(?:时间|点儿?|钟点|日期|期限|时限|[交报]期|提交日|交表日|截止日)[^,。]{0,2}(?:不变|没变化?|没有变化?|未变|照旧|没动|不动|不作调整)[,]?(?:还是|还按|仍是|仍为|仍按|依旧是?|依然是?|照旧|照样|照常|维持|就是|为|是|按)?$/.test(
        left,
      )
    )
      return null;
    if (HELD_TIME.test(left)) return 'deadline';
    if (phrase.edge === null && /^[,][^,。]{0,2}(?:地点|会场|会议室|教室)/.test(right)) return 'event';
    return phrase.edge === null && HAPPENING.test(left) ? 'event' : 'deadline';
  },
};

/** 评审会挪到线上,材料提交时间不变,还是周四: what holds is the time of handing in. */
const HELD_TIME =
  /(?:[交报]|提交|报送|上报|填报|截止|反馈)[^,。]{0,2}(?:时间|日期|期限|时限)[^,。]{0,2}(?:不变|没变|未变|照旧|不动|没动)[^,。]{0,2}[,]?[^,。]{0,4}$/;

const MOVED_LEFT = new RegExp(
  `(?:${FIRM_MOVE}|(?:截止|期限|时限|[报交]|完成)[^,。]{0,4}定(?:在|为)|现(?:为|定)|更正[:为]|应为|放到|(?<![整修涂批])改|(?<![手一])[挪推])(?:了)?\\s?${OPEN}$`,
);

/** The phrase is where something was moved to, its old time said or not. */
export function isMovedTo({ left, right, phrase }: Scene): boolean {
  // 从晚上8点放到9点40: a showing; 门诊号放到两周内.
  if (/放到$/.test(left) && (phrase.slots.day === null || /假[^,。]{0,12}$/.test(left))) return false;
  if (WEATHER_BEFORE.test(left)) return false;
  // 更正:清明祭扫表不是31日交: the festival names the thing.
  if (/更正:\s?$/.test(left) && phrase.slots.day?.form === 'festival' && phrase.edge === null && !/^[交报]/.test(right)) return false;
  return MOVED_LEFT.test(left.slice(-10)) || MOVED_BY.test(left.slice(-20)) || CHANGED.test(left.slice(-20));
}

const WEATHER_BEFORE = new RegExp(`(?:^|[,。;的])${MOVING_WEATHER}[改推提移挪延][在到至迟前]{0,2}\\s?$`);

/** 提前1天,即6月11日; 延长三天到6月18日. */
const MOVED_BY =
  /(?:再|多|又)?(?:[宽缓](?:限)?|放宽)(?:你们?|大家|各位)?[一两二三半](?:天|日)[,]\s?$|(?:延[长期后迟]?|推[迟后]|顺延|提前|缩短|宽限|放宽)[^,。;]{1,8}[,]?(?:即|也就是|到|至)\s?$/;
/** 交的时间又变了,这回是15号. */
const CHANGED = /(?:时间|日期|期限|日子)[^,。;]{0,4}(?:变了|改了|有变化?|有调整)[,:](?:这[回次]|现在|新的)?(?:是|为|到)\s?$/;

/** 以5月28日为准; 是5月18号,不是5月81号: told to hold, against another that may be no day at all. */
export function isToldToHold({ phrase, left, right, ahead, frame }: Scene): boolean {
  if (phrase.slots.repeat !== null || (ahead !== null && ahead.value.day < frame.today)) return false;
  // 以今天为准:下周三前发: the word of today.
  if (/^为准[:,]/.test(right) && phrase.slots.day?.form === 'offset' && phrase.slots.clock === null) return false;
  if (/^(?:前|之前|截止|[交报]的?)?(?:为准|的来$|的来[,。])/.test(right) && /(?:以|按)[^,。;]{0,8}$/.test(left)) return true;
  if (left.trim() === '' && /^为准/.test(right)) return true;
  return /(?:^|[^不])(?:是|应为|按)\s?$/.test(left) && AGAINST_NO_DAY.test(right);
}

const AGAINST_NO_DAY = /^[^,。]{0,4}[,]?(?:而)?(?:不是|并非|而非)\s?[“"]?\d{1,4}[月.日号点:]/;

/** Services whose hours are moved or lengthened. */
const SERVICE =
  /公交|地铁|班车|末班|营业|开放|运营|服务|灯光|门诊|集市|夜市|供[水电暖气]|停[水电气]|食堂|[早午晚]饭|校车|垃圾|清运|洒水|超市|快递|大门|路灯|广播|锻炼|广场舞|庙会|集市/;

/** 出院时间改成明天下午; 交表时间 and a bare 时间 may be of a submission. */
function isTimeOfHappening(left: string, clauseRight: string): boolean {
  const of = /(?<of>[一-龥]{2})时间(?:由[^,。;]{0,12})?[^,。;]{0,4}$/.exec(left)?.groups?.['of'];
  return (
    of !== undefined &&
    !/[的交报收办填]|截止|提交|反馈|[征整完审核]/.test(of) &&
    firstVerb(of) !== 'deed' &&
    firstVerb(clauseRight) !== 'deed'
  );
}

/** What was moved: a submission, or a happening. */
/** 月报交到明天下午3点; 报到材料延期:…改3月1日; 原定2月18日前完成的排查延期至2月23日. */
const HANDED_IN =
  /(?:[交报收填发](?:到|至)|(?:材料|表格?|报告|台账|名单|总结|数据|方案|资料)[^,。;]{0,4}(?:改期|延期|延后|提前|推迟|顺延)[:,][^。;]{0,16}|[日号天前](?:之前|以前|前)?(?:完成|办结|交|报|上报|报送)的[^,。;]{2,20}(?:延|推|改|提前|顺)[^,。;]{0,4})$/;

/** 体检表改到下周二收. */
const PAPER_MOVED =
  /(?:表|单|册|稿|材料|台账|数据|照片|报告|方案|[总小]结|合同|发票)(?:的?[一-龥]{0,4})?(?:改|推|延|提前|挪|调|顺|移|放)[^,。]{0,4}$/;

/** 由8日改到7日,是中考体检表: a paper, whatever it is on. */
const PAPER = '[^,。]{0,10}(?:表|单|册|稿|材料|台账|报告|方案|[总小]结)(?=$|[,。])';
const IS_PAPER = new RegExp(`^[,]?(?:说的|指的|这)?是${PAPER}`);
/** 8.20→8.23,秋季征兵体检名单. */
const OF_PAPER = new RegExp(`^[,]${PAPER}`);

/** 检修统计由3月18日延至3月25日, 物资采购:由…推迟到: work that ends in something to show, whatever it is on. */
const WORK_MOVED =
  /(?:统计|需求|采购|摸底|核查|填报|排查|录入|采集|评定|建档|复核|核对|汇总|清理|清零|签订|收缴|征缴|名单|总结|数据|清单)[:,]?\s?(?:由|从|原)[^,。;]{0,14}(?:延|推|改|提前|顺|调|挪|缓)[^,。;]{0,4}$/;

const OF_A_TABLE = /^的[\u4e00-\u9fff]{0,6}(?:表|名单|数据|台账|安排|排班|材料|报表)/;

/** 讲解词压到三分钟以内: how long it may take. */
const CUT_DOWN = /(?:压缩?|缩短?)(?:到|至|为)\s?$/;

export function correctedRole({ phrase, left, right, rest, clauseLeft, clauseRight }: Scene): Role {
  const { edge, slots } = phrase;
  if (edge === null && /闹钟|时钟|手表/.test(left)) return 'event';
  // 养老院探视时间改成下午三点到五点; 今天星期三,不是星期四.
  if (isOfHours(phrase) || /^(?:就要?(?:收费|坏|过期|失效|涨)|(?:闭[馆园店]|打烊|关门|收[工摊班]|放学|熄灯)(?=$|[,。]))/.test(clauseRight))
    return 'event';
  // 不是八月,是7月25日到31日的值班表: which table it is.
  if (phrase.from !== null && OF_A_TABLE.test(right)) return 'period';
  if (edge === null && slots.sameDay !== null && slots.day?.form === 'offset' && firstVerb(left + right) === null) return 'other';
  if (slots.duration?.unit === 'minute' && CUT_DOWN.test(left)) return 'other';
  // 发票要换成今年累计的: which ones.
  if (slots.stretch !== null && edge === null && /^(?:累计|全年|的(?=[,。;]|$))/.test(right)) return 'period';
  if (edge === 'before' || edge === 'within' || edge === 'until' || slots.duration?.edge === 'within') return 'deadline';
  if (/[交报]期|报送|上报|提交|填报|截止|时限|期限|报名|反馈|交表|缴费|参保|认证|征集|申报|登记|补录|录入|交件|报备|举证/.test(left))
    return 'deadline';
  if (/(?:周[一二三四五六日]|[日号前天])[交报](?:[,。的]|$)/.test(left)) return 'deadline';
  if (HANDED_IN.test(left) || WORK_MOVED.test(left)) return 'deadline';
  // 由4月6日提前至3月31日完成; 9月15日前完成安检…顺延至9月22日,请按新时间完成.
  if (/^(?:前|之前|以前)?(?:全部|务必)?(?:完成|办结|报送|交齐)/.test(clauseRight) || /按新(?:的)?时间(?:完成|报|交|办)/.test(rest))
    return 'deadline';
  if (KEPT_OPEN.test(clauseLeft)) return 'deadline';
  if (PAPER_MOVED.test(clauseLeft) && firstVerb(clauseRight) === 'deed') return 'deadline';
  if (IS_PAPER.test(right) || (OF_PAPER.test(rest) && !HAPPENING.test(left))) return 'deadline';
  if (edge === null && isTimeOfHappening(left, clauseRight)) return 'event';
  if (edge === null && SERVICE.test(left) && /^(?:[发开走到来收](?:车|门|饭|班)?)?(?:$|[,。])/.test(clauseRight)) return 'event';
  if (firstVerb(clauseRight) === 'deed' && firstVerb(clauseLeft) !== 'happening') return 'deadline';
  return HAPPENING.test(left) ||
    /(?:(?<![不才就也都将只学机社])会(?:商)?|[的节堂]课|(?<!自)检查|督查|抽查|暗访|考核|评估|观摩|测评|巡察)(?=(?:都|全|也)?(?:改|往|挪|推|延|提|调|变|换|时间)|$)/.test(
      left,
    ) ||
    firstVerb(/^[,\s]*$/.test(right) ? rest : right) === 'happening' ||
    SERVICE.test(left)
    ? 'event'
    : 'deadline';
}
