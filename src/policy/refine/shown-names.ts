/** The names in what a group shows of a sender: "石桥村-张三", "镇农办 李四", "A王五13800000000" show a person's name beside other things. */

/** What stands beside a name. */
const BETWEEN = /[\s\d\p{P}\p{S}A-Za-z]+/u;
const PLACE_AND_OFFICE =
  /^.*(?:村|镇|乡|县|市|区|街道|社区|办公室|办|局|所|站|中心|科|组|队|委|会|院|校|公司|书记|主任|镇长|乡长|站长|所长|会计|文书|专员|网格员|支书)(?=[\u4e00-\u9fff]{2,3}$)/u;
const LONGEST_NAME = 4;

/** The whole, its parts, and what is left of a part without place and office; of a name of three characters the last two as well. */
export function namesWithin(shown: string): readonly string[] {
  const parts = shown.split(BETWEEN).filter((part) => isWritten(part));
  const bare = parts.map((part) => part.replace(PLACE_AND_OFFICE, ''));
  const people = [...parts, ...bare].filter((part) => part.length <= LONGEST_NAME && !isPlaceOrOffice(part));
  const given = people.filter((name) => name.length === 3).map((name) => name.slice(1));
  return [...new Set([shown.trim(), ...people, ...given])].filter((name) => name.length > 1 && !EVERYDAY.has(name));
}

function isWritten(part: string): boolean {
  return /^[\p{L}·]{2,}$/u.test(part);
}

/** Parts that name no one person. */
function isPlaceOrOffice(part: string): boolean {
  return /(?:村|镇|乡|县|市|区|街道|社区|办|局|所|站|中心|科|组|队|委|会|院|校|公司|书记|主任|镇长|乡长|站长|所长|会计|文书|专员|员|支书|长|学|园|厂|店|司|部|处)$/u.test(
    part,
  );
}

/** Shown names that are words of every other message: masking them would hide times, not people. */
const EVERYDAY: ReadonlySet<string> = new Set([
  '今天',
  '明天',
  '后天',
  '上午',
  '下午',
  '晚上',
  '中午',
  '今晚',
  '周一',
  '周五',
  '收到',
  '好的',
  '大家',
  '各村',
  '所有人',
]);
