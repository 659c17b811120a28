/** What an update does: ends, takes back, brings back, moves, amends or presses. Read from what is said of the matter as a whole. */
import type { ChangeKind } from '../../model/reading.ts';
import { CLOSED_PATTERN, REMIND_PATTERN } from '../noise/rules/asks.ts';

/** "这事结了", "到此为止", "销号", "办结", "回访满意", "可以撤了": the matter is over. */
const OVER =
  /[这那该此](?:[一几两三四五])?(?:件|个|桩|项|单|笔|步|套|期|摊|块|把)?(?:事情?|账|活|工作|任务|题|火)?[^,。;!?]{0,8}(?:了结|结了|了了|完了|销了|了啦|完成|结束|清了|收[尾工摊官了]|翻篇|到头|办完|处理完|幺台|就到这|消了|消除|排除|没事了)|(?:都|全|也|算|就)?(?:到此|至此)(?:为止|结束|了结|收)?|告一段落|翻过去了?(?:[,。;!\s]|$)|画(?:上|了|个)?(?:圆满的?)?句号|(?:事|件|险情?|处)[^,。;!?]{0,4}(?:处置|处理)完毕|算(?:是)?交差|(?:管涌|渗漏|险情?|火[势情]?|明火)[^,。;!?没未不]{0,3}(?:控制住|扑?灭|堵住|排除)了|办结|销[号案]|[^不没未]销了|归档|[单件](?:全部)?关闭|收(?:工|尾|摊|官|兵)|(?:回访|群众|当事人|女士|先生)[^,。;]{0,8}满意|(?:危险|险情|警报|预警|响应|管制|封控)?[^,。;不没未]{0,4}解除|(?:可以|恢复)(?:通行|放行|撤|走|下山|回[家去])/u;
/** Everybody has delivered, everything is done: "齐了", "都交了", "全部到位", "一份不缺". */
const COMPLETE =
  /(?:都|全|全部|均|已|已经|悉数)[^,。;!?]{0,10}(?:完(?:成|毕|了)?|清[了完]?|撤[了完]|拉[了走完]|通[了车]|恢复|处置|处理|排除|消除|解决|到位|安排好|[交报送填签录发入]了|[到收]齐|张榜)|(?:收|到|交|报|补|全)?齐[了啦活]|全到齐|[^不没]齐[,。!]|一(?:个|家|份|户|处|艘)(?:都|也)?(?:不缺|没少|没落|不少|不落)|合拢|全对得上/u;
/** A deed that has come to its end: "修好了", "换了新的", "灭完了", "压实了". */
const DEED_DONE =
  /(?:修|清|处理|弄|换|补|恢复|解决|排除|消除|扑|消|灭|撤|填|焊|堵|封|拆|接|加固|控制|销毁|放行|归位)(?:好|完|灭|掉|实|通|净|住|走|干净)?了|(?:交给|移交|转)[^,。;]{1,6}了|管涌控制住|正常(?:走|通行|供)/u;
/** Something is still owed, so nothing is over. */
const OWING =
  /还[差缺剩欠]|就[差剩缺]|(?:只|仅)(?:剩|差|有)|[差缺](?:着|了)?[\u4e00-\u9fff、,]{1,12}(?:[二两三四五六七八九十\d]+)?(?:家|个|村|户|社区|份|项|三家|没|未)|(?:还|都|仍|一直)[^,。;]{0,6}没[^,。;]{0,3}(?:见|看|收|交|报|填|来|动|回|开)|[没未](?:见到|看到|收到|交的|报的|填的|来的|动静)|没(?:有)?(?:声音|动静|消息|回音|影)|一片白|待报|哪[儿里]?呢|的[表数]呢|咋整|别等|抓紧|低于|[赶追]上来|别忘|记得/u;
/** "不搞了", "先不报", "不用开门", "作废", "取消": it needn't be done. */
const OFF =
  /(?<!(?<![要得])不)(?:取消|作废|撤销)(?!的[\u4e00-\u9fff]{2})|不作数|撤回(?!了一条|[^,。;]{0,3}来得及)|(?<!没[^,。;]{1,12}|逾期[^,。;]{0,12}|指标|资金|额度|经费|名额|按规定|统一|一律|如数)收回|发错(?:群)?|免了|暂停|暂缓|无需|不再[\u4e00-\u9fff]|不(?:用|必|需要?|消)(?:再)?(?!重复|另|单独|带|跟|急|担心|怕|等|[今明后\d]|[一二三四五六七八九十][点号])[\u4e00-\u9fff]{1,6}?(?=了|[,。;!)]|$|也|的)|[别甭莫](?:再)?[填报交弄来去发做搞办开送拿写收查派印拍投答转贴挂摆录][^,。;!]{0,4}了|免[报交填送](?=[,。;!了]|$)|用不[着上]了|(?:先|就|也|都|今天|明天|下午|上午)?不[开搞办报填交弄演去做来查要用][了着咯喽啰啦]|(?<![再还仍谁若果别能得许可不都为何办搞开加报演去])不(?:办|搞|开|加|报|演|去)(?=[,。;!]|$)|(?:先|暂时?|这周|今天)(?:先)?不[\u4e00-\u9fff]{1,3}(?:了|[,。;]|$)/u;
