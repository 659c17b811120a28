/** Words beside a time that make it a deadline whatever else is said: 最迟, 截止, 最后一天, 过了…不收. */

import { HAPPENING } from '../words.ts';
import { WAITS } from './rules-own-plan.ts';
import type { RoleRule, Scene } from './scene.ts';
import { isThreat, ONCE_OVER, PASSED } from './threat.ts';

/** 今天是报名最后一天, 明天是最后期限. */
const LAST_DAY =
  /^是?[^,。;!]{0,8}(?:最后一[天日](?!上班|上学|营业|在|相处)|最后期限|最后时限|为期限|死命令|最后关口|最后(?:的)?机会|最后一[晚夜次]|死线|底线|大限|最后截止|截止日)/;

/** 最迟, 截止, 务必于, 时限: the next time is a deadline whatever follows. */
const LEAD =
  /(?:最[迟晚](?:不过|别过|也得|也要)?|至迟|不晚于|不迟于|不得晚于|不得迟于|不超过|不能超过|不要超过|别超过|截止(?:到|至|于|时间|[日曰]期|期)?|截至(?:时间|日期)?|期限(?:为|是|到)?|时限(?:为|是|到)?|限(?:于|期)|务必(?:于|在)|必须(?:于|在)|(?<![现请各])应当?[于在](?=$)|赶在|死线|deadline|ddl|DDL|(?:首报|上?报|交)时间|报送时间|(?:统一|一律|就|还是)按|截到|(?<![信医社打刷磁银贺])卡(?:到|死在?|在|准)|底线(?:就)?是|死线(?:就)?是|给(?:你们|大家|各位)留到|(?:最|至|顶)多(?:拖|等|延|宽限)?到|上报时间|提交时间|交表时间|完成时间|完成时限|反馈时间|填报时间|办结时间|延(?:长|期)?(?:到|至)|(?<![号日])放到|推迟(?:到|至)|顺延(?:到|至)|放宽(?:到|至)|宽限(?:到|至)|那就(?:定|放)?在?)(?:[^,。;!]{0,4}(?:是|为|到|:|至|在|于))?[:\s]?$/;

/** 过了今晚不收: the last day, told the other way round. */
const NOT_TAKEN = /^[^,。]{0,10}(?:不[收候补受办认等]|就?[补报交]不[了上]|不再[收受办补]|作废|停收|(?:关[门闭]?|锁定?)$)/;

/** 7号就是7号; 7号不变,加报一份电子版. */
function isInsisted({ text, phrase, left, right }: Scene): boolean {
  if (right.startsWith('就是')) return text.startsWith(text.slice(phrase.start, phrase.end), phrase.end + 2);
  return (
    /^(?:的?截止)?(?:时间)?不变(?=[,。]|$)/.test(right) && (left === '' || /[交报表]|材料|截止|期限/.test(left)) && !HAPPENING.test(left)
  );
}

/** 截至今天中午报名37人: how many there are by now. */
function isStandAt({ left, right, ahead, frame }: Scene): boolean {
  // 本周已收82%,截至19日.
  if (right === '' && /已[^,。;]{0,10}\d[\d.]*[^,。;]{0,4},(?:[^,。;]{0,12}\d[^,。;]{0,2},)?截[至止]到?$/.test(left)) return true;
  if (ahead === null || ahead.value.day > frame.today || !/截[至止]到?$/.test(left)) return false;
  return /^[,]?[^,。;把将请]{0,12}\d[\d.]*(?:[人户份例件起条辆箱吨亩单家名位万元]|个(?!工作日|小时|月))/.test(right);
}

/** 网课卡到九点才进去. */
const CAME_LATE = /^(?:多|半)?才(?!能|可以?|算|给|准|许)/;

export const lead: RoleRule = {
  id: 'role/lead-word',
  hint: '就变多错一没未不等收留逾底迟晚过截限务必赶死dD时延放推顺宽最那按大工给卡应',
  role(scene) {
    const { left, phrase, right, clauseLeft } = scene;
    if (phrase.edge === null && LAST_DAY.test(right) && !/公示|假期|放假|展览|展会|促销|优惠|活动/.test(left)) return 'deadline';
    if (phrase.edge === null && phrase.slots.day !== null && /工作日[,]?(?:也?就是|即)\s?$/.test(left)) return 'deadline';
    if (/(?:优惠|促销|抽奖|折扣|特[价惠]|秒杀)[^,。]{0,4}$/.test(left.slice(0, -2)) && LEAD.test(left)) return 'period';
    if (phrase.edge === null && (WAITS.test(clauseLeft) || isInsisted(scene))) return 'deadline';
    if (isThreat(scene) || (phrase.edge === null && ONCE_OVER.test(right))) return 'deadline';
    if (phrase.edge === null && PASSED.test(left) && NOT_TAKEN.test(right)) return 'deadline';
    if (!LEAD.test(left.slice(-18).trimEnd()) || phrase.edge === 'from') return null;
    if (isStandAt(scene)) return 'period';
    if (phrase.edge === null && CAME_LATE.test(right) && /(?:卡|等|拖|堵|熬|忙)到$/.test(clauseLeft)) return 'past';
    const isEvent = /会议?[^,。]{0,6}(?:推迟|延|顺延)[^,。]{0,3}$/.test(left) || /^[^,。]{0,4}(?:开会|召开|举行)/.test(right);
    return isEvent ? 'event' : 'deadline';
  },
};
