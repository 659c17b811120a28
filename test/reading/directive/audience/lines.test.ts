/** Whom a text asks where a place has people of several lines: doctors and a committee. */
import { expect, it } from 'vitest';
import type { Person } from '../../../../src/model/organisation.ts';
import { audienceOf } from '../../../../src/reading/directive/audience/index.ts';
import { linesOf } from '../../../../src/reading/directive/audience/lines.ts';
import { inOneGroup, message, someone } from '../../../kit/audience-builders.ts';

const PEOPLE: readonly Person[] = [
  { ...someone('head', '谷立峰', '卫生院院长'), roles: ['leader', 'cadre'] },
  someone('clerk', '宁小雨', '卫生院公卫科科长'),
  someone('stock', '涂海', '卫生院院办主任'),
  someone('nurse', '邹倩', '卫生院接种门诊护士长'),
  someone('east-doctor', '欧阳德茂', '东沟村卫生室村医', ['东沟村']),
  someone('west-both', '蒋满娥', '西坪村卫生室村医、村妇女主任', ['西坪村']),
  someone('north-doctor', '彭寿生', '北渡村卫生室村医', ['北渡村']),
  someone('east', '覃满全', '东沟村党支部书记', ['东沟村']),
  someone('north', '段军', '北渡村文书', ['北渡村']),
];

function asked(text: string, members?: readonly string[]): string {
  return audienceOf(text, message(text), inOneGroup(PEOPLE, members === undefined ? {} : { members: [...members] })).people.join(' ');
}

const DOCTORS = ['clerk', 'east-doctor', 'west-both', 'north-doctor'];
const COMMITTEES = ['clerk', 'west-both', 'east', 'north'];

it('a person stands for the lines of the title', () => {
  const lines = (id: string) => [...linesOf(PEOPLE.find((person) => person.id === id) as Person)];
  expect([lines('east-doctor'), lines('west-both'), lines('north')]).toEqual([['clinic'], ['clinic', 'committee'], ['committee']]);
});

it('every village means those of its lines that sit there', () => {
  expect(asked('各村今天下班前报名单', DOCTORS)).toBe('east-doctor north-doctor west-both');
  expect(asked('各村今天下班前报名单', COMMITTEES)).toBe('east north west-both');
});

it.each([
  ['各卫生室今天下班前报名单', 'east-doctor north-doctor west-both'],
  ['请三个村的村干部一户一户上门', 'east north west-both'],
  ['各村今天下班前报名单', 'east east-doctor north north-doctor west-both'],
])('where all sit together the line that is called: %s', (text, people) => expect(asked(text)).toBe(people));

it('every office of a house leaves out who heads the house', () => {
  expect(asked('各科负责人明天下午3点开会', ['head', 'clerk', 'stock', 'nurse'])).toBe('nurse stock');
});

it('who is to get it all isn’t asked for it', () => {
  expect(asked('列个单子,后天中午12点前交涂海', ['clerk', 'stock', 'nurse'])).toBe('nurse');
});

it('each of the patients is no reader', () => {
  expect(asked('糖尿病患者10月底前每人面对面见一次', DOCTORS)).toBe('east-doctor north-doctor west-both');
});
