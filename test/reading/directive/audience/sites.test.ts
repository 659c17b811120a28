import { expect, it } from 'vitest';
import { siteOwners } from '../../../../src/reading/directive/audience/sites.ts';

const person = (id: string, areas: readonly string[], duties: readonly string[]) => ({
  id,
  name: id,
  title: '书记',
  roles: ['cadre'] as const,
  areas,
  duties,
  aliases: [],
  accounts: {},
  digestAt: null,
});
const PEOPLE = [
  person('hu', ['轮渡社区'], ['社区全面', '橹湾渡']),
  person('wei', ['青滩村'], ['村全面', '青滩渡']),
  person('shi', ['沙嘴村'], ['两村全面', '沙嘴渡']),
  person('pang', [], ['渡口安全']),
];
const AREAS = ['青滩村', '沙嘴村'];

it.each([
  ['橹湾、青滩、沙嘴三个渡口,每天哪两个人守', 'hu wei shi'],
  ['按要求,橹湾、青滩、沙嘴渡口救生衣清点表', 'hu wei shi'],
  ['青滩、沙嘴两个渡口', 'wei shi'],
  ['橹湾水尺过了24.5米', ''],
  ['橹湾、东坝两处', ''],
])('sites in a list beside places: %s', (text, ids) => {
  const areas = AREAS.filter((area) => text.includes(area.slice(0, 2)));
  expect(
    siteOwners(text, areas, PEOPLE)
      .map(({ id }) => id)
      .join(' '),
  ).toBe(ids);
});
