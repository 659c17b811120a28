import { expect, it } from 'vitest';
import { withEachCalled, withEachOfList, withSharedSuffix } from '../../../../src/reading/directive/audience/said-in-full.ts';

it.each([
  ['亲爱的乡镇妇联主席们,表发我邮箱', '亲爱的各乡镇妇联主席们,表发我邮箱'],
  ['拜托村里的姐妹们:复印件交给我', '拜托各村姐妹们:复印件交给我'],
  ['村里的孩子们要上保险,莫校长报名单', '村里的孩子们要上保险,莫校长报名单'],
  ['社区居民们反映垃圾没清', '社区居民们反映垃圾没清'],
  ['街道领导们今天来看现场', '街道领导们今天来看现场'],
])('officials are called by a plural, and nobody else: %s', (text, whole) => expect(withEachCalled(text)).toBe(whole));

it.each([
  ['按村报一个数(亩数、作物、轻中重)', '按村报一个数(亩数、作物、轻中重)'],
  ['一、二标今天报', '一、二标 一标、二标今天报'],
])('what ends a list is no suffix where it begins a word: %s', (text, whole) => expect(withSharedSuffix(text)).toBe(whole));

it.each([
  ['梅溪小学、河西小学、芦湾中学每校再报2名', '梅溪小学、河西小学、芦湾中学各再报2名'],
  ['救灾物资今天到,每村派2个人来领', '救灾物资今天到,每村派2个人来领'],
])('each of a list is those that it names: %s', (text, whole) => expect(withEachOfList(text)).toBe(whole));
