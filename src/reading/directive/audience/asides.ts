/**
 * What an ask tells beside whom it asks, in which places and people are only spoken of: what follows otherwise ("不然石板井的校车过不去"),
 * between which places something lies, who is praised. It is left out before anybody is looked for.
 */

const OTHERWISE = /(?<=[,。;!?])(?:不然|否则|要不然|要不是|免得|省得|以免|不至于)[^。;!?\n]*/gu;
const BETWEEN = /[\u4e00-\u9fff]{2,8}[和与跟到至][\u4e00-\u9fff]{2,8}?(?:之间|中间|交界)(?:的?(?:那段|这段|那截|路段|地方|位置|处))?/gu;
/** A sentence that ends in thanks, or says how well it was done, before another that asks. */
const PRAISED =
  /(?<=^|[。!?\n])[^。!?\n]{2,40}(?:辛苦了?|做得[最很真挺特比]?[\u4e00-\u9fff]{0,2}[好细快规实到漂][\u4e00-\u9fff]{0,3}|零差错|很(?:果断|及时|到位)[^。!?\n]{0,12})[。!](?=.)/gu;

/** "辛苦于园长!", "谢谢疾控连夜赶出来。", "昨夜谢谢玉林顶班。" */
const THANKS =
  /(?<=^|[,。!?;\n])(?!辛苦[\u4e00-\u9fff]{2,12}(?:重新|去一|来一|跑一|抓紧|尽快|盯一)[\u4e00-\u9fff]{0,5}[!。,])(?:昨[\u4e00-\u9fff]{1,3})?(?:辛苦|感谢|谢谢|多谢|祝贺|恭喜)(?!各|大家|你|您|把|帮|再|你们|今天|明天)[\u4e00-\u9fff]{2,14}[!。,](?=.)/gu;

/** "各村的排查是另一码事,不要搞混": what this is not. */
const ANOTHER_MATTER =
  /(?<=^|[,。;!?\n])[^,。;!?\n]{2,30}(?:是?另(?:一|外一?)(?:码|回|件)事|是两(?:码|回)事|不是一(?:码|回)事|另有(?:安排|通知)|另行(?:安排|通知)|(?:下周|另外|以后|改天)(?:再|另)排)[^:。;!?\n]*/gu;

/** "跟机关各办那张不是同一张": with what it is not to be mixed up. */
const NOT_THE_SAME =
  /(?<=^|[,。;!?\n(])(?:和|跟|与|同)(?![^,。;!?\n:)）]{0,14}[把今请都要])[^,。;!?\n:)）]{2,16}(?:不是(?:同?一)|不同|不一样|两码事|没关系|无关|分开)[^,。;!?\n:)）]{0,10}/gu;

/** "冯书记和我每周各带一天,不用报": who, like the speaker, needn't. */
const LIKE_ME =
  /(?<=^|[。;!?\n])[\u4e00-\u9fff]{2,5}[和跟]我(?!说|联系|讲|对|打|汇)[^,。;!?\n]{0,12},?不用(?:报|交|填|管|来)[^,。;!?\n]{0,4}/gu;

/** "机关各办我这边逐间点,不用报": whose part the speaker does himself. */
const DONE_BY_ME =
  /(?<=^|[。;!?\n])[^,。;!?\n把按照到用拿在]{2,12}?(?<![和跟给向报找对告请])(?:由|让)?我(?:这边|来|们|自己)?(?![发说讲的办群要那])[^,。;!?\n的]{1,10},(?:就|都|也)?不(?:用|必|消)(?:再)?[报交填来管跑][^,。;!?\n]{0,4}/gu;

/** "各社区不用另外填": a circle that is let off beside whoever is asked. */
const LET_OFF =
  /(?<=^|[,。;!?\n\s])各[\u4e00-\u9fff]{1,4}?(?:这次|这回|就|都|暂时?)?不(?:用|必|需要?|消)(?:再|另外?|单独)*[填报交来管动](?!别的|其[他它])[^,。;\n]{0,6}/gu;
/** "各乡镇不用来,视频参会": the same do it in another way. */
const IN_ANOTHER_WAY =
  /^[,。;]?(?:改?(?:成|为|用)?(?:视频|线上|电话|在线|手机)|自行|自己|直接|就地|各自|按|等(?:通知|消息)|在[家村乡镇所])/u;

/** "东巷李立派一人。各站各的,执行": each where they are. */
const EACH_HIS_OWN = /(?<=.[,。;!?\n])各[\u4e00-\u9fff]{1,2}各的(?=[,。;!]|$)/gu;

