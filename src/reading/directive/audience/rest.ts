/** Those who are left when some places of a kind are told apart: "新场归社区录,其余九个村都要", "望潮上周已交,其余五个片区周四前报". */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { formsOf } from './address.ts';
import { namesArea } from './areas.ts';
import { areasOfMembers, ownersOf } from './areas-spoken.ts';
import { belowLeaders, cadresOf } from './everybody.ts';
import { familiesOf, familyOf, isOfKind, placesMeant } from './families.ts';
import { numberOf } from './numbers.ts';
import type { People } from './people.ts';

/** Nothing is asked of the rest. */
const NOT_THE_REST =
  /^(?:的)?[^,。;!?]{0,4}(?:不(?:变|动|用|必|需|报|交|来|搞|涉及|参加)|照[旧常]|(?:过线|达标)了?(?=[,。;!]|$)|保持(?:现状|原样|不变|就行)|没有?|无|已经?|免|都齐了)|^[^,。;!?]{0,14}(?:都|仍|还是|一律|全部?)(?:照|按(?!要求|规定|模板|名单|格式|表)|维持)/u;
/** Nothing is asked of those before: they have done it, do it elsewhere or needn't. */
const DONE_OR_ELSEWHERE =
  /已经?|免(?=[,。;])|[报交填做弄录齐领送传发拉取签盖补](?:[过来走齐全完好]|上来)?了|(?<!不)合格(?!证)|(?<![未没不])通过了?(?=[,。;!]|$)|没问题|收[到齐下]了?|表扬|点赞|最[快好早]|上[周月]|昨天|不(?:在|用|必|需|报|交|录|填|涉及|参加|算|搞|动)|免|没有|单独|单列|归[^,。;]{1,8}[管报录交]|除[^,。;]{1,20}/u;

/** "别的企业呢?": others are as often who may copy it. */
const ASKS_FOR_THEM = /^(?:呢|还没|还差|也|都|抓紧)/u;

/** Those before have done it. */
const TOO = /^(?:今|明|后)?[^,。;!?]{0,4}(?:都要|也要|抓紧|跟上)/u;

/** Null where no rest is asked for, or it doesn't come to as many as are counted. */
export function restAsked(text: string, members: readonly Person[], people: People): readonly Person[] | null {
  const areas = areasOfMembers(members);
  for (const { index, groups, 0: said } of matchesOf(people.speech.rest, text)) {
    const sentences = text.slice(0, index).split(/[。;!?\n]/u);
    const behind = text.slice(index + said.length);
    if (NOT_THE_REST.test(behind) || (said.startsWith('别的') && !ASKS_FOR_THEM.test(behind))) continue;
    const count = groups?.['count'] ?? groups?.['alone'];
    // "渡头镇广场开招聘会。除荷塘嘴以外,其余五个乡镇": a place of the sentence before may only be where something is.
    for (const told of new Set([sentences.slice(-2).join('。'), sentences.at(-1) ?? ''])) {
      if (!(DONE_OR_ELSEWHERE.test(told) || TOO.test(behind))) continue;
      const owned = members.filter((person) => [...formsOf(person)].some((form) => told.includes(form))).flatMap((person) => person.areas);
      const left = leftOf(groups?.['kind'], count, `${told} ${owned.join('、')}`, areas, people);
      if (left !== null) return ownersOf([...left, ...besides(behind, areas)], people, members);
    }
  }
  return null;
}

/** "玉梅和一诺上个月就走完了,免;其余包村的,26号前交": of the people of a duty, or of all, those who aren't named as done. */
export function restOfPeople(text: string, members: readonly Person[]): readonly Person[] | null {
  for (const { index, groups, 0: said } of matchesOf(REST_OF_PEOPLE, text)) {
    const told =
      text
        .slice(0, index)
        .split(/[。!?\n]/u)
        .at(-1) ?? '';
    if (NOT_THE_REST.test(text.slice(index + said.length)) || !DONE_OR_ELSEWHERE.test(told)) continue;
    const done = members.filter((person) => [...formsOf(person)].some((form) => form.length > 1 && told.includes(form)));
    const all = circleOf(groups?.['duty'], members);
    const left = all.filter((person) => !done.includes(person));
    if (done.length > 0 && left.length > 1) return left;
  }
  return null;
}

const REST_OF_PEOPLE =
  /(?:其[余他它]|剩下)的?(?:(?<duty>包[村片组联]|驻[村点]|挂[点联])的?(?:干部|同志|各位|人)?|的?(?:同志|各位|几位|干部))(?=[,都也请今明后周把按在\d])/gu;

function circleOf(duty: string | undefined, members: readonly Person[]): readonly Person[] {
  if (duty === undefined) return belowLeaders(cadresOf(members));
  return members.filter(({ title, duties }) => title.includes(duty) || duties.some((one) => one.startsWith(duty)));
}

/** "其余村和新桥照交". */
function besides(behind: string, areas: readonly string[]): readonly string[] {
  const list = BESIDE.exec(behind)?.[0] ?? '';
  return areas.filter((area) => namesArea(list, area));
}

const BESIDE = /^(?:[和及、]|以及|还有)[\u4e00-\u9fff、]{2,20}/u;

function leftOf(
  kind: string | undefined,
  count: string | undefined,
  told: string,
  areas: readonly string[],
  people: People,
): readonly string[] | null {
  const family = kind === undefined ? likeThoseTold(told, areas, people) : placesMeant(kind, areas, people);
  for (const alike of [family.filter((area) => kind !== undefined && isOfKind(area, kind, people)), family]) {
    const left = alike.filter((area) => !namesArea(told, area));
    if (left.length === 0 || left.length === alike.length) continue;
    if (count === undefined || numberOf(count) === left.length) return left;
  }
  return null;
}

/** "青石和大湾交过了,剩下那家": places of the kind of those that are told of. */
function likeThoseTold(told: string, areas: readonly string[], people: People): readonly string[] {
  const kinds = familiesOf(
    areas.filter((area) => namesArea(told, area)),
    people,
  );
  return areas.filter((area) => kinds.has(familyOf(area, people)));
}
