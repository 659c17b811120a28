/**
 * Who speaks in a text, and to what end: times in the answer of a receiver, in praise, in an advert or in a joke bind nobody. Told
 * from the whole text, once.
 */
import { matchesOf } from '../../text/matches.ts';

export type Speaker = 'answering' | 'greeting' | 'praising' | 'selling' | 'jesting';

/** Words by which a text asks something of others; where they stand, it is no mere answer, praise or joke. */
const ADDRESSED =
  /请(?!假|客|教|示|您|领导|书记|镇长|主任|放心|问|了假)|各(?!自|种|类|项|界|方面|户人|地)|大家(?!好|早|晚|辛苦|的|都不)|全体|所有(?:人|村)|你们(?!辛苦|放心|好|监督)|恁|诸位|同志们(?!辛苦|点赞|好)|务必|不得|不准|不许|(?:报|给|交|发|传|送|找|回)(?:给)?(?:我|俺|咱)(?!们?[村社组站所]|一|点|两|放|下|任务)|(?:交|报|送|发|传|拿|带|捎|收|填)(?:上|过|回)?来(?!了|的)|我要(?!去|回|开|学|看齐|请)|都[要得]|那(?:就|你)(?!好|行|谢)|逾期(?!睡|不予(?:开饭|安排晚饭|供应))|一律/;

const TITLE =
  '(?:[一-龥]{0,3}?(?:书记|镇长|乡长|县长|主任|主席|局长|站长|所长|校长|组长|领导|总|哥|姐|工|老师|委员|部长|科长)|@[^\\s,。]{1,12}|[\\[(【][^\\]】)]{1,6}[\\])】])?';
/** 收到请回复, 收到后, 收到的 are no answers. */
const ANSWER = new RegExp(
  `^(?:[一-龥]{2,4}(?=收到[,。!]))?(?:@[^\\s]{1,16}\\s)?(?:(?:收到(?:收到)?(?:(?!(?:立[即刻]|马上|即刻?|尽快|及时|务必|都要?|就|速)回|请|的|后|回|此|本|通知|没|短信|文件|指令|了吗)[一-龥]{0,5}(?=[,。!;~\\s]))?|已(?:经)?收到|已知悉|好的|好嘞|好滴|好咧|好呢|好|行嘞|行|中|可以|成|OK|Ok|ok|嗯嗯?|哦哦?|知道了?|知道啦|晓得了?|明白了?|遵命|没[得啥]?问题|没毛病|已阅|回复[:,]?|(?:报告|汇报)(?=[一-龥]{0,2}(?:书记|[镇乡县局]长|主任|领导|指挥部))|得嘞|得令|妥了?|是的?|刚看到|才看到|请?[一-龥]{0,2}(?:领导|书记|主任|[镇乡县局站所]长|总|委员)您?放心|放心|马上办|立即落实|照办){1,2}${TITLE}(?:[,。!;~、\\s]+|$)){1,4}(?!请|后(?![天日])|的请|没有?的)`,
);

const GREETING =
  /^(?:早[,!。\s]|(?:大家|各位|亲们?|群友们?)?(?:早上好|早安|早$|早[,!。]|晚安|上午好|下午好|晚上好|新年好|周末愉快|过年好)|晚安|恭喜|恭祝|祝[^,。]{1,10}(?:快乐|吉祥|顺|安|好|福|幸福)|预祝|祝?[^,。]{1,12}快乐)/;

/** Words to a superior, whatever else is said. */
const REASSURED = /请[^,。]{0,4}放心|给(?:各位|大家|领导)添麻烦/;

const PRAISE =
  /[说讲写干做](?:得|的)(?:太|真|很|多|就是)?(?:[好对透实妙棒]|及时|到位|在理|精彩|入木)|句句|字字|醍醐灌顶|如沐春风|热血沸腾|高屋建瓴|一针见血|向[^,。!]{1,8}(?:学习|看齐|致敬)|[为给][^,。!]{1,10}点赞|(?:书记|镇长|乡长|县长|主任|局长|站长|领导|总|委员|姐|哥)们?(?:辛苦|英明|威武|一马当先|雷厉风行|身先士卒|以身作则)|(?:听了|聆听)[^,。!]{1,12}(?:讲话|的话|部署|会|个下午|个上午)|雷厉风行|一马当先|铁军|为我们(?:树立|作)|决战决胜|(?:绝不|决不|不)(?:给[^,。]{1,8})?拖后腿|立即再|再接再厉/;
const OATH =
  /坚决|保证|绝不|决不|一定|誓|回去|连夜|立即|也要|就(?:传达|贴|整改|落实)|打赢|辛苦|[强奋斗抱拳玫瑰]\]|没得说|仍在|还在|做出来|了$/;

