import { expect, it } from 'vitest';
import { isSelfHelp } from '../../../src/reading/directive/self-help.ts';

it.each([
  ['钥匙忘在屋里了,锁门外了,哪位师傅会开锁', true],
  ['屋檐下有个马蜂窝,娃让蜂蜇了一下', true],
  ['我家狗跑丢了,哪个看到说一声', true],
  ['蜂蜇了,人喘不上气', false],
  ['钥匙锁屋里了,灶上还着火', false],
  ['捡到一封遗书,不知道是谁的', false],
  ['【12345工单】来电人钥匙丢了', false],
  ['快递点有人冒充公安骗钱', false],
  ['路灯不亮', false],
])('%s: %s', (text, expected) => expect(isSelfHelp(text)).toBe(expected));
