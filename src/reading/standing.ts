/** How somebody stands to a group: who gives tasks and who answers them. From the roster, by account; never from a display name. */
import type { Organisation, Person } from '../model/organisation.ts';
import { ZONE } from './directive/audience/areas.ts';
import { once } from './once.ts';

/**
 * leader: gives tasks by role. office: heads or serves an office that gives tasks. field: answers for an area.
 * outsider: in no roster. unknown: there is no roster to tell.
 */
export type Standing = 'leader' | 'office' | 'field' | 'outsider' | 'unknown';

const OFFICE_TITLE =
  /办公室|办(?:事员|主任|干事|副主任)|办$|站长|所长|中心|科长|股长|干事|专干|秘书|文书科|部长|统计|镇长|乡长|局长|主席|委员|指挥|调度|专员|经理/u;

export function standingOf(org: Organisation, person: Person | undefined): Standing {
  if (org.people.length === 0) return 'unknown';
  return person === undefined ? 'outsider' : ofPerson(person);
}

/** Without a place of its own; or with one to look after besides, which the title doesn't begin with: 应急办主任、高枧村包村干部. */
export function servesWhole({ areas, roles, title }: Person): boolean {
  if (areas.length === 0) return true;
  return (roles.includes('admin') || LOOKS_AFTER.test(title)) && !areas.some((area) => title.startsWith(area.slice(0, 2)));
}

/** Serves the whole, or a zone between it and its places. */
export function standsAbovePlaces(person: Person): boolean {
  return servesWhole(person) || person.areas.every((area) => ZONE.test(area));
}

const LOOKS_AFTER = /^[^、,，兼]*(?:办|所|站|中心|队|局|科|股)[^、,，兼]*[、,，兼].*(?:包|驻|联系?)[村片]/u;

const ofPerson = once((person: Person): Standing => {
  if (person.roles.includes('leader')) return 'leader';
  if (standsAbovePlaces(person)) return person.roles.includes('cadre') || person.roles.includes('admin') ? 'office' : 'unknown';
  return OFFICE_TITLE.test(person.title) && !/村|社区|居委|网格/u.test(person.title) ? 'office' : 'field';
});

/** May this sender open a task by saying so? Outsiders may not. */
export function givesTasks(standing: Standing): boolean {
  return standing === 'leader' || standing === 'office' || standing === 'unknown';
}
