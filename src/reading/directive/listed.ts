/** Several things named together and counted: "避风回港、排上撤人、每晚报数这三件". */

const LISTED =
  /(?<list>[\u4e00-\u9fff\d]{2,12}(?:[、,和][\u4e00-\u9fff\d]{2,12}){1,5}?)[、,]?(?<count>[两二三四五六])(?:[件项样张份](?:事|工作|任务|表)?|个(?=[,。;!]|都|全|就|先|也|今|已|到此|$))/u;
/** "…充电条数,跟原来两个数一起报" goes on where a list would name the next thing. */
const GOES_ON = /^(?:[跟和与按从在把给由对]|原来|还是)/u;
const NUMBERS = '零一二三四五六';

/** As many as are counted; none where it is no such list. */
export function listedIn(text: string): readonly string[] {
  const { list, count } = LISTED.exec(text)?.groups ?? {};
  if (list === undefined || count === undefined) return [];
  const things = list.replace(/[这那共等](?:一共)?$/u, '').split(/[、,和]/u);
  const expected = count === '两' ? 2 : NUMBERS.indexOf(count);
  return things.length === expected && !things.some((thing) => GOES_ON.test(thing)) ? things : [];
}
