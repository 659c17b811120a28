/** Deadlines by their mark: the edge after the phrase. */

import { DEED, HAPPENING } from '../words.ts';
import type { RoleRule, Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';

/** 5月1日起执行, 20日后, 9点左右: no limit. 即日起至… became a range before. */
/** 周五以后不再受理, 12日后系统关闭: the last day, told the other way round. */
const TOO_LATE =
  /^[)）]?(?:[一-龥]{0,4}(?:提交|报|交|送)来?的)?(?:系统|平台|通道|窗口)?(?:一律|将|就|概|均|都)?(?:不再(?:受理|接[收受]|收(?!费)|补)|不予?(?:受理|接[收受]|收(?!费)|补[报交录]|认|算)|作废|关闭|关$)/;

export const openEdge: RoleRule = {
  id: 'role/open-edge',
  role({ phrase, left, right }) {
    if (phrase.from !== null) return null;
    if (
      phrase.edge === 'after' &&
      phrase.slots.day !== null &&
      (TOO_LATE.test(right) || (/^[)）]不[补收候]/.test(right) && /逾期[(（]$/.test(left)))
    )
      return 'deadline';
    return phrase.edge === 'from' || phrase.edge === 'around' || phrase.edge === 'after' ? 'event' : null;
  },
};

/** 节前检查照片, 1月1日前出生的: the edge belongs to a noun. */
const ATTRIBUTE =
  /^报名的(?:免|享|可|送|优惠|有)|^的(?:活|事|任务|工作|账|那)(?=[,。]|$)|^的是[^,。]{0,4}(?:他们|她们|人家|别[人处]|隔壁)|^(?:那[一-龥](?![^,。]{0,8}(?:给我|全部|都要|[拆清搬弄撤补修]))|早就?过|最后[一几]次|能[^,。]{1,4}的|[^,。]{0,4}率(?:[为如提有:]|达(?!到?\d|到?百分)|$)|[到来走]的[人都])|^(?:布置|安排|部署|交办|下发|印发|通知|说|讲|定)的(?![^,。]{0,6}(?:请|要|必须|务必))|^(?:[报交发送填写做办]|提交|上报|报送|申报|办理|完成){1,2}的(?:那|这|几|[村户组]|材料|收据|表|数据|都|我)|^(?:要|需要?|应该?|已|拟)?(?:出生|购买|购置|购机|参保|建成|登记|入职|入党|取得|发生|毕业|退休|退役|生|签订|注册|办理|认定|纳入|完成|上报|报送|入住|迁入|搬迁|审批|下达|收到|整改)[^,。把未没不]{0,4}的(?!请|要务必|务必|不|扣|给|可|一律|视|按)|^(?![你咱各喊叫让找派催带]|联系|通知|组织|安排|动员|劝)[^,。:把请将没未不要须必得]{2,6}的(?:照片|人员|人|同志|孩子|学生|户|房子?|企业|项目|问题|车辆|老人|干部|材料|家长|老师|患者|病人|客户|顾客|司机|师傅|同学|[车货件])(?![^,。]{0,3}[发报交传送给])[^,。请务须要把]{2,}|^的[一-龥]{1,4}(?:真|很|太)|^的[^,。]{1,3}(?:先|暂时?)(?:放|不|缓|搁|别)/;

/** 饭前吃, 睡前服: of a medicine or a habit. */
const HABIT = /^(?:(?:半个?小时|一个?小时|[\d一二三]{1,2}分钟)?[^,。]{0,2}(?:吃(?!饭前)|服(?!务)|喝|空腹|洗手|刷牙))/;

/** 睡前把表发我; 睡前炉盖留缝不是办法 is advice. */
const ASKED_OF = /[报交发传送回填给把将拍关锁查看巡]|弄|搞|完成/;

const MEALS: readonly string[] = ['meal', 'breakfast', 'lunch', 'supper', 'bedtime'];

function isHabit({ phrase, clauseRight }: Scene): boolean {
  if (phrase.slots.anchor?.anchor === 'bedtime' && (/^(?:不要|别|莫|记得|少)/.test(clauseRight) || !ASKED_OF.test(clauseRight)))
    return true;
  return MEALS.includes(phrase.slots.anchor?.anchor ?? '') && HABIT.test(clauseRight);
}

