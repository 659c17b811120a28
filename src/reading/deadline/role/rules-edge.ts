/** Deadlines by their mark: the edge after the phrase, a duration's 内, a word such as 最迟 before it. */

import { firstVerb } from '../verbs.ts';
import { DEED, HAPPENING, ORDER, WRITTEN } from '../words.ts';
import { WAITS } from './rules-voice.ts';
import type { RoleRule, Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';
import { isThreat, ONCE_OVER } from './threat.ts';

/** 5月1日起执行, 20日后, 9点左右: no limit. 即日起至… became a range before. */
/** 周五以后不再受理, 12日后系统关闭: the last day, told the other way round. */
const TOO_LATE =
  /^[)）]?(?:[一-龥]{0,4}(?:提交|报|交|送)来?的)?(?:系统|平台|通道|窗口)?(?:一律|将|就|概|均|都)?(?:不再(?:受理|接[收受]|收(?!费)|补)|不予?(?:受理|接[收受]|收(?!费)|补[报交录]|认|算)|作废|关闭|关$)/u;

export const openEdge: RoleRule = {
  id: 'role/open-edge',
  role({ phrase, left, right }) {
    if (phrase.from !== null) return null;
    if (
      phrase.edge === 'after' &&
      phrase.slots.day !== null &&
      (TOO_LATE.test(right) || (/^[)）]不[补收候]/u.test(right) && /逾期[(（]$/u.test(left)))
    )
      return 'deadline';
    return phrase.edge === 'from' || phrase.edge === 'around' || phrase.edge === 'after' ? 'event' : null;
  },
};

/** 预计2小时内有雷阵雨, 3分钟内发言, 7天内有效: a duration of something else. */
const OTHER_DURATION_RIGHT =
  /^(?:才|有|无|将有|可|免费|有效|(?:最[高低])?气温|[升降]温|[雨雪风]势|[雨雪][停转]|大?[风雾雪]|包|保|免|累计|连续|[一二两三四五六\d]+次|到达|车程|路程|天气|降|雨|的(?!时间))/u;

/** What may not be done for so long: 农药打完7天内不能采摘. */
const FORBIDDEN = /^(?:内|之内)?(?:都|均)?(?:别|不能|不得|不要|不可|勿|禁止|严禁|莫|请勿|不宜|不准|不许|忌|没(?!报|交))/u;
/** The law's or the house's rule, and what is to be done if something happens, count from no time that is told. */
const OF_RULE =
  /(?:按(?:照)?|依照|根据)(?:[^,。]{0,4})?(?:规定|制度|规程|惯例|条例|法律)(?!是|为)|(?<![现请各])应当?(?:在|于|自)\s?$|可(?:以)?(?:在|于|自)?\s?$|老?规矩|惯例|(?:^|[,。])依法[,]|条例》?[,]|》(?:第?[^,。]{1,6}条)?[^,。]{0,3}(?:规定|明确)/u;
const SUPPOSED =
  /(?:^|[,。;:])(?:凡|如有?|若有?|一旦|(?:群众)?发现|发生|遇到?|遇有|出现|突发|接警)(?![^,。]{0,12}\d)[^,。]{0,12}[,]?(?:须|应|要|必须|务必)?(?:在|于)?\s?$/u;
/** 要是挂黄色预警,渡船一小时之内靠岸: it doesn't begin now. */
const UNDER_CONDITION = /(?:要是|如果|倘若|假如|万一|一旦|(?<![宛倘])若)[^。]{1,24},[^。]{0,24}$/u;
const OF_NOW = /(?<!申)请(?!假)|本次|此次|今[天日]|各(?!类|种|项)|你/u;
/** What an office does for who comes to it: 补办20个工作日内领取. */
const SERVED =
  /^(?:就|能|可以)?(?:出来?|到货?|见效|送到家)(?=$|[,。])|^(?:就|即|便|就能|可)?(?:必到|[吃喝服]完|自助|领取|取件|取证|拿证|出证|出结果|到账|退款|发货|送达|放款|能换|可换)/u;

/** 24小时内会联系您, 一周之内准有消息. */
const PROMISED = /^(?:就|都|一定|肯定)?(?:会(?![议前后同计商员上签])|准(?![备时确])|肯定)/u;

