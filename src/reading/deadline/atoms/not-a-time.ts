/** What looks like a time and is none; it takes its place, so that no other recogniser reads a part of it. */
import type { Recogniser } from './atom.ts';

const none = { kind: 'none' } as const;

export const documentNumber: Recogniser = {
  id: 'not/document-number',
  hint: '〔[(【第',
  pattern: /[〔[(【]20\d{2}[〕\])】]\s?(?:第?\d{1,4}|第)号?|第\d{1,4}(?:-\d{1,4})?号/g,
  read: () => none,
};

export const phoneNumber: Recogniser = {
  id: 'not/phone-number',
  hint: '0123456789',
  pattern: /(?<!\d)\d{3,4}-\d{7,8}|\d{5,}/g,
  read: () => none,
};

/** 第十一届, 第3天, 第二季, 最后一晚: ordinals of things. */
export const ordinal: Recogniser = {
  id: 'not/ordinal',
  hint: '第最',
  pattern:
    /最后一[晚夜]|第(?!二天)[\d一二三四五六七八九十百]{1,4}(?:届|次|批|期|版|条|章|款|项|名|位|轮|天(?!上班)|日|年|周(?![一二三四五六日天])|季(?!度)|点|号|类|组|村|个?月|中学|小学)/g,
  read: () => none,
};

/** 24小时便民, 7×24小时, 120, 1小时车程. */
export const measure: Recogniser = {
  id: 'not/measure',
  hint: '时天日周月年午晚早',
  pattern:
    /\d{1,3}(?:\.\d+)?(?:[×xX*]24)?小时(?:便民|值班|值守|服务|营业|热线|开放|在线|在岗|待命|天气|雨量|降[雨水]|车程|自助|应急|备勤|监测)|(?:过去|近|最近|未来|今后|此后|预计)[\d一二两三四五六七八九十]{1,3}(?:个?小时|天|日|周|个月|年)(?:之?内|以内)?|(?<=[崩等忙跑吵找查堵停断闹转蹲站守弄搞晒泡磨累病]了)(?:一|大半|整整?)个?(?:上午|下午|晚上|早上|早晨|中午)(?=[,。;!?了]|$)/g,
  read: () => none,
};

/** 24节气, 5A, 12345, 1+1: figures with a fixed meaning. 五一路: a street; 同昌坊12号: a house in its lane. 周二爷: somebody's name. */
export const fixedName: Recogniser = {
  id: 'not/fixed-name',
  hint: '课三节今明点前都也坊弄路街巷苑底末终周',
  pattern:
    /周[一二三四五六](?:爷|奶|叔|伯|婶|嫂|娘|哥|姐|妹|嬢|舅|爹|妈|姨)(?![他她]?们)|[一二三四五六七八九十]会一课|三会一课|五四三|二十四节气|今日头条|今日[说看]法|明日之星|[一二三四五六七八九]点水|(?:[一二三四五六七八九十]层)?[三四五六七八九十]点(?=扦|取[样土]|采样|抽样|布样|法)|一点[儿]?(?:都|也)不|[差早晚快慢多少好大小远近有]一点(?!前|钟|半)|一点(?:点|也|都|意见|建议|心意|小|就|问题)|(?<=[坊弄路街巷苑])\d{1,3}号(?![前之以起到至]|[上下中]午|[早晚]|[\d一二三四五六七八九十]{1,2}[点时:])|(?:年底|月底|季末|年终|周末)了(?=[,。!哈啊哦呀哟])|目前|当前|日前|提前|以前年度|年前后|眼前|此前/g,
  read: () => none,
};