/** Said in so many words, "收工" and the like beside it only follow from it; what lifts a restriction is no task called off. */
const CALLED_OFF =
  /停[报办填收交投](?=[,。;!了]|$)|[这那](?:条|个|份|张|句)[^,。;]{0,4}不作数|(?<!(?:管制|封控|限行|警戒|预警|响应|[不没未])[^,。;]{0,2})(?:取消|作废|撤销)(?!的[\u4e00-\u9fff]{2}|[^,。;]{0,6}(?:管制|封控|限行|警戒|预警|响应|资格))/u;
const BACK =
  /恢复(?:召开|举行|进行|执行|上报|报送|报|开|办)?(?=[,。;!]|$|召|举|进|执|上报|报)|照(?:常|旧|开|办|报|交|搞|做|行)|照原[来样定]|还(?:是)?(?:要|得)(?:报|交|填|开|办)|仍(?:然)?(?:要|需)|(?<![要得])不取消|重新启用|又要/u;
/** Another place, form or extent; an update without any of it only presses. */
const AMENDS =
  /改|换|挪|搬到|增加|加上|再加|加一|补充|补一|另附|还要|只要|只填|更正|口径|格式|地点|范围|单独|除外|[别不]用带|名额|不在|清出|以[^,。]{1,10}为准/u;
/** Only the form is taken back: "不用双面了,改成单面". */
const OTHER_FORM =
  /(?<!(?<!统一|全部|现在|直接|一律|只要|[都只就])(?:简报|通报|[^,。;!?]{2}[报册稿文]))改[成为用][\u4e00-\u9fff]|不[\u4e00-\u9fff]{1,2}了,换[成到]?[\u4e00-\u9fff]{2}/u;
const SAME_TIME =
  /时间(?:照旧|照常|不变|不动|没[变动])|(?<!地)点儿?不变|时限不变|时间还是|时间(?:[跟和与同](?:原[先来本]|之前|先前|上次|昨天)|照|按原)[^,。;!?]{0,4}(?:一样|相同|一致|不变)/u;

/** "今晚照停,时间同原先讲的一样": whatever else is named. */
export function keepsTime(bare: string): boolean {
  return SAME_TIME.test(bare);
}

/** The deed itself is denied: "那张表不收了", "不用交". Whatever else is done or over beside it, it is called off. */
const NOT_DONE =
  /(?:不|不用|不必|不需要?|不消|无需|[别甭莫])(?:再)?(?:收|报|交|填|办|开|做|查|搞|弄|演|派|送|拿|写|发|印|贴|挂|摆|拍|录|跑|统计|参加|上报|报送)(?:了|[,。;!]|$)/u;
/** Any deed at all is said to be no longer done: "不统计了", "先别弄". What only is no longer urgent, possible or so is none. */
const DENIED =
  /(?<![来得等受了说写看])不(?!急|行|对|好|错|怪|多|少|够|变|早|是|算|能|会|想|在|见|到|住|起|下|得|可|过|如|同|知|敢|限|晚|等|动|然|客|管|光|只|仅|说|着|及|了|用|必|需|要[求紧]|取消|撤|作废|停|免)[\u4e00-\u9fff]{1,2}了(?=[,。;!]|$)|先别(?:急着)?[填报交弄做搞办去来发动统查送拿写收派印]/u;
/** "那篇总结就不劳各位动笔了": whatever is done in its stead, it isn't they who do it. */
const SPARED = /不劳(?:烦)?(?:各位|大家|你们?|您)?[\u4e00-\u9fff]{1,6}了?(?=[,。;!]|$)/u;
/** A time is said to hold after all. */
const STANDS = /还是|改回|回到|仍[然旧按]?|照[原旧常]|[照按](?:最早|最初|一开始|早先|先前|原先|当初)|不变/u;
/** Only the paper is made easier: "不用盖章了,电子版就行". */
const OTHER_PAPER =
  /(?:不用|不必|不需要?|无需|免|别)(?:再)?(?:盖章|签字|签名|带|打印|复印|装订|双面|纸质|纸的|拍照|附|穿|(?<!(?:单子?|标语|海报|公告|告示|横幅|提示|通告)[^,。;!?]{0,4})贴)[^,。;!?]{0,6}/u;
