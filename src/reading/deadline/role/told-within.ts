/** Counts of time that tell how quick something was or is (半小时内就赶到了, 平均两天内答复), or what came about in it. */
import { DEED } from '../words.ts';
import type { Role, Scene } from './scene.ts';

/** What a count of time belongs to in itself, whatever else is asked. */
export function isOfNature({ clauseLeft, clauseRight, rest }: Scene): boolean {
  return HAPPENS.test(clauseRight) || OF_WHOM.test(clauseRight) || STANDARD.test(rest) || JOURNEY_LEFT.test(clauseLeft);
}

/** Of many cases: 平均两天内, 多数一小时内. */
const USUALLY_LEFT =
  /(?:平均|多数|大多|大部分|多半|大半|普遍|往往|通常|常常|经常|几乎都?|一般都?|(?:\d%|[一二三四五六七八九\d]成)(?:以上|左右|多)?的?[^,。]{0,6}(?:都|均|在|能))(?:是|在|能)?$/;
/** What it ends with. */
const USUALLY_ENDS = '数多分半遍往常乎般都均在能是';

export function isUsual({ clauseLeft }: Scene): boolean {
  return clauseLeft !== '' && USUALLY_ENDS.includes(clauseLeft.at(-1) ?? '') && USUALLY_LEFT.test(clauseLeft);
}

/** 半小时内就赶到: how quick it went. */
const QUICKLY = /^就(?!行|成|可以|是|好(?:$|[,。]))[^,。]{1,6}(?:[到完好齐成定]|了|出来|上来)/;
/** 一周内三次跳闸, 三天内连下两场雨, 五分钟内群里全是收到: what came about. */
const CAME_ABOUT =
  /^[^,。]{0,6}(?:连[^,。]{1,3}[两二三四五六\d几]|得到[^,。]{1,4}(?:$|[,。])|(?:收|卖|募|接|来|摘|捡|打)(?:回来|出去?|到|了|来)[^,。]{0,2}[一两二三四五六七八九十百\d]|全是|都是|将(?:出现|有))|^[^,。]{1,6}(?:[两二三四五六七八九十百\d]+(?:多|余)?(?:次|例|场|起|斤|趟|台|单|盒|瓶))(?:$|[,。])/;
/** 20分钟内控制火势,无人员伤亡; the clause after it tells how it ended. */
const ENDED =
  /[,](?:目前|现已|现场)?(?:无|没有|暂无|未造成|未发生)[^,。]{0,4}(?:伤亡|受伤|损失|异常|险情)|[,](?:目前|现已|均已|已经)|[,](?:处置|应对|响应)[^,。]{0,2}(?:得当|及时|有力|迅速)/;
/** 从接单到送达半小时内. */
const SPAN_LEFT = /从[^,。]{1,8}到[^,。]{1,8}$/;
/** 一周内请假三次,请家长关注; 三小时内雷雨大风将影响我区,请注意防范. */
const HAPPENS =
  /^[^,。]{0,4}(?:请假|迟到|缺[勤课]|旷[工课]|跳闸|停[电水])[^,。]{0,2}[两二三四五六七八九\d]|^[^,。]{1,4}破[百千万]|^[^,。]{0,4}(?:雷|暴|阵|大|小|强|降)[雨雪风电][^,。]*(?:影响|侵袭|过境|将有|可达|[雨雪]量)/;
/** 二十分钟之内给我答复的就这一家. */
const OF_WHOM = /^(?!没|不|未)[^,。]{1,10}的(?:就|只|占|有|不到|很?少|不多)/;
/** 这趟高铁两小时内到省城. */
const JOURNEY_LEFT = /(?:高铁|动车|火车|飞机|航班|轮渡|快船|大巴|[班专]车|车程|路程|开车|坐车|走路|骑车)[^,。]{0,3}$/;
const STANDARD = /(?:这|那)?(?:就)?是[^,。]{0,8}(?:标准|常识|惯例|指标)(?=$|[,。])/;
/** 三个月内拿的证. */
const TOOK = /^[一-龥]{1,2}的[^,。吗呢吧]{1,2}$/;
/** 我们会在两个工作日内寄出: an office's promise to those that it serves. */
const SERVICE_LEFT = /(?:我们|我[司院校局办]|客服|平台|商家|快递|厂家|本[院店司])[^,。]{0,4}(?:会|将|可|能)(?:在|于)?$/;
const ABLE = /^(?:就|都|基本|应该|也)?能(?!不能|否|[^,。]{1,3}的)/;

export function cameAbout(clauseRight: string): boolean {
  return CAME_ABOUT.test(clauseRight);
}

export function withinRole(scene: Scene): Role | null {
  const { clauseLeft, clauseRight, left, rest } = scene;
  if (isUsual(scene)) return 'past';
  if (SERVICE_LEFT.test(clauseLeft) || ABLE.test(clauseRight) || /只要$/.test(clauseLeft)) return 'other';
  if (/必须|要/.test(left)) return null;
  if (TOOK.test(clauseRight)) return 'past';
  if (QUICKLY.test(clauseRight) || ENDED.test(rest) || SPAN_LEFT.test(clauseLeft)) return 'past';
  return CAME_ABOUT.test(clauseRight) && (DEED.exec(clauseRight)?.index !== 0 || /[回出]来?[一两二三四五六七八九十百\d]/.test(clauseRight))
    ? 'past'
    : null;
}
