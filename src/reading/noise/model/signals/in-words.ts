/** A signal as a sentence for people. */
import { LABELS } from '../../../../model/label.ts';
import { MESSAGE_KINDS } from '../../../../model/message.ts';
import { NO_TASK } from './dialogue.ts';
import { FIGURES, HOURS, LENGTHS } from './form.ts';
import { SIGNAL } from './kinds.ts';
import { NEVER, NO_OWN } from './neighbours.ts';
import { WORD_LISTS } from './words.ts';

const STANDINGS = ['领导', '办公室(站所)的人', '村社区、一线的人', '不在花名册里的人', '身份不明的人'];
const WHO = ['不布置工作的人', '布置工作的人'];
const KINDS: Readonly<Record<string, string>> = {
  text: '文字',
  image: '图片',
  video: '视频',
  voice: '语音',
  file: '文件',
  sticker: '表情',
  link: '链接',
  location: '位置',
  redpacket: '红包',
  chain: '接龙',
  recall: '撤回',
  system: '系统消息',
};
const LABEL_WORDS: Readonly<Record<string, string>> = {
  directive: '布置',
  update: '变更或催办',
  part: '布置的一部分',
  notice: '告知',
  traffic: '流量任务',
  appeal: '诉求',
  hazard: '隐患',
  report: '汇报',
  question: '问话',
  answer: '答复',
  opaque: '看不出内容的消息',
  ack: '收到',
  flattery: '点赞表态',
  greeting: '问候',
  chitchat: '闲聊',
  share: '转发',
  photo_dump: '照片',
  redpacket: '红包',
  system: '系统消息',
  other: '无关内容',
};
const LIST_WORDS: Readonly<Record<string, string>> = {
  handIn: '报、交、填',
  deeds: '要做的事',
  objects: '表、名单、材料',
  requests: '请、务必、抓紧',
  everyone: '各村、大家',
  firstPerson: '我、我们',
  meeting: '开会、培训',
  hazard: '险情、损坏',
  appeal: '反映、诉求',
  praise: '夸赞',
  greeting: '问候',
  traffic: '转发、点赞、打卡',
  plan: '听说、如果、去年',
  notice: '告知、天气、停水',
};
const GAP_WORDS = ['一分钟内', '三分钟内', '十分钟内', '半小时内', '两小时内', '两小时以前', '四小时内没有'];
const MENTIONS = ['没有点名', '点了人的名', '@了所有人'];
const QUESTIONS = ['不是问话', '带疑问词', '以问句结尾'];
const ASKERS = ['不布置工作的人', '布置工作的人', '不在花名册里的人'];
const DISTANCES = ['上一条', '前两三条', '再往前'];
const ACK_FORMS = ['不是收到一类的话', '整条是收到一类的话', '收到,再加一句表态'];
const WANTED = ['时间', '数目', '地方', '人', '办法', '是不是', '什么'];
const BROUGHT = ['时间', '数目', '地方', '人', '办法', '是或不是', '别的'];
const TIMES = ['有开会一类的时间', '有过去的时间', '有已经作废的旧时间', '有别的时间'];

type Teller = (value: number) => string;

