/** Vetoes: times that are only talked about: quoted, put on record, in the news, rumoured or denied. */
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
const FORWARDED = /(?:转|通知|要求|指示|强调|批示|原文|如下|照这个|来[文电函])[^,。“「]{0,14}[::]\s?$/u;
const OLD_TEXT = /去年|上(?:个月|回|次|一轮)|往年|格式|样[例子本]|模板|参考|隔壁|以前|旧/u;

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
      const before = left.slice(0, at);
      return FORWARDED.test(before) && !OLD_TEXT.test(before) ? null : 'other';
    }
    return null;
  },
};

const NEWS =
  /^(?:[【[(]?(?:快讯|要闻|新闻|权威发布|转载|本网讯)|新华社|央视|人民(?:网|日报)|[^,。:\n]{1,8}(?:融媒|日报|晚报|新闻|电视台|广播|网)讯?[:\s]|[^,。:\n各转]{2,6}(?<![支本党干])(?:部|总局):(?!请|各))|据(?:悉|[^,。]{0,8}(?:报道|消息|介绍))|记者(?:从|获悉|了解)|敬请(?:期待|关注)|(?:印发|出台|发布|审议通过)[^,。]{0,8},提出|^《[^》]*报告》|[一-龥]{2,6}\d{1,2}月\d{1,2}日电/u;

/** 新华社北京3月5日电. */
export const news: RoleRule = {
  id: 'role/news',
  role: ({ text, left, rest }) => (NEWS.test(text) && !ADDRESSED.test(left) && !ADDRESSED.test(rest) ? 'event' : null),
};

const UNTRUE =
  /(?:是|系|属|为)(?:网络)?(?:谣言|假消息|假的|骗局|骗人)|谣言[,。!]|不实|辟谣|别信|不要(?:相信|信)|勿信|莫信|骗人的|纯属|瞎[编说传]|胡说|没影|小道消息|听来的|传闻|传言|(?:网上|朋友圈|群里|外面)(?:传|转|都说|在传)|有人[说讲]|好像是?[说讲]/u;

/** “12月5日前不续费就收号”是骗人的. */
export const untrue: RoleRule = {
  id: 'role/untrue',
  role: (scene) => (UNTRUE.test(sentenceOf(scene)) ? 'other' : null),
};

const ON_RECORD =
  /[老旧]通知|历史消息|请?大?家?忽略|聊天记录|(?:上|里|那里)(?:面)?写(?:着|的是)|(?:是|看)20\d\d年的|(?:此[件文]|纪要|仅供?)(?:[^,。;]{0,4})?(?:存档|备查|参考)|看(?:看|下|一下|个)?(?:个)?格式|照着?格式|给[^,。]{0,6}参考|(?:别|莫|不要|勿)(?:再)?(?:当真|当通知|照着)|不要当通知|去年(?:的|那)(?:通知|文|今年|样|[,。]|$)|(?:是|当)示例|(?:这个|这批|这些|那批|该项)(?:早就?|都)?已(?:经)?(?:落实|完成|办结|归档)|早(?:就)?(?:归档|交|报|办|完成)了|去年(?:这个?时候|此时|同期)/u;

/** 此件存档,不另行文; 去年的,看格式就行. */
export const onRecord: RoleRule = {
  id: 'role/on-record',
  role: ({ text, phrase }) => (ON_RECORD.test(text.slice(Math.max(0, phrase.start - FAR), phrase.end + FAR)) ? 'other' : null),
};

function sentenceOf({ left, right }: Scene): string {
  return `${left}…${right}`;
}
