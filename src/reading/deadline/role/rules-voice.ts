/** Whose time it is: somebody's own plan, a rumour, a condition, a question, a thing that needn't be done. */

import { ORDER, SELF } from '../words.ts';
import type { RoleRule, Scene } from './scene.ts';

/** 我明天下午去县里, 俺八点到园里, 我村10月20日前报. */
export const ownPlan: RoleRule = {
  id: 'role/own-plan',
  hint: '我俺咱本您肯准保说表承答示称讲显提他她预估大可',
  role({ clauseLeft, left, clauseRight }) {
    if (EXPECTED.test(clauseRight)) return null;
    const subject = clauseLeft.trim();
    const isSelf =
      SELF.test(subject) &&
      !/(?:给|报|发|找|跟|向|让|叫|请|要求|提醒|通知)(?:大家|各村|你|各位)?/u.test(subject.slice(1)) &&
      !/^我(?:强调|再|提醒|说|要|们要)/u.test(subject);
    if (isSelf && subject.length <= 10) return 'other';
    if (/(?<![给报发找跟向让叫对为帮替和到由])(?:我|俺|我们|咱)$/u.test(subject) && subject.length <= 12) return 'other';
    if (/^(?:再|就|一并|统一)?(?:给|发|报|送|交)(?:给)?您/u.test(clauseRight)) return 'other';
    if (PROMISED.test(clauseLeft) || /^(?:肯定|准(?!备|时)|保证)能?[给交报发弄结]/u.test(clauseRight)) return 'other';
    if (/(?:^|[。;,])(?:我|俺|我们)[^,]{0,6}(?:报|交|发|弄|送|填)[^,]{0,2},$/u.test(left) && /^[吧哈啊\s]*$/u.test(clauseRight))
      return 'other';
    if (
      /^(?:我|俺|我们)(?:肯定|一定|保证|绝对|就(?!要看|要见|要收|来收|要拿)|先|再|把|去|来|要去|得去|要|会|带|到|在|跟|和|给|送|过来|过去|回|准备|打算|想)/u.test(
        clauseRight.trim(),
      ) &&
      !/^(?:我|俺)(?:来|去)?(?:收|要收|统计|汇总|来拿|要看|要用|要)/u.test(clauseRight.trim())
    )
      return 'other';
    return /(?:^|[,。;])(?:我|俺|本人)[^,]{0,4}(?:打算|准备|计划|想)[^,]{0,8}$/u.test(left) ? 'other' : null;
  },
};

/** 我六点前要听到准话, 明早7点前我来转: what the speaker expects of others. */
const EXPECTED =
  /^(?:我|俺)?(?:就)?(?:要|得|必须)?(?:听到|看到|见到|收到|拿到|见着|看着)|^(?:我|俺)(?:就)?(?:来|过来|去|下来)?(?:转|收|要收|验|查|检查|看(?!病|看)|要)/u;

/** What others have promised or foretold is no order. */
const PROMISED =
  /(?:施工方|施工队|厂家|企业|公司|老板|对方|供货商|师傅|他们?|她|村民|户主|业主|快递|物流|家长|群众|短信|预报|导航)[^,]{0,4}(?:说|显示|提示|表态|承诺|答应|表示|称|保证|讲)(?:了|过)?[,:]?$|(?:说|讲)(?:他|她|他们|自己)$|(?:^|[,。!])(?:他|她|他们|保证)$|(?:表态|答应|承诺(?!书)|预计|估计|大概|可能)(?:了|在|要|于)?$/u;

export const hearsay: RoleRule = {
  id: 'role/hearsay',
  hint: '听据传谣说',
  role({ left, text, phrase }) {
    if (/(?:听说|听讲|据说|有人说|传言|网传|谣传|好像说|听[^,。!?请]{1,6}(?:说|讲))[^。!?]{0,24}$/u.test(left)) return 'other';
    return /听说没/u.test(text.slice(Math.max(0, phrase.start - 20), phrase.start)) ? 'other' : null;
  },
};

