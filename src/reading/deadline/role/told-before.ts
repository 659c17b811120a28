/** Limits by an hour or a day that tell how it is then (九点前不开门, 十点前还有包子) or what has come about by it, and set nothing. */
import { DEED } from '../words.ts';
import type { Role, Scene } from './scene.ts';
import { cameAbout, isUsual } from './told-within.ts';

/** 早上九点之前基本打不开, 他八点半前一般不在, 十点前网速慢得要命: how it is then. */
const HOW_IT_IS = new RegExp(
  [
    '^[^,。]{0,6}?(?:基本上?(?=没|不|打不|都是|是|就|见不)|压根|根本|从来|一般(?=没|不|都|就|是|在)|老是|总是|经常|很少|少有|几乎|常常|多半)',
    '^[^,。]{0,6}?(?:慢|堵|挤|卡|冷|热|忙|乱|吵|黑|冻|困)得(?!很快)[^,。]{1,4}',
    '^(?:[去来到][^,。]{0,3})?还(?:有|能|在|没人)',
    '^[^,。]{0,6}?就(?:堵|占|挤|排|满|没|起来|上机|上山|下地|出摊|关门|卖光|卖完|抢完)',
    '^(?:一般|基本|正)?是(?!要|必须|得|最后|截止|死|底线|大限|不是|否)',
    '^(?:我们?|[他她]们?)(?:都|一直|还|也)*(?:在|不在|出差|请假)',
    '^(?:我们?|[他她]们?)[^,。]{1,3}过(?![去来])',
    '^[^,。]{0,4}(?:还)?[有没](?:饭|水|电|车|号|货|空位)(?=$|[,。])',
    '^最(?![晚迟后好少多终低高快慢])[^,。]{1,2}(?=$|[,。])',
    '^(?:看见[他她]|碰[见到]|遇[见到]|撞见|堵了)',
    '^[^,。]{0,6}?(?:就得起|就要起|(?<![亮动立装用转搭建架拉围])起来|起床)',
  ].join('|'),
);
/** 这个表月底前才催, 下午四点前太阳太毒, 天亮前全是雾: told by the word for how. */
const ASSERTED =
  /^(?![把将请])[^,。]{0,6}?(?:(?<![人天英口刚俊奇秀])才(?!让|旦|仁|吉|加|布|多|丹|能|艺|干|子|女|可|算|行|准|许)|[太很挺](?![好能])|全是|肯定(?!要|得|能|会?[交报完]))[^,。]{1,5}$/;
/** 清明前下的种都出苗了, 六点前集合的那帮人太拼了; 月底前的计划我列好了. */
const OF_THOSE =
  /^[^,。把将请给没未不]{1,6}的[^,。]{1,8}(?:[^为除极罢算不]了$|太|真|很|已)|^的[^,。]{1,6}(?:我|俺)们?(?!要|得|来|收|看|急)[^,。]{1,8}$/;
/** 手术做了三个小时,八点前出的手术室. */
const OVER_LEFT = /[^为除极罢算不]了[^,。]{0,6}[,]/;
const CAME_OUT = /^[一-龥]{1,2}的(?:[^,。]{0,4})$/;
/** 他俩是五一前领的证. */
const TOOK = /^[一-龥]{1,2}的[^,。吗呢吧]{1,3}$/;
/** 家属十点前别进病区: what is not to be done until then. */
const NOT_TILL_THEN =
  /^(?:都|先|暂|均|一律|请|大家|谁也?)?(?:别|不要|不能|不得|不许|不准|不可|请?勿|莫|禁止|严禁)(?![^,。]{0,3}(?:忘|误|拖|晚|迟|超|漏|少|缺|耽|错过|再|留|欠|低于|高于|动静))/;
