/** Bare times that only tell which thing, or what is announced. */
import { KEPT_OPEN } from './closing.ts';
import type { RoleRule, Scene } from './scene.ts';
import { isThreat, PASSED } from './threat.ts';

/** A festival by its name alone, and what stands in 把… or before 的, is no time of a deed: 元旦期间, 把明天的分组发来. */
export const attribute: RoleRule = {
  id: 'role/attribute',
  role(scene) {
    const { phrase, clauseLeft, right } = scene;
    const { day, clock, part, anchor, sameDay } = phrase.slots;
    if (isThreat(scene) || PASSED.test(clauseLeft)) return null;
    if (phrase.edge === 'before' && IN_STOCK.test(right) && !/(?:请|于|务必|[必须]须|要)$/.test(clauseLeft)) return 'other';
    if (phrase.edge === null && clock === null && (day === null || !isToCome(scene)) && WAS_TOLD.test(right)) return 'other';
    if (phrase.edge !== null || phrase.from !== null || phrase.slots.duration !== null || phrase.slots.relative !== null) return null;
    const isBare = clock === null && part === null && anchor === null;
    // 端午三天谁也不许离开: days that something holds for, no start of anything.
    if (day?.form === 'festival' && isBare && sameDay === null)
      return /^(?:节)?(?:期间|假期|小?长假|这?[几两二三五七八][天日]|这一?段|前后|里|当中)/.test(right) ? 'period' : 'event';
    if (day?.form === 'end' && isBare && isOnlyTold(clauseLeft, right)) return 'other';
    // 年末盘点定于12月28日.
    if (/^[^,。]{1,10}(?:定于|定在|安排在|将于|拟于)$/.test(right)) return 'other';
    // 每日10时前报,包括周六周日.
    if (isBare && /(?:^|[,。])(?:包括|包含|含|连同?)(?:周|星期|礼拜)?[一二三四五六日天末周星期礼拜、和及]{0,6}$/.test(clauseLeft))
      return 'other';
    // 今天是6月10日,离期限只剩五天.
    if (/(?:^|[,。])(?:今[天日]|明天|现在)(?:已经)?是$/.test(clauseLeft)) return 'other';
    if (/[把将]$/.test(clauseLeft) && !/^(?:完成|报|交|发)/.test(right)) return 'other';
    if (/^(?:[交报发送填写开做来定]|提交|上报|报送|办理){1,2}(?:[上过下]来|[上过]去|来|去)?的(?:那|这|[一-龥](?!请|要))/.test(right))
      return 'other';
    if (/^(?:没|未)[^,。]{1,4}的/.test(right) && clock === null && anchor === null) return 'other';
    if (/[摆开卖演放唱办]到$/.test(clauseLeft)) return KEPT_OPEN.test(clauseLeft) ? 'deadline' : 'event';
    if (/[到至]$/.test(clauseLeft) && /^(?:仍|还(?:没|未|是|有|在)|都(?:没|未)|为止)/.test(right)) return 'past';
    // 会议室28号全天被组织部占用.
    if (/^(?:全天|一?整天|上午|下午|晚上)?(?:都|已经?)?被[^,。]{1,10}(?:占|订|借|包|租|征)/.test(right)) return 'event';
    // 选举日是12月26日.
    if (/(?<!截止|提交|报送|上报|[交报][表稿件材]|到期|最后|缴费)日[是为]$/.test(clauseLeft)) return 'event';
    return /^的(?!时候|话|下班|上班|(?:截止)?(?:时间|期限|日期)?不变)/.test(right) ? 'other' : null;
  },
};

/**
 * The end of a period that is no limit. 年底返乡人员要登记, 年底慰问名单报我: which ones; 开年末安全生产视频会!30日14:30: what the gathering is called;
 * 年底关账,各村还没报的票据交到财政所: why it is asked for now.
 */
function isOnlyTold(clauseLeft: string, right: string): boolean {
  if (WHICH_ONES.test(right) && !/[在于到至]$/.test(clauseLeft)) return true;
  return GATHERING.test(right) || (clauseLeft.trim() === '' && BUSY_THEN.test(right));
}

const WHICH_ONES =
  /^(?:返乡|回乡|回流|务工)|^(?:慰问|考核|考评|总结|述职|决算|分红|绩效|走访|评优)(?:的)?(?:人员|名单|对象|材料|资料|表|报告|方案|清单|台账)/;

const GATHERING = /^[\u4e00-\u9fff]{2,10}(?:视频|电视电话|电话|工作|推进|调度|部署|例|动员|总结|座谈|联席)会(?!前|后|上)/;
const BUSY_THEN = /^(?:了|要|又要)?(?:[关封结清]账|决算|收官|冲刺|考核|事多|忙)[,。]/;

/** 明天上午通知的那个培训: nothing was asked for on a day to come. */
function isToCome({ phrase, text }: Scene): boolean {
  return !/^(?:[今昨前]|刚|上(?!午))/.test(text.slice(phrase.start, phrase.end));
}

/** 佟书记早上交代的:…: when it was asked for. */
const WAS_TOLD = /^(?:才|刚|刚才)?(?:交代|交办|布置|安排|吩咐|强调|要求|说|讲|通知)(?:过|了|下来)?的(?=[:,。;\s]|$|[那这]|事)/;

/** 3月1日前在册的全部低保户: which ones, not by when. */
const IN_STOCK =
  /^(?:已经?)?(?:在册|在编|在岗|在职|在建|登记|备案|出生|入[职学住库伍]|建成|投产|签订|签约|受理|死亡|失业|参保|立案|到期|过期|届满|期满|满期|退休|离校|毕业)(?:在?册)?的/;

/** 定于, 将于, 拟于: something is announced. */
export const announced: RoleRule = {
  id: 'role/announced',
  hint: '定将拟计预择安',
  role({ phrase, clauseLeft, right }) {
    if (phrase.edge !== null && phrase.edge !== 'from') return null;
    if (/(?:截止|期限|时限|[报交]|完成)[^,。]{0,4}定(?:在|为)$/.test(clauseLeft)) return null;
    return /(?:定于|将于|将在|拟于|拟在|定[在为]|计划于|预计|安排在|择于|(?:会|活动|培训|演练|检查|验收|考试)暂定)\s?$/.test(clauseLeft) &&
      !/^[^,。]{0,6}(?:截止|关闭|锁表)/.test(right)
      ? 'event'
      : null;
  },
};
