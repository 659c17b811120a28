/**
 * Where a roster gives somebody no area, the title may: who is 石槽镇中心校校长 answers for 石槽镇中心校, 石浦镇镇长 for 石浦镇. Only among
 * several towns, as in a county: in a town of its own 堤北镇民政办主任 heads an office of all of it. An admin's office is one of the whole, too.
 */

interface Seated {
  readonly title: string;
  readonly areas: readonly string[];
  readonly roles: readonly string[];
}

/** The town that a body or a title begins with: 鹭溪镇 of 鹭溪镇卫生院. */
export const TOWN_FIRST = /^[\u4e00-\u9fff]{2,3}?(?:(?<!城)[镇乡]|街道|苏木)/u;
/** How the name of a body ends that a town has beside its villages. */
export const BODY_END = '(?:[院所站局社]|(?<!支|项目)部|中心|(?<!生产)队)';
/** The same with its schools, which are places of their own kind. */
export const BODY_OR_SCHOOL_END = `(?:${BODY_END}|[校园]|[小中]学)`;

/** What higher bodies of the state keep in a town, each under a name that says all. */
export const STATE_BODY = '派出所|卫生院|司法所|税务所|供电所';

const TITLE = new RegExp(`(?<town>${TOWN_FIRST.source})(?<seat>[\\u4e00-\\u9fff]+)`, 'u');
/** Of the town itself. */
const HEAD_OF_TOWN = /^(?:党委|党工委|人大|政协|办事处)?(?:常务)?副?(?:书记|主任|主席|(?:[镇乡]|苏木)长)$/u;
/** Of a body in it: what goes before is its name. */
const HEAD_OF_BODY = new RegExp(`(?<=${BODY_OR_SCHOOL_END})(?:党支部)?(?:常务)?副?(?:书记|主任|经理|负责人|[校院园所站局社部队]长)$`, 'u');

/** Of what lies between a town and its villages: 孟堌管区书记, 副镇长、老河管区书记. */
const ZONE_TITLE = /(?:^|[、,，])(?<zone>[\u4e00-\u9fff]{1,3}(?:管区|片区))(?:党总支|党委)?(?:书记|主任|[区片]长)/u;

/** @param org the organisation's name */
export function withSeats<Somebody extends Seated>(org: string, people: readonly Somebody[]): readonly Somebody[] {
  const towns = new Set(people.flatMap(({ title }) => TITLE.exec(title)?.groups?.['town'] ?? []));
  const isApart = (town: string): boolean => towns.size > 1 && !org.includes(town);
  const zones = new Set(people.flatMap(({ title }) => ZONE_TITLE.exec(title)?.groups?.['zone'] ?? []));
  // Where nearly everybody may tune the bot it says nothing of their offices.
  const isOfWhole = people.filter(({ roles }) => roles.includes('admin')).length <= FEW_ADMINS;
  return people.map((person) => {
    const zone = zones.size < 2 || person.areas.length > 0 ? undefined : ZONE_TITLE.exec(person.title)?.groups?.['zone'];
    if (zone !== undefined) return { ...person, areas: [zone] };
    const seat = person.areas.length > 0 || (isOfWhole && person.roles.includes('admin')) ? null : seatOf(person.title);
    return seat !== null && isApart(seat.town) ? { ...person, areas: [seat.area] } : person;
  });
}

const FEW_ADMINS = 4;

function seatOf(title: string): { readonly town: string; readonly area: string } | null {
  const { town = '', seat = '' } = TITLE.exec(title)?.groups ?? {};
  if (HEAD_OF_TOWN.test(seat)) return { town, area: town };
  return HEAD_OF_BODY.test(seat) ? { town, area: town + seat.replace(HEAD_OF_BODY, '') } : null;
}
