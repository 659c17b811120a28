/** Nobody in particular: everybody of a group or of the body that it belongs to, or those whom a sender usually means there. */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { formsOf } from './address.ts';
import { ZONE } from './areas.ts';
import { areasOf, ownersOf } from './areas-spoken.ts';
import { belowLeaders, cadresOf, everybody, isLoosely, isToEverybody, RINGS_ALL } from './everybody.ts';
import { withoutExcepted } from './excepted.ts';
import { isHandedTo, isHandInTarget } from './named.ts';
import { ofBodiesCalled } from './other-bodies.ts';
import { namedIn, type Scene } from './scene.ts';

/** "专班的全部到,…也来" in the group of a 专班: its body, and who comes beside it. */
export function bodyOfGroup(scene: Scene): readonly Person[] | null {
  const { text, members, groupName } = scene;
  // "各股室、站:…全体同志准时参会".
  if (ALL_COME.test(text)) return withoutExcepted(cadresOf(members), text);
  if (hailsByNameOfGroup(scene)) return withoutExcepted(belowLeaders(cadresOf(members)), text);
  const body = ALL_OF_BODY.exec(text)?.groups?.['body'];
  return body === undefined || !isCalledSo(groupName, body) ? null : withoutExcepted([...cadresOf(members), ...namedIn(scene, text)], text);
}

/** "各位信息员" in the group of that name, where the roster calls hardly anybody so. */
function hailsByNameOfGroup({ text, members, groupName }: Scene): boolean {
  const role = ROLE_HAILED.exec(text)?.groups?.['role'];
  if (role === undefined || !groupName.includes(role)) return false;
  return members.filter(({ title, duties }) => title.includes(role) || duties.includes(role)).length < 2;
}

const ROLE_HAILED = /(?:各位|各|全体|所有)(?<role>[\u4e00-\u9fff]{2,3}员)(?=[,:、!。\s]|请|注意|今|明|本周|下周|\d)/u;

/** "请筹备组": without who bids it. */
function isCalledSo(groupName: string, body: string): boolean {
  return groupName.includes(body) || groupName.includes(body.replace(/^(?:请|本|我们|咱们?)/u, ''));
}

const ALL_COME = /(?<=^|[,。;!:\s])全体(?:同志|人员|职工|工作人员)(?:都|均|要|请|准时|务必|按时){0,3}(?:参[会加]|到会|到场|出席)(?!了|过)/u;
const ALL_OF_BODY =
  /(?<body>[\u4e00-\u9fff]{0,6}?(?:专班|班子|组|队|办|局|所|站|中心|部))的?(?:同志|人员|成员|组员|队员|人)?(?:全部|全员|全体|全都|都)(?:要)?(?:到|来|参加|上|去)/u;

export function toAll(scene: Scene): readonly Person[] | null {
  const { text, members, standing } = scene;
  if (!isToEverybody(text) && !scene.mentionsAll) return null;
  if (isLoosely(text) && !scene.mentionsAll && !namesItself(scene)) return withoutExcepted(likely(scene), text);
  const all = ofBodiesCalled(text, everybody(text, members, standing === 'leader'), scene.sender);
  return withoutExcepted(standing === 'office' && !saysAll(text) ? mainCircle(all) : all, text);
}

/** "筹备组今天碰一下,各位…" in the group of that name. */
function namesItself({ text, groupName }: Scene): boolean {
  const name = groupName.replace(/(?:工作|交流|[A-Za-z]{2,8})?群.{0,2}$/u, '');
  return name.length >= 4 && text.includes(name);
}

/** In words, not only by the mark that rings everybody's phone. */
function saysAll(text: string): boolean {
  return isToEverybody(text.replaceAll(RINGS_ALL, ''));
}

/** An office that rings a group of places means the places; the one or two other offices in it look on. */
function mainCircle(people: readonly Person[]): readonly Person[] {
  const owners = people.filter(({ areas }) => areas.length > 0);
  return owners.length >= MOSTLY * (people.length - owners.length) ? owners : people;
}

const MOSTLY = 4;

const cadresBelow = once((members: readonly Person[]) => belowLeaders(cadresOf(members)));

/** Nobody is named: those whom this sender usually asks here, and never leaders while there are others, nor who stands between a town and its villages. */
export function likely(scene: Scene): readonly Person[] {
  const asked = whomUsually(scene);
  const others = asked.filter((person) => !isHandedAll(person, scene.text));
  return others.length > 0 ? others : asked;
}

/** "列个单子,后天中午前交丽华". */
function isHandedAll(person: Person, text: string): boolean {
  return [...formsOf(person)].some(
    (form) => form.length > 1 && text.includes(form) && isHandedTo(text, form) && isHandInTarget(text, form),
  );
}

function whomUsually({ members, standing, people }: Scene): readonly Person[] {
  const below = cadresBelow(members);
  if (standing !== 'office') return below;
  const areas = areasOf(below);
  const places = areas.filter((area) => !ZONE.test(area));
  const owners = ownersOf(places.length > 0 ? places : areas, people, below);
  return owners.length > 1 ? owners : below;
}
