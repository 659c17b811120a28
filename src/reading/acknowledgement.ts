/** Recognises an answer that only confirms: 收到 and its relatives, alone or with the sender's own promise behind it. */
import type { MessageView } from './view.ts';

/** Words that confirm by themselves, also behind a name: 柳沟村收到. */
const WORD =
  '收到|收悉|已收|知悉|已阅|已读|知道了|知道|晓得了|晓得|明白了|明白|了解了|了解|清楚了|懂了|好的|好嘞|好哩|好滴|好勒|好咧|好了|要得|得行|没问题|没得问题|妥了|OK|ok|Ok|okk|嗯嗯|嗯|哦哦|哦|噢|恩|遵命|照办|roger|copy|\\+1|√|阿好|好个|晓得哉|得嘞|安排上|没毛病|必须的';
/** Words that confirm only by themselves, or behind a place or a pause: 到 is one, 报到 is none. */
const SHORT_WORD = '收|好|行|中|可以|妥|成|是|在|到|111|11|1';
const TITLE = '书记|主任|镇长|乡长|局长|站长|所长|部长|科长|股长|主席|指挥|队长|老师|经理|总|领导|哥|姐|叔|婶|处|镇|乡|局|委员|同志';
const NAME = '(?:[\u4e00-\u9fff\\w]{1,10}[ ,:、]?)?';
const PLACE = '(?:[\u4e00-\u9fff\\w]{1,10}[村屯社区组段处 ,:、])?';
const PROMISE_WORDS =
  '马上|立即|立刻|这就|抓紧|尽快|一定|坚决|按时|准时|准点|保证|落实|照办|去办|办理|安排|通知|转达|传达|组织|开始|完成|参加|到会|上报|报|交|填|弄|整|搞|做|去|来|发|在|派|今|明|下午|上午|晚上|[0-9]';

const PROMISE = new RegExp(PROMISE_WORDS, 'u');
const WHOLE = new RegExp(
  `^(?:(?:${NAME}(?:都|全|已经?)?(?:${WORD})|${PLACE}(?:${SHORT_WORD}))(?:了|啦|哈|哦|呀|咯|喽|噻|嘛|哒|的|、|,| |!|~|。|${TITLE})*(?:[\u4e00-\u9fff]{0,3}(?:${TITLE}))?)+$`,
  'u',
);
const LEADING = new RegExp(
  `^(?:${NAME}(?:${WORD})|${PLACE}(?:${SHORT_WORD}))(?:了|啦|哈|的)?(?:[\u4e00-\u9fff]{0,3}(?:${TITLE}))?[,，。!、 :;]`,
  'u',
);
const LEADING_CLOSE = /^[\u4e00-\u9fff]{0,6}收到[\u4e00-\u9fff]{0,24}$/u;
const ASKS =
  /请.{0,6}(?:回复|接龙|报|交|填|发)|各村|各单位|各位|所有人|请回|[?]|收到[^,。]{0,4}(?:吗|没有|没$|不$)|(?:没|未|不|别|谁)[^,。]{0,4}收到/u;

export type Acknowledgement = 'whole' | 'promise' | null;

/** `whole`: nothing but a confirmation; `promise`: a confirmation, then what the sender will do. */
export function acknowledges(view: MessageView): Acknowledgement {
  if (view.message.kind !== 'text') return null;
  const { facts } = view;
  if (facts.acknowledgement === undefined) facts.acknowledgement = read(view);
  return facts.acknowledgement;
}

function read({ surface: { bare }, normal }: MessageView): Acknowledgement {
  if (bare === '' || bare.length > 80) return null;
  if (ASKS.test(bare) || normal.text.endsWith('?')) return null;
  if (bare.length <= 16 && WHOLE.test(bare)) return 'whole';
  if (LEADING.test(bare)) return PROMISE.test(bare) || bare.length < 24 ? 'promise' : null;
  return LEADING_CLOSE.test(bare) ? 'promise' : null;
}