/** "…,杨乡长你莫瞪我": said in jest at the end or before what all are asked, and nothing is asked of him. */
const BANTER =
  /(?<=^|[,。;!?\n])[\u4e00-\u9fff]{2,5}?你?(?:莫|别|不要|不许|休)(?:瞪|怪|笑|骂|嫌|恨|生气|着急)(?:我|话|了|哈|嘛)?(?=[。!~]?$|,(?:各|大家|请|今|明))/gu;

/** "刘倩我发你的话你带到社事群哈": who only carries on what was said. */
const CARRIED =
  /(?<=^|[,。;!?\n])[\u4e00-\u9fff]{2,4}我(?:发|说)(?:给)?你的(?:话|消息|通知|那[条句])?[,]?你?(?:帮我)?(?:带|转|发|捎|传)(?:到|给|去)[^,。;!?\n]{0,8}群(?!众)里?[^,。;!?\n]{0,3}/gu;

/** "上官主任让问一句,水司的图什么时候能给?": whose word it is. */
const WHOSE_WORD = /(?<=^|[。!?\n])[\u4e00-\u9fff]{2,6}(?:让|叫|托)我?(?:问|说|转|带|催|提醒)(?:一?[句声下]|个?话|大家)?[,:]/gu;

/** "发医院邮箱,不用经民生办": past whom it goes. */
const NOT_THROUGH = /不(?:用|必|需要?|再)?(?:经过?|通过)[\u4e00-\u9fff]{2,8}(?=[,。;!?\n]|$)/gu;

/** "美仪、大海,两位辛苦。": nothing but names, and thanks beforehand. */
const HAILED = /^[\u4e00-\u9fff]{2,5}(?:[、,和][\u4e00-\u9fff]{2,5}){0,4}?,?(?:你们)?(?:[两几三四]位)?(?:先)?辛苦了?[。!](?=.)/u;

export function hailIn(text: string): string {
  return HAILED.exec(text)?.[0] ?? '';
}

export function withoutAsides(text: string): string {
  return withoutLetOff(text)
    .replaceAll(OTHERWISE, '')
    .replaceAll(BETWEEN, '')
    .replaceAll(PRAISED, '')
    .replaceAll(THANKS, '')
    .replaceAll(ANOTHER_MATTER, '')
    .replaceAll(EACH_HIS_OWN, '')
    .replaceAll(BANTER, '')
    .replaceAll(CARRIED, '')
    .replaceAll(NOT_THE_SAME, '')
    .replaceAll(LIKE_ME, '')
    .replaceAll(DONE_BY_ME, '')
    .replaceAll(NOT_THROUGH, '')
    .replaceAll(WHOSE_WORD, '');
}

/** "农贸市场那边我查过了没问题", "安居佳上周就给了", "梭子巷过半": a clause that tells how somebody stands, and asks nothing. */
const TOLD =
  /(?<=^|[,。;!?\n])(?![^,。;!?\n]*(?:请|把|将|务必|必须|别|记得|都要|抓紧|赶紧|马上))[^,。;!?\n]{2,24}(?:没问题|(?:都|已经?|全|当场|早就?|上周就?|昨天就?|我)[^,。;!?\n]{0,3}(?:交|报|收|填|查|看|改|盖|弄|搬|给|完|齐|办|录)(?:到|过|完|好|上|齐|掉)?了|(?:入户|走访|排查|整改|录入)完了|过半|一[户家个]没动|(?:做|写|填|弄|搞|登记|反应)得?(?:很|最|真|挺)(?:好|快|规范|细|到位)|[\u4e00-\u9fff]得(?:很|最|真|挺|确实|蛮)?(?:漂亮|清爽|规范|扎实|像样|仔细|周到|利索|到位|细)|在[\u4e00-\u9fff]{1,6}(?:学习|开会|出差|培训|住院)|[今明][天日]请假)(?=[,。;!\n])/gu;

/** Without them, where that leaves something. */
export function withoutTold(text: string): string {
  return text.replaceAll(TOLD, '');
}

function withoutLetOff(text: string): string {
  const rest = text.replaceAll(LET_OFF, (said: string, ...[index]: readonly number[]) =>
    IN_ANOTHER_WAY.test(text.slice((index ?? 0) + said.length)) ? said : '',
  );
  return /[\u4e00-\u9fff]{2}/u.test(rest) ? rest : text;
}
