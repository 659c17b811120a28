import { describe, expect, it } from 'vitest';
import { saysApart, saysSame, takesPlace } from '../../../src/reading/directive/same-or-apart.ts';

describe('what a task says of itself beside others', () => {
  it.each([
    ['统计局要的这张表与文旅办要的床位数为同一内容,报一份即可', true, false],
    ['就是民政要的那张表', true, false],
    ['也是17号下午4点前,但报的是单位不是娃娃,莫跟招聘会名单混起', false, true],
    ['韩主任那边的每日巡查再说一遍:8个村天天都要报,17点前', true, false],
    ['两张表,都要交,跟那张不是一回事', false, true],
    ['各村今天报床位数', false, false],
    ['汲沟跟陆桥搭界那个生产桥,你两家明天把桥头垫平', false, false],
    ['路灯表就是昨天那个路口排查表,不用填', true, false],
    ['三类户另列,普通户不要填进来,普通户是慕主任那张', false, true],
    ['跟民政那个一样,报一次', true, false],
    ['再一个,饲草料那张表(应急站通知第一条),明天中午12点前给尕藏', true, false],
    ['再一个,饲草料那张表,明天中午12点前给尕藏', false, true],
    ['党政办要的那张花名册,跟福哥要的值班表是同一张,别做两份,心疼你们的手', true, false],
    ['再说个急的哈:手头有人扬言报复的,18点前报我', false, true],
    ['再讲一件:台账明天要,跟转移名单是同一张,填一份就够', true, false],
    ['再说个创文的事,42项那张表改到明天', true, false],
    ['再提个醒:不要迟到', false, false],
  ])('%s', (words, same, apart) => expect([saysSame(words), saysApart(words)]).toEqual([same, apart]));

  it('takes the place of another form, not of another hour or hall', () => {
    expect(takesPlace('换成《打卡表》,原来那张不用')).toBe(true);
    expect(takesPlace('改在三楼会议室')).toBe(false);
  });
});
