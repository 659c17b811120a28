/** Is a person or an area named as one who is asked? Who takes things in ("报牛一凡", "交到赵敏处") is not asked. */
import type { Person } from '../../model/organisation.ts';

const TAKES_IN_BEFORE =
  /(?:报|交|送|发|传|给|找|联系|告诉|汇总到|反馈|报送|至|到|电话|联系人|寄|跟|向|问|归|由)(?:给|到|至|送)?[\u4e00-\u9fff]{0,6}$/u;
const TAKES_IN_AFTER = /^(?:处|那里|那儿|那边|这儿|邮箱|收|汇总|办公室|手里|桌|那张|说|要的|要看|定的|的车)/u;

export function isHandInTarget(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return (
    TAKES_IN_BEFORE.test(text.slice(Math.max(0, at - 10), at)) || TAKES_IN_AFTER.test(text.slice(at + name.length, at + name.length + 4))
  );
}

/** By full name, alias or given name; for people of the group, where a given name is enough. */
export function isNamed(person: Person, text: string): boolean {
  if ([person.name, ...person.aliases].some((name) => name.length > 1 && text.includes(name) && !isHandInTarget(text, name))) return true;
  const given = person.name.slice(1);
  return given.length === 2 && text.includes(given) && !isHandInTarget(text, given);
}

const TITLES = '大?[姐哥]|叔|婶|姨|嬢|书记|支书|主任|校长|园长|所长|站长|部长|队长|科长|股长|经理|总|工|老师|所';

/** "齐姐你受累…", "廖校长马上去": by surname and title at the start of a clause, where nobody else of the group has that surname. */
export function isAddressed(person: Person, members: readonly Person[], text: string): boolean {
  const surname = person.name.slice(0, 1);
  if (!text.includes(surname) || members.some((other) => other !== person && other.name.startsWith(surname))) return false;
  const address = `(?:^|[,。!?;:、\\s@])${surname}(?:${TITLES})(?=[,:!\\s]|你|您|马上|今|明|下午|上午|把|去|来|带|安排|先|抓紧|尽快|受累)`;
  return new RegExp(address, 'u').test(text);
}

export function isNamedInFull(person: Person, text: string): boolean {
  return person.name.length > 1 && text.includes(person.name) && !isHandInTarget(text, person.name);
}

const AREA_SUFFIX = /(?:村|社区|居委会|居|街道|中心小学|中心校|小学|中学|完小|学校|幼儿园|教学点|卫生院|标段|项目部)$/u;

export function areaStem(area: string): string {
  return area.replace(AREA_SUFFIX, '');
}

/** By its name or without its suffix: 南渡村 as 南渡, 石塘中心小学 as 石塘; but not 第一小学 as 第一. */
export function namesArea(text: string, area: string): boolean {
  if (text.includes(area)) return true;
  const stem = areaStem(area);
  return stem.length >= 2 && stem.length < area.length && !stem.startsWith('第') && text.includes(stem);
}
