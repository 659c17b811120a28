/** How long something holds (合同期限为…至…, 有效期到…, 聘期…, 保险期间…): the end of it sets nobody a task. */
import { KEPT_OPEN } from './closing.ts';
import type { RoleRule } from './scene.ts';

/** What runs for a time, by the name of its time. */
const TERM =
  '(?:合同|协议|租赁|承包|聘用|聘任|任职|保险|保修|质保|维保|监理|服务|授权|合作|借调|挂职|许可|有效|保质|试用|试运行|贷款|借款|担保|劳动|经营|使用|处分|影响|禁渔|禁牧|封山|征信)(?:期限|期间|时间|时限|年限|期)|[聘任租工刑役效]期(?!间)|合同|租约|协议|质保|保修|保险|试用|借调|优惠|折扣|特价|政策|展览|展期|许可证|执照|证书';
/** From its name to the time, over 自, 为, 三年,即: nothing is done about it in between. */
const TERM_LEFT = new RegExp(`(?:${TERM})(?:[^,。;签交报缴办续]{0,6}|[^,。;签交报缴办续]{0,3}[\\d一二两三四五十]+年?[,])(?:自|从|即)?$`);

/** 挖机租到月底, 报纸送到年底: how long it goes on. */
const GOES_ON_LEFT = /(?<![申转])(?:送|租|订|住|待|干|用|开|卖|休|管|吃|够|排|撑|实习|持续|延续|忙|修|种|播|演)到$/;

/** 明早7点到岗,搞到10点换班: the hour at which others take over. */
const WATCH_LEFT = /(?<![报送交办])[守站值干搞做盯巡顶忙]到$/;
const RELIEVED = /^(?:就|再|才)?(?:换班|换岗|换人|交班|收工|下岗|撤)/;

/** 税务大厅取号到四点半为止. */
const SERVES_LEFT = /(?:取号|叫号|挂号|放号|抽血|接待|供应|营业|开放|服务|排队|卖|演)到$/;

export const lasting: RoleRule = {
  id: 'role/lasting',
  hint: '期时年约议证照保用借惠扣价策览到',
  role({ phrase, left, clauseLeft, clauseRight }) {
    const { edge, from, slots } = phrase;
    if ((from === null && edge !== null && edge !== 'until') || KEPT_OPEN.test(clauseLeft)) return null;
    if (clauseLeft.endsWith('到')) {
      if (edge === null && slots.clock === null && GOES_ON_LEFT.test(clauseLeft)) return 'period';
      if (edge === null && WATCH_LEFT.test(clauseLeft) && RELIEVED.test(clauseRight)) return 'period';
      if (SERVES_LEFT.test(clauseLeft)) return 'period';
    }
    // 服务时间8:30-12:00 tells hours, not a term.
    if (from?.clock != null && from.day === null) return null;
    const isEnd = from !== null || edge === 'until' || /(?:[到至:]|期限(?:为|是)?|期限?\s?)$/.test(clauseLeft);
    return isEnd && TERM_LEFT.test(left) ? 'period' : null;
  },
};
