/** Which kind of verb a text holds first: a deed that is asked for, or a happening. */
import { DEED, HAPPENING } from './words.ts';

/** What may stand between a time and the deed: 周五就要全部…, 周五各组… */
const BEFORE_DEED =
  '(?:就|都|也|全部|全|统一|一律|一定|务必|必须|要|得|须|应当?|基本|彻底|集中|抓紧|尽量|争取|力争|一并|一起|给我|大家|各[村组社队]|加个?班|熬夜|连夜|抽空|抽时间|挤时间|赶紧)*';
/** What is over by itself (唱完, 下完, 转好) and who comes by himself (走回来) is no deed; nor what is denied. */
const NO_DEED =
  '(?![^,。]{0,2}(?:[不没未别无]|下完|到齐|[入到进]场|[就入]座|得好|[早晚][上间]好|[上下]午好))(?![又开唱演播放停吃喝睡住玩考忙到走跑赶飞坐爬病晒好能可才时从在由自跟和与同就都也我俺你他她咱第])(?![^,。]{0,3}(?:气|情|体|身|转|变|更|最|很|挺|太|还|较|甚|真|极|正|蛮|可)[好干清])(?![^,。]{0,3}坐)(?!(?:[看想听冷热凉暖好瘦胖站坐躺忙降升]|就起)(?:起来|下来|下去|过去))';
/** A verb of any kind with the word that it is done to the end: 砌完, 挖齐, 录清, 补上来. */
const TO_THE_END = '[一-龥]{1,3}?(?:完毕?|好|齐|妥当?|清楚|[毕清](?=$|[,。;、])|干净|到位|掉|遍|停当|利索|[出上回过下]来|[下过出]去|起来)';
/** Those of which only some verbs make a deed, and words that say it in one: 填平, 换上; 敲定, 定版, 收尾. */
const AT_THE_END =
  '[敲选圈商拟议划审排锁核说]定|定下来|[填铺垫推整刮]平|[压夯填]实|[扎捆绑钉]牢|[备配储留]足|[冲铲扫洗刮]净|[搬腾清掏倒挪]空|[修打挖接疏拉抢铺连]通|[拖抬挪牵背推移]走|[换装挂贴补安架铺盖种栽堵封锁]上|定[版型调]|付印|送[审印检]|收[尾口官]|截[稿标]?(?=$|[,。;、标])|[入出]库|[入到]仓|了[结断]|结[项案题掉]|清[欠退掉账]|会[签审]|[取领]回(?!家)|[追调召带捎寄发]回(?!家|去)|[锁封]系统|锁[库表网分]|[还摆退堆抬贴挂归][到进][一-龥]|回[话音]|[重补造做写拟编画制]{1,2}一[份张套版册本]|[核校订](?=$|[,。;、])|入[账档册]|封[库账网]|关口子|闭[库网]|建[档账卡]|装[订箱袋盒]|成册|签批|备案|核验|校[对核]|编[制印写]|起草|撰写|打包(?![间带员盒机台])|封装|复印(?![机店件室])|扫描(?![仪件枪])|导[入出]|拷贝|归[类拢集卷]|立卷|补正|[返退]还|清点|拨付|划转|兑现|闭环|销账|归零|[消排]除|关停|取缔|查处|摘牌|交工|回函|付讫|递交|出[炉稿图样]|交[卷割差]|封[卷存]|见稿|张榜|挂网|定(?=方案|计划|人选|名单|规划|预算)';
const COMPLETED = new RegExp(
  `^${BEFORE_DEED}${NO_DEED}(?:${TO_THE_END}|${AT_THE_END})(?![^,。]{0,8}没)(?!再|就|后|之后|以后|才|了|的|过|没|不|转|看|吃|像)`,
);

/** 3月12日栽完: whatever the verb, what is to be done to its end is a deed. */
export function isCompletion(text: string): boolean {
  return COMPLETED.test(text);
}

/** 对接会哦: how it is said, behind the last word of a clause. */
const MOOD = /[哦啊哈呀嘛啦哟]+(?=$|[,。;!])/g;

export function firstVerb(said: string): 'deed' | 'happening' | null {
  const text = said.replace(MOOD, '');
  if (/^就?要(?:数|表|东西|结果|材料|名单)?[啊哈呀]*$/.test(text)) return 'deed';
  const byTheWay = /顺[便带路手]/.exec(text);
  if (byTheWay !== null) return firstVerb(text.slice(byTheWay.index + 2));
  const deed = DEED.exec(text);
  const happening = HAPPENING.exec(text);
  if (deed === null && happening === null) return null;
  if (happening === null) return 'deed';
  if (deed === null || deed.index >= happening.index) return 'happening';
  return isNamedHappening(text, deed) ? 'happening' : 'deed';
}

/** 清淤现场会, 整改推进会: a deed's word in the name of a happening, which ends its clause. */
function isNamedHappening(text: string, deed: RegExpExecArray): boolean {
  if (/[把将报交发传填给送]|完成|通知/.test(deed[0])) return false;
  const clause = text.slice(deed.index).split(/[,。;!]/)[0] ?? '';
  return clause.length <= 16 && /(?:会|会议|培训|活动|仪式|演练|比赛|讲座|宣讲|班)$/.test(clause);
}
