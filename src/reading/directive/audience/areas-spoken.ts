/** The areas that people answer for: those of which a text speaks, and whose they are. */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { formsOfArea, namesArea, TOWN } from './areas.ts';
import { ofLinesHere } from './lines.ts';
import type { People } from './people.ts';
import { isFirm } from './trades.ts';

/** The areas that some people answer for. */
export function areasOf(people: readonly Person[]): readonly string[] {
  return [...new Set(people.flatMap((person) => person.areas))];
}

/** The same of a group's members, who stay the same as long as one sender speaks. */
export const areasOfMembers = once(areasOf);

/** The areas of which a text speaks: those of the group's members first, else any of the roster. */
export function areasIn(text: string, members: readonly Person[], people: People): readonly string[] {
  if (last?.text !== text || last.members !== members) last = { text, members, areas: findAreas(text, members, people) };
  return last.areas;
}

/** Several readers of an audience ask this of the same text one after another. */
let last: { readonly text: string; readonly members: readonly Person[]; readonly areas: readonly string[] } | null = null;

function findAreas(text: string, members: readonly Person[], people: People): readonly string[] {
  const named = areasOf(people.spokenOf(text)).filter((area) => namesArea(text, area));
  const own = areasOfMembers(members);
  const spoken = named.filter((area) => !standsWithin(text, area, named) && !isOfTown(text, area, named, people, own));
  if (spoken.length === 0) return spoken;
  const here = spoken.filter((area) => own.includes(area));
  return here.length > 0 ? here : spoken;
}

/** Is its name here only a piece of a longer one: 凤鸣 of 凤鸣苑? */
function standsWithin(text: string, area: string, named: readonly string[]): boolean {
  const forms = formsOfArea(area);
  const longer = named.filter((other) => other !== area).flatMap(formsOfArea);
  const covering = longer.filter((form) => text.includes(form) && forms.some((own) => own.length < form.length && form.includes(own)));
  if (covering.length === 0) return false;
  const rest = covering.reduce((left, form) => left.replaceAll(form, '…'), text);
  return !namesArea(rest, area);
}

/** 柴墩 is the town of that name, not its 柴墩粮库, unless only that has somebody in the group. */
function isOfTown(text: string, area: string, named: readonly string[], { speech }: People, own: readonly string[]): boolean {
  if (TOWN.test(area) || (speech.unitsOf.get(area) ?? []).some((kind) => text.includes(kind))) return false;
  const said = formsOfArea(area).filter((form) => text.includes(form));
  return named.some(
    (other) => TOWN.test(other) && said.every((form) => formsOfArea(other).includes(form)) && (own.includes(other) || !own.includes(area)),
  );
}

export function ownersOf(areas: readonly string[], people: People, members: readonly Person[]): readonly Person[] {
  const owners = areas.flatMap((area) => ownersHere(area, people, members));
  return owners.length > 0 ? owners : members.filter((person) => person.areas.some((area) => areas.includes(area)));
}

/** A town and a firm have people of several lines: asked are those who sit where it is said; of a village all of the lines that sit there, wherever they do. */
export function ownersHere(area: string, people: People, members: readonly Person[]): readonly Person[] {
  const owners = people.ownersOf(area);
  const here = TOWN.test(area) || isFirm(area) ? owners.filter((owner) => members.includes(owner)) : [];
  return here.length > 0 ? here : ofLinesHere(owners, members, people.everybody);
}
