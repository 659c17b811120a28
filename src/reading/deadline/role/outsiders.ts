/** People and bodies from outside: when they come or get something done binds no reader. */

import type { Scene } from './scene.ts';

/** Bodies and people from outside, whose time is no order to the reader: 县交通局22号上午坐车看, 检查组周四来. */
const BODY =
  /(?:[省市县区州镇乡]里|[省市县区](?:委|政府|局|办)|[一-龥]{1,4}局|上级|上面|检查组|督查组|考核组|验收组|专家|第三方|记者|巡察组|审计组|调研组|评估组|施工队|供电所|供电公司|自来水公司|电视台)(?:的?人|一行|同志)?$/;
const LEADER = /(?:领导|书记|[镇乡县市区局]长)(?:一行)?$/;
/** 明天10点领导慰问困难党员, 下周三县里组织观摩. */
const OUTSIDER_ACTS =
  /^(?:[省市县区州]?(?:电视台|融媒体?(?:中心)?|报社|日报|媒体|记者)|(?:[省市县区州]|上级|上面)(?:里|上|领导|[局委办台])?|领导|[一-龥]{0,2}(?:检查|督查|考核|验收|巡察|调研|专家|暗访|评估)组)(?:一行)?(?:要|将|会)?(?:来|到(?!位|期)|组织|慰问|检查|查|督|调研|看|召开|开|举办|下[来乡村]|抽|验|观摩|暗访|进[驻村])/;

/** 周六上午卫生院来给老人体检. */
const SERVES =
  /^[一-龥]{1,6}(?:院|局|站|队|所|公司|中心|办|医生|专家|志愿者|老师|师傅)(?:的人)?(?:要|会)?(?:来|上门|下乡|到[^,。]{1,4})(?:人)?(?:给|为|帮|替|做|修|查|检|装|体检|义诊)/;

export function isOutsider(clauseLeft: string, clauseRight: string): boolean {
  const subject = clauseLeft.trim();
  if (/[请各@让]/.test(subject)) return false;
  if (OUTSIDER_ACTS.test(clauseRight) || SERVES.test(clauseRight)) return true;
  if (BODY.test(subject)) return !/^(?:就|前)?(?:要(?!来|到|下|开)|催|收|截止|锁)/.test(clauseRight);
  return (
    LEADER.test(subject) &&
    /^(?:要|会|将)?(?:亲自|专门)?(?:来|到村|到我|下来|下村|看|查|检查|调研|督|暗访|带队|听|主持|参加|讲|慰问)/.test(clauseRight)
  );
}

/** 他们村的水管周日修好, 物业说明天修好: what others do. */
const OF_OTHERS =
  /^(?:[他她]们?|人家|隔壁|[省市县区州]里|上级)|(?:供电|供水|水务|自来水|电力|燃气|电信|移动|联通|物业|维修|施工|厂家|厂商|师傅|老板|房东|客人|游客|球队|剧组|商家)[^,。]{0,4}(?:说|讲|答复|回复|通知|保证)?$|(?:展|[联比球决]赛|戏|剧|花|[庙灯]会|花市|桥|飞机|航班|客车|选手|快递站|[商门饭]店)$/;

/** hr今天下午联系我: who rings whom. */
const THIRD = /(?:hr|HR|医生|大夫|客服|中介|房东|律师|快递员?|物流|师傅|厂家|卖家|甲方|面试官|对方|银行|保险)$/;
const RINGS_ME = /^(?:会|再|要|就)?(?:联系|打给|打电话给|回复|答复|通知|找|告诉|回)我/;

export function isRingingMe({ phrase, clauseLeft, clauseRight }: Scene): boolean {
  return phrase.edge === null && THIRD.test(clauseLeft) && RINGS_ME.test(clauseRight);
}

export function isOfOthers(clauseLeft: string): boolean {
  return OF_OTHERS.test(clauseLeft);
}
