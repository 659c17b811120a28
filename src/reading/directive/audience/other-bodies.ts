/** In a group of several bodies: those of others than the one that asks, and all but some. */
import type { Person } from '../../../model/organisation.ts';
import { belowLeaders, cadresOf } from './everybody.ts';
import { numberOf } from './numbers.ts';
import { officeOf, officesOf, WHOLE_BODY } from './office-names.ts';
import { officesNamed } from './offices.ts';
import { calledIn, namedIn, type Scene } from './scene.ts';

/** "各成员单位", "各单位": of several bodies those of others than the one that asks. */
export function ofBodiesCalled(text: string, all: readonly Person[], sender: Person | undefined): readonly Person[] {
  return UNITS.test(text) ? ofOtherBodies(all, sender) : all;
}

const UNITS = /(?:成员|责任|预算|主管|用人|[县区市]直|各|家)单位/u;

function ofOtherBodies(all: readonly Person[], sender: Person | undefined): readonly Person[] {
  if (sender === undefined) return all;
  const own = officeOf(sender);
  if (own !== undefined && WHOLE_BODY.test(own))
    return several(
      all.filter(({ title }) => !title.startsWith(own)),
      all,
    );
  // In a township the offices beside the asker's are asked like any other.
  return own === undefined || /[股科室]$/u.test(own) ? several(all.filter(isOfOtherBody), all) : all;
}

function several(others: readonly Person[], all: readonly Person[]): readonly Person[] {
  return others.length >= SEVERAL ? others : all;
}

/** 县民政局规划财务股负责人, where the sections of the house that asks are 会计股, 国库股; who heads a whole body is its leader. */
function isOfOtherBody(person: Person): boolean {
  const [body, ...sections] = officesOf(person);
  return body !== undefined && WHOLE_BODY.test(body) && (sections.length > 0 || !person.roles.includes('leader'));
}

/** "各预算单位、各财政所": beside the places the bodies that are called so, where several of other houses sit there. */
export function bodiesBeside({ text, members, sender }: Scene): readonly Person[] {
  if (!BODIES_CALLED.test(text)) return [];
  const all = belowLeaders(cadresOf(members)).filter(({ areas }) => areas.length === 0);
  const others = ofOtherBodies(all, sender);
  return others.length < all.length ? others : [];
}

const BODIES_CALLED = /各(?:预算|主管|成员|[县区市]直|用人)单位/u;

/** So many others make it a group of several bodies. */
const SEVERAL = 5;

/** "除教育、退役军人两家外,其余十家各报一篇": all bodies but those, and whoever is called besides. */
export function allBut(scene: Scene): readonly Person[] | null {
  const match = ALL_BUT.exec(scene.text);
  const { out, count } = match?.groups ?? {};
  if (match === null || out === undefined || scene.mentioned.length > 0) return null;
  const besides = scene.text.replace(match[0], ',');
  const called = new Set([...officesNamed(besides, scene.members, scene.people), ...calledIn(scene, besides)]);
  const named = [...officesNamed(`${out}:`, scene.members, scene.people), ...namedIn(scene, `${out},`)];
  const left = new Set(named.filter((person) => !called.has(person)));
  if (named.length === 0) return null;
  const below = belowLeaders(cadresOf(scene.members));
  const circles = [ofOtherBodies(below, scene.sender), below, cadresOf(scene.members)].map((all) =>
    all.filter((person) => !left.has(person)),
  );
  return [...(circles.find((all) => all.length === numberOf(count)) ?? circles[0] ?? []), ...called];
}

const ALL_BUT =
  /除了?(?<out>[^,。;:]{2,40}?)以?外,?其[余他它](?:的)?(?<count>[两二三四五六七八九十]{1,3}|\d{1,2})?(?:家|个?单位|个?部门|各家)(?=[都也均各请今明后周按报交把于]|[,:])/u;
