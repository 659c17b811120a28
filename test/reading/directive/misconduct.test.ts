import { describe, expect, it } from 'vitest';
import { isMisconduct } from '../../../src/reading/directive/misconduct.ts';

describe('a clue of misconduct', () => {
  it.each([
    ['a fee that nobody may take', '听说办证要先给三百打点费'],
    ['money without a paper', '村头那个管电的一家收了一百二,什么收据都没开'],
    ['money, and the paper is said to be missing', '我家交了五百,条子都没有一张'],
    ['money of the dead', '隔壁老爷子过世三年了,高龄津贴还月月有人去取'],
    ['a name of the dead on a list of who was paid', '表上写我公公已经领了,我公公前年就过身了'],
    ['who signs for another’s allowance', '高龄补贴是组长代签的'],
    ['one thing paid for twice', '他家一块地报了两份青苗费'],
    ['another’s name', '低保是他侄子代领的'],
    ['income that stands in no book', '鱼塘租出去几年了,公示栏里没有这笔钱'],
    ['tickets that are not given', '那个渡口收两块钱,十回有八回不撕票'],
    ['what a guard asks for passing', '那几个看岗的管我要五十,说是“登记费”,收据没有'],
    ['a post with nobody at it', '守渡的他老婆名字挂在公益岗上,人在外省打工两年了'],
    ['what an inspector took', '有个协管来厂里,说可以少来两趟,拿了两条软中华走'],
    ['what everybody is entitled to, given for money', '办交通补助,组长抽了他一百块才肯给盖章'],
    ['gifts for votes', '昨晚有人挨家发鸡蛋,让大家投票的时候关照一下'],
  ])('is told by %s', (_what, text) => expect(isMisconduct(text)).toBe(true));

  it.each([
    ['a swindler', '有两个人冒充燃气公司上门,换个管子收了三百,收据也没给'],
    ['a pension that has not come', '老人的补贴三个月没到账了,帮我问问'],
    ['who only says that he is from an office', '有人上门收了三百,说是供水公司的,票也没给'],
    ['one’s own shopping', '我去供销社买两条毛巾一瓶醋,人太多没排上'],
    ['a post that is to be filled', '公益岗还有两个名额,想干的到村部报名'],
    ['a gift', '端午给困难老人每户送一桶油、一袋米'],
    ['a danger', '坟地那边冒烟了,一会儿就要烧到树林'],
    ['a fee that is due', '医保每人交400元才给办'],
    ['a threshold', '要超过5000元才上报'],
    ['a deposit', '收到定金200元,否则不办'],
    ['a leader who tells of last year', '领导说去年就没有这个路灯'],
    ['a doctor who left', '签约医生去年就走了'],
    ['a parcel', '快递我代签了,款已付清'],
    ['a price', '收割机一亩要九十,上午讲好七十'],
  ])('is not %s', (_what, text) => expect(isMisconduct(text)).toBe(false));
});
