/** What shuts, opens, goes round or is served at a time by itself: 快递柜到晚上十点就锁, 早餐6:40开,7:50收, 洒水车每天4:30各走一遍. */
import type { Scene } from './scene.ts';

/** What takes in papers and names shuts for good: that is a deadline (`closing.ts`). */
const GATE = /系统|通道|平台|端口|入口|链接|报名|申报|填报|投票|接龙|问卷|登记|征集|征订|收件|材料|[报交]表/;

const SHUTS =
  /^(?:就|都|准时|自动|一般|要)?(?:收(?:摊|市|工)?|关(?:门|灯|机)?|锁(?:门)?|停|撤|断[电水网]?|灭|落|熄灯?|打烊|清[场人]|没)了?(?=$|[,。;])/;
const OPENED = /(?:开|开门|出摊?|供|起|亮|营业|上桌|开始)[,、]\s?(?:到)?(?:早上|上午|中午|下午|傍晚|晚上|夜里|半夜)?$/;

/** A thing of everyday use, and a house that is open to all. */
const THING =
  /(?:柜|闸机|门禁|大门|[东南西北侧后前]门|卷帘门|灯|喷泉|[电扶]梯|空调|暖气|热水|冷气|音响|网|(?:充电)?桩|车库|缆车|索道|游船|渡船|停车场|食堂|饭堂|餐厅|[澡饭]堂|浴室|泳池|小卖部|[超夜早集]市|菜?市场|摊|店|[饭书宾公茶]馆|[当店商]铺|驿站|网点|银行|自习室|健身房|公园|广场|景区|操场|厕|公厕|渡口|码头|(?:[早晚午]餐|[早晚午]饭|夜宵))(?:的?(?:一般|都|平时|每[天晚日早]|是))?(?:到了?|一?过了?)?$/;
/** Somebody is sent to see to it: then it is an order. */
const SEEN_TO =
  /^[^,。;]{0,6},[^,。;]{0,4}(?:安排|指定|落实|派|叫人|找人|留人|留个人|留专人)|^[^,。;]{0,6},[^,。;]{1,4}(?:负责|盯着|值守|去开|去关|去锁)|务必|逾期|过期|抓紧|赶紧/;
/** 各拖一遍,组长拍照发群: what is to be shown afterwards was asked for. */
const SHOWN = /,[^。]{0,12}(?:拍|报|登记|签字|发群|记录|留痕)/;

/** What goes round: vehicles, and who has a round of his own. */
const ROUNDS =
  /(?:[车船艇渡]|广播站?|喇叭|喷泉|灯|阿姨|大[爷妈]|大叔|保洁员?)(?:每[天日周早晚]|一般|都|平时|[早晚]上|[上下中]午|傍晚|夜里|凌晨|周|[\d:点时半刻分、和一二三四五六七八九十日天])*$/;
const A_ROUND =
  /^(?:各|都|就|再)?(?:自|会)?(?:[走跑过转来摆播拖扫喷响发开亮拉遛]|[走跑过转]过)(?:上|收|出)?[一两二](?:遍|趟|次|班|圈|回|车)/;

export function isSelfRun(scene: Scene): boolean {
  const { phrase, left, clauseLeft, clauseRight, rest } = scene;
  if (phrase.edge !== null || phrase.from !== null || GATE.test(left) || SEEN_TO.test(rest)) return false;
  const { repeat, clock } = phrase.slots;
  if (repeat !== null || phrase.listed) return ROUNDS.test(clauseLeft) && A_ROUND.test(clauseRight) && !SHOWN.test(rest);
  if (clock === null || !SHUTS.test(clauseRight)) return false;
  return OPENED.test(left) || (clauseLeft !== '' && THING.test(clauseLeft));
}

const OPENS = /^(?:就|准时)?(?:开|开门|关|关门|锁|锁门|断电|合闸|拉闸)(?=,)/;
const DOOR = /(?:门|闸口?|阀|锁|窗|灯|电源|水泵|机|库)(?:在|于)?$/;

/** 食堂门明早六点开,安排人: a door that somebody is to see to. */
export function isSeenTo({ phrase, clauseLeft, clauseRight, right }: Scene): boolean {
  if (phrase.edge !== null || phrase.slots.clock === null || phrase.slots.repeat !== null) return false;
  return DOOR.test(clauseLeft) && OPENS.test(right) && clauseRight.length <= 4 && SEEN_TO.test(right);
}
