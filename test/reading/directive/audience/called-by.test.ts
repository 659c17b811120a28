import { describe, expect, it } from 'vitest';
import { calledBy } from '../../../../src/reading/directive/audience/called-by.ts';
import { someone } from '../../../kit/audience-builders.ts';

describe('what somebody may be called by', () => {
  it('is their title and duties, in pairs and as a whole, and the kind of their place', () => {
    const person = someone('head', '岑德贵', '林业站站长', ['凉水镇'], { duties: ['防火'] });
    expect([...calledBy(person)].toSorted()).toEqual(
      ['林业', '业站', '站站', '站长', '防火', '职林业站站长', '末站长', '管防火', '地镇'].toSorted(),
    );
    expect(calledBy({ ...person, areas: [] }).has('地')).toBe(true);
  });
});