/** Another way will do: "交到窗口就行,不用送我办公室". */
const ALSO_DOES = /就行|就可以|即可|就成/u;
/** Put off without saying until when. */
const POSTPONED =
  /(?<!(?:公司|企业|社区|学校|个人|恢复|复工|开放|地点|名单|链接|会议号|细则|方案|材料|号|乡镇|单位|点位|分组|顺序|人选|事项|要求|安排)[^,。;]{0,3})(?:另行通知|另通知|另定|待定|另约|(?:时间|日子|哪天|什么时候|几时|何时)[^,。;]{0,4}(?:再[说定讲]|等通知|听通知|等信|(?:我)?另(?:外|行)?(?:再)?[喊说定讲约叫通]))|(?:因故|临时|暂时|暂)(?:延期|推迟|改期)|(?:各位|大家|都)?停笔吧?(?=[,。;!]|$)|先(?:放(?:着|一放|一?下)|停一停|缓一缓|缓缓)|(?<![不莫别勿])等我?(?:消息|通知|信)(?:[,。;!]|$)|(?:啥|什么)时候[^,。;]{0,6}再/u;
/** Stopped for now, or come to nothing: "体检先停了", "下午的会没了", "那张表作罢", "培训开不成了". */
const STOPS =
  /(?:现|即日起|现已|予以)(?:停止|撤销|取消|终止|中止)(?=[:,。;!了]|$)|暂(?:时|且)?不(?:用|必)?[填报交办开做搞收]|打住(?=[,。;!]|$)|[这那]个(?:先|就|都)?(?:撤|停|免)了|停[报填收交](?=[,。;!了]|$)|(?:先|暂时?|都|就|全)停(?:了|下来?|办|报|(?![\u4e00-\u9fff])|$)|先停手|叫停|喊停|暂停|暂缓|[开办搞演弄]不成(?:了|[,。;!]|$)|(?:会|活动|培训|演练|体检|检查|安排|这事|这活|这表|那张表)(?:就|都|也)?(?:没了|黄了|泡汤|免了|作罢|拉倒|吹了|算了)|(?:的事|这事|那事|这活|那活|这项|[那这]个[\u4e00-\u9fff]{1,6}|(?:接龙|投票|打卡|填报|征集)(?:那个|那事|的事)?)(?:先|就|都)?(?:停了?吧?|作罢)(?=[,。;!]|$)|(?<![不别莫][^,。;]{0,8})(?:拉倒|泡汤|作罢)了(?=[,。;!]|$)|不(?:集中|现场|统一|线下|集体)?(?:办|搞|开|演|查|收)(?:了|[,。;!]|$)|(?<!(?:逾期|过期|后期|漏报)[^,。;]{0,4})不再(?:举行|召开|举办|开展|进行|(?:上?报|报送|填报?|交|收|统计)(?=[,。;!]|$))/u;
/** Taken up again, said in so many words; weaker ones count only beside what was taken back. */
const AGAIN =
  /(?<!(?:供水|供电|通车|通行|送电|生产|营业|运营)[^,。;]{0,2})恢复了?(?=[,。;!:]|$)|恢复(?:召开|举行|进行|执行|上报|报送|原)|(?<![要得])不取消了?|又(?:有|活|要(?:开|搞|办|报|交|送)|开)了?|又要了|接着[干做填报办搞走查封收拍修拉送]|继续(?:报|填|办|搞|查)|照(?:常|旧|开|办|报|交|搞|做)|(?<![拍护执证])照(?:去|来|演|跑)|重新(?:启动|启用|开|搞起|办|组织|召开)|(?:取消|停|作废)[^,。;]{0,4}不算|还是?得(?:请|麻烦|辛苦|由|靠)?(?:你们?|咱们?|各位|大家|各[家村])(?:自己|重新)?[报交填开办核做查搞送统]|还是要[报交填开办做](?=[,。;!]|$)/u;

/** Says in so many words that something is done again. */
export function takesUpAgain(bare: string): boolean {
  return AGAIN.test(bare) && !OWING.test(bare);
}

