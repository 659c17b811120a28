import { describe, expect, it } from 'vitest';
import { readChange } from '../../kit/change-builders.ts';

describe('a change of a gathering', () => {
  it.each([
    ['今晚的会改到8点', true],
    ['下午的培训先不开了', true],
    ['汤镇长明早去区里,推进会顺延至10:00', true],
    ['会不开了,走访还按原来的,改到上午9点半', undefined],
    ['下午那个会别来了,明早9点半再来', true],
    ['培训别去错地方,改到二楼', undefined],
    ['下午的碰头会不开了,主任要下村。改明天下午3点', true],
    ['前晌的会开不成了,挪到后晌三点', true],
    ['机会改到明天', undefined],
    ['认证表延到下周一中午,开会的书记散了会再看', undefined],
    ['名单改到明天中午12点前', undefined],
    ['停保名单我在培训,改明天中午12点前', undefined],
    ['推选培训不集中开了', true],
    ['省里的会不开了,项目清单都别做了', undefined],
    ['镇里的会不开了,清单也别打印了', true],
    ['下午的视频会往后错半小时,4:30开', true],
  ])('%s', (text, is) => expect(readChange(text).gathering).toBe(is));
});
