import { expect, it } from 'vitest';
import type { Verdict } from '../../../src/model/reading.ts';
import { changeOf } from '../../../src/reading/directive/change.ts';
import { readsAsEnd } from '../../../src/reading/directive/latent-changes.ts';
import { field, office, viewOfSaid } from '../noise/kit.ts';

function verdict(label: Verdict['label']): Verdict {
  return { platform: 'wechat', group: 'g1', id: 'm1', label, keep: true, unsure: false, confidence: 0.9, reasons: [] };
}

it.each([
  ['路障撤了,这件事到此结束', 'notice'],
  ['情况通报:昨天隔壁镇抓了一个冒充的,我们这里还没有', 'notice'],
  ['还差柳沟村没报', 'directive'],
  ['集合的时间改到明天下午3点', 'meeting'],
  ['明天的会不开了', 'directive'],
])('an update without its directive is told or asks for a look: %s', (text, kind) => {
  expect(changeOf(viewOfSaid(office(text)), verdict('update')).fallback?.kind).toBe(kind);
});

it('an update without its directive has the time of what it tells', () => {
  const { fallback } = changeOf(viewOfSaid(office('号贴错了,重来:明天19:30调度会,进来把名字改成村名')), verdict('update'));
  expect(fallback).toMatchObject({ kind: 'meeting', deadline: { phrase: '明天19:30' } });
});

it('a report by one of the organisation may end a matter, and opens nothing where that is unknown', () => {
  const over = '洞口焊好盖严了,这个险先消了';
  expect(readsAsEnd(viewOfSaid(office(over)), verdict('report'))).toBe(true);
  expect(readsAsEnd(viewOfSaid(field(over)), verdict('report'))).toBe(true);
  expect(readsAsEnd(viewOfSaid(field('水退了,火全灭了,各位可以回')), verdict('report'))).toBe(true);
  expect(readsAsEnd(viewOfSaid(office('洞口焊好了,还差两家没签字')), verdict('report'))).toBe(false);
  expect(changeOf(viewOfSaid(office(over)), verdict('report'))).toMatchObject({ change: 'done', asks: true, fallback: null });
});
