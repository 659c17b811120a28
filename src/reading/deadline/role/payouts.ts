/** What is paid or given out on a day is for those who get it: 六月份的工资十五号发, 残联辅具4月20号发, 25号发工资. */
import type { Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';

/** 六月份的工资十五号发. */
const PAY = /(?:津贴|养老金|退休金|低保金?|工资|奖金|值班费|分红|补贴|补助|绩效|慰问金|补偿款|赔偿款)[^,。]{0,4}$/;
/** 低保金10号打卡: for those who get it. */
const WELFARE = /(?:低保|养老|退休|五保|残疾|抚恤|津贴)金?$|(?:^|[,。])(?:钱|款子?)$/;
/** 残联辅具4月20号发: to those who get it. */
const GIVEN_OUT = /(?:辅具|物资|化肥|[种树果]苗|种子|慰问品|校服|课本|耗材|证件|证书|保单|福利|月饼|奖状)$/;
/** 25号发工资; 发工资表 is to hand a thing out. */
const PAYS =
  /^(?:就|统一|正常|准时|再)?(?:发|打)(?:养老金|退休金|低保金?|津贴|助学金|抚恤金|生活费|工资|奖金|补贴|补助|福利|薪|钱|年终奖|绩效|[药饭车话房餐]补)(?:$|[,。了啦])/;

/** 面试名单十二点出, 录取通知书7月中旬寄: what one waits for. */
const RESULT = /(?:面试|录取|获奖|中奖|入围|奖学金|录用|合格|拟录)名单$|(?:录取|入学)?通知书$/;
const COMES_OUT = /^(?:就|才|会|能)?(?:出(?:来|炉)?|寄(?:出|到|来)?|公布|发(?:放|出)?|到)(?=$|[,。])/;

export function isPaidOut({ phrase, left, clauseLeft, clauseRight, rest }: Scene): boolean {
  if (PAY.test(left) && /^(?:一起|统一|再|才)?(?:发(?:$|[,。]|放$)|打到卡|到[账卡])/.test(clauseRight)) return true;
  if (WELFARE.test(left) && /^(?:统一|直接)?(?:打卡|到账|发)(?=$|[,。])/.test(clauseRight)) return true;
  if (phrase.edge !== null) return false;
  if (RESULT.test(clauseLeft) && COMES_OUT.test(clauseRight) && !ADDRESSED.test(rest)) return true;
  if (GIVEN_OUT.test(clauseLeft) && !/各/.test(clauseLeft) && /^(?:统一|集中)?发放?$/.test(clauseRight)) return true;
  return PAYS.test(clauseRight) || /^(?:就|会|能|要)?[发批拨打]下来/.test(clauseRight);
}