/** Stopped or come to nothing, and nothing in its stead. */
export function stops(said: string): boolean {
  const bare = said.replaceAll(CITED, '…');
  return (STOPS.test(bare) || POSTPONED.test(bare)) && !IN_ITS_STEAD.test(bare) && !OWING.test(bare) && !AGAIN.test(bare);
}

export interface Moved {
  /** A time is said to be the new one. */
  readonly hasNewTime: boolean;
  /** A time is said to hold no longer. */
  readonly hasOldTime: boolean;
  readonly hasTime: boolean;
}

/** Says that the matter is over, and that nothing is owed. */
export function saysOver(bare: string): boolean {
  return OVER.test(bare) && !OWING.test(bare) && !REMIND_PATTERN.test(bare);
}

/** "点赞作废", "名单不用报了", and nothing in its stead: it is called off, whatever else is told. */
export function callsOff(bare: string): boolean {
  const stead = VOID.test(bare) ? STEAD_TOLD : IN_ITS_STEAD;
  const needsNot = NEEDS_NOT.test(bare.replaceAll(BY_WHOM, '$<not>'));
  return (CALLED_OFF.test(bare) || needsNot) && !stead.test(bare) && !OWING.test(bare);
}

/** A deed is denied, whatever stands in its stead. */
export function denies(bare: string): boolean {
  return NOT_DONE.test(bare) || DENIED.test(bare) || SPARED.test(bare) || NEEDLESS.test(bare) || NO_MORE.test(bare);
}

/** "数我这里有,不用了". */
const NO_MORE = /(?:不(?:用|必|需要?|要)|算|免|作罢|拉倒)了(?=[,。;!\s]|$)/u;

