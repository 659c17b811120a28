/** Vetoes: times that are only talked about: quoted, put on record, in the news, rumoured or denied. */
import { withoutRumour } from './official.ts';
import type { RoleRule, Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';

const QUOTES: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
];
/** How far from the time its quotation marks may stand. */
const FAR = 120;

/** A forwarded order is quoted to be carried out. */
const FORWARDED = /(?:转|通知|要求|指示|强调|批示|原文|如下|照这个|来[文电函])[^,。“「]{0,14}[::]?\s?$/;
const OLD_TEXT = /去年|上(?:个月|回|次|一轮)|往年|格式|样[例子本]|模板|参考|隔壁|以前|旧|那[条个句份]|[转发传]的/;

/** 群里那句“9月15日前完成”是上个月的: said of words, not to the reader. */
export const mentioned: RoleRule = {
  id: 'role/mentioned',
  role({ text, phrase }) {
    const left = text.slice(Math.max(0, phrase.start - FAR), phrase.start);
    const right = text.slice(phrase.end, phrase.end + FAR);
    for (const [open, close] of QUOTES) {
      const at = left.lastIndexOf(open);
      if (at < 0 || left.lastIndexOf(close) > at) continue;
      const end = right.indexOf(close);
      if (end < 0 || right.slice(0, end).includes(open)) continue;
      if (ADDRESSED.test(right.slice(end))) return null;
      const before = left.slice(0, at);
      return FORWARDED.test(before) && !OLD_TEXT.test(before) ? null : 'other';
    }
    return null;
  },
};

