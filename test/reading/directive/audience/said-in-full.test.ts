import { expect, it } from 'vitest';
import { withEachCalled, withEachOfList, withSharedSuffix } from '../../../../src/reading/directive/audience/said-in-full.ts';
import { aPerson } from '../../../kit/digest-builders.ts';

it.each([
  ['亲爱的乡镇妇联主席们,表发我邮箱', '亲爱的各乡镇妇联主席们,表发我邮箱'],
  ['拜托村里的姐妹们:复印件交给我', '拜托各村姐妹们:复印件交给我'],
  ['村里的孩子们要上保险,莫校长报名单', '村里的孩子们要上保险,莫校长报名单'],
  ['社区居民们反映垃圾没清', '社区居民们反映垃圾没清'],
  ['街道领导们今天来看现场', '街道领导们今天来看现场'],
])('officials are called by a plural, and nobody else: %s', (text, whole) => expect(withEachCalled(text)).toBe(whole));

it.each([
  ['村医老师们早,签约进度今天报', '各位村医早,签约进度今天报'],
  ['网格员们,今晚再转一遍', '各位网格员,今晚再转一遍'],
  ['文书们,表今天交', '文书们,表今天交'],
  ['书记们,表今天交', '书记们,表今天交'],
])('those of one post are called by it in the plural: %s', (text, whole) => {
  const titles = ['东村村医', '西村村医', '东村网格员', '西村专职网格员', '东村文书', '东村党支部书记', '西村党支部书记'];
  const people = titles.map((title, place) => aPerson({ id: `p${place}`, title }));
  expect(withEachCalled(text, people)).toBe(whole);
});

it.each([
  ['按村报一个数(亩数、作物、轻中重)', '按村报一个数(亩数、作物、轻中重)'],
  ['一、二标今天报', '一、二标 一标、二标今天报'],
])('what ends a list is no suffix where it begins a word: %s', (text, whole) => expect(withSharedSuffix(text)).toBe(whole));

it.each([
  ['梅溪小学、河西小学、芦湾中学每校再报2名', '梅溪小学、河西小学、芦湾中学各再报2名'],
  ['救灾物资今天到,每村派2个人来领', '救灾物资今天到,每村派2个人来领'],
])('each of a list is those that it names: %s', (text, whole) => expect(withEachOfList(text)).toBe(whole));
