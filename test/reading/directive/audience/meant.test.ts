import { describe, expect, it } from 'vitest';
import type { Trees } from '../../../../src/model/trees.ts';
import { audienceOf } from '../../../../src/reading/directive/audience/index.ts';
import { decideMeant, meantBy } from '../../../../src/reading/directive/audience/meant.ts';
import { MEANT_SIGNS } from '../../../../src/reading/directive/audience/meant-signs.ts';
import { COUNTY, inOneGroup, message, someone } from '../../../kit/audience-builders.ts';

function signs(given: Readonly<Record<string, number>> = {}): Float64Array {
  return Float64Array.from(MEANT_SIGNS, (sign) => ({ isMember: 1, ...given })[sign] ?? 0);
}

describe('who is likely to be meant', () => {
  it.each([
    ['is', { chance: 0.85 }, {}, 'meant'],
    ['is rather, where nobody is likelier', { chance: 0.6 }, {}, 'meant'],
    ['is perhaps, though hardly', { chance: 0.07 }, {}, 'perhaps'],
    ['is not, where next to nothing speaks for it', { chance: 0.06 }, {}, 'other'],
    ['is who was found, where nobody is more likely than not', { chance: 0.1 }, { isFound: 1 }, 'meant'],
    ['is who was found, and is called by name', { chance: 0.01 }, { isFound: 1, name: 1 }, 'meant'],
    ['is who was found outside of the group', { chance: 0.01 }, { isFound: 1, isMember: 0 }, 'meant'],
    ['is hardly who is named, but wasn’t found', { chance: 0.1 }, { name: 1 }, 'perhaps'],
  ])('%s', (_what, { chance }, given, standing) => {
    expect(decideMeant([{ signs: signs(given), chance }])).toEqual([standing]);
  });

  it('are not all who were found, once somebody is likely', () => {
    const found = (chance: number) => ({ signs: signs({ isFound: 1 }), chance });
    expect(decideMeant([found(0.85), found(0.8), found(0.05)])).toEqual(['meant', 'perhaps', 'other']);
    expect(decideMeant([found(0.65), found(0.5)])).toEqual(['meant', 'perhaps']);
  });

  it('are the likelier of all who read it, where the words name nobody and nobody is more likely than not', () => {
    const reader = (chance: number) => ({ signs: signs({ isFound: 1, unclear: 1 }), chance });
    expect(decideMeant([reader(0.45), reader(0.39), reader(0.01)])).toEqual(['meant', 'perhaps', 'perhaps']);
    expect(decideMeant([reader(0.2), reader(0.2), reader(0.1)])).toEqual(['meant', 'meant', 'perhaps']);
  });
});

describe('an ask', () => {
  /** Trees of one leaf: everybody is as likely. */
  const all = (odds: number): Trees => ({ signs: MEANT_SIGNS, bias: odds, roots: [], sign: [], value: [], above: [] });

  it('stays with whom the readers found, where nothing is known otherwise', () => {
    const text = '东沟把表交来';
    const found = audienceOf(text, message(text), COUNTY);
    expect(meantBy(text, text, message(text), COUNTY, found, all(-9))).toBe(found);
    expect(meantBy(text, text, message(text), COUNTY, found, all(9)).people).toContain('safety');
  });

  it('says of whom it can’t be told, and how likely they are meant', () => {
    const text = '东沟把表交来';
    const found = audienceOf(text, message(text), COUNTY);
    const { people, perhaps = {} } = meantBy(text, text, message(text), COUNTY, found, all(-0.5));
    expect(people).toEqual(found.people);
    expect(Object.keys(perhaps)).not.toContain(found.people[0]);
    expect(perhaps['safety']).toBe(0.38);
  });

  it('brings in nobody whom its words except', () => {
    const text = '每天报两个数。西坪是安置村,不报';
    const found = { ...audienceOf('东沟把表交来', message('东沟把表交来'), COUNTY) };
    const { people } = meantBy(text, text, message(text), COUNTY, found, all(9));
    expect(people).toContain('north');
    expect(people).not.toContain('west');
  });

  it('finds who is called in a way that no reader knows', () => {
    const people = [
      someone('salt', '顾中良', '北滩盐场场长', ['北滩盐场']),
      someone('east', '林芳', '渔港社区书记', ['渔港社区']),
      someone('west', '梅英子', '场部社区书记', ['场部社区']),
      someone('north', '廖长海', '新垦村党支部书记', ['新垦村']),
      someone('clerk', '宁小雨', '党政办主任'),
    ];
    const org = inOneGroup(people);
    const text = '渔港、盐场把名单报来';
    const found = audienceOf(text, message(text), org);
    const meant = meantBy(text, text, message(text), org, found);
    expect(found.people).toEqual(['east']);
    expect(meant.people).toEqual(['east', 'salt']);
    expect(meant.says).toBe(`${found.says},再按叫法和职务增减`);
  });
});
