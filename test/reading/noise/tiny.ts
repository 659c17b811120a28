/** A model trained on a handful of messages. */
import type { Label } from '../../../src/model/label.ts';
import { featureReader } from '../../../src/reading/noise/model/features.ts';
import type { NoiseModel } from '../../../src/reading/noise/model/weights.ts';
import { SHIPPED_RULES } from '../../../src/reading/noise/rules/index.ts';
import { type Example, exampleOf } from '../../../src/reading/noise/train/example.ts';
import { SETTINGS, trainModel } from '../../../src/reading/noise/train/index.ts';
import { field, leader, office, type Said, viewOfSaid } from './kit.ts';

const TAUGHT: readonly (readonly [Label, readonly Said[]])[] = [
  [
    'directive',
    [office('各村周五17点前把冬灌面积表报农服中心'), office('请各村明天17点前报机井台账'), leader('把机井台账和冬灌面积表明天下午前报我')],
  ],
  ['ack', [field('收到'), field('好的,收到'), field('收到,马上报'), field('收到主任')]],
  ['flattery', [field('镇长辛苦了[玫瑰]'), field('镇长讲得好[玫瑰]'), field('主任辛苦[玫瑰]')]],
  ['hazard', [field('闸口的围栏塌了,有娃在耍'), field('机井边上塌了个坑'), field('围栏塌了两节')]],
  ['photo_dump', [field('', { kind: 'image' }), field('', { kind: 'image' }), field('', { kind: 'image' })]],
  ['opaque', [leader('', { kind: 'voice' }), leader('', { kind: 'voice' }), office('', { kind: 'voice' })]],
];

export function tinyExamples(): readonly Example[] {
  const read = featureReader(SHIPPED_RULES);
  return TAUGHT.flatMap(([label, list]) =>
    list.map((said) => exampleOf(read(viewOfSaid(said)), SHIPPED_RULES, { label, weight: 1, text: said.text })),
  );
}

export function tinyModel(): NoiseModel {
  const examples = tinyExamples();
  const guard = { must: 0.2, talk: 0.3, should: 0.2, alone: { must: 0.2, should: 0.2 } };
  return { ...trainModel({ chat: examples, alone: examples }, 'tiny', { ...SETTINGS, epochs: 8 }), guard };
}
