import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../../../src/reading/directive/audience/index.ts';
import { isCalledByName, isFound, MEANT_SIGNS, meantCandidates } from '../../../../src/reading/directive/audience/meant-signs.ts';
import { COUNTY, message } from '../../../kit/audience-builders.ts';

/** The signs of one person, by name. */
function signsFor(person: string, text: string, group = 'villages', whole = text, mentions: readonly string[] = []) {
  const sent = message(whole, { group, mentions });
  const found = audienceOf(text, sent, COUNTY);
  const candidate = meantCandidates(text, whole, sent, COUNTY, found).find((one) => one.person.id === person);
  if (candidate === undefined) throw new Error(`${person} is no candidate`);
  return { ...Object.fromEntries(MEANT_SIGNS.map((sign, place) => [sign, candidate.signs[place]])), signs: candidate.signs };
}

describe('the signs of whom an ask means', () => {
  it('tell how its words name a person', () => {
    expect(signsFor('east', '林芳把东沟的表交来')).toMatchObject({ name: 1, place: 1, isMentioned: 0, isFound: 1, isMember: 1 });
    expect(signsFor('north', '海哥、老海把表交来')).toMatchObject({ alias: 1, name: 0 });
    expect(signsFor('west', '把表交来', 'villages', '把表交来', ['west'])).toMatchObject({ isMentioned: 1, mentions: 1 });
    expect(signsFor('safety', '高主任把表交来')).toMatchObject({ titled: 1, isHead: 1, placeCount: 0 });
  });

  it('tell what kind of people it names, and what the readers found', () => {
    const one = signsFor('west', '各村书记今晚8点前报人数');
    expect(one).toMatchObject({ eachVillage: 1, heads: 1, everybody: 0, isFound: 1, likeCount: 4, found: 4, unclear: 0, general: 0 });
    expect(signsFor('safety', '各村书记今晚8点前报人数')).toMatchObject({ isFound: 0, likeFound: 0 });
    expect(signsFor('safety', '大家看一下')).toMatchObject({ everybody: 1 });
  });

  it('tell who stands before whom in a place', () => {
    expect(signsFor('east', '东沟报人数')).toMatchObject({ placeMates: 1, placeRank: 0 });
    expect(signsFor('east-clerk', '东沟报人数')).toMatchObject({ placeMates: 1, placeRank: 1 });
    const asked: Readonly<Record<string, unknown>> = signsFor('east-clerk', '林芳、梅英子报人数');
    expect(asked).toMatchObject({ isFound: 0, mateFound: 1 });
    expect(asked['placesFound']).toBeCloseTo(2 / 3);
  });

  it('tell the ask from its message', () => {
    const one = signsFor('west', '今晚8点前交', 'villages', '西坪的听着。今晚8点前交');
    expect(one).toMatchObject({ place: 0, placeWhole: 1, length: 6, lengthWhole: 12 });
  });

  it('count those of whom the text speaks', () => {
    expect(signsFor('east', '东沟、西坪两家今晚报')).toMatchObject({ count: 2, named: 3 });
    expect(signsFor('east', '3家今晚报')).toMatchObject({ count: 3 });
    expect(signsFor('east', '今晚报')).toMatchObject({ count: 0 });
  });
});

it('tell who is called by name, and who was found', () => {
  const of = (text: string, person = 'east') => {
    const { signs } = signsFor(person, text);
    return [isCalledByName(signs), isFound(signs)];
  };
  expect(of('林芳把表交来')).toEqual([true, true]);
  expect(of('东沟把表交来')).toEqual([false, true]);
  expect(of('东沟把表交来', 'west')).toEqual([false, false]);
});

it('only cadres are weighed, and never who asks', () => {
  const text = '各村今晚报人数';
  const sent = message(text, { group: 'offices' });
  const people = meantCandidates(text, text, sent, COUNTY, audienceOf(text, sent, COUNTY)).map(({ person }) => person.id);
  expect(people).not.toContain('boss');
  expect(people).not.toContain(sent.sender.id);
});