const NEWS =
  /^(?:[【[(]?(?:快讯|要闻|新闻(?!稿|办|科|中心|部|发言|素材|通稿|线索|照片|宣传)|权威发布|转载|本网讯)|新华社|央视|人民(?:网|日报)|[^,。:\n]{1,8}(?:融媒|(?<!隐患|工作|进度|值[班守]|疫情|[防讯汛]情?|灾情|数据|生产|安全|调度|施工|情况|巡查|信息|每)日报|晚报|新闻|电视台|广播|网)讯?[:\s]|(?:[^,。:\n各转]{2,6}总局|(?:外交|国防|教育|科技|工信|工业和信息化|公安|民政|司法|财政|人社|人力资源和社会保障|自然资源|生态环境|住建|住房和城乡建设|交通运输|水利|农业农村|商务|文旅|文化和旅游|应急管理|退役军人事务)部):(?!请|各))|据(?:悉|[^,。]{0,8}(?:报道|消息|介绍))|记者(?:从|获悉|了解)|敬请(?:期待|关注)|(?:印发|出台|发布|审议通过)[^,。]{0,8},提出|^《[^》]*报告》|[一-龥]{2,6}\d{1,2}月\d{1,2}日电/;

/** 新华社北京3月5日电. */
export function isNews(text: string): boolean {
  return NEWS.test(text);
}

/** What a news item tells, unless a sentence of it asks something of the reader. */
export const news: RoleRule = {
  id: 'role/news',
  role: ({ left, rest }) => (ADDRESSED.test(left) || ADDRESSED.test(rest) ? null : 'event'),
};

const UNTRUE =
  /(?:是|系|属|为)(?:网络)?(?:谣言|假消息|假的|骗局|骗人|诈骗|圈套)|谣言[,。!]|不实(?!的|者|数据|材料|举报|填报|信息[核排处清])|辟谣(?!稿|帖|文|信息|短信|视频|海报|公告|通告|声明|宣传)|别信|不要(?:相信|信)|勿信|莫信|骗人的|纯属|瞎[编说传]|胡说|没影|小道消息|听来的|传闻|传言|(?<![往到向][一-龥]{0,2}|(?:别|不要|不得|不许|不能|不准|莫|勿|禁)止?(?:再|在){0,2})(?:网上|朋友圈|群里|外面)(?:传(?!的(?:那[个份张])?(?:表|数|名单|模板|文件|样))|转|都说|在传)|(?:有人|好像是?)[说讲][^,。]{0,8}…/;

/** 仍按9月28日前报,别信群里乱传的: what holds is set against the rumour. */
const AFFIRMED = /(?:仍|还是|依旧|照旧|依然)[^,。]{0,2}(?:按|是|为)\s?$/;

/** “12月5日前不续费就收号”是骗人的. */
export const untrue: RoleRule = {
  id: 'role/untrue',
  role: (scene) => (UNTRUE.test(sentenceOf(scene)) && !AFFIRMED.test(scene.clauseLeft) ? 'other' : null),
};

/** 刚才那条发错了,请忽略。本月是25号前: what is to be ignored is the message before this one. */
const IGNORED_BEFORE = /(?:那|这|上|前)(?:面|边)?(?:那|的|一)?[条个份][^。!;\n]{0,16}忽略[^。!;\n]{0,4}[。!;\n]/;
/** 应以周五12时为准,前面那条请忽略; 12日12:00前报。刚才那条日期写错,请忽略: so is it where that is said after it. */
const IGNORED_AFTER = /(?<=[,。;])(?:请)?(?:把)?(?:前面?|上面?|刚才|之前)(?:那|的|一)?[条个份][^,。;]{0,8}(?:,(?:请|大家|各位)?)?忽略/;

/** …交,昨天发的四月十日请忽略: what else is to be ignored is named. */
const OTHER_IGNORED =
  /(?:^|[,。;])[^,。;]{0,4}(?:昨[天晚]|前天|上午|下午|之前|此前|刚才|早上|上次|前面|原来)[^,。;]{0,6}(?:发|说|讲|通知|写|定)的[^,。;]{0,16}忽略[^,。;]{0,4}(?:[,。;]|$)/;

const ON_RECORD =
  /这一?[条个点][^,。]{0,4}(?:已经?)?写进|[老旧](?:通知|文)(?:[,:。]|回看|】)|历史消息|忽略(?!上|前|刚|之前|此前|第)|翻[^,。]{0,4}记录|(?:上|里|那里)(?:面)?写(?:着|的是)|(?:是|看)20\d\d年的|(?:此[件文]|纪要|仅供?)(?:[^,。;]{0,4})?(?:存档|备查|参考)|看(?:看|下|一下)?(?:个)?格式(?:就[行好]|[:。,]|$)|格式照(?:这个|着)|(?:存个?|留个|当个?)样子?|(?:别|莫|不要|勿)(?:再)?(?:当真|当通知|照着)|不要当通知|(?<!别抄|别用|不用|不要|跟|和|同|比|抄|像|学)去年(?:的样|(?:的|那)(?:通知|文|今年|给|供|[,。]|$))|(?:是|当)示例/;
const SAME_SENTENCE = /[^。!?\n]*$/;
const YEAR_AGO = /去年(?:这个?时候|此时|同期)/;
/** Done long ago, as the same sentence tells: 秸秆专班9月10日前到岗,这个已经落实了. */
const DONE =
  /(?:这个|这批|这些|那批|该项|目前|现)(?:早就?|都)?已(?:经)?(?:按期|全部)?(?:落实|完成|办结|归档|拨付)|的那?[批份些]?[^,。]{0,4}早(?:就)?(?:归档|交|报|办|完成)了|[,](?:现|均|都)?已(?:按期|全部)?(?:拨付|完成|办结|落实)(?:[,。]|$)/;

/** 此件存档,不另行文; 去年的,看格式就行. */
export const onRecord: RoleRule = {
  id: 'role/on-record',
  role: (scene) => (DONE.test(sentenceOf(scene)) || isOldNotice(scene) || isOnRecord(scene) ? 'other' : null),
};

function isOnRecord({ text, phrase, rest }: Scene): boolean {
  const before = withoutOldMatter(text.slice(Math.max(0, phrase.start - FAR), phrase.start))
    .replace(IGNORED_BEFORE, '')
    .replace(OTHER_IGNORED, ',');
  // What is told of last year in a sentence before says nothing of an order behind it.
  if (YEAR_AGO.test(SAME_SENTENCE.exec(before)?.[0] ?? '') && !ADDRESSED.test(rest)) return true;
  return ON_RECORD.test(
    before +
      text
        .slice(phrase.start, phrase.end + FAR)
        .replace(OTHER_IGNORED, '')
        .replace(IGNORED_AFTER, ''),
  );
}

/** 截止时间是去年的,莫照到填。今年…3月16日前交: what is not to be followed, and then what is. */
const NOT_FOLLOWED = /(?:别|莫|不要|勿)(?:再)?(?:照|按|看|用|转|传|信|填)|不作数|作废/;
const OF_NOW = /今年|本[次轮期批月周]|这[次回批轮]|现在|新的/;

function withoutOldMatter(before: string): string {
  const sentences = before.split(/(?<=[。!?;\n])/);
  const own = sentences.at(-1) ?? '';
  return sentences.filter((each) => each === own || !NOT_FOLLOWED.test(each) || !OF_NOW.test(own)).join('');
}

const DATED = /(?<year>20\d\d)年[^。]{0,14}(?:通知|文件|要求|规定)[^。,]{0,6}[:]/;

/** 2024年3月8日通知:各支部于3月20日前上报: of another year. */
function isOldNotice({ text, phrase, frame }: Scene): boolean {
  const year = DATED.exec(text.slice(Math.max(0, phrase.start - FAR), phrase.start))?.groups?.['year'];
  return year !== undefined && Number(year) < frame.year && phrase.slots.day?.pattern.every !== 'once';
}

function sentenceOf({ left, right, rest }: Scene): string {
  return `${withoutRumour(left, rest)}…${right}`;
}
