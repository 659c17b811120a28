import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../../../src/model/message.ts';
import { audienceOf } from '../../../../src/reading/directive/audience/index.ts';
import { COUNTY, message } from '../../../kit/audience-builders.ts';

function asked(text: string, given: Partial<Envelope> = {}): string {
  const { people, unclear } = audienceOf(text, message(text, { group: 'all', ...given }), COUNTY);
  return people.join(' ') + (unclear ? ' ?' : '');
}

describe('a part for each', () => {
  it.each([
    ['彩排明天三点,魏镇长致辞、高主任会务、敏芝摆台、长海坐第二排', 'farm north safety vice'],
    ['材料今天三点前放共享盘,①我和高振弄,②③赵敏芝,④林芳', 'east farm safety'],
    ['照片:泵站-廖长海,闸口-林芳', 'east north'],
    ['明天三点彩排,高主任廖书记记得来', 'north safety'],
    ['回头看表29号交。林芳1条,长海2条。英子没有。', 'east north'],
  ])('%s', (text, people) => expect(asked(text)).toBe(people));

  it('is none for those of whom only something is told', () => {
    expect(asked('昨天廖长海说了,林芳去过了,各村今天报数', { group: 'villages' })).not.toBe('east north');
  });

  it('is given to each of those who are named, not to each who reads it', () => {
    expect(asked('见面会明早9点,高振、敏芝、林芳每人准备三分钟')).toBe('east farm safety');
  });

  it('is given in a sentence of its own, or with 也', () => {
    expect(asked('@高振 今晚找人把盖子补上。长海守着,别离人', { mentions: ['safety'] })).toBe('north safety');
    expect(asked('@高振 报告今晚给我。西坪明天有爆破', { mentions: ['safety'] })).toBe('safety');
    expect(asked('林芳,带两辆皮卡现在走。廖长海叫两个人跟上。')).toBe('east north');
    expect(asked('林书记,带风机过去,廖长海也往西坡靠')).toBe('east north');
  });
});

describe('who is left out, or no more than a place', () => {
  it.each([
    ['东沟的清点是2号上午9点,跟西坪不是一天,别跑错', 'east east-clerk'],
    ['公告,老廖,3日内贴到各组公告栏', 'north'],
    ['三件事高振那条都看见了,今天报表', '?'],
  ])('%s', (text, people) => expect(asked(text, { group: 'villages' })).toMatch(new RegExp(`${people.replace('?', '\\?')}$`, 'u')));
});