/** 我局承诺:1个工作日内办结. A letter of commitment (承诺书) is a paper. */
const PROMISING = /(?:承诺(?!书|制|函)|保证(?!书|金|每|做到|质量))[:,]?[^。]{0,24}$/u;
/** 往后凡是一个班出现5例的,2小时内到校: whenever it happens. */
const WHENEVER =
  /(?:(?:往后|今后|以后)凡?是?|凡是)[^。]{2,40}[,的]?[^,。]{0,8}$|(?:^|[,。])发现[^,。]{2,16}[,](?:须|应|要|必须)?(?:在|于)?$/u;

/** 雪停两小时内, 水退半天内: from what nobody knows the hour of. */
const WEATHER_OVER = /[雪雨风水潮洪雾火][停退歇灭散]了?之?后?$/u;

function isOfRule({ left, rest, clauseLeft, clauseRight, text, phrase }: Scene): boolean {
  if (FORBIDDEN.test(clauseRight) || WEATHER_OVER.test(clauseLeft)) return true;
  if (PROMISED.test(clauseRight) && !ADDRESSED.test(clauseRight)) return true;
  if (PROMISING.test(left) || WHENEVER.test(left)) return true;
  if (/自/u.test(text.slice(phrase.start, phrase.start + 1)) && /(?:应当?|可以?)$/u.test(clauseLeft.trim())) return true;
  if (
    /^[^,。]{0,8}(?:不影响|都?有效|均可|都?(?<![预概决结核测清计])算)/u.test(clauseRight) ||
    /(?:一般|通常|这药)$/u.test(clauseLeft.trim())
  )
    return true;
  if (OF_NOW.test(left) || OF_NOW.test(clauseRight)) return false;
  return (
    OF_RULE.test(left) ||
    UNDER_CONDITION.test(left) ||
    /规矩|惯例/u.test(rest) ||
    SUPPOSED.test(left) ||
    (SERVED.test(clauseRight) && !WRITTEN.test(clauseLeft))
  );
}

/** 三天改好,不许拖; 七个工作日办完: asked for, not told of. */
function isPressed({ phrase, left, rest }: Scene): boolean {
  if (phrase.slots.duration?.unit === 'workday') return !/[了过]/u.test(rest);
  return ORDER.test(left) || ADDRESSED.test(rest) || /(?:别|不许|不准|不得|不能|莫|不要)[^,。]{0,2}[超拖误等耽晚]|必须|务必/u.test(rest);
}

export const otherDuration: RoleRule = {
  id: 'role/duration-of-something',
  role(scene) {
    const { phrase, clauseLeft, clauseRight } = scene;
    const { duration } = phrase.slots;
    if (duration === null) return null;
    if (duration.edge === 'after') return null;
    if (duration.base === 'unplaced') return 'other';
    if (duration.bare === true && !isPressed(scene)) return 'other';
    if (isOfRule(scene)) return 'other';
    if (
      OTHER_DURATION_RIGHT.test(clauseRight) ||
      /(?:预计|未来|过去|近|最近|控制在|限时|每人|每村|每家|发言|汇报|有效期|公示期)[^,]{0,4}$/u.test(clauseLeft)
    )
      return 'other';
    return null;
  },
};

/** 今天是报名最后一天, 明天是最后期限. */
const LAST_DAY =
  /^是?[^,。;!]{0,8}(?:最后一[天日](?!上班|上学|营业|在|相处)|最后期限|最后时限|为期限|死命令|最后关口|最后(?:的)?机会|最后一[晚夜次]|死线|底线|大限|最后截止|截止日)/u;

/** 最迟, 截止, 务必于, 时限: the next time is a deadline whatever follows. */
const LEAD =
  /(?:最[迟晚](?:不过|别过|也得|也要)?|至迟|不晚于|不迟于|不得晚于|不得迟于|不超过|不能超过|不要超过|别超过|截止(?:到|至|于|时间|[日曰]期|期)?|截至(?:时间|日期)?|期限(?:为|是|到)?|时限(?:为|是|到)?|限(?:于|期)|务必(?:于|在)|必须(?:于|在)|(?<![现请各])应当?[于在](?=$)|赶在|死线|deadline|ddl|DDL|(?:首报|上?报|交)时间|报送时间|(?:统一|一律|就|还是)按|截到|(?<![信医社打刷磁银贺])卡(?:到|死在?|在|准)|底线(?:就)?是|死线(?:就)?是|给(?:你们|大家|各位)留到|上报时间|提交时间|交表时间|完成时间|完成时限|反馈时间|填报时间|办结时间|延(?:长|期)?(?:到|至)|(?<!号)放到|推迟(?:到|至)|顺延(?:到|至)|放宽(?:到|至)|宽限(?:到|至)|那就(?:定|放)?在?)(?:[^,。;!]{0,4}(?:是|为|到|:|至|在|于))?[:\s]?$/u;