/** 节前别再换人; 别再拖 presses. */
const NO_MORE = /^(?:都|请|大家)?(?:别|不要|莫)再(?!拖|等|晚|迟|误|漏|忘|让|问|说|催|找|推|欠|缺|少|超|差|落|错|低于)/;
/** Said not to be so, of what is no deed: 这条路不堵, 食堂不开门, 他们不接待; 不交的通报 is a threat. */
const NOT_SO =
  /^(?<subject>[^,。\s]{0,6}?)(?<!来|要|谁|再|还|仍)(?:都|也|是|就|还|根本)?(?:不(?!低于|高于|超|得|要|准|许|能|可|用|必|再|予|宜|应|该|同|少|到|来|够|清|齐|全|完|上|改|下|是|管|论|含|包|[^,。]{1,6}的)(?<negated>[^,。]{1,4})|没(?=人|有人|水|电|车|信号|空|货|位|座|号)|打不[进开通]|[进出上下]不[去来了]|传不上)/;
/** 行不行 asks, 不捡干净 and 不认证就停发 are threats, 不动产 a noun. */
const NO_DENIAL =
  /([一-龥]{1,2})不\1|不[^,。]{1,6}(?:就|则|将|一律|视为|扣|罚|停)|不(?:[^,。]{1,2}(?:干净|好|完|齐|清|掉|到位)|动产|锈钢|良|合格|达标|符)/;
/** 十月底前收割进度已过九成: it has come about. 12点前报已通知几家, 回一句“已通知”: what is to be handed in. */
const ALREADY =
  /^(?![^,。]{0,4}(?:务必|必须|要)|[^,。]{0,10}[报回填写答发交](?:[^,。]{0,3}|[^,。:]{0,4}:[^,。]{0,8})已)[^,。把请将的]{0,10}已(?:经)?[^,。的]{1,12}$/;
/** 有望月底前突破八成: hoped for. */
const HOPED = /(?:有望|可望|预期|力争能|但愿|希望能?)(?:在|于)?$/;

/** 下午4点前情况平稳: the state of things. */
const IN_ORDER = /^(?:整体|情况|一切|水位|运行|总体){0,2}(?:都|均|较|基本)?(?:平稳|正常|稳定|良好|平安|无异常)(?=$|[,。])/;

/** What is told so holds one of these; most orders hold none. */
const MAYBE = /[最我他她有不没别勿莫禁严才太很挺全肯基压根从般老经少几常多得还就是起看碰遇撞堵的打传]/;

export function hasCome({ clauseRight }: Scene): boolean {
  return clauseRight.includes('已') && ALREADY.test(clauseRight);
}

export function beforeRole(scene: Scene): Role | null {
  const { clauseLeft, clauseRight, phrase, left } = scene;
  if (phrase.edge === 'within' && cameAbout(clauseRight)) return 'past';
  if (clauseLeft !== '') {
    if (clauseLeft.endsWith('是') && !clauseLeft.endsWith('不是') && TOOK.test(clauseRight)) return 'past';
    if (isUsual(scene)) return 'past';
    if (HOPED.test(clauseLeft)) return 'other';
  }
  if (phrase.slots.clock !== null && IN_ORDER.test(clauseRight) && !/[保确恢务]/.test(clauseLeft)) return 'other';
  // 两点前没补的课不算学时: a threat.
  if (!MAYBE.test(clauseRight) || /^(?:还|仍)?[没未][^,。]{1,4}的/.test(clauseRight)) return null;
  if (NOT_TILL_THEN.test(clauseRight) || NO_MORE.test(clauseRight) || HOW_IT_IS.test(clauseRight) || ASSERTED.test(clauseRight))
    return 'other';
  if (OF_THOSE.test(clauseRight) || (CAME_OUT.test(clauseRight) && OVER_LEFT.test(left))) return 'past';
  const negated = NOT_SO.exec(clauseRight);
  if (negated === null || phrase.slots.day?.form === 'festival' || NO_DENIAL.test(clauseRight)) return null;
  const { subject = '', negated: verb = '' } = negated.groups ?? {};
  return DEED.test(subject) || DEED.test(verb) ? null : 'other';
}
