/** Counts of time: deadlines by their 内, or durations of something else. */

import { firstVerb } from '../verbs.ts';
import { ORDER, WRITTEN } from '../words.ts';
import { isLongPlan } from './rules-edge.ts';
import type { RoleRule, Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';

/** 预计2小时内有雷阵雨, 3分钟内发言, 7天内有效: a duration of something else. */
const OTHER_DURATION_RIGHT =
  /^(?:才|都[有没]|有|无|将有|可|免费|有效|(?:最[高低])?气温|[升降]温|[雨雪风]势|[雨雪][停转]|大?[风雾雪]|包|保|免|累计|连续|[一二两三四五六\d]+次|[短小]?视频|录像|录音|音频|短片|片子|到达|车程|路程|天气|降|雨|的(?!时间))/;

/** What may not be done for so long: 农药打完7天内不能采摘. */
export const FORBIDDEN = /^(?:内|之内)?(?:都|均)?(?:别|不能|不得|不要|不可|勿|禁止|严禁|莫|请勿|不宜|不准|不许|忌|没(?!报|交))/;
/** The law's or the house's rule, and what is to be done if something happens, count from no time that is told. */
const OF_RULE =
  /(?:按(?:照)?|依照|根据)(?:[^,。]{0,4})?(?:规定|制度|规程|惯例|条例|法律)(?!是|为)|(?<![现请各])应当?(?:在|于|自)\s?$|可(?:以)?(?:在|于|自)?\s?$|老?规矩|惯例|(?:^|[,。])依法[,]|条例》?[,]|》(?:第?[^,。]{1,6}条)?[^,。]{0,3}(?:规定|明确)/;
const SUPPOSED =
  /(?:^|[,。;:])(?:凡|如有?|若有?|一旦|(?:群众)?发现|发生|遇到?|遇有|出现|突发|接警)(?![^,。]{0,12}\d)[^,。]{0,12}[,]?(?:须|应|要|必须|务必)?(?:在|于)?\s?$/;
/** 要是挂黄色预警,渡船一小时之内靠岸: it doesn't begin now. */
const UNDER_CONDITION = /(?:要是|如果|倘若|假如|万一|一旦|(?<![宛倘])若)[^。]{1,24},[^。]{0,24}$/;
const OF_NOW = /(?<!申)请(?!假)|贵[单公方]|本次|此次|今[天日]|各(?!类|种|项)|你/;
/** 收到本通知书之日起: it is the reader's. */
const THIS_PAPER = /本(?:通知|函|决定|告知|催告|文书)/;
/** What an office does for who comes to it: 补办20个工作日内领取. */
const SERVED =
  /^(?:就|能|可以)?(?:出来?|到货?|见效|送到家)(?=$|[,。])|^(?:就|即|便|就能|可)?(?:必到|[吃喝服]完|自助|领取|取件|取证|拿证|出证|出结果|到账|退款|发货|送达(?!(?:被?申请人|当事人|相对人|利害关系人|被[一-龥]{2}人))|放款|能换|可换)/;

/** 24小时内会联系您, 一周之内准有消息. */
const PROMISED = /^(?:就|都|一定|肯定)?(?:会(?![议前后同计商员上签])|准(?![备时确])|肯定)/;

/** 我局承诺:1个工作日内办结. A letter of commitment (承诺书) is a paper. */
const PROMISING = /(?:承诺(?!书|制|函)|保证(?!书|金|每|做到|质量))[:,]?[^。]{0,24}$/;
/** 往后凡是一个班出现5例的,2小时内到校: whenever it happens. */
const WHENEVER =
  /(?:(?:往后|今后|以后)(?!都|均|一律|全部?|统一|不再|改)凡?是?|凡是)[^。]{2,40}[,的]?[^,。]{0,8}$|(?:^|[,。])发现[^,。]{2,16}[,](?:须|应|要|必须)?(?:在|于)?$/;

/** 雪停两小时内, 水退半天内: from what nobody knows the hour of. */
const WEATHER_OVER = /[雪雨风水潮洪雾火][停退歇灭散]了?之?后?$/;

/** 按规定24小时内反馈,这件请抓紧: the rule is put to this case. */
const OF_THIS_CASE = /[,](?:这|本|此)[一]?[件个单起笔批户条][^。;]{0,12}(?:请|抓紧|务必|必须|尽快|赶紧)/;

function isOfRule({ left, rest, clauseLeft, clauseRight, text, phrase }: Scene): boolean {
  if (FORBIDDEN.test(clauseRight) || WEATHER_OVER.test(clauseLeft)) return true;
  if (PROMISED.test(clauseRight) && !ADDRESSED.test(clauseRight)) return true;
  if (PROMISING.test(left) || WHENEVER.test(left)) return true;
  if (/自/.test(text.slice(phrase.start, phrase.start + 1)) && /(?:应当?|可以?)$/.test(clauseLeft.trim()) && !OF_NOW.test(clauseLeft))
    return true;
  if (
    /^[^,。]{0,8}(?:不影响|都?有效|均可|都?(?<![预概决结核测清计])算(?![清出好准明账一]))/.test(clauseRight) ||
    /(?:一般|通常|这药)$/.test(clauseLeft.trim())
  )
    return true;
  if (OF_NOW.test(left) || OF_NOW.test(clauseRight) || OF_THIS_CASE.test(rest) || THIS_PAPER.test(text.slice(phrase.start, phrase.end)))
    return false;
  return (
    OF_RULE.test(left) ||
    UNDER_CONDITION.test(left) ||
    /规矩|惯例|是(?:法律|国家|条例|制度)的?规定/.test(rest) ||
    SUPPOSED.test(left) ||
    (SERVED.test(clauseRight) && !WRITTEN.test(clauseLeft))
  );
}

/** 三天改好,不许拖; 七个工作日办完: asked for, not told of. */
function isPressed({ phrase, left, rest }: Scene): boolean {
  if (phrase.slots.duration?.unit === 'workday') return !/[了过]/.test(rest);
  return ORDER.test(left) || ADDRESSED.test(rest) || /(?:别|不许|不准|不得|不能|莫|不要)[^,。]{0,2}[超拖误等耽晚]|必须|务必/.test(rest);
}

export const otherDuration: RoleRule = {
  id: 'role/duration-of-something',
  role(scene) {
    const { phrase, clauseLeft, clauseRight } = scene;
    const { duration } = phrase.slots;
    if (duration === null) return null;
    if (duration.edge === 'after') return null;
    if (duration.base === 'unplaced') return 'other';
    if (duration.bare === true && !isPressed(scene)) return 'other';
    if (duration.edge === 'within' && THREAT.test(scene.rest) && !OF_RULE.test(scene.left)) return null;
    if (isOfRule(scene)) return 'other';
    if (duration.unit === 'minute' && SPEAKS.test(clauseLeft) && !/^(?:发|送|交|报)/.test(clauseRight)) return 'other';
    if (
      OTHER_DURATION_RIGHT.test(clauseRight) ||
      /(?:预计|未来|(?<=^|[,。:;在是])过去(?!\s)|近|最近|控制在|(?:精简|浓缩|剪)[到成至]|限时|每人|每村|每家|发言|汇报|有效期|公示期)[^,]{0,4}$/.test(
        clauseLeft,
      )
    )
      return 'other';
    return null;
  },
};

/** 介绍情况五分钟以内: how long somebody speaks. */
const SPEAKS = /(?:介绍|讲话?|发言|汇报)(?![稿信])[^,稿信材]{0,4}$/;

/** 三天内不领的取消资格, 两天内没有回音的按放弃处理. */
const THREAT =
  /^(?:还|仍)?(?:没有?|未|不)[^,。]{1,5}(?:的|就|,)[^。;]{0,8}?(?:通报|取消|点名|扣|问责|约谈|按[^,。]{1,4}(?:处理|算)|视为|视同|作废|清退|除名|停发)/;

/** 法律规定60日内作出决定, 办法写明审批时限是20个工作日: what a law tells of, unless the sentence asks for it. */
function isOfALaw({ left, rest, clauseLeft }: Scene): boolean {
  return OF_A_LAW.test(clauseLeft) && !ADDRESSED.test(left) && !ADDRESSED.test(rest);
}

/** 一个小时后我要用. */
const NEEDED = /^(?:我|俺|[一-龥]{0,2}(?:领导|书记|[镇乡县局区市]长|主任))就?(?:要|得)(?:用|看|拿|带走|上会|审|汇报)/;

const OF_A_LAW =
  /(?:法律|法规|条例|[^方]办法|细则|规程|[一-龥]法|合同|协议)(?:里|上|中|第[^,。]{1,4}条)?(?:规定|写明|写着|明确|约定|要求)[^,。]{0,8}$/;

export const duration: RoleRule = {
  id: 'role/within-duration',
  role(scene) {
    const { phrase, clauseRight } = scene;
    const { duration: counted } = phrase.slots;
    if (counted === null) return null;
    if (isLongPlan(scene) || isOfALaw(scene)) return 'other';
    if (counted.edge === 'within') return 'deadline';
    if (counted.edge === 'after' && NEEDED.test(clauseRight)) return 'deadline';
    return counted.edge === 'after' &&
      !/^[,]?(?:才|再说|再看|自助|自动|原路|退|返还|到账|放款)/.test(clauseRight) &&
      firstVerb(clauseRight) === 'deed'
      ? 'deadline'
      : 'event';
  },
};