/** 过了今晚不收: the last day, told the other way round. */
export const PASSED = /(?<![不没])(?:过了?|超过|逾)$/u;
const NOT_TAKEN = /^[^,。]{0,10}(?:不[收候补受办认等]|不再[收受办补]|作废|停收|(?:关[门闭]?|锁定?)$)/u;

export const lead: RoleRule = {
  id: 'role/lead-word',
  hint: '一没未不等收留逾底迟晚过截限务必赶死dD时延放推顺宽最那按大工给卡',
  role(scene) {
    const { left, phrase, right, clauseLeft } = scene;
    if (phrase.edge === null && LAST_DAY.test(right) && !/公示|假期|放假|展览|展会|促销|优惠|活动/u.test(left)) return 'deadline';
    if (phrase.edge === null && phrase.slots.day !== null && /工作日[,]?(?:也?就是|即)\s?$/u.test(left)) return 'deadline';
    if (/(?:优惠|促销|抽奖|折扣|特[价惠]|秒杀)[^,。]{0,4}$/u.test(left.slice(0, -2)) && LEAD.test(left)) return 'period';
    if (phrase.edge === null && WAITS.test(clauseLeft)) return 'deadline';
    if (isThreat(scene) || (phrase.edge === null && ONCE_OVER.test(right))) return 'deadline';
    if (phrase.edge === null && PASSED.test(left) && NOT_TAKEN.test(right)) return 'deadline';
    if (!LEAD.test(left.slice(-18).trimEnd()) || phrase.edge === 'from') return null;
    const isEvent = /会议?[^,。]{0,6}(?:推迟|延|顺延)[^,。]{0,3}$/u.test(left) || /^[^,。]{0,4}(?:开会|召开|举行)/u.test(right);
    return isEvent ? 'event' : 'deadline';
  },
};

/** 节前检查照片, 1月1日前出生的: the edge belongs to a noun. */
const ATTRIBUTE =
  /^报名的(?:免|享|可|送|优惠|有)|^的(?:活|事|任务|工作|账|那)(?=[,。]|$)|^的是[^,。]{0,4}(?:他们|她们|人家|别[人处]|隔壁)|^(?:那[一-龥]|早就?过|最后[一几]次|能[^,。]{1,4}的|[^,。]{0,4}率(?:[为如提有:]|达(?!到?\d|到?百分)|$)|[到来走]的[人都])|^(?:布置|安排|部署|交办|下发|印发|通知|说|讲|定)的(?![^,。]{0,6}(?:请|要|必须|务必))|^(?:[报交发送填写做办]|提交|上报|报送|申报|办理|完成){1,2}的(?:那|这|几|[村户组]|材料|收据|表|数据|都|我)|^(?:要|需要?|应该?|已|拟)?(?:出生|购买|购置|购机|参保|建成|登记|入职|入党|取得|发生|毕业|退休|退役|生|签订|注册|办理|认定|纳入|完成|上报|报送|入住|迁入|搬迁|审批|下达|收到|整改)[^,。把未没不]{0,4}的(?!请|要务必|务必|不|扣|给|可|一律|视|按)|^[^,。把请将没未不要须必得]{2,6}的(?:照片|人员|人|同志|孩子|学生|户|房子?|企业|项目|问题|车辆|老人|干部|材料|家长|老师|患者|病人|客户|顾客|司机|师傅|同学|[车货件])(?![^,。]{0,3}[发报交传送给])[^,。请务须要把]{2,}|^的[一-龥]{1,4}(?:真|很|太)|^的[^,。]{1,3}(?:先|暂时?)(?:放|不|缓|搁|别)/u;

