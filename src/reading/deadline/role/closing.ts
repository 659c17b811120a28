/** What is open until a time, and what closes, is drawn or ends then: to be used before. */
import { firstVerb } from '../verbs.ts';
import { WRITTEN } from '../words.ts';
import { isOfOthers } from './outsiders.ts';
import type { Scene } from './scene.ts';

/** 填到周五下午五点. */
export const FILLED_UNTIL =
  /(?:(?:只|就|最多|顶多)(?:给|留|收|等|报|补)|[留给][^,。]{0,6}时间(?:只|就)?|(?:缴费|报名|申报|登记|认证|受理|征订)(?:只|就)(?:开|办|能)?|填报?|报名?|(?<!签)收|录|登记|征集(?:意见)?|征求意见|接龙|收集|汇总|统计|上传|缴|申报|交|补[一-龥]|认证|征订|受理|采集|申[领请]?)到$/;
/** 填报窗口开到周五晚八点. */
export const KEPT_OPEN =
  /(?:系统|通道|平台|入口|端口|链接|报名|申报|填报|投票|接龙|问卷|(?:补|缴|报|登|换|受理|办理)[^,。]{0,3}窗口)[^,。]{0,5}(?:开放?|留)到$/;
/** 通道4月18日24点关. */
const GATE = /(?:窗口|通道|系统|平台|入口|端口|链接|共享表|接龙|问卷|小程序|报名|申报|投票|填报|征集)[^。]{0,10}$/;
const SHUTS = /^(?:就|自动|准时)?(?:关闭?|关门|锁定?|停|截止?)(?=$|[,。])/;

/** 方案周四出, 初稿周五出来. */
const IS_OUT = /^(?:就|必须|务必|要|得){0,2}出(?:来|齐)?(?=$|[,。;])/;
/** 第二轮排查,4月中旬结束: what ends is a work. */
const ENDS = /^(?:就|要|必须|全部|全面|基本|统一){0,2}(?:结束|告一段落)(?=$|[,。;])/;

/** 系统周五拉数: what isn't there by then is left out. */
const DRAWN = /^(?:就|要|统一|准时|开始)?(?:[拉取导抽抓锁封]数据?|跑批)(?=$|[,。])/;
/** 走访记录周日锁, 票据28号封. */
const SEALED = /^(?:就|统一)?(?:锁|封|封存)(?=$|[,。])/;
const RECORDS = /(?:记录|票据|台账|账|数据|名册|名单|档案|凭证|表)[^。]{0,6}$/;

/** 系统25日停用,数据赶在那之前导出; 征询28号结束,没填的去填: what closes then is to be used before. */
const CLOSING =
  /^(?:系统|平台|通道|窗口|链接|群)?(?:就|将|会|自动|正式|准时)*(?<firm>停用|下线|失效|解散|清空|锁(?:定|死)?|关(?:闭|停)?|封(?:存)?|停)?(?:到期|结束|截止)?了?(?=[,])/;
const HURRY =
  /^[^,]*,[^。]{0,24}?(?:赶在|在?[此那这]之前|以前|抓紧|赶[紧快]|务必|逾期|过期|尽快|别[踩拖等误]|提前(?:升级|迁移|备份|换|办)|没[填投检交报认办续][^,。]{0,3}[去快抓赶要]|记得)/;
const OF_INPUT = /(?:征询|征集|征求|投票|报名|登记|申报|认证|填报|问卷|年检|[征申缴报填]\S{0,2}期|保险|年审|执照|证件?)[^,。]{0,6}$/;

/** Whether what takes things in, or a work, is over then. */
export function isShutting(scene: Scene): boolean {
  return (GATE.test(scene.left) && SHUTS.test(scene.clauseRight)) || isOver(scene) || isClosing(scene);
}

function isClosing({ phrase, left, right, rest }: Scene): boolean {
  if (phrase.edge !== null || phrase.from !== null || phrase.slots.day === null || !HURRY.test(rest)) return false;
  const closing = CLOSING.exec(right);
  if (closing === null) return false;
  return closing.groups?.['firm'] !== undefined || (/到期|结束|截止/.test(closing[0]) && OF_INPUT.test(left));
}

function isOver({ phrase, left, clauseLeft, clauseRight }: Scene): boolean {
  if (phrase.edge !== null || phrase.from !== null || isOfOthers(clauseLeft)) return false;
  if (IS_OUT.test(clauseRight)) return WRITTEN.test(clauseLeft);
  if (DRAWN.test(clauseRight)) return true;
  if (SEALED.test(clauseRight)) return RECORDS.test(left);
  if (phrase.slots.clock === null && /^(?:就|必须|要)?收工(?=$|[,。])/.test(clauseRight)) return left !== '';
  return ENDS.test(clauseRight) && phrase.slots.clock === null && firstVerb(left) === 'deed';
}
