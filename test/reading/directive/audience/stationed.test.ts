import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../../../src/reading/directive/audience/index.ts';
import { inOneGroup, message, someone } from '../../../kit/audience-builders.ts';

const ORG = inOneGroup([
  someone('east', '林芳', '东沟村党支部书记', ['东沟村']),
  someone('safety', '高振', '应急办主任', [], { duties: ['企业安全'] }),
  someone('plan', '宁小雨', '经发办统计员', [], { duties: ['统计', '包联大辛纸箱厂'] }),
  someone('green', '赵敏芝', '生态办主任', [], { duties: ['大气', '包联云杯玻璃'] }),
  someone('farm', '廖长海', '农服中心主任', [], { duties: ['包北渡村'] }),
]);

describe('cadres of the offices who are stationed', () => {
  it.each([
    ['包企的都听着,今天下午五点半以前到自己包的厂', 'green plan'],
    ['包企干部今日17:30前全部到厂核查停限产', 'green plan'],
    ['包村干部今晚8点前进村', 'farm'],
    ['包村的同志今晚8点前进村', 'farm'],
  ])('with firms or with villages: %s', (text, people) => {
    expect(
      audienceOf(text, message(text, { group: 'villages' }), ORG)
        .people.toSorted()
        .join(' '),
    ).toBe(people);
  });
});
