/** Nothing that belongs to somebody is left in a masked text, and every quote of it leads back to the very words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masker, originalOf } from '../../../src/policy/refine/mask.ts';
import { TOWNSHIP } from '../../kit/chat-builders.ts';

const masked = (text: string, others: readonly string[] = []): string => masker(TOWNSHIP, others).mask(text).text;

describe('a masked text', () => {
  it.each([
    ['联系林芳 13800138000', '联系⟦人1⟧ ⟦号码1⟧'],
    ['１３８ 0013－8000', '⟦号码1⟧'],
    ['+86 138-0013-8000', '+⟦号码1⟧'],
    ['幺三八零零幺三八零零零', '⟦号码1⟧'],
    ['身份证11010519491231002X,卡号6222 0200 0011 2233 445', '身份证⟦号码1⟧,卡号⟦号码2⟧'],
    ['发到 nong.ban@example.com', '发到 ⟦邮箱1⟧'],
    ['填 https://forms.example/a?k=1 即可', '填 ⟦网址1⟧ 即可'],
    ['请何书记、王主任到会', '请⟦人1⟧书记、⟦人2⟧主任到会'],
    ['户主:周福贵,电话0512-66668888', '户主:⟦人1⟧,电话⟦号码1⟧'],
    ['@林芳 @老马家常菜 收到', '@⟦人1⟧ ⟦人2⟧ 收到'],
    ['2026-11-18 17:30前,共30份', '2026-11-18 17:30前,共30份'],
    ['11月18日17:30前报320户', '11月18日17:30前报320户'],
    ['2026-11-18-13800138000', '2026-11-18-⟦号码1⟧'],
    ['⟦人1⟧ 说的', '[人1] 说的'],
    ['表交给村支书老董', '表交给村支书⟦人1⟧'],
    ['明天找小李拿钥匙', '明天找⟦人1⟧拿钥匙'],
    ['请逯主任、仝站长到会', '请⟦人1⟧主任、⟦人2⟧站长到会'],
    ['会计董长河,下午来一趟', '会计⟦人1⟧,下午来一趟'],
    ['小军,把线盒留着;金水叔!鸡关棚里', '⟦人1⟧,把线盒留着;⟦人2⟧叔!鸡关棚里'],
    ['311号,当班的是小钱', '311号,当班的是⟦人1⟧'],
    ['老白,名单今天报给曾股长', '⟦人1⟧,名单今天报给⟦人2⟧股长'],
    ['2小时后,小组、小区都到', '2小时后,小组、小区都到'],
    ['各村主任、副站长明天到会', '各村主任、副站长明天到会'],
    ['主任马上安排,小程序里填', '主任马上安排,小程序里填'],
  ])('%s', (text, wanted) => {
    expect(masked(text)).toBe(wanted);
  });

  it('has the same placeholder for the same thing, however it is written', () => {
    const one = masker(TOWNSHIP, ['渡口老马']);
    expect([one.mask('林芳 138 0013 8000').text, one.mask('渡口老马找林芳 13800138000').text]).toEqual([
      '⟦人1⟧ ⟦号码1⟧',
      '⟦人2⟧找⟦人1⟧ ⟦号码1⟧',
    ]);
  });

  it('hides whoever is shown as a sender of the group, in any of the ways that names are shown', () => {
    const shown = ['石桥村-逄占奎', '农技站夷光', '晨曦暖阳', 'A仉督13900000000'];
    expect(masked('让占奎和夷光去接,晨曦暖阳开车,仉督看家', shown)).toBe('让⟦人1⟧和⟦人2⟧去接,⟦人3⟧开车,⟦人4⟧看家');
    expect(masked('石桥村明天报,农技站收', [...shown, '明天', '阳'])).toBe('石桥村明天报,农技站收');
  });

  const digits = (count: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count });
  const number = fc
    .tuple(fc.constantFrom('13', '15', '18', '0512', '11010', '6222'), digits(9), fc.constantFrom('', ' ', '-', '·', ' - '))
    .map(([head, tail, between]) => ({
      plain: head + tail.join(''),
      written: head + between + tail.slice(0, 4).join('') + between + tail.slice(4).join(''),
    }));
  const words = fc.constantFrom('请各村', '电话', '2026-11-18', ' ', ':', '联系林芳', '⟦', '⟧', '12户', '\n', '前报');

  it('lets no number through, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(words), number, fc.array(words), (before, { plain, written }, after) => {
        const text = masked([...before, written, ...after].join(''));
        const bare = text.replaceAll('2026-11-18', '').replace(/⟦[^⟧]*⟧/gu, '#');
        return !bare.replaceAll(/\D/gu, '').includes(plain) && !/\d{7}/u.test(bare.replaceAll(/[\s\-·]/gu, ''));
      }),
      { numRuns: 300 },
    );
  });

  it('leads every quote back to the words that it stands for, or nowhere', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), number, fc.nat(), fc.nat(), (before, { written }, a, b) => {
        const text = [...before, written, '报表'].join('');
        const one = masker(TOWNSHIP, []);
        const { text: hidden, pieces } = one.mask(text);
        const start = a % hidden.length;
        const quote = hidden.slice(start, start + 1 + (b % 8));
        const span = originalOf({ text: hidden, pieces }, quote);
        return span === null || one.mask(text.slice(span[0], span[1])).text.length > 0 || quote === '';
      }),
      { numRuns: 200 },
    );
  });

  it('leads a quote with a placeholder back to the name, and half a placeholder nowhere', () => {
    const text = '请林芳把统计表报来';
    const one = masker(TOWNSHIP, []).mask(text);
    expect(one.text).toBe('请⟦人1⟧把统计表报来');
    expect([originalOf(one, '⟦人1⟧把统计表'), originalOf(one, '人1⟧把'), originalOf(one, '没说过')]).toEqual([[1, 7], null, null]);
  });
});
