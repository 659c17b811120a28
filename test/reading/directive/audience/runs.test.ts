import { describe, expect, it } from 'vitest';
import { runsIn } from '../../../../src/reading/directive/audience/runs.ts';
import { someone } from '../../../kit/audience-builders.ts';

const SALT = someone('salt', '顾中良', '北滩盐场场长', ['北滩盐场']);
const CEMENT = someone('cement', '唐耀东', '恒砼水泥有限公司厂办主任');
const POLICE = someone('police', '霍刚', '派出所副所长');
const LAW = someone('law', '段虎', '能源执法队队长');
const EAST = someone('east', '林芳', '东沟村党支部书记', ['东沟村']);
const WEST = someone('west', '梅英', '西坪村党支部书记', ['西坪村']);
const ALL = [SALT, CEMENT, POLICE, LAW, EAST, WEST];

describe('a run of the characters of a name, a title or a place', () => {
  it.each([
    ['东沟、盐场各出8个人', SALT, { rarity: 1, length: 2, starts: true, beside: 1, handed: false }],
    ['恒砼、东沟两家把表交来', CEMENT, { rarity: 1, length: 2, starts: true, beside: 1 }],
    ['请书记们看一下', EAST, { rarity: 0.5, length: 2 }],
    ['表交东沟', EAST, { rarity: 1, handed: true }],
    ['都来开会', EAST, { rarity: 0, length: 0, starts: false, beside: 0, handed: false }],
  ])('%s', (text, person, run) => {
    expect(runsIn(text, ALL).of(person)).toMatchObject(run);
  });

  it('says where in the text it stands, and the one that few have and a word begins with comes before others', () => {
    const run = runsIn('西坪的人说盐场旁边,北滩盐场去看', ALL).of(SALT);
    expect(run).toMatchObject({ rarity: 1, length: 4, starts: true });
    expect(run.at).toBeCloseTo(10 / 16);
  });
});

describe('a surname with a word', () => {
  it.each([
    ['霍所领队', POLICE, 1],
    ['段队你们三家', LAW, 1],
    ['老霍带上名单', POLICE, 1],
    ['唐姐看一下', CEMENT, 1],
    ['霍乱疫苗到了', POLICE, 0],
  ])('%s', (text, person, chance) => expect(runsIn(text, ALL).surnameTitle(person)).toBe(chance));

  it('may mean several', () => {
    const other = someone('other', '霍敏', '派出所所长');
    expect(runsIn('霍所领队', [...ALL, other]).surnameTitle(other)).toBe(0.5);
  });
});
