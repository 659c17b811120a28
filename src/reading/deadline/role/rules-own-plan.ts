/** Somebody's own plan, and what people who give no orders say or promise. */

import { SELF } from '../words.ts';
import type { RoleRule, Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';

/** 交通局要求我们6月中旬完成: asked of all who read it. */
const ASKED_OF_US = /[局厅委部办院府段站司](?:要求|责令|限|命令|催)(?:我|咱)们(?:[镇乡县区街村所局站办]|社区|街道)?(?:在|于|务必|必须)?$/;

/** 俺跟你说,明儿个上午10点前送到. */
const TELLS_YOU = /(?:^|[。;])(?:我|俺|咱)(?:跟|和|给)(?:你们?|恁们?|大家|各位)(?:说|讲|交个底)(?:一?[声句]|个事)?[,:]$/;
const HAND_IN = /(?:[补交报发传拿送填]|反馈|回复)(?:[过上]来|给?我|齐)了?,$/;
const FOR_MY_REPORT = /^(?:我|俺)(?:就|还)?(?:要|得)(?:往|向|给|跟)[^,。]{1,6}(?:报|交|汇总|上传|发)/;

/** 我明天下午去县里, 俺八点到园里, 我村10月20日前报. */
export const ownPlan: RoleRule = {
  id: 'role/own-plan',
  role(scene) {
    const { clauseLeft, left, clauseRight } = scene;
    // 俺们村的照片,今儿下班前准得传.
    if (/^(?:咋也|怎么也|说啥也|高低|好歹)?(?:准|必|非|务必)?得(?!到|了)/.test(clauseRight) && scene.phrase.edge !== null) return null;
    if (WAITS.test(clauseLeft) && /^(?:$|过|晚|不|再)/.test(clauseRight)) return null;
    if (OF_US_ALL.test(clauseLeft) && (/^(?:自己|内部)?(?:必须|务必|一律|都[得要])/.test(clauseRight) || PASSED_ON.test(left))) return null;
    if (ASKED_OF_US.test(clauseLeft) || TELLS_YOU.test(left)) return null;
    // 把照片补过来,今天18:00前我要往市里报: what is asked for is needed before.
    if (scene.phrase.edge === 'before' && HAND_IN.test(left) && FOR_MY_REPORT.test(clauseRight)) return null;
    if (/[我俺咱]/.test(clauseLeft) && OWN_SLIP.test(clauseLeft + clauseRight)) return null;
    if (EXPECTED.test(clauseRight) || COLLECTS.test(`${clauseLeft.trim()}|${clauseRight}`)) return null;
    if (/^咱们?$/.test(clauseLeft.trim()) && scene.phrase.edge === 'before' && /^(?:都|一起)?[把将]/.test(clauseRight)) return null;
    if (COMES_FOR_IT.test(scene.rest)) return 'deadline';
    if (AIMS.test(left) && !ADDRESSED.test(left) && !ADDRESSED.test(scene.rest)) return 'other';
    if (isToldOfOneself(scene)) return 'other';
    if (DONE_TODAY.test(left) && GOES_ON.test(clauseRight) && !ADDRESSED.test(scene.text)) return 'other';
    const subject = clauseLeft.trim();
    const isSelf =
      SELF.test(subject) &&
      !/(?:给|报|发|找|跟|向|让|叫|请|要求|提醒|通知)(?:大家|各村|你|各位)?/.test(subject.slice(1)) &&
      !/[恁你]|各[组村位]|大家/.test(subject.slice(1)) &&
      !/^(?:我|俺|咱)们?(?:再?(?:强调|再|提醒|说|要|重申|啰嗦|催))/.test(subject);
    if (isSelf && subject.length <= 10) return 'other';
    if (
      /(?<![给报发找跟向让叫对为帮替和到由])(?:我|俺|我们|咱)$/.test(subject) &&
      subject.length <= 12 &&
      !/^(?:自己|都|先|一起|必须|得)/.test(clauseRight)
    )
      return 'other';
    if (/^(?:再|就|一并|统一)?(?:给|发|报|送|交)(?:给)?您/.test(clauseRight)) return 'other';
    if (/(?<!请|务必|要|提前|抓紧|赶紧)(?:准备|打算|考虑|想着)(?:在|于)?$/.test(clauseLeft)) return 'other';
    if (clauseLeft.includes('是') && /(?:目标|计划|打算|愿望|心愿)就?是[在到]?$/.test(clauseLeft) && !ADDRESSED.test(scene.rest))
      return 'other';
    if (/^(?:轮到?|归|该)[我俺咱](?!们[村组社])/.test(clauseRight)) return 'other';
    if (/我的(?:deadline|ddl|DDL|死线|期限)是?$/.test(clauseLeft)) return 'other';
    if (
      isToldByOthers(scene) ||
      isVisit(subject, scene) ||
      (ACTOR.test(subject) && !/(?:通知|提醒|告诉|转告|催|督促|让|叫|喊)[^,。]{0,6}$/.test(subject) && COMES.test(clauseRight))
    )
      return 'other';
    if (PROMISED.test(clauseLeft) || /^(?:肯定|准(?!备|时)|保证)能?[给交报发弄结]/.test(clauseRight)) return 'other';
    if (/(?:^|[。;,])(?:我|俺|我们)[^,]{0,6}(?:报|交|发|弄|送|填)[^,]{0,2},$/.test(left) && /^[吧哈啊\s]*$/.test(clauseRight))
      return 'other';
    if (
      /^(?:我|俺|我们)(?:肯定|一定|保证|绝对|就(?!要看|要见|要收|来收|要拿)|先|再|把|去|来|要去|得去|要|会|带|到|在|跟|和|给|送|过来|过去|回|准备|打算|想)/.test(
        clauseRight.trim(),
      ) &&
      !/^(?:我|俺)(?:来|去)?(?:收|要收|统计|汇总|来拿|要看|要用|要(?=$|[,。]|结果|数|名单|材料|表|导|报|打印|汇总|上报|送|带))/.test(
        clauseRight.trim(),
      )
    )
      return 'other';
    return /(?:^|[,。;])(?:我|俺|本人)[^,]{0,4}(?:打算|准备|计划|想)[^,]{0,8}$/.test(left) ? 'other' : null;
  },
};

/** 我只收到今晚九点, 我给大家争取到周五. */
export const WAITS = /(?:^|[,。])(?:我|俺|咱)们?(?:这儿|这边|这里)?(?:就|只|最多|顶多)*(?:给(?:你们|大家|各位))?(?:等|收|留|宽限|争取)到$/;

/** 市局要求20日前上报,我们16日前收齐: the order is passed on, with a time of one's own for all. */
const OF_US_ALL = /^\s?(?:我们|咱们?)(?:自己|内部|[镇乡街道局办]{1,2}[里内]?)?$/;
const PASSED_ON = /(?:[省市县区州][里局委办厅]?|上[级面头])[^,。]{0,4}(?:要求|规定|限|让|催|要|验收)[^。]{0,20},(?:我们|咱们?)[^,。]{0,4}$/;

/** 我把16号打成26号了, 我们的时间是18号前: a slip owned up to, a time that is ours. */
const OWN_SLIP =
  /(?:我|俺)[^,。]{0,8}(?<![改修])[打写说看记发念算弄搞标印抄](?:成|错|漏|的是)|(?:我们?|咱们?|俺们?)(?:[镇乡县科室部院校班组队站所]|这边)?的[^,。]{0,6}(?:时间|日期|期限|时限)[是为]$/;
/** 我六点前要听到准话, 明早7点前我来转, 上班前我要在共享表里看到: what the speaker expects of others. */
const EXPECTED =
  /^收(?=$|[,。]|口|网|齐|官)|^(?:我|俺)?(?:就)?(?:要|得|必须)?(?:[在从][^,。]{1,8}[里上中内])?(?:听到|看到|见到|收到|拿到|见着|看着)|^(?:我|俺)(?:就)?(?:来|过来|去|下来)?(?:顺路来|顺便来)?(?:转|收|取|拿|要收|验|查|检查|看(?!病|看)|要(?=$|[,。]|结果|数|名单|材料|表|看|用))/;

/** 我明早来收表, 我四点要用: who needs it tells by when. */
const COLLECTS = /^(?:我|俺)\|(?:就)?(?:过来|来|去|要)(?:收(?!到|拾)|取(?!消)|拿|用(?=$|[,。])|验|看(?:结果|表|材料|数))/;
/** 两点半我从卡口过,放我车上: when the speaker is there for it. */
const COMES_FOR_IT =
  /^(?:我|俺)[^,。把将]{0,12}(?:过|到|来|走|等|路过|经过|出发),(?:[^,。我]{0,6})?(?:放|交|递|带|拿|送|捎|装)(?:到|在|给|上)?(?:我|俺)/;
/** 我们镇争取三年内摘帽, 项目计划6月底前建成: aims and plans of a body or of a work. */
const AIMS =
  /(?:^|[,。:])(?:(?:[省市县区乡镇村局]里|集团|国家|我|我们|咱|咱们|本)[^,。]{0,4}|[^,。]{0,6}(?:项目|工程|公司|企业|学校|景区|园区|一期|二期)[^,。]{0,4})(?:争取|力争|计划|打算|预计|准备(?!好)|有望|拟)(?:在|于|到|赶在)?$/;

/** 今天收了3户,明天接着收: a report goes on. */
const DONE_TODAY = /(?:今[天日]|[上下]午)[^。]{1,20}了[^。]{0,20}[,;]$/;
const GOES_ON = /^(?:再|还|又)?(?:接[着到起倒]|继续)[^,。把将请]{1,4}$/;

/** The clauses before tell of the speaker, and nothing asks anything of others: 我先去趟卫生院,十一点半前把表拍给你. */
const OF_ONESELF =
  /(?:^|[,:])\s?(?:等?我(?![^,:]{0,8}(?:[说讲]|[打写发看记标印弄搞](?:的是|成|错)))(?!收回|更正|记错|看错|打错|发错|补充|重申|们?[镇县乡市区省局街办处]|说|讲|再|强调|通知|提醒|要|宣布|统一|来收|汇总|看|就[一两]|等)|刚看到)/;
/** The speaker's village, or that he is at it. */
const OF_OWN_BODY =
  /(?:^|[,:])\s?(?:俺(?!再|要|强调|提醒|催|说)|咱(?:村|社区|组|站)|我们?(?:村|社区|组|站|所)(?!务必|要)|本(?:村|社区)(?=[^民居])|人(?:还)?在|等我|我?这就[^,。]|立马[^,。]{0,2},|[^,。]{0,4}正[^,。]{1,5}呢)/;
/** Whether the speaker or the reader is to do it: 给你, 再传, 回. */
const OWN_DEED = /[你您]|再(?!次)|就(?![行要])|…[^,。]{0,3}回(?![执复传收])|能|回来|打算|准备|…[^,。]{0,2}$/;
/** A thing to be handed in is not the speaker's deed: 我明天出差,表周五前交. */
const OTHERS_THING = /(?:^|[,])(?:表|材料|台账|数据|名单|报告|总结|照片)$/;

/** 各位,我今天去医院,10点半前回来; 跟大家说一声,…: whom it is told, nobody is asked. */
const SALUTATION =
  /^\s?(?:各位(?:领导|同事|同志|书记|老师)?|大家好?|同志们|(?:跟|和|给|向)(?:各位|大家|领导)(?:说|讲|报告|报备|请假)(?:一声|一下|下)?)[,:!\s](?=[^,:]{0,6}我)/;

function isToldOfOneself({ left: said, rest, clauseLeft }: Scene): boolean {
  const left = said.replace(SALUTATION, '');
  if (OTHERS_THING.test(clauseLeft) || ADDRESSED.test(left) || ADDRESSED.test(rest)) return false;
  return OF_OWN_BODY.test(left) || (OF_ONESELF.test(left) && OWN_DEED.test(`${clauseLeft}…${rest}`));
}

/** Said by somebody who gives no orders: 李会计讲, 包工头说了. */
const TOLD_BY =
  /(?:^|[,。:])(?<who>[^,。:]{1,8}?)(?<how>说(?!明)|(?<![宣演开])讲(?![稿话课义评座台解])|称(?![号重职])|表示|回话|回信|的意思|答应|拍胸脯|承诺(?!书)|同意(?!书)|答复(?!件|函|意见|材料|稿|书|口径)|表态|保证(?!书|金))(?:了|过|在|是)?[^,。:]{0,6}$/;
/** The saying may stand in a clause of its own: 供电公司答复,6月底前更换. */
const SAID = /[^,。]*(?:说|讲|回话|回信|答复|表示|承诺|拍胸脯)(?:了|过)?(?=[,:]\s?[^,。:]{0,4}$)/;
const GIVES_ORDERS =
  /书记|支书|村长|队长|街道|不|[所站]$|中心|[镇乡县市区局站所校队组院处科厅部院行]长|主任|主席|领导|总$|[县市省区镇乡]|[局委办部]|上[级面头]|指挥|专班|通知|文件|会议?上|刚才|[昨前今]天|[上中下]午|早上|之前|电话|群里|原|你|大家|我|没|一|再|听|重新/;

function isToldByOthers({ clauseLeft, clauseRight, left, rest }: Scene): boolean {
  const told = clauseLeft.trim() === '' ? SAID.exec(left)?.[0] : clauseLeft;
  const { who = '', how = '' } = TOLD_BY.exec(told ?? '')?.groups ?? {};
  // 财政那边说周五关账: it is so for all.
  if (/^(?:就|要)?(?:[关封结][账网]|锁[表网]|截)/.test(clauseRight)) return false;
  if (who === '' || /[前后内点]$|^[在怎哪谁啥]|什么/.test(who) || ADDRESSED.test(rest)) return false;
  if (/^(?:就|会|能|要)?(?:送来|来|到(?!岗|位)|拨|发下来|给咱|安排人|下达|批下来)/.test(clauseRight)) return true;
  return /^(?:答应|拍胸脯|承诺|表态|保证)$/.test(how) ? !/[我你]|大家/.test(who) : !GIVES_ORDERS.test(who);
}

/** 摄制组11月17日上午到: visitors come when they come. */
const VISITORS = /(?:摄制|检查|督查|督导|考察|调研|专家|验收|评估|巡察|审计|采访|评审|参观)[组团队]?$/;
const ARRIVES = /^(?:就|会|要)?(?:到|来|进场|抵达)(?:[我本][县市区镇乡村局校院所]|$|[,。])/;

/** 省里检查组周三进场: who comes from outside, and when. */
function isVisit(subject: string, { phrase, clauseRight }: Scene): boolean {
  return VISITORS.test(subject) && phrase.edge === null && ARRIVES.test(clauseRight);
}

/** People who come and go by themselves: 电工师傅下午四点前过来修灯. */
const ACTOR = /(?:师傅|老板|厂家|供货商|快递|儿子|女儿|人家|房东|司机|车队|他们?|她们?|中介|电工|物流|对方)$/;
const COMES = /^(?:就|会|能|要)?(?:来|过来|回来|回|到|从|送|修|装|发|给|结|退|走|赶)/;

/** What others have promised or foretold is no order. */
const PROMISED =
  /(?:施工方|施工队|厂家|企业|公司|老板|对方|供货商|师傅|他们?|她|村民|户主|业主|快递|物流|家长|群众|短信|预报|导航|气象[台站局]|[台站局])[^,]{0,4}(?:预[测计报]|说|显示|提示|表态|承诺|答应|表示|称|保证|讲)(?:了|过)?[,:]?$|(?:说|讲)(?:他|她|他们|自己)$|(?:^|[,。!])(?:他|她|他们|保证)$|(?:表态|答应|承诺(?!书)|预计|估计|大概|可能)(?:了|在|要|于)?$/;