/** 饭前吃, 睡前服: of a medicine or a habit. */
const HABIT = /^(?:(?:半个?小时|一个?小时|[\d一二三]{1,2}分钟)?[^,。]{0,2}(?:吃(?!饭前)|服(?!务)|喝|空腹|洗手|刷牙))/u;

const MEALS: readonly string[] = ['meal', 'breakfast', 'lunch', 'supper', 'bedtime'];

function isHabit({ phrase, clauseRight }: Scene): boolean {
  if (phrase.slots.anchor?.anchor === 'bedtime' && /^(?:不要|别|莫|记得|少)/u.test(clauseRight)) return true;
  return MEALS.includes(phrase.slots.anchor?.anchor ?? '') && HABIT.test(clauseRight);
}

/** 6月底前出生, 八点前超市打折, 天黑前应该能到家: what comes about by itself, or is only guessed. */
const BY_ITSELF =
  /^(?:将|将会|会)?[^,。把请将]{0,4}(?:出生|免费|享受|出门|到家|回家|打折|供应|起床|涨价|降价|放晴|开花|成熟|上市|入睡|打烊|收摊|(?:要|得|必须)?(?:做手术|结婚|过生日|出院|住院|相亲|出差|走亲戚|回[老娘]家|考驾照|坐(?:高铁|火车|飞机)|来吃饭|办酒|生孩子|交作业)|(?:要|得|去|到)[^,。]{0,3}医院(?![^,。]{0,2}[补办取领交做打复开])|来[电水](?=$|[,。])|通[电水车]|发货|到货|气温|降温|升温|[有无][^,。]{0,3}[雨雪雾霜风](?!险|湿)|降[雨雪水]|[雨雪](?:停|势)|风[力势]|仍(?:可|能|然|在)|还能|均可|(?<![交报送发])都(?:是|算)|有效|从[^,。]{1,8}回来|通车运营|开通运营|以[^,。]{1,6}为主|可达|阵风|多云|[晴阴](?=[,。转到]|$)|睡觉|请客|请喝|戒(?:烟|酒|奶茶)|还剩|都在|装修(?=[,。]|$|期)|(?:都|均|照常)?(?:营业|开着|开放|办公(?=$|[,。])|可以办|能办|有人|在家|在办公室|能看到)|出栏|(?:建成投?用?|投用|投产|通车|封顶|竣工|并网)(?=[,。]|$)|实现[^,。]{0,6}(?:达峰|小康|现代化|目标)|[^,。]{0,6}率达(?!到?\d|到?百分)|闭馆|暂停(?:服务|营业|办公|接诊)|(?:使用|消费)(?=$|[,。]))/u;
/** What can or cannot come about by a time: 十点前能赶到, 12点前停不了. */
const ABLE =
  /^(?:就|都|也|才|怕|应该)?(?:能(?!不能|[^,。]{1,4}的|否)|会(?!后|议|前|上|同|计|员|商|审|签|诊|办|稿|战)|可能|一般(?!户|性|隐患|问题|故障|项|工|情|程|件|岗|人员|材料)|[^,。]{1,3}不(?:了|完|出|到|上|动)(?!的)|[^,。]{1,2}得(?:出来|完|了|上|及|出)(?=$|[,。吧啊]))/u;
const GUESSED = /^(?:就|也|都)?(?:估计|恐怕|大概|可能|怕是|够呛|说不定|别指望|甭想|别想|休想|悬|应该(?:能|可以|会|就能))/u;
const FIRM = /务必|必须|请|确保|不得|不准|不要|不许|一律/u;

/** 下午三点以前B超室都要排队. */
const QUEUED = /^[^,。]{0,8}排[长大]?队(?=$|[,。])/u;

/** 补贴月底前到账: money comes by itself. */
const MONEY = /(?:补贴|补助|工资|奖金|绩效|报销|[钱款费金])[^,。]{0,4}$/u;

function isNobodysDeed({ clauseLeft, clauseRight }: Scene): boolean {
  if (/^(?:能|会|就|可|都)?到[账位卡]/u.test(clauseRight) && MONEY.test(clauseLeft)) return true;
  if (ABLE.test(clauseRight) && !ADDRESSED.test(clauseRight)) return true;
  if (clauseRight.includes('队') && QUEUED.test(clauseRight)) return true;
  return GUESSED.test(clauseRight) || (BY_ITSELF.test(clauseRight) && !FIRM.test(clauseLeft) && !FIRM.test(clauseRight));
}

