/** "要是挂大风预警,渡船一小时内靠岸": what is to be done only if something comes about, and what holds whenever it does. */

const CONDITION =
  /(?:如果|若(?!干)|如有|如遇|假如|要是|一旦|万一|凡是?|哪天(?!得空|有空|有时间|方便|去|来|再))(?<condition>[^,。;]{2,24})/u;
/** 往后凡是一个班出现5例的: for whenever it comes. */
const STANDING = /往后|今后|以后|从今|平时|凡是?|每逢|哪天/u;
const IN_CASE = /哪天(?!再)|只要|[^,。;]{2}的话,/u;

export interface Condition {
  readonly words: string;
  readonly isStanding: boolean;
}

export function conditionIn(text: string): Condition | null {
  const found = CONDITION.exec(text);
  if (found === null) return null;
  return { words: found.groups?.['condition'] ?? '', isStanding: STANDING.test(text.slice(0, found.index + 2)) };
}

/** Whether a text speaks of what may come about, in whatever words. */
export function saysInCase(text: string): boolean {
  return CONDITION.test(text) || IN_CASE.test(text);
}
