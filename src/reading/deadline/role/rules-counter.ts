/** When a counter is open (周三下午在一楼办, 周一至周五上午办理): who wants it comes, nobody must. */

import { isOfHours } from './rules-range.ts';
import type { RoleRule } from './scene.ts';
import { ADDRESSED } from './speaker.ts';

/** At a place, without an object of its own or a result: 在三楼办 but not 在三楼办完交接. */
const AT_COUNTER =
  /^[,]?(?:全天)?(?:都)?(?:在|于)[^,。;]{0,10}(?:[楼室厅窗口所站科处院门]|中心|广场|大厅|村部|村委会?|物业|食堂|礼堂)(?:统一|集中|现场|免费)*(?:办理|办|受理|换|打|拍|采|领取?|激活|发放|补办|报销|登记)(?:[一-龥]{1,5}[证卡照]|手续|业务)?(?=$|[,。;])/;
/** On days of the week, from one to another. */
const ON_DAYS = /^(?:全天|均可|都可)?(?:集中)?(?:办理|受理|报销|换领|补办|领取)(?=$|[,。;])/;
/** 婚姻登记窗口:上午八点半到十二点. */
const HOURS_LEFT = /(?:窗口|大厅|柜台|门诊|食堂|浴室|澡堂|图书室|图书馆|超市|服务[点站])(?:时间)?[:,]?\s?$/;

export const counter: RoleRule = {
  id: 'role/at-counter',
  hint: '在于至到-~—–',
  role({ phrase, left, right, rest }) {
    if (isOfHours(phrase) && HOURS_LEFT.test(left)) return 'event';
    const { day, duration, anchor } = phrase.slots;
    if (phrase.edge !== null || day === null || duration !== null || anchor !== null) return null;
    if (phrase.from?.day?.form === 'weekday' && ON_DAYS.test(right)) return 'event';
    const isOpen = AT_COUNTER.test(right) || (phrase.listed && AT_COUNTER.test(rest));
    return isOpen && !ADDRESSED.test(left) && !ADDRESSED.test(rest) && !/[各派让叫]/.test(left) ? 'event' : null;
  },
};
