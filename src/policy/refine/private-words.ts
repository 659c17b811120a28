/** What in a text belongs to somebody: numbers, addresses and names, each as a pattern that matches just that. */
import type { Organisation } from '../../model/organisation.ts';
import { namesWithin } from './shown-names.ts';

export type PrivateKind = '人' | '号码' | '邮箱' | '网址';

export interface PrivateWords {
  readonly kind: PrivateKind;
  readonly pattern: RegExp;
}

const MAIL = /[\w.+-]+[@＠][\w-]+(?:[.．][\w-]+)+/gu;
const LINK = /(?:https?:\/\/|www\.)[^\s\u3000-\u9fff\uff00-\uffef]+/gu;

/** Any script's digits, those in words, and what may stand between those of one number. */
const DIGIT = '[\\p{Nd}\\p{No}零〇一二三四五六七八九幺两]';
const BETWEEN = '[\\s\\u200b-\\u200f\\u2060\\ufeff\\-‐-―－.．·•_/()（）+＋*]{0,3}';
const FULL_DATE = '(?<!\\d)20\\d\\d([-./])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])(?!\\d)';
/** Seven digits and more: telephone, identity card, account. A full date is left as it is. */
const NUMBER = new RegExp(`${DIGIT}(?:${BETWEEN}${DIGIT}){6,}[Xx]?`, 'gu');
const DATE = new RegExp(FULL_DATE, 'gu');

const HAN = '[\\u4e00-\\u9fff]';
const SURNAME =
  '(?:欧阳|上官|司马|诸葛|司徒|夏侯|皇甫|尉迟|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕张孔曹严华魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安乐于傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾江童颜郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房裘缪丁宣邓郁洪包左石崔吉龚程裴陆荣翁荀惠甄曲封芮储靳段焦巴牧山谷侯仰秋仲伊宫宁仇栾甘厉戎武符刘景詹束龙叶司韶黎薄印宿怀蒲鄂索咸籍赖卓蔺屠蒙池乔阴苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿扈燕冀浦尚温庄晏柴瞿阎茹习艾鱼容古易慎戈廖庾暨衡耿满弘匡寇禄阙东欧巩聂关红游竺权盖益桓公白佟肖付闫佘仝辛隗谷简冷麦敖岳丛牟楚沙昝逄涂逯])';
const OFFICE =
  '(?:书记|主任|镇长|乡长|股长|班长|厂长|馆长|园长|县长|区长|市长|局长|科长|所长|站长|处长|部长|院长|校长|队长|组长|委员|专员|干事|会计|文书|主席|支书|村长|网格员|警官|医生|护士|法官|律师|经理|老板)';
const ADDRESS = '(?:同志|老师|先生|女士|同学|师傅|大爷|大妈|大伯|大姐|大哥|阿姨|奶奶|爷爷|叔叔)';
/** Before which stands no name but one like "副主任", "各站长". */
const NO_NAME = '副正老小大各原新女男总村镇乡县市区组社街党团支处科室所站队班前后两几每全位名个的和与或是请找叫由本该';
const SPOKEN_TO = '(?:找|叫|让|请|问|跟|和|与|给|由|喊|通知|联系|报给|交给|发给|送给|转给|告诉|感谢|辛苦)';
/** Words that begin like a surname and are none after 老, 小, 阿 or an office. */
const NO_SURNAME =
  '(?!程序|项目|龙虾|康|路口|马上|安排|方案|方便|高度|严格|应该|应急|万一|单位|平时|全[部体员县镇乡村区]|包括|包[村片户组]|向|明|和|于|成立|常态|任务|水|温馨|时|关[于注]|管理|管护|阅|查|连|路|易|那|别|党|解|宣布|宣传|强调|经|带|指|牵|已|要|说|在|批|同|开|会)';
const ROLE_BEFORE =
  '(?:联系人|经办人|负责人|责任人|姓名|患者|户主|居民|村民|群众|当事人|报告人|报送人|业主|户名|学生|老人|收件人|申请人|投诉人|反映人)';