/** 下周内完成不了的,统一按28日截止: of those who don't manage, for whom another time holds. */
const NOT_MANAGED = /^(?:完成|弄|交|做|报|办|填)不[了完上]的[,][^。]{0,4}(?:统一|可以?|最[迟晚]|延|放宽|截止)/u;

/** Being in time for a meeting is part of it; being at one's post (到岗, 到位) is asked for. */
const ARRIVAL =
  /^[^,。报交回反确填发是把将送运搬给]{0,6}(?:到会(?!计|长)|到场|入场|进场(?!作业|施工)|签到(?!完|毕)|就座|入座|落座|到考点|到会场|到达会场|候场|参会)/u;
const ALWAYS_EVENT = /到会(?!计|长)|到场|入场|会场|考点|就座|入座|落座|候场|参会/u;

export const before: RoleRule = {
  id: 'role/before-word',
  role(scene) {
    const { phrase, clauseRight, clauseLeft } = scene;
    if (phrase.edge !== 'before' && phrase.edge !== 'within' && phrase.edge !== 'until') return null;
    if (ARRIVAL.test(clauseRight) && (ALWAYS_EVENT.test(clauseRight) || HAPPENING.test(scene.left))) return 'event';
    if (ATTRIBUTE.test(clauseRight) && !/(?:未|没|未能|没能)(?:在|于)?$/u.test(clauseLeft)) return 'period';
    if (isHabit(scene) || isNobodysDeed(scene)) return 'other';
    if (clauseRight.includes('不') && NOT_MANAGED.test(scene.rest)) return 'other';
    if (/^的[^,。]{0,8}(?:已|都[^,。]{0,4}了$)/u.test(clauseRight)) return 'period';
    if (isModifier(scene) || isLongPlan(scene)) return 'other';
    if (phrase.edge === 'before' && /(?:早在|远在)$/u.test(clauseLeft)) return 'past';
    return 'deadline';
  },
};

/** No order waits so long: 到2030年前实现碳达峰, 力争五年内. */
const LONGEST_ORDER = 800 * 86_400_000;

function isLongPlan({ ahead, frame, left, rest }: Scene): boolean {
  return ahead !== null && ahead.value.at - frame.sentAt > LONGEST_ORDER && !ADDRESSED.test(left) && !ADDRESSED.test(rest);
}

/** 交节前检查照片, 做好国庆前安全检查: said of a thing, after the verb. */
function isModifier({ phrase, clauseLeft, clauseRight }: Scene): boolean {
  const { day } = phrase.slots;
  if (/[把将]$/u.test(clauseLeft)) return true;
  if (day === null || (day.form !== 'festival' && day.form !== 'workday') || phrase.slots.clock !== null) return false;
  const isAfterVerb = /(?:做好|做|交|报|报送|上报|上传|开展|抓好|加强|落实|完成|部署|组织|关于|召开|做实|抓|传|发)$/u.test(clauseLeft);
  return (
    (isAfterVerb && !DEED.test(clauseRight.slice(0, 2))) ||
    /^(?:夕|的|安全|检查照|慰问(?!到)|消费|市场)(?!.{0,10}(?:完成|报|交|到位|送|发到|发放到|发完))/u.test(clauseRight)
  );
}

export const duration: RoleRule = {
  id: 'role/within-duration',
  role(scene) {
    const { phrase, clauseRight } = scene;
    const { duration: counted } = phrase.slots;
    if (counted === null) return null;
    if (isLongPlan(scene)) return 'other';
    if (counted.edge === 'within') return 'deadline';
    return counted.edge === 'after' &&
      !/^[,]?(?:才|再说|再看|自助|自动|原路|退|返还|到账|放款)/u.test(clauseRight) &&
      firstVerb(clauseRight) === 'deed'
      ? 'deadline'
      : 'event';
  },
};

export const relative: RoleRule = {
  id: 'role/relative-to-event',
  role({ phrase, clauseRight }) {
    if (phrase.slots.relative === null) return null;
    return ARRIVAL.test(clauseRight) ? 'event' : 'deadline';
  },
};
