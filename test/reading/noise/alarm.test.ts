import { describe, expect, it } from 'vitest';
import { alarmOf } from '../../../src/reading/noise/alarm.ts';
import { field, leader, viewOfSaid } from './kit.ts';

const ALARMS = [
  '北坡着火了',
  '老粮站后头起火了!',
  '草垛子着了 快来人',
  '灶屋烧起来了',
  '火头有房檐高',
  '两个娃滑到塘里了',
  '赵大爷不见了 找了一下午',
  '3号电梯里困了两个人',
  '有人晕倒了在台阶上',
  '桥头护坡塌了',
  '闸口下头冒浑水',
  '楼道煤气味好大',
  '吊臂砸到人',
  '车棚里电瓶车着了',
];
const OTHERS = [
  '三轮打不着火了',
  '柴油机打着了',
  '没着火',
  '北坡的火灭了',
  '昨天东头着火了',
  '万一着火了往哪跑',
  '去年这时候山上着火了',
  '演练:库房着火了',
  '哈哈群里要着火了',
  '孩子找到了',
  '路塌了的地方已处理',
  '树倒了没砸着人',
  '谢谢,真是救命的人',
  '请明天来两个人搬桌子',
  '灯亮着了事',
];

describe('a cry of alarm', () => {
  it.each(ALARMS)('%s', (text) => {
    expect(alarmOf(viewOfSaid(field(text)))).toBe('hazard');
  });

  it.each(OTHERS)('is not: %s', (text) => {
    expect(alarmOf(viewOfSaid(field(text)))).toBe(null);
  });

  it('is none where it is long: that tells enough for itself', () => {
    expect(alarmOf(viewOfSaid(field(`北坡着火了${',各村把人清点一遍'.repeat(8)}`)))).toBe(null);
  });
});

describe('an order to bring people to safety', () => {
  it.each(['下雨了,把人都撤出来', '老人先接走', '工地全部停工', '游客马上劝离', '先拉闸'])('%s', (text) => {
    expect(alarmOf(viewOfSaid(leader(text)))).toBe('directive');
    expect(alarmOf(viewOfSaid(field(text)))).toBe(null);
  });

  it.each(['人都撤出来了', '老人已经全接走', '我们马上撤', '人都到齐了没', '把茶都喝了'])('is not: %s', (text) => {
    expect(alarmOf(viewOfSaid(leader(text)))).toBe(null);
  });
});