/** Of a shop or a trader: words that nobody else uses, and words that organisations use as well. */
const SALE =
  /(?<loud>特惠|大促|酬宾|促销|半价|[\d一二三四五六七八九]折|立[减省]|秒杀|包邮|下单|截[团单]|[开拼]团|量大(?:从优|优惠)|恢复原价|甩卖|充\d+送|厂家直[销供]|签单|早鸟|[钜巨]惠|手慢无|满[百\d]+[减送返]|随叫随到|价格好[商谈说]|便宜处理|免息|包吃住|包食宿|要的(?:抓紧|赶紧|私)|领鸡蛋|锁价|(?:办理|报名|充值|购买|签约|[订定]金)[^,。]{0,2}(?:即?送|返|减)(?!到|达|交)|帮(?:我|忙)[^,。]{0,6}投)|先到先得|转让|招租|出租(?![屋房车户人])|出售|急售|开业|团购|打折|优惠价|特价|自提|到店|私[聊我]|有意(?:者)?(?:私|联系)|可?预[定订]|[订定]金|学车|驾校|新开|免费(?:送|剪|试|体验)|不含餐|旅游团|便宜|包送|周年庆|办卡|包接送|招聘?[^,。]{0,4}(?:小工|厨师|学徒|保姆|普工|保洁员?|服务员|收银员?|店员|司机)|扫码绑定|名额(?:只剩|仅剩|有限)|零时生效|送[^,。到来去交至达]{0,4}(?:机顶盒|鸡蛋|棉鞋|手套|啤酒|灯具|胶鞋|礼品|红包)|[\d一二三四五六七八九十]{1,8}元一?(?:斤|个|箱|只|公斤|张|次|件|双)|[\d一二三四五六七八九十百]块(?:钱|[一二三四五六七八九]?(?:一[个斤只箱袋]|每[个斤只箱袋]))|[一二三四五六七八九]毛一?斤|有要的|清仓(?!查)|最后一天|老街口|本店|小店|亲们?(?:[,!您]|$)/g;
/** An organisation that buys together, or watches over trade, asks for figures. */
const TOGETHER =
  /上报|报送|反馈|汇总|统计|提交|填报|请各[村社单部组站镇乡]|各[村社组站](?:[^,。书]|$)|报(?:给)?我|台账|名单|清单|合同|办结|排查|整改|完成|家长|接龙/;

/** The register of clowning, and of a household. */
const JEST =
  /(?<loud>(?<![一二三四五六七八九十百\d几两各多每些])家规(?![上模划范])|家属办|家庭办|胃口办|内当家|(?:老婆|媳妇|丈母娘|女儿|儿子|闺女|孩子|娃|老公)(?:大人)?(?:给我|让我|叫我|规定|下令|说|有令)|自家通知|有令|减肥|瘦[一二三五十\d]+斤|(?<!福利|体育)彩票|睡沙发|开玩笑|段子|哈哈哈|\[(?:捂脸|流泪|笑哭|破涕为笑|旺柴|偷笑|裂开|吃瓜)\]|奇迹|世界上最|不予(?:开饭|安排晚饭)|欢迎围观|头发(?:得|要|都)|崩溃|我把[^,。]{1,5}吃了|跟你姓|小目标|请我?(?:客|喝)|怀疑人生|打赌|赌一把|我赌|笑死|我宣布|帅哥|欠[^,。]{1,4}[顿场](?:酒|饭))|哈哈|老婆|媳妇|老公|丈夫|洗碗|刷碗|洗脚|拖地|遛狗|喂猫|剪指甲|排骨|饺子|[顿场]酒|孩子作业|手抄报|比他还急|哄开心|锁门|羊肉|红包/g;
const EARNEST = /(?:报|交|发|传|送)(?:给)?(?:我|俺)(?!下)|前给(?:我|俺)(?=[,。;!\s]|$)|[表册账单料据]|上报|报送|整改|慰问|五保|困难户/;

export function speakerOf(whole: string): Speaker | null {
  const text = spokenIn(whole);
  const isAddressed = ADDRESSED.test(text);
  if ((!isAddressed || REASSURED.test(text)) && ANSWER.test(text)) return 'answering';
  if (!isAddressed && GREETING.test(text)) return 'greeting';
  if (!isAddressed && PRAISE.test(text) && OATH.test(text)) return 'praising';
  if (weightOf(SALE, text) >= (TOGETHER.test(text) ? 4 : 2)) return 'selling';
  return weightOf(JEST, text) >= 2 && !EARNEST.test(text) ? 'jesting' : null;
}

/** Each word counts once, a loud one twice. */
function weightOf(words: RegExp, text: string): number {
  const struck = new Map<string, number>();
  for (const match of matchesOf(words, text)) struck.set(match[0], match.groups?.['loud'] === undefined ? 1 : 2);
  return [...struck.values()].reduce((sum, weight) => sum + weight, 0);
}

const RULE = /\n(?:- ){3,}-?\n?/;

/** A reply under what it quotes speaks for itself. */
function spokenIn(whole: string): string {
  const rule = RULE.exec(whole);
  return rule === null || !/^[「“"]/.test(whole.trimStart()) ? whole : whole.slice(rule.index + rule[0].length).trimStart();
}

export { ADDRESSED };
