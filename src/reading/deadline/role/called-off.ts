/** A veto: what was to be handed in by a time is called off: 本来明天要交的表撤了, 刚才说今天要报的数,街道讲作废, 10号报的台账先不用报了. */
import type { RoleRule } from './scene.ts';
import { isThreat } from './threat.ts';

/** Verbs of handing in and getting done, which a thing is named by: 要交的表, 让周五发我的名单. */
const HAND_IN =
  '(?:上交|上报|上传|报送|填报|填写|提交|报名|反馈|回复|汇总|统计|录入|登记|核对|核查|排查|整理|完成|组织|开展|准备|缴纳|[交报填发送收传写做办弄查搞签缴录补回贴验核])';
const TASK = `(?:就|都|应该|[要得该应需须]|必须)?${HAND_IN}`;
/** To whom, and how far: 发我, 交上来, 送到镇里, 填好. */
const WHITHER = '(?:给?(?:我|镇里|县里|局里)|[上过]?来|上去|齐|完|好|[到给][^,。;的]{1,6})?';
/** 要交的阅读打卡表; a 的 in the thing sets a part of it apart (表手写的不收). */
const THING = '[^,。;的把将]{0,16}?';
/** Who says so, or for whom, and how: 县里来电话说, 从这次起, 大家先. */
const BY_WHOM =
  '(?:[,]?(?:[^,。;的]{0,10}(?:说|讲|通知|决定|来电话?|发文|那边|[省市县区乡镇局街])|这[次回]|从[^,。;的]{1,6}起|大家|你们|各[村组站]|各社区))?[,]?';
const HOW = '(?:先|就|也|都|全|统统|一律|现在?|已经?|暂时?|可以)?';
const OFF =
  '(?:作废|废止|取消|撤[了销回掉下]|免[了掉]|停(?:一停|[了报办掉填收搞发])|叫停|暂[缓停]|缓(?:一缓|缓|报|交|办)|搁[置下]|放一?放|放一边|作罢|拉倒|算了|(?:不用|不必|无需|不需要?|用不着|别|甭|莫|不要|不)再?(?:搞|弄|管|做|要|用|提|统计|理会?|折腾|HAND_IN)|不[要用必]|不统计)(?:了|掉|啦|吧|呢|哈|啊)*(?=$|[,。;!])'.replace(
    'HAND_IN',
    HAND_IN,
  );
/** The thing is named by the deed, or an order told before is named whole. */
const OF_THING = new RegExp(`^${TASK}${WHITHER}的${THING}${BY_WHOM}${HOW}${HOW}${OFF}`);
const OF_ORDER = new RegExp(`^${TASK}[^,。;的把将]{1,16}?${BY_WHOM}${HOW}${HOW}${OFF}`);
const TOLD_LEFT =
  /(?:原|本来|本该|之前|此前|先前|早先|刚才|刚刚|昨[天晚]|前天|上午|早上|上[次回周])[^,。;]{0,6}(?:说|讲|通知|布置|要求|安排|定|让|叫|喊|发)(?:好|过)?的?(?:是|在)?$/;

export const calledOff: RoleRule = {
  id: 'role/called-off',
  role(scene) {
    const { phrase, clauseLeft, rest } = scene;
    if (phrase.edge === 'after' || isThreat(scene)) return null;
    return OF_THING.test(rest) || (TOLD_LEFT.test(clauseLeft) && OF_ORDER.test(rest)) ? 'old' : null;
  },
};