const GUESSED: readonly RegExp[] = [
  /[@＠](?!所有人|全体|all\b)[^\s@＠,，。：:;；!！?？、⟦⟧]{1,20}/giu,
  new RegExp(`${SURNAME}${HAN}{0,2}?(?=${OFFICE})`, 'gu'),
  new RegExp(`${SURNAME}${HAN}{0,2}?(?=${ADDRESS})`, 'gu'),
  new RegExp(`(?<=${ROLE_BEFORE}(?:[:：是为叫]|\\s){0,2})${SURNAME}${HAN}{1,2}?(?!${HAN})`, 'gu'),
  new RegExp(`(?<=${ROLE_BEFORE}(?:[:：是为叫]|\\s){0,2})${SURNAME}${HAN}{1,2}`, 'gu'),
  new RegExp(`${SURNAME}${HAN}{1,2}(?=[\\s:：,，、(（]{0,3}(?:电话|手机|联系电话|身份证号?|卡号)?[\\s:：]{0,2}${DIGIT}{7})`, 'gu'),
  new RegExp(`(?<!${HAN})(?:老|小|阿)${SURNAME}(?!${HAN})`, 'gu'),
  // Called by a given name: "金水叔", "小军,", "当班的是小钱".
  new RegExp(`(?<!${HAN})(?![${NO_NAME}])${HAN}{1,2}(?=(?:叔|姐|哥|嫂|婶|伯|姨|嬢嬢?|总)(?:[们的]|(?!${HAN})))`, 'gu'),
  new RegExp(`(?<!${HAN})(?:阿|小|老)${HAN}(?=[,，:：!！、])(?<!小[时组区学车孩心雪雨暑寒满]|老[师人师家乡板少旧])`, 'gu'),
  new RegExp(`(?<=是|由|归)(?:老|小|阿)${NO_SURNAME}${SURNAME}(?!${HAN})`, 'gu'),
  new RegExp(`(?<=${OFFICE})(?:老|小|阿)${HAN}(?!${HAN}{0,1}(?:程序|项目))`, 'gu'),
  new RegExp(`(?<=${SPOKEN_TO})(?:老|小|阿)${NO_SURNAME}${SURNAME}`, 'gu'),
  new RegExp(`(?<=${OFFICE})${NO_SURNAME}${SURNAME}${HAN}{1,2}(?!${HAN})`, 'gu'),
  new RegExp(`(?<=${OFFICE})${NO_SURNAME}${SURNAME}${HAN}{1,2}?(?=[负牵联电说在来去到带收已的、和跟])`, 'gu'),
  new RegExp(`(?<=(?:^|[^\\u4e00-\\u9fff]|${SPOKEN_TO}))(?![${NO_NAME}])${HAN}(?=${OFFICE})`, 'gu'),
];

const ofRoster = new WeakMap<Organisation, readonly string[]>();

/** @param others names of people beside those of the roster, such as senders show them */
export function privateWords(org: Organisation, others: readonly string[]): readonly PrivateWords[] {
  const places = placesOf(org);
  const names = named([...rosterNames(org), ...others.flatMap(namesWithin).filter((name) => !places.has(name))]);
  return [
    { kind: '邮箱', pattern: MAIL },
    { kind: '网址', pattern: LINK },
    { kind: '号码', pattern: NUMBER },
    ...(names === null ? [] : [{ kind: '人' as const, pattern: names }]),
    ...GUESSED.map((pattern) => ({ kind: '人' as const, pattern })),
  ];
}

/** Full dates, which are no numbers of anybody. */
export function datesIn(text: string): readonly (readonly [start: number, end: number])[] {
  return [...text.matchAll(DATE)].map((found) => [found.index, found.index + found[0].length]);
}

/** Villages and communities that people are shown with, in full and without what they are. */
function placesOf(org: Organisation): ReadonlySet<string> {
  const areas = org.people.flatMap((person) => person.areas);
  return new Set(areas.flatMap((area) => [area, area.replace(/(?:社区|居委会|居|村|嘎查|屯|镇|乡)$/u, '')]));
}

function rosterNames(org: Organisation): readonly string[] {
  const known = ofRoster.get(org);
  if (known !== undefined) return known;
  const names = org.people.flatMap(({ name, aliases }) => [
    name,
    ...aliases,
    name.length > 2 ? name.slice(1) : '',
    name.length > 3 ? name.slice(0, 2) : '',
  ]);
  ofRoster.set(org, names);
  return names;
}

function named(names: readonly string[]): RegExp | null {
  const long = [...new Set(names)].filter((name) => name.trim().length > 1).toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (long.length === 0) return null;
  return new RegExp(long.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|'), 'gu');
}
