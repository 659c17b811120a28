import { describe, expect, it } from 'vitest';
import { withoutAsides, withoutTold } from '../../../../src/reading/directive/audience/asides.ts';

describe('what an ask tells beside whom it asks', () => {
  it.each([
    ['一标把碎石清走,不然明天石板井的校车过不去', '一标把碎石清走,'],
    ['青岩和麻柳湾之间塌了一处,一标派挖机过去', '塌了一处,一标派挖机过去'],
    ['辛苦于园长!小天鹅还缺37份', '小天鹅还缺37份'],
    ['乌溪镇处置得很果断,青山同志辛苦了。白果把库补齐', '白果把库补齐'],
    ['三家各查各的,各村的排查是另一码事,不要搞混。', '三家各查各的,。'],
    ['辛苦各村把表报上来。', '辛苦各村把表报上来。'],
  ])('%s', (text, left) => expect(withoutAsides(text)).toBe(left));

  it.each([
    ['台账安居佳上周就给了,就差恒泽', ',就差恒泽'],
    ['请把收好的表交来,明天报', '请把收好的表交来,明天报'],
  ])('stands so: %s', (text, left) => expect(withoutTold(text)).toBe(left));
});