/** 6月底前出生, 八点前超市打折, 天黑前应该能到家: what comes about by itself, or is only guessed. */
const BY_ITSELF =
  /^将(?:由(?![^,。]{0,12}的)|有(?!关)|派(?!驻|出|员)|迎来)(?![^,。]{0,16}(?:[报交送]|提交))|^(?:将|将会|会)?[^,。把请将]{0,4}(?:出生|免费|享受|出门|到家|回家|打折|供应|起床|涨价|降价|放晴|开花|成熟|上市|入睡|打烊|收摊|(?:要|得|必须)?(?:做手术|结婚|过生日|出院|住院|相亲|出差|走亲戚|回[老娘]家|考驾照|坐(?:高铁|火车|飞机)|来吃饭|办酒|生孩子|交作业)|(?:要|得|去|到)[^,。]{0,3}医院(?![^,。]{0,2}[补办取领交做打复开])|来[电水](?=$|[,。])|通[电水车](?![转试测检运一])|发货|到货|气温|降温|升温|[有无][^,。]{0,3}[雨雪雾霜风](?!险|湿)|降[雨雪水]|[雨雪](?:停|势)|风[力势]|仍(?:可|能|然|在)|还能|均可|(?<![交报送发])都(?:是|算)|有效|从[^,。]{1,8}回来|通车运营|开通运营|以[^,。]{1,6}为主|可达|阵风|多云|[晴阴](?=[,。转到]|$)|睡觉|请客|请喝|戒(?:烟|酒|奶茶)|还剩|都在|装修(?=[,。]|$|期)|(?:都|均|照常)?(?:营业|开着|开放|办公(?=$|[,。])|可以办|能办|有人|在家|在办公室|能看到)|出栏|(?:建成投?用?|投用|投产|通车|封顶|竣工|并网)(?=[,。]|$)|实现[^,。]{0,6}(?:达峰|小康|现代化|目标)|[^,。]{0,6}率达(?!到?\d|到?百分)|闭馆|暂停(?:服务|营业|办公|接诊)|(?:使用|消费)(?=$|[,。]))/;
/** What can or cannot come about by a time: 十点前能赶到, 12点前停不了. */
const ABLE =
  /^(?:就|都|也|才|怕|应该)?(?:能(?!不能|[^,。]{1,4}的|否)|会(?!后|议|前|上|同|计|员|商|审|签|诊|办|稿|战)|可能|一般(?!户|性|隐患|问题|故障|项|工|情|程|件|岗|人员|材料)|[^,。]{1,3}不(?:了|完|出|到|上|动)(?!的)|[^,。]{1,2}得(?:出来|完|了|上|及|出)(?=$|[,。吧啊]))/;
const GUESSED = /^(?:就|也|都)?(?:估计|恐怕|大概|可能|怕是|够呛|说不定|别指望|甭想|别想|休想|悬|应该(?:能|可以|会|就能))/;
const FIRM = /务必|必须|请|确保|不得|不准|不要|不许|一律/;

/** 下午三点以前B超室都要排队. */
const QUEUED = /^[^,。]{0,8}排[长大]?队(?=$|[,。])/;

/** 补贴月底前到账: money comes by itself. */
const MONEY = /(?:补贴|补助|工资|奖金|绩效|报销|(?<!保证|质保|押|定)[钱款费金])[^,。]{0,4}$/;

function isNobodysDeed({ clauseLeft, clauseRight }: Scene): boolean {
  if (/^(?:能|会|就|可|都)?到[账位卡]/.test(clauseRight) && MONEY.test(clauseLeft)) return true;
  if (ABLE.test(clauseRight) && !ADDRESSED.test(clauseRight)) return true;
  if (clauseRight.includes('队') && QUEUED.test(clauseRight)) return true;
  return GUESSED.test(clauseRight) || (BY_ITSELF.test(clauseRight) && !FIRM.test(clauseLeft) && !FIRM.test(clauseRight));
}

/** 周五前见不到材料就通报. */
const THREATENED = /(?:就|则|一律|将)[^,。]{0,4}(?:通报|扣|约谈|问责|罚|停|取消|点名|曝光)/;
/** 下周内完成不了的,统一按28日截止: of those who don't manage, for whom another time holds. */
const NOT_MANAGED = /^(?:完成|弄|交|做|报|办|填)不[了完上]的[,][^。]{0,4}(?:统一|可以?|最[迟晚]|延|放宽|截止)/;

/** 预产期在1月20日以前的孕妇: which of them are meant. */
const DATED = /(?:期|日|时间|龄)(?:在|为|是|于)$/;

/** Being in time for a meeting is part of it; being at one's post (到岗, 到位) is asked for. */
const ARRIVAL =
  /^[^,。报交回反确填发是把将送运搬给]{0,6}(?:到会(?!计|长)|到场|入场|进场(?!作业|施工)|签到(?!完|毕)|就座|入座|落座|到考点|到会场|到达会场|进会(?:议室|场)|候场|参会)/;
const ALWAYS_EVENT = /到会(?!计|长)|到场|入场|会场|进会议室|考点|就座|入座|落座|候场|参会/;

/** 例会上午10点开,吃中饭前散. */
const BREAKS_UP = /^(?:就|能|可以|准)?散(?:会|场)?(?=$|[,。;!\s])/;