/** 平时下班前都要关好电脑: what is always so. */
export const usual: RoleRule = {
  id: 'role/usual',
  hint: '平通往般',
  role({ left }) {
    return /(?:^|[,。;])(?:平时|平常|通常|往常|一般情况下)[^,。;]{0,6}$/u.test(left) ? 'other' : null;
  },
};

/** 要是周五前交不上, 如果明天下雨: the time of a condition. 如有异议,请于…前反馈 is another clause. */
export const condition: RoleRule = {
  id: 'role/condition',
  hint: '是如假倘若万旦设早话',
  role({ clauseLeft, phrase, clauseRight }) {
    if (
      /(?:^|[,。;\s])?(?:要是|如果|假如|假若|倘若|若是|若|万一|一旦|假设|要不是|早知道|早晓得)[^,:]{0,10}$/u.test(clauseLeft) &&
      !/如有|若有/u.test(clauseLeft)
    )
      return 'other';
    return phrase.edge === null && /^[^,]{0,8}的话/u.test(clauseRight) ? 'other' : null;
  },
};

const QUESTION =
  /(?:吗|么|不咯|没有|可以不|是不是|能不能|要不要|用不用|来不来|开不开|谁)[^,。]{0,4}$|^(?:谁|几|啥|什么|怎么)|([一-龥]{1,2})不\1|可不可以/u;
/** With an edge these only press: 今天十一点之前补齐行不行. */
const PRESSED = /行不行|中不中|好不好|行不|可好/u;

/** 周五前交行不行?, 能不能延到周五, 明天开会吗. */
export const question: RoleRule = {
  id: 'role/question',
  hint: '吗么不没谁几啥怎底究可?否问',
  role(scene) {
    const { clauseRight, clauseLeft, left, right, text, phrase } = scene;
    if (/(?:到底|究竟)(?:是|要|该)?[^,。]{0,12}$/u.test(left)) return 'other';
    if (ORDER.test(clauseLeft) && !/请问/u.test(clauseLeft)) return null;
    const isAsked = /^[^。!;\n?]{0,16}\?/u.test(text.slice(phrase.end, phrase.end + 17)) && !/知道|清楚|明白|听见/u.test(right);
    return isAsked ||
      (phrase.edge === null
        ? QUESTION.test(clauseRight) || PRESSED.test(clauseRight)
        : /(?:吗|么|[及行成能以]不|没有?)$/u.test(clauseRight.trim())) ||
      (/(?:请问|能不能|可不可以|可以|能否|是否|是不是)[^,]{0,8}$/u.test(clauseLeft) &&
        /(?:能不能|可不可以|能否|请问|是不是|是否)/u.test(clauseLeft))
      ? 'other'
      : null;
  },
};

/** 不用周五前交, 别等到周五, 周五前不用报. */
export const notAsked: RoleRule = {
  id: 'role/not-asked',
  hint: '不无别莫未',
  role({ clauseLeft, clauseRight }) {
    if (
      /(?:不用|不必|无需|不需要|不要求|别|不要|不能|不得|莫|未必|不一定)(?:再)?(?:等到|拖到|拖过|赶在|赶着|急着|卡在|等|赶|在|非得|非要|是)?\s?$/u.test(
        clauseLeft,
      ) &&
      !/不得(?:晚|迟)于|不要(?:晚|迟|超)/u.test(clauseLeft)
    )
      return 'other';
    return /^[^,。]{0,4}(?:不用|不必|无需|无须|不需要?|不要)(?:再|另|单独)?(?:报|交|填|发|来|开|参加|上报|做)/u.test(clauseRight)
      ? 'other'
      : null;
  },
};

export function isOrdered({ clauseLeft, right }: Scene): boolean {
  return ORDER.test(clauseLeft) || ORDER.test(right);
}
