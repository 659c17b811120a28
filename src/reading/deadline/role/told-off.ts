/**
 * Vetoes: a time that the rest of its sentence tells of: how it went (换好刀具,开机正常), what one feels about it (名单周三出,紧张),
 * that nobody heeded it (要求三日内道歉,我们没理), that it held once (以前每周五交,现在取消了), or that it is one's own (跟自己说周五前看完).
 */
import type { RoleRule, Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';

/** How things are now. Who urges and what has come about since (货主催了, 新货到了) is why to hurry, and no outcome. */
const OUTCOME =
  /^[^,。把将请要须得]{1,8}(?<![最尽])(?:[完好上到掉齐满通]|下来)[^,。把将请要须得]{0,4},(?:[上下]午|现在|这会儿?)?(?:感觉|好像|估计[没能不]|累|还行|还好|没啥|没什么|挺|总算|一个不少|人都|[^,。把将请要须得别莫勿]{0,5}(?:正常|平稳|[稳亮通响]了|[不没][^,。]{1,2}了|多了|撤了|(?:跑|花|等|排|试|折腾)了[一两二三四五六七八九十几\d][^,。]{0,3}|少[一二两三四五六七八九十\d][^,。]{1,2}|有点[^,。]{1,4}|[过进出上下]不去|平整|清静)(?=$|[,。]))/;

/** 上午十点换好刀具,开机正常: said by who has it behind him. */
function wentSo({ phrase, right, ahead, frame }: Scene): boolean {
  if (phrase.edge !== null || phrase.from !== null || ahead === null) return false;
  if (phrase.slots.day !== null && phrase.slots.day.form !== 'weekday' && ahead.value.day > frame.today) return false;
  return OUTCOME.test(right);
}

const FEELING =
  /,(?:真|好|太|有点|心里)?(?:紧张|激动|期待|开心|吵死?|烦死?|愁|等着呗|等消息|没底|味儿?[大重]|嘴?馋|心疼|舍不得|难受|气死|无语|服|[^,。]{1,4}(?:真|太|挺)(?:好看|漂亮|不错|棒|值|香|好吃|热闹)|看着悬|估计悬|肯定崩|我(?:都|已经?)?坚持)(?:人|我)?(?:了[^,。]{0,2}|呢|啊|死)?$/;
const NOT_HEEDED = /,[^,。]{0,2}(?:我们?|咱们?|俺们?)(?:也|就|都|才)?[没不](?:理|搭理|管|答应|同意|认)/;
/** 以前没登记的 is what is still owed. */
const ONCE = /(?:以前|过去|从前|去年|上个?月|往年|早先|当初)(?![^,。]{0,6}[没漏欠未])/;
const NO_MORE =
  /,(?:后来|现在|如今|今年)(?:又|就|都|已经?)?(?:不(?:用|再|要求)?[交报填搬发收做办弄搞查开定]?[^,。能得准许费]{0,1}了(?=$|[,。])|取消了?(?=$|[,。])|免了|没(?=$|[^,。没]{1,2}(?:$|[,。]))|停了|作罢)/;
const CAME_TRUE = /,果然[^,。]{1,5}了(?=$|[,。])/;
const PRINTED = /,(?:报上|报纸上?|新闻里?|广播里?|电视上?|网上)[^,。]{0,2}[登说讲播写]的$/;
/** 粮站收到六月底,价一块二: trade, for whoever sells. */
const PRICED = /,(?:收购)?(?:均?价|[一每][斤亩车担吨筐])[^,。]{1,7}$/;
const SOLD_OUT = /^(?:就)?被?(?:抢|卖|售|秒)(?:光|空|没|罄|完)(?=$|[,。了])/;
/** 加油卡月底前充有积分. */
const BONUS = /^[充存买办订](?:满)?[^,。]{0,2}[有送返享][^,。]{1,4}$/;
/** 今天挂号挂到下午三点: how long it took; 报名报到 takes people in. */
const TOOK = /^[^,。]{0,4}?(?<verb>[^报填收交征投登])[一-龥]\k<verb>到/;
const TO_ONESELF = /我[^,。]{0,2}[跟给对和]自己[^,。]{0,4}$/;

function isTrade({ phrase, rest, clauseRight }: Scene): boolean {
  if (phrase.slots.duration?.edge === 'within' && SOLD_OUT.test(clauseRight)) return true;
  return (phrase.edge !== 'before' && PRICED.test(rest)) || BONUS.test(clauseRight);
}

export const toldOff: RoleRule = {
  id: 'role/told-off',
  role(scene) {
    const told = toldIn(scene);
    // Asked last: hardly any time is told of so.
    return told === null || ADDRESSED.test(scene.left) || ADDRESSED.test(scene.rest) ? null : told;
  },
};

function toldIn(scene: Scene): ReturnType<RoleRule['role']> {
  const { left, rest, phrase } = scene;
  const goesOn = rest.includes(',');
  if ((goesOn && (wentSo(scene) || CAME_TRUE.test(rest))) || /^又[漏少没迟错忘]/.test(scene.clauseRight)) return 'past';
  if (isTrade(scene) || (goesOn && PRINTED.test(rest))) return 'other';
  if (phrase.edge === null && TOOK.test(rest)) return 'past';
  if (goesOn && ONCE.test(left) && NO_MORE.test(rest)) return 'old';
  return (goesOn && (FEELING.test(rest) || NOT_HEEDED.test(rest))) || TO_ONESELF.test(scene.clauseLeft) ? 'other' : null;
}
