import { expect, it } from 'vitest';
import { type Organisation, organisation, type Person } from '../../../../src/model/organisation.ts';
import { withAbsent } from '../../../../src/reading/directive/audience/absent.ts';
import { inOneGroup, message, someone } from '../../../kit/audience-builders.ts';

const PLACES = ['东沟村', '西坪村', '北渡村', '南湾村', '石桥村'];
const HEADS = PLACES.map((place, at) => someone(`head-${at}`, `林${place}`, `${place}党支部书记`, [place]));
const OFFICE = someone('safety', '高振', '应急办主任');
const CREW = HEADS.map(({ id, areas }, at) => someone(`grid-${at}`, `钟${id}`, '网格员', areas));
const CLERK = someone('clerk', '孙磊明', '东沟村文书', ['东沟村']);
const AWAY = someone('away', '石小满', '河滩村党支部书记', ['河滩村']);

/** A group of those whom `here` names; all else are of the roster alone. */
function township(here: readonly string[], more: readonly Person[] = []): Organisation {
  const whole = inOneGroup([...HEADS, OFFICE, CLERK, AWAY, ...more]);
  return organisation({ ...whole, groups: whole.groups.map((group) => ({ ...group, members: here })) });
}

const ALL = HEADS.map(({ id }) => id);
const TEXT = '各村今天把名单报来';

function reached(people: readonly string[], here: readonly string[], sender = 'safety', text = TEXT): readonly string[] {
  return withAbsent(text, { people, unclear: false }, message(text, { sender: { id: sender, name: '' } }), township(here)).people;
}

it('places that are asked as a whole are asked through all who answer for them', () => {
  expect(reached(ALL, [...ALL, 'safety'])).toEqual(['clerk', ...ALL]);
});

it.each<readonly [string, readonly string[], readonly string[]]>([
  ['whose like in the group was let go', ALL, [...ALL, 'clerk', 'safety']],
  ['of a few places', ALL.slice(0, 4), [...ALL, 'safety']],
])('nobody is added %s', (_what, people, here) => expect(reached(people, here)).toEqual(people));

it('who asks isn’t asked', () => expect(reached(ALL, [...ALL, 'safety'], 'clerk')).toEqual(ALL));

it('whoever heads a place is asked alone where heads are called', () => {
  expect(reached(ALL, [...ALL, 'safety'], 'safety', '各村书记今天把名单报来')).toEqual(ALL);
});

function reachedWith(more: readonly Person[], text = TEXT): readonly string[] {
  const org = township([...ALL, 'safety'], more);
  return withAbsent(text, { people: ALL, unclear: false }, message(text, { sender: { id: 'safety', name: '' } }), org).people;
}

it('a group of heads is one where many who look after grids are away', () => expect(reachedWith(CREW)).toEqual(ALL));

it('who sees to the work of another body there is none of those who answer for the place', () => {
  const patrols = HEADS.slice(0, 3).map(({ id, areas }, at) => someone(`patrol-${at}`, `邓${id}`, '执法一中队队长', areas));
  expect(reachedWith(patrols)).toEqual(['clerk', ...ALL]);
  const teams = patrols.map((person) => ({ ...person, title: `驻${person.areas[0]}工作队队长` }));
  expect(reachedWith(teams)).toEqual(['clerk', ...ALL, ...teams.map(({ id }) => id)].toSorted());
});

it.each(['各站今天把名单报来', '各乡镇站今天把名单报来'])('many who are away are no bodies of a place that are called: %s', (text) => {
  expect(
    reachedWith(
      CREW.map((person) => ({ ...person, title: '副镇长' })),
      text,
    ),
  ).toEqual(ALL);
});

it.each(['妇联主席', '驻村工作队员', '专职网格员'])('as many others are meant: %s', (title) => {
  const crew = CREW.map((person) => ({ ...person, title }));
  expect(reachedWith(crew)).toEqual(['clerk', ...crew.map(({ id }) => id), ...ALL].toSorted());
});

it.each(['各村文书今天把名单报来', '各村一把手今天来开会', '各村党组织书记今天来开会', '名单今天报来'])(
  'nobody is added where a post is called, or nobody: %s',
  (text) => expect(reached(ALL, [...ALL, 'safety'], 'safety', text)).toEqual(ALL),
);