/** 睡前说个事: when somebody speaks, not by when anything is said. */
const SPEAKS_UP = /^(?:再|我|先|还)?(?:说|讲|提|问|唠|扯|啰嗦)(?:个|一?件|两|几)(?:事|句|嘴)(?![^,。;\s]{0,2}给)/;

/** 休渔期5月1日起至8月16日止. */
const CLOSED_SEASON = /[防禁休]\S{0,2}期(?:为|是|从|自|:)?\s?$/;

export const before: RoleRule = {
  id: 'role/before-word',
  role(scene) {
    const { phrase, clauseRight, clauseLeft } = scene;
    if (phrase.edge !== 'before' && phrase.edge !== 'within' && phrase.edge !== 'until') return null;
    if (SPEAKS_UP.test(clauseRight)) return 'other';
    // 今晚9点前能收的收, 收不了的打斜撑.
    if (/^(?:各家)?能(?<deed>[一-龥]{1,2})的(?:都|就|先|尽量|全)?\k<deed>/.test(clauseRight)) return 'deadline';
    if (BREAKS_UP.test(clauseRight)) return 'period';
    if (phrase.from !== null && CLOSED_SEASON.test(scene.left)) return 'period';
    if (ARRIVAL.test(clauseRight) && (ALWAYS_EVENT.test(clauseRight) || HAPPENING.test(scene.left))) return 'event';
    if (ATTRIBUTE.test(clauseRight) && !/(?:未|没|未能|没能)(?:在|于)?$/.test(clauseLeft)) return 'period';
    if (clauseRight.startsWith('的') && DATED.test(clauseLeft)) return 'period';
    if (isHabit(scene) || (isNobodysDeed(scene) && !THREATENED.test(clauseRight))) return 'other';
    if (clauseRight.includes('不') && NOT_MANAGED.test(scene.rest)) return 'other';
    if (/^的[^,。]{0,8}(?:已|都[^,。]{0,4}了$)/.test(clauseRight)) return 'period';
    if (isModifier(scene) || isLongPlan(scene)) return 'other';
    if (phrase.edge === 'before' && /(?:早在|远在)$/.test(clauseLeft)) return 'past';
    return 'deadline';
  },
};

/** No order waits so long: 到2030年前实现碳达峰, 力争五年内. */
const LONGEST_ORDER = 800 * 86_400_000;

export function isLongPlan({ ahead, frame, left, rest }: Scene): boolean {
  return ahead !== null && ahead.value.at - frame.sentAt > LONGEST_ORDER && !ADDRESSED.test(left) && !ADDRESSED.test(rest);
}

/** 交节前检查照片, 做好国庆前安全检查: said of a thing, after the verb. */
function isModifier({ phrase, clauseLeft, clauseRight }: Scene): boolean {
  const { day } = phrase.slots;
  // 先把22号前要的预案弄了.
  if (/[把将]$/.test(clauseLeft)) return !/^要(?:用|交|报)?的[^,。]{1,12}(?:弄|做|写|填|报|交|整|搞)/.test(clauseRight);
  if (day === null || (day.form !== 'festival' && day.form !== 'workday') || phrase.slots.clock !== null) return false;
  const isAfterVerb = /(?:做好|做|交|报|报送|上报|上传|开展|抓好|加强|落实|完成|部署|组织|关于|召开|做实|抓|传|发)$/.test(clauseLeft);
  return (
    (isAfterVerb && !DEED.test(clauseRight.slice(0, 2))) ||
    /^(?:夕|的|安全|检查照|慰问(?!到)|消费|市场)(?!.{0,10}(?:完成|报|交|到位|送|发到|发放到|发完))/.test(clauseRight)
  );
}

/** 抽血前8小时空腹, 会前十分钟别进场. */
const NOT_THEN = /^(?:请|就|都)?(?:不要|不能|不得|不许|不准|别(?!忘|漏|误)|勿|禁|严禁|空腹|停药)/;
/** 开庭前三天下的雨, 赶场前一天人少. */
const AS_IT_WAS = /^[一-龥]{1,2}(?:的[^,。把]{0,3}|[很太]?[多少冷热挤堵滑])$/;

/** 省组来之前的联合检查: which of them is meant. */
const OF_THAT_TIME = /^的[\u4e00-\u9fff]{4,}/;

export const relative: RoleRule = {
  id: 'role/relative-to-event',
  role({ phrase, clauseRight }) {
    if (phrase.slots.relative === null) return null;
    if (NOT_THEN.test(clauseRight) || AS_IT_WAS.test(clauseRight) || OF_THAT_TIME.test(clauseRight)) return 'other';
    return ARRIVAL.test(clauseRight) ? 'event' : 'deadline';
  },
};