const TELLERS: Readonly<Record<number, Teller>> = {
  [SIGNAL.kind]: (value) => kindWords(value),
  [SIGNAL.kindOfStanding]: (value) => `${STANDINGS[value % 8]}发的${kindWords(value >> 3)}`,
  [SIGNAL.standing]: (value) => `${STANDINGS[value]}说的`,
  [SIGNAL.mentions]: (value) => `${STANDINGS[value % 8]}说的,${MENTIONS[value >> 3]}`,
  [SIGNAL.length]: (value) => lengthWords(value),
  [SIGNAL.lengthOfStanding]: (value) => `${STANDINGS[value % 8]}说的,${lengthWords(value >> 3)}`,
  [SIGNAL.reply]: (value) =>
    value < 2 ? '没有回复别的消息' : value < 4 ? '回复的是较早的消息' : `${WHO[value % 2]}回复“${labelWords((value >> 1) - 2)}”`,
  [SIGNAL.ownBefore]: (value) =>
    value === NO_OWN ? '此前十分钟内本人没有发言' : `本人${GAP_WORDS[(value >> 1) % 4]}发过“${labelWords(value >> 3)}”`,
  [SIGNAL.placeInTurn]: (value) => `${WHO[value % 2]}接连说的第${Math.min(value >> 1, 3) + 1}条${value >> 1 >= 3 ? '以后' : ''}`,
  [SIGNAL.sinceAsk]: (value) => `群里上一次布置:${GAP_WORDS[value >> 1]}`,
  [SIGNAL.askBefore]: (value) => `群里${GAP_WORDS[(value >> 1) % 8]}有人发过“${labelWords(value >> 4)}”`,
  [SIGNAL.sinceQuestion]: (value) => (value >> 1 === NEVER ? '近来没有人提问' : `${GAP_WORDS[value >> 1]}有人提问`),
  [SIGNAL.pictures]: (value) =>
    value >> 4 === 0 ? '前五分钟群里没有照片' : `前五分钟群里有${value >> 4}张以上照片,本人${(value >> 2) % 4}张`,
  [SIGNAL.acks]: (value) => (value >> 1 === 0 ? '前五分钟没有人回收到' : '前五分钟有人在回收到'),
  [SIGNAL.before]: (value) => `上一条是“${labelWords(value >> 2)}”`,
  [SIGNAL.secondBefore]: (value) => `上上条是“${labelWords(value >> 2)}”`,
  [SIGNAL.thirdBefore]: (value) => `再上一条是“${labelWords(value >> 2)}”`,
  [SIGNAL.deadlines]: (value) => `${WHO[value % 2]}说的,${value >> 1 === 0 ? '没有截止时间' : '有截止时间'}`,
  [SIGNAL.otherTimes]: (value) => `${WHO[value % 2]}说的,${TIMES[value >> 1]}`,
  [SIGNAL.urgency]: (value) => `${WHO[value % 2]}${value > 1 ? '要马上' : '要尽快'}`,
  [SIGNAL.words]: (value) => listWords(value),
  [SIGNAL.wordsOfStanding]: (value) => `${WHO[value % 2]}说的,${listWords(value >> 1)}`,
  [SIGNAL.askPattern]: patternWords,
  [SIGNAL.askForm]: (value) =>
    `${patternWords(Math.floor(value / 6))},${QUESTIONS[(value >> 1) % 3]}${value % 2 === 1 ? ',从“我”说起' : ''}`,
  [SIGNAL.questionForm]: (value) => `${WHO[value % 2]}说的,${QUESTIONS[Math.floor((value >> 1) / 3)]},${MENTIONS[(value >> 1) % 3]}`,
  [SIGNAL.self]: (value) => `${WHO[value % 2]}说的,${value > 1 ? '从“我”说起' : '不从“我”说起'}`,
  [SIGNAL.acknowledgement]: (value) => `${WHO[value % 2]}说的,${ACK_FORMS[value >> 1]}`,
  [SIGNAL.hour]: (value) => `发在${HOURS[value - 1] ?? 0}点到${HOURS[value] ?? 24}点之间`,
  [SIGNAL.stickers]: (value) => (value >> 2 === 0 ? '没有表情' : '带表情'),
  [SIGNAL.quotes]: () => '引用了别人的话',
  [SIGNAL.lines]: (value) => (value >> 1 === 0 ? '只有一行' : '分了几行'),
  [SIGNAL.heading]: () => '有【】题头',
  [SIGNAL.figures]: (value) => (value >> 1 === 0 ? '没有数字' : `有${FIGURES[(value >> 1) - 1]}处以上数字`),
  [SIGNAL.duration]: () => '语音的长短',
  [SIGNAL.turnBefore]: (value) => `本人刚说的上一句:${patternWords((value >> 3) * 2 + (value % 2))}`,
  [SIGNAL.turnBeforeLength]: (value) => `本人刚说的上一句:${lengthWords(value >> 3)}`,
  [SIGNAL.asked]: (value) =>
    value >> 1 === 0
      ? '前面没有人问话'
      : `${ASKERS[((value >> 1) - 1) % 3]}${DISTANCES[Math.floor(((value >> 1) - 1) / 3) % 3]}${QUESTIONS[Math.floor(((value >> 1) - 1) / 9) + 1]}`,
  [SIGNAL.askedForm]: (value) => {
    const form = value >> 3;
    const after = form < 6 ? '前面没有人问话' : '前面有人问话';
    return `${after},这一条${QUESTIONS[(form >> 1) % 3]}${form % 2 === 1 ? ',有数字' : ''},${WHO[value % 2]}说的`;
  },
  [SIGNAL.replyForm]: (value) => `${WHO[value % 2]}回复的那条${QUESTIONS[value >> 1]}`,
  [SIGNAL.ownTask]: (value) => (value >> 1 === NO_TASK ? '本人近来没有布置过' : `本人${GAP_WORDS[value >> 1]}布置过`),
  [SIGNAL.namesRecent]: (value) => `叫的是刚发过“${labelWords(Math.floor((value >> 2) / 3))}”的人`,
  [SIGNAL.wanted]: (value) => {
    const asked = Math.floor(value / 3);
    return `刚有人问${WANTED[asked >> 3]},这一条说的是${BROUGHT[asked % 8]}`;
  },
  [SIGNAL.echo]: (value) => (value >= 3 ? '接着问话里的字眼说的' : '没有用问话里的字眼'),
  [SIGNAL.mentionedBefore]: (value) => `点名的人刚发过“${labelWords(value >> 1)}”`,
};

export function signalInWords(kind: number, value: number): string {
  return TELLERS[kind]?.(value) ?? '其他迹象';
}

function kindWords(value: number): string {
  return `${value % 2 === 1 ? '没有文字的' : ''}${KINDS[MESSAGE_KINDS[value >> 1] ?? 'text']}`;
}

function lengthWords(value: number): string {
  if (value === 0) return '没有字';
  return value < LENGTHS.length ? `${LENGTHS[value - 1]}到${(LENGTHS[value] ?? 0) - 1}个字` : `${LENGTHS.at(-1)}个字以上`;
}

function labelWords(place: number): string {
  return LABEL_WORDS[LABELS[place] ?? 'other'] ?? '';
}

function listWords(value: number): string {
  const count = value % 4;
  return `有${count > 2 ? '三个以上' : count > 1 ? '两个' : ''}“${LIST_WORDS[WORD_LISTS[value >> 2] ?? 'deeds']}”一类的词`;
}

function patternWords(value: number): string {
  const bits = value >> 1;
  const timed = ['没有时间', '有开会一类的时间', '有截止时间'][bits >> 3] ?? '';
  const has = [(bits >> 2) % 2 === 1 ? '有对象' : '', (bits >> 1) % 2 === 1 ? '有要求的话' : '', bits % 2 === 1 ? '有要做的事' : ''].filter(
    (word) => word !== '',
  );
  return `${WHO[value % 2]}说的,${[timed, ...has].join('、')}`;
}
