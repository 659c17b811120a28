/** The lines of work that people of one place stand for: its committee, its clinic, its school. A group of village doctors is none of secretaries. */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { matchesOf } from '../../text/matches.ts';

export type Line = 'committee' | 'grid' | 'clinic' | 'school' | 'police' | 'vet';

const WORDS: readonly (readonly [Line, RegExp])[] = [
  ['grid', /网格员|楼长|楼组长/u],
  ['clinic', /卫生室|卫生院|卫生站|卫生所|卫生服务|诊所|医生|村医|乡医|护士/u],
  ['school', /学校|小学|中学|教学点|幼儿园|校长|园长|教师|老师|教导/u],
  ['police', /派出所|警务|民警|辅警|警长/u],
  ['vet', /兽医|防疫员|畜牧/u],
];
const COMMITTEE = /书记|支书|主任|文书|会计|委员|村长|妇联|妇女|团支|民兵|干部|专干|协管/u;

/** What stands in no line is of the committee. */
export const linesOf = once(({ title }: Person): ReadonlySet<Line> => {
  const parts = title.split(/[、,，兼]/u);
  const lines = parts.map((part, index) => {
    const line = WORDS.find(([, words]) => words.test(part))?.[0];
    return line ?? (index === 0 || COMMITTEE.test(part) ? 'committee' : null);
  });
  const found = new Set<Line>(lines.filter((line) => line !== null));
  return found.size > 0 ? found : new Set<Line>(['committee']);
});

/** Of the people of a place those of the lines that sit in a group; all where nobody of there does. */
export function ofLinesHere(owners: readonly Person[], members: readonly Person[], everybody: readonly Person[]): readonly Person[] {
  const here = owners.filter((owner) => members.includes(owner));
  if (here.length === 0 || here.length === owners.length) return owners;
  const isApart = haveOwnGrids(everybody);
  return owners.filter((owner) => here.some((other) => shareLine(owner, other) || (!isApart && isOfGrids(owner) !== isOfGrids(other))));
}

function isOfGrids(person: Person): boolean {
  return linesOf(person).has('grid');
}

/** Where nearly every place has a grid worker beside its secretary, each circle has groups of its own; a single one is told with the others. */
const haveOwnGrids = once((everybody: readonly Person[]): boolean => {
  const owners = everybody.filter(({ areas }) => areas.length > 0);
  const places = Map.groupBy(
    owners.flatMap((owner) => owner.areas.map((area) => ({ area, isGrid: isOfGrids(owner) }))),
    ({ area }) => area,
  );
  const shared = [...places.values()].filter((those) => those.some(({ isGrid }) => isGrid) && those.some(({ isGrid }) => !isGrid));
  return shared.length >= MANY && shared.length * 2 >= places.size;
});

const MANY = 3;

function shareLine(a: Person, b: Person): boolean {
  const lines = linesOf(b);
  return [...linesOf(a)].some((line) => lines.has(line));
}

/** "各卫生室", "四个村的村干部": of the people of a place those of the line that is called. */
export function ofLineCalled(owners: readonly Person[], text: string): readonly Person[] {
  const called = matchesOf(CALLED, text).map(({ groups }) => (groups?.['clinic'] === undefined ? 'committee' : 'clinic') as Line);
  if (called.length === 0) return owners;
  const ofLine = owners.filter((owner) => called.some((line) => linesOf(owner).has(line)));
  const places = new Set(ofLine.flatMap(({ areas }) => areas));
  return owners.filter((owner) => ofLine.includes(owner) || !owner.areas.some((area) => places.has(area)));
}

const CALLED =
  /(?:各|[两三四五六七八九十\d]个?)(?:村|社区)?的?(?<clinic>卫生室|村医|乡医)|(?:各|[两三四五六七八九十\d]个?)村的?(?:村干部|两委|村委)/gu;
