/** Second look: times in the cells of a table whose heading says that they are limits: |材料|交给谁|截止| over |花名册|小周|1月16日|. */
import { resolve } from '../compose/resolve.ts';
import type { Frame } from '../frame.ts';
import type { Told } from './tell.ts';

const BAR = /[|\t]/;
/** 检查人员|时间, where those who are named are asked to be there: each row's hour is theirs. */
const HOUR_OF_EACH = /^(?:到场|检查|集合|参加|开始|到岗|出发|送达)?(?:时间|日期)$/;
const ASKED = /请|务必|按时|准时/;
const PEOPLE = /人员|负责人|带队|责任人|参加|单位|姓名|[村校所站]$/;
const LIMIT = /截止|时限|期限|最[迟晚]|完成|交[表件]?$|[提上]交|报送|上报|何时|时间节点/;
/** The longest line that is taken for a row. */
const LONGEST = 200;
const CELL = 24;

export function readTables(told: readonly Told[], text: string, frame: Frame): readonly Told[] {
  if (told.length === 0 || !BAR.test(text) || !text.includes('\n')) return told;
  const column = limitColumn(text);
  return column === null ? told : told.map((each) => (isInColumn(each, text, column) ? asLimit(each, frame) : each));
}

/** Which cell of the first line with bars names a limit, counted from its left. */
function limitColumn(text: string): number | null {
  const head = text.split('\n', 4).find((line) => BAR.test(line) && line.length <= LONGEST);
  const cells = (head?.split(BAR) ?? []).map((cell) => (cell.length <= CELL ? cell.trim() : ''));
  const limit = cells.findIndex((cell) => LIMIT.test(cell));
  if (limit >= 0) return limit;
  const isForThem = cells.some((cell) => PEOPLE.test(cell)) && ASKED.test(text.slice(0, text.indexOf(head ?? '')));
  const hour = isForThem ? cells.findIndex((cell) => HOUR_OF_EACH.test(cell)) : -1;
  return hour < 0 ? null : hour;
}

function isInColumn({ phrase, role }: Told, text: string, column: number): boolean {
  if (role === 'past' || role === 'old' || phrase.slots.day === null || phrase.slots.repeat !== null) return false;
  const left =
    text
      .slice(Math.max(0, phrase.start - LONGEST), phrase.start)
      .split('\n')
      .at(-1) ?? '';
  const right = text.slice(phrase.end, phrase.end + CELL);
  const cells = left.split(BAR);
  return cells.length === column + 1 && (cells.at(-1) ?? '').trim() === '' && /^\s{0,2}(?:[|\t\n]|$)/.test(right);
}

function asLimit(each: Told, frame: Frame): Told {
  return { ...each, role: 'deadline', rule: 'role/table', resolved: resolve(each.phrase, frame, 'ahead') };
}
