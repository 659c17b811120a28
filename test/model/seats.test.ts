import { expect, it } from 'vitest';
import { withSeats } from '../../src/model/seats.ts';

function areaOf(title: string, { org = '渌川县', roles = ['cadre'], others = ['杉坪镇副镇长'], areas = [] as string[] } = {}): string {
  const [person] = withSeats(org, [
    { title, roles, areas },
    ...others.map((other) => ({ title: other, roles: ['cadre'], areas: ['杉坪镇'] })),
  ]);
  return person?.areas.join('、') ?? '';
}

it.each([
  ['a school', '石槽镇中心校校长', '石槽镇中心校'],
  ['a clinic', '双河口镇卫生院副院长', '双河口镇卫生院'],
  ['an office', '石槽镇民政所所长', '石槽镇民政所'],
  ['a town', '石槽镇镇长', '石槽镇'],
  ['its congress', '石槽镇人大主席', '石槽镇'],
])('who heads %s of a town answers for it: %s', (_, title, area) => expect(areaOf(title)).toBe(area));

it('who heads one of several zones by title answers for it, be it besides', () => {
  const others = ['集里管区书记(中片片长)'];
  expect(areaOf('孟堌管区书记(北片片长)', { others, roles: ['cadre', 'admin'] })).toBe('孟堌管区');
  expect(areaOf('副镇长、老河管区书记', { others, roles: ['leader', 'cadre'] })).toBe('老河管区');
  expect(areaOf('孟堌管区书记', { others: ['杉坪镇副镇长'] })).toBe('');
});

it('who may tune the bot keeps an office of the whole, unless nearly everybody may', () => {
  const all = (count: number) =>
    withSeats('渌川县', [
      { title: '石槽镇民政所所长', roles: ['cadre', 'admin'], areas: [] },
      { title: '杉坪镇副镇长', roles: ['cadre'], areas: [] },
      ...Array.from({ length: count }, () => ({ title: '县民政局科员', roles: ['cadre', 'admin'], areas: [] })),
    ])[0]?.areas;
  expect(all(1)).toEqual([]);
  expect(all(6)).toEqual(['石槽镇民政所']);
  expect(areaOf('石槽镇副镇长、畜牧站站长')).toBe('石槽镇');
});

it('nobody else does', () => {
  expect(areaOf('石槽镇民政助理')).toBe('');
  expect(areaOf('县教育局副局长')).toBe('');
  expect(areaOf('住房城乡建设局局长')).toBe('');
  expect(areaOf('石槽镇民政所所长', { roles: ['cadre', 'admin'] })).toBe('');
});

it('nor in a town of its own, nor where a roster says what for', () => {
  expect(areaOf('石槽镇民政所所长', { org: '石槽镇' })).toBe('');
  expect(areaOf('石槽镇民政所所长', { others: ['石槽镇副镇长'] })).toBe('');
  expect(areaOf('石槽镇中心校校长', { areas: ['槐树坳村'] })).toBe('槐树坳村');
});
