/**
 * Times with a limit that are told and not set: what was quick (半小时内就赶到了), what is mostly so (大多半天内有回音), how it is
 * before an hour (九点前不开门). An order in the sentence silences them all.
 */
import { DEED } from '../words.ts';
import type { Role, RoleRule, Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';

export const told: RoleRule = {
  id: 'role/told',
  role(scene) {
    const isCounted = scene.phrase.slots.duration?.edge === 'within';
    if (!isCounted && scene.phrase.edge !== 'before' && scene.phrase.edge !== 'within') return null;
    if (!isCounted && ALREADY.test(scene.clauseRight)) return 'past';
    if (isCounted && isOfNature(scene)) return 'other';
    const role = isCounted ? withinRole(scene) : beforeRole(scene);
    return role === null || isOrdered(scene) ? null : role;
  },
};

const DEMAND = /必须|务必|须|抓紧|确保|记得|得(?=把|交|报|弄|给|有)|要(?!求|是|么|命|死)|[把将给]/u;

export function isOrdered({ left, rest, clauseRight }: Scene): boolean {
  return DEMAND.test(clauseRight) || ADDRESSED.test(left) || ADDRESSED.test(rest);
}

/** What a count of time belongs to in itself, whatever else is asked. */
function isOfNature({ clauseLeft, clauseRight, rest }: Scene): boolean {
  return HAPPENS.test(clauseRight) || OF_WHOM.test(clauseRight) || STANDARD.test(rest) || JOURNEY_LEFT.test(clauseLeft);
}

/** Of many cases: 平均两天内, 多数一小时内. */
const USUALLY_LEFT =
  /(?:平均|多数|大多|大部分|多半|大半|普遍|往往|通常|常常|经常|几乎都?|一般都?|(?:\d%|[一二三四五六七八九\d]成)(?:以上|左右|多)?的?[^,。]{0,6}(?:都|均|在|能))(?:是|在|能)?$/u;

/** 半小时内就赶到: how quick it went. */
const QUICKLY = /^就(?!行|成|可以|是|好(?:$|[,。]))[^,。]{1,6}(?:[到完好齐成定]|了|出来|上来)/u;
/** 一周内三次跳闸, 三天内连下两场雨, 五分钟内群里全是收到: what came about. */
const CAME_ABOUT =
  /^[^,。]{0,6}(?:连[^,。]{1,3}[两二三四五六\d几]|得到[^,。]{1,4}(?:$|[,。])|(?:收|卖|募|接|来|摘|捡|打)(?:回来|出去?|到|了|来)[^,。]{0,2}[一两二三四五六七八九十百\d]|全是|都是|将(?:出现|有))|^[^,。]{1,6}(?:[两二三四五六七八九十百\d]+(?:多|余)?(?:次|例|场|起|斤|趟|台|单|盒|瓶))(?:$|[,。])/u;
/** 20分钟内控制火势,无人员伤亡; the clause after it tells how it ended. */
const ENDED =
  /[,](?:目前|现已|现场)?(?:无|没有|暂无|未造成|未发生)[^,。]{0,4}(?:伤亡|受伤|损失|异常|险情)|[,](?:目前|现已|均已|已经)|[,](?:处置|应对|响应)[^,。]{0,2}(?:得当|及时|有力|迅速)/u;
/** 从接单到送达半小时内. */
const SPAN_LEFT = /从[^,。]{1,8}到[^,。]{1,8}$/u;
/** 一周内请假三次,请家长关注; 三小时内雷雨大风将影响我区,请注意防范. */
const HAPPENS =
  /^[^,。]{0,4}(?:请假|迟到|缺[勤课]|旷[工课]|跳闸|停[电水])[^,。]{0,2}[两二三四五六七八九\d]|^[^,。]{1,4}破[百千万]|^[^,。]{0,4}(?:雷|暴|阵|大|小|强|降)[雨雪风电][^,。]*(?:影响|侵袭|过境|将有|可达|[雨雪]量)/u;
/** 二十分钟之内给我答复的就这一家. */
const OF_WHOM = /^(?!没|不|未)[^,。]{1,10}的(?:就|只|占|有|不到|很?少|不多)/u;
/** 这趟高铁两小时内到省城. */
const JOURNEY_LEFT = /(?:高铁|动车|火车|飞机|航班|轮渡|快船|大巴|[班专]车|车程|路程|开车|坐车|走路|骑车)[^,。]{0,3}$/u;
const STANDARD = /(?:这|那)?(?:就)?是[^,。]{0,8}(?:标准|常识|惯例|指标)(?=$|[,。])/u;
/** 我们会在两个工作日内寄出: an office's promise to those that it serves. */
const SERVICE_LEFT = /(?:我们|我[司院校局办]|客服|平台|商家|快递|厂家|本[院店司])[^,。]{0,4}(?:会|将|可|能)(?:在|于)?$/u;
const ABLE = /^(?:就|都|基本|应该|也)?能(?!不能|否|[^,。]{1,3}的)/u;

function withinRole({ clauseLeft, clauseRight, left, rest }: Scene): Role | null {
  if (USUALLY_LEFT.test(clauseLeft)) return 'past';
  if (SERVICE_LEFT.test(clauseLeft) || ABLE.test(clauseRight) || /只要$/u.test(clauseLeft)) return 'other';
  if (/必须|要/u.test(left)) return null;
  if (QUICKLY.test(clauseRight) || ENDED.test(rest) || SPAN_LEFT.test(clauseLeft)) return 'past';
  return CAME_ABOUT.test(clauseRight) && (DEED.exec(clauseRight)?.index !== 0 || /[回出]来?[一两二三四五六七八九十百\d]/u.test(clauseRight))
    ? 'past'
    : null;
}

/** 早上九点之前基本打不开, 他八点半前一般不在, 十点前网速慢得要命: how it is then. */
const HOW_IT_IS = new RegExp(
  [
    '^[^,。]{0,6}?(?:基本上?(?=没|不|打不|都是|是|就|见不)|压根|根本|从来|一般(?=没|不|都|就|是|在)|老是|总是|经常|很少|少有|几乎|常常|多半)',
    '^[^,。]{0,6}?(?:慢|堵|挤|卡|冷|热|忙|乱|吵|黑|冻|困)得(?!很快)[^,。]{1,4}',
    '^(?:[去来到][^,。]{0,3})?还(?:有|能|在|没人)',
    '^[^,。]{0,6}?就(?:堵|挤|排|满|没|起来|上机|上山|下地|出摊|关门|卖光|卖完|抢完)',
    '^(?:一般|基本|正)?是(?!要|必须|得|最后|截止|死|底线|大限|不是|否)',
    '^(?:看见[他她]|碰[见到]|遇[见到]|撞见|堵了)',
    '^[^,。]{0,6}?(?:就得起|就要起|起来|起床)',
  ].join('|'),
  'u',
);
/** 这个表月底前才催, 下午四点前太阳太毒, 天亮前全是雾: told by the word for how. */
const ASSERTED =
  /^(?![把将请])[^,。]{0,6}?(?:(?<![人天英口刚俊奇秀])才(?!能|艺|干|子|女|可|算|行|准|许)|[太很挺](?![好能])|全是|肯定(?!要|得|能|会?[交报完]))[^,。]{1,5}$/u;
/** 清明前下的种都出苗了, 六点前集合的那帮人太拼了; 月底前的计划我列好了. */
const OF_THOSE =
  /^[^,。把将请给没未不]{1,6}的[^,。]{1,8}(?:[^为除极罢算不]了$|太|真|很|已)|^的[^,。]{1,6}(?:我|俺)们?(?!要|得|来|收|看|急)[^,。]{1,8}$/u;
/** 手术做了三个小时,八点前出的手术室. */
const OVER_LEFT = /[^为除极罢算不]了[^,。]{0,6}[,]/u;
const CAME_OUT = /^[一-龥]{1,2}的(?:[^,。]{0,4})$/u;
/** 他俩是五一前领的证. */
const TOOK = /^[一-龥]{1,2}的[^,。吗呢吧]{1,3}$/u;
/** Said not to be so, of what is no deed: 这条路不堵, 食堂不开门, 他们不接待; 不交的通报 is a threat. */
const NOT_SO =
  /^(?<subject>[^,。\s]{0,6}?)(?<!来|要|谁|再|还|仍)(?:都|也|是|就|还|根本)?(?:不(?!得|要|准|许|能|可|用|必|再|予|宜|应|该|同|少|到|来|够|清|齐|全|完|上|改|下|是|管|论|含|包|[^,。]{1,6}的)(?<negated>[^,。]{1,4})|没(?=人|有人|水|电|车|信号|空|货|位|座|号)|打不[进开通]|[进出上下]不[去来了]|传不上)/u;
/** 行不行 asks, 不捡干净 and 不认证就停发 are threats, 不动产 a noun. */
const NO_DENIAL =
  /([一-龥]{1,2})不\1|不[^,。]{1,6}(?:就|则|将|一律|视为|扣|罚|停)|不(?:[^,。]{1,2}(?:干净|好|完|齐|清|掉|到位)|动产|锈钢|良|合格|达标|符)/u;
/** 十月底前收割进度已过九成: it has come about. */
const ALREADY = /^(?![^,。]{0,4}(?:务必|必须|要))[^,。把请将的]{0,10}已(?:经)?[^,。的]{1,12}$/u;
/** 有望月底前突破八成: hoped for. */
const HOPED = /(?:有望|可望|预期|力争能|但愿|希望能?)(?:在|于)?$/u;

function beforeRole({ clauseLeft, clauseRight, phrase, left }: Scene): Role | null {
  if (phrase.edge === 'within' && CAME_ABOUT.test(clauseRight)) return 'past';
  if (clauseLeft !== '') {
    if (/(?<!不)是$/u.test(clauseLeft) && TOOK.test(clauseRight)) return 'past';
    if (USUALLY_LEFT.test(clauseLeft)) return 'past';
    if (HOPED.test(clauseLeft)) return 'other';
  }
  if (HOW_IT_IS.test(clauseRight) || ASSERTED.test(clauseRight)) return 'other';
  if (OF_THOSE.test(clauseRight) || (OVER_LEFT.test(left) && CAME_OUT.test(clauseRight))) return 'past';
  const negated = NOT_SO.exec(clauseRight);
  if (negated === null || phrase.slots.day?.form === 'festival' || NO_DENIAL.test(clauseRight)) return null;
  const { subject = '', negated: verb = '' } = negated.groups ?? {};
  return DEED.test(subject) || DEED.test(verb) ? null : 'other';
}