/** "不用你们手工报了". */
const BY_WHOM = /(?<not>不(?:用|必|需要?))(?:你们?|大家|各位)(?:再|手工|单独|一个个)?(?=[报交填])/gu;
/** "16:00前不接受“待定”": what is only cited calls nothing off. */
const CITED = /[“「『"][^”」』"]{1,6}[”」』"](?!的|[这那])/gu;

const NEEDS_NOT =
  /(?:不(?:用|必|需要?)|[别甭莫])(?:再)?[报交填开办搞派投转点刷送写印挂摆录](?:了|[,。;!]|$)|(?:单子?|标语|海报|公告|告示|横幅)[^,。;!?]{0,4}[别甭莫不]用?贴了|不要(?:再)?[报交填搞办开弄](?:了|[,。;!]|$)|不[办搞开报]了/u;
/** What is void is so, whatever others use by now. */
const VOID = /作废|作罢/u;
const STEAD_TOLD = /以[^,。;]{1,12}为准|重新|新(?:的|表|版|码|链接|通知)/u;
export const IN_ITS_STEAD = new RegExp(`改[成为用填报]|换成|${STEAD_TOLD.source}`, 'u');

/** Presses for something: somebody is missing, or it is called a reminder. */
export function presses(bare: string): boolean {
  return OWING.test(bare) || REMIND_PATTERN.test(bare);
}

/** "篝火取消,柴不要拉了,晚上改成灯光打跳": what is off in so many words, and needn't be done, has no other form. */
function takesOtherForm(bare: string): boolean {
  return OTHER_FORM.test(bare) && !VOID.test(bare) && !(CALLED_OFF.test(bare) && NEEDLESS.test(bare));
}

const NEEDLESS = /(?:不(?:用|必|要|需要?)|[别甭莫])(?:再)?[\u4e00-\u9fff]{1,3}了(?=[,。;!\s]|$)/u;

/** "那个接龙停了哈,没接的不用接了呀": what ends a clause and says nothing; "免啦" is 免了. */
export function withoutParticles(bare: string): string {
  return bare.replaceAll(PARTICLES, '').replaceAll(ALSO_LE, '了');
}

/** "响应解除了,续报从今天起不用报了": why nobody needs it any more, where it isn't said to have come to its end. */
function withoutReason(bare: string): string {
  return NEEDS_NOT.test(bare) && !COMPLETE.test(bare) && !TO_ITS_END.test(bare) ? bare.replaceAll(LIFTED, '') : bare;
}

const LIFTED =
  /(?:响应|警报|预警|管控|封控|管制|险情?)[^,。;!?没未]{0,6}解(?:除|了)|解除(?:了)?[^,。;!?]{0,6}(?:响应|警报|预警|管控|封控|管制)/gu;
const TO_ITS_END = /为止|到头|最后|收口|结束|谢|辛苦|受累/u;

const PARTICLES = /(?<=[\u4e00-\u9fff])(?:[哈啊呀哦噢嘛呗哟嗷喔咧嘞呐]|啦(?<=了啦))+(?=[,。;!?~\s]|$)/gu;
const ALSO_LE = /(?<=[\u4e00-\u9fff])[啦咯喽喇](?=[,。;!?~\s]|$)/gu;

/** "补录的事作罢,剩下的留到明年春天": whatever comes some day. */
export function comesToNothing(bare: string): boolean {
  return COME_TO_NOTHING.test(bare) && !IN_ITS_STEAD.test(bare) && !DUE_INSTEAD.test(bare) && !OWING.test(bare);
}

const DUE_INSTEAD = /作罢[,。;][^。!?]*前(?![面几两]|天)/u;
const COME_TO_NOTHING = /(?:的事|[这那]事|一事)(?:情)?(?:就|也|都|只好)?作罢(?=[,。;!]|$)/u;

/** "没填的别填了,填好的自家留着", "还没发我的就不用再发了", "没交的算了": whoever could still do it is let off, which leaves nobody. */
export function letsOffWhoeverCould(bare: string): boolean {
  return WHOEVER_STILL_COULD.test(bare) && !OTHERWISE.test(bare);
}

const WHOEVER_STILL_COULD =
  /[没未](?:有|来得及|开始)?(?<deed>[报交填发送传录写做搞弄查答投转拍印贴挂摆收派])[^,。;!?]{0,4}的[^,。;!?]{0,4}?(?:(?:不|别|莫|甭)[用必要再忙急着]{0,3}\k<deed>了?|算了吧?|拉倒吧?)(?=[,。;!]|$)/u;

/** Another time or way instead. */
const OTHERWISE = /改|线上|一起|模板|提前|推迟|明天|后天|下周|等新/u;

export function changeKindOf(words: string, { hasNewTime, hasOldTime, hasTime }: Moved): ChangeKind {
  const bare = withoutParticles(words);
  const owes = OWING.test(bare) || REMIND_PATTERN.test(bare);
  const moves = hasNewTime || hasOldTime;
  if (SAME_TIME.test(bare) && !hasNewTime && !CALLED_OFF.test(bare) && (AMENDS.test(bare) || OFF.test(bare))) return 'amend';
  if (!moves && !owes && (POSTPONED.test(bare) || SPARED.test(bare))) return 'cancel';
  if (!owes && !hasNewTime && OTHER_PAPER.test(bare) && !CALLED_OFF.test(bare) && !OFF.test(bare.replace(OTHER_PAPER, ''))) return 'amend';
  if (!owes && !moves && !(hasTime && STANDS.test(bare)) && DENIED.test(bare) && !COMPLETE.test(bare) && !CLOSED_PATTERN.test(bare))
    return takesOtherForm(bare) ? 'amend' : 'cancel';
  if (!owes && !moves && NOT_DONE.test(bare) && OFF.test(bare) && !CLOSED_PATTERN.test(bare) && !COMPLETE.test(bare)) {
    return takesOtherForm(bare) ? 'amend' : 'cancel';
  }
  if (!owes && !hasNewTime && ALSO_DOES.test(bare) && OFF.test(bare) && !CALLED_OFF.test(bare)) return 'amend';
  if (!owes && !hasNewTime && STOPS.test(bare) && !OFF.test(bare) && !IN_ITS_STEAD.test(bare) && !AGAIN.test(bare)) return 'cancel';
  if (OVER.test(withoutReason(bare)) && !CALLED_OFF.test(bare) && !owes && !hasNewTime) return 'done';
  if (hasTime && !hasNewTime && !owes && AGAIN.test(bare) && !/不用|(?<!不)取消|作废/u.test(bare)) return 'reinstate';
  if (BACK.test(bare) && !hasNewTime && !/不用|(?<!(?<![要得])不)(?:取消|作废)/u.test(bare)) return 'reinstate';
  const holds = hasTime && STANDS.test(bare) && !CALLED_OFF.test(bare);
  if (OFF.test(bare) && !hasNewTime && !holds) return takesOtherForm(bare) ? 'amend' : 'cancel';
  if (!owes && !moves && (COMPLETE.test(bare) || CLOSED_PATTERN.test(bare) || DEED_DONE.test(bare))) return 'done';
  if (hasNewTime) return 'deadline';
  if (owes) return 'remind';
  // An update that names a time, and is no reminder, gives the time that now counts.
  if (hasTime) return 'deadline';
  if (AGAIN.test(bare)) return 'reinstate';
  return hasOldTime || AMENDS.test(bare) ? 'amend' : 'remind';
}
