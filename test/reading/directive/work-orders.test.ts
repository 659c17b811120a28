import { expect, it } from 'vitest';
import { workOrdersIn } from '../../../src/reading/directive/work-orders.ts';
import { seenAs } from '../../kit/change-builders.ts';

const ROWS =
  '【超期预警】\n工单号|诉求|责任人|时限\nYW1008-003|施工敲坏瓷砖4块|林芳|3个工作日内\nYW1008-007|加梯挡光,要求重测|梅英|11月18日16:00\n办完再点办结。';

it.each<readonly [text: string, orders: number]>([
  [ROWS, 2],
  ['今日转办两件:①AY0615-03:路灯不亮,承办:东村\n②AY0615-08:井盖响,承办:西村', 2],
  ['点位|负责人|搭档\n三岔口|林芳|梅英\n北门|梅英|林芳', 1],
  ['【12345工单】AY0615-03:路灯不亮,承办:东村', 1],
])('%s', (text, orders) => expect(workOrdersIn(seenAs(text, 'appeal')[0])).toHaveLength(orders));
