/** Who works in an office, and who heads it. */
import type { Person } from '../../../model/organisation.ts';
import { STATE_BODY } from '../../../model/seats.ts';
import { once } from '../../once.ts';
import { servesWhole, standsAbovePlaces } from '../../standing.ts';
import { officeOf, officesOf } from './office-names.ts';

const HEAD = /(?:主任|护士长|站长|所长|股长|科长|处长|部长|院长|校长|局长|队长|组长|馆长|团长|经理|负责人)/u;

export const headsAmong = once((staff: readonly Person[]): readonly Person[] =>
  staff.filter((person) => isOffice(officeOf(person)) && HEAD.test(person.title)),
);

/** A roster's offices that have a head. */
export const headedAmong = once(
  (everybody: readonly Person[]): ReadonlySet<string | undefined> => new Set(headsAmong(everybody).map(officeOf)),
);

export const staffOf = once((members: readonly Person[]) => {
  const staff = members.filter(
    (person) =>
      (servesWhole(person) || headsOwnBody(person) || (standsAbovePlaces(person) && isHead(person) && !person.title.includes('副'))) &&
      person.roles.includes('cadre'),
  );
  // A leader may head an office besides: 副镇长、经济发展局局长; a 武装部 is none of those that are called together.
  return {
    staff,
    below: staff.filter((person) => !person.roles.includes('leader') || (isHead(person) && officeOf(person)?.endsWith('部') === false)),
  };
});

/** 派出所所长 of the place that is the 派出所. */
function headsOwnBody({ title, areas }: Person): boolean {
  return areas.length > 0 && areas.every((area) => OWN_BODY.test(area) || (A_BODY.test(area) && title.includes(area))) && HEAD.test(title);
}

const A_BODY = /(?:站|所|中心|[大支]队|社|场|股|科|办|处)$/u;
const OWN_BODY = new RegExp(`(?:${STATE_BODY}|国有林场|农技站|供销社)$`, 'u');

/** 卫生院院长 heads what the offices of the others are parts of: 卫生院公卫科科长. */
export function headsWhole(person: Person, staff: readonly Person[]): boolean {
  const office = officeOf(person) ?? '';
  const isHeadOfIt = !/[副、,，兼]/u.test(person.title) && person.title.startsWith(office);
  return person.roles.includes('leader') && isHeadOfIt && staff.filter(({ title }) => title.startsWith(office)).length > 2;
}

/** A team is none: "各局办" leaves it out. */
export function isOffice(office: string | undefined): boolean {
  return office !== undefined && !/(?:组|专班|工作队)$/u.test(office);
}

/** Heads one of his offices: 县卫健局医政股股长 heads the section. */
export const isHead = once((person: Person): boolean => officesOf(person).some((office) => heads(person, office)));
/** Heads the first of them. */
export const headsWholeOffice = once((person: Person): boolean => heads(person, officeOf(person) ?? ''));

export function heads({ title }: Person, office: string): boolean {
  return office !== '' && HEAD_AFTER.test(title.slice(title.indexOf(office) + office.length));
}

/** 疾控中心主任, 县医院分管副院长: of several people of an office the one who is called. */
export const HEAD_AFTER = /^(?:分管)?(?<head>副?(?:主任|[大中支总]队长|[站所股科局处院校队部组馆团]长|经理))/u;
