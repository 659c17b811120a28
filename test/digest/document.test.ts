import { describe, expect, it } from 'vitest';
import { alertDocument, digestDocument, receiptDocument } from '../../src/digest/document.ts';
import type { DigestItem } from '../../src/model/digest.ts';
import { sliceSpan } from '../../src/model/span.ts';
import { aDeadline, aDigest, anItem, at, evidence, TIMEZONE } from '../kit/digest-builders.ts';

const text = '各村:请于明天下班前把农机购置补贴核验表报农服中心,谢谢';
const quote = '请于明天下班前把农机购置补贴核验表报农服中心';
const message = { platform: 'wechat', group: 'g01', id: 'm0012' };

function itemOf(item: Partial<DigestItem>) {
  return digestDocument(aDigest([item]), TIMEZONE).items[0];
}

describe('digestDocument', () => {
  it('is the document of the format, key by key', () => {
    const digest = aDigest([{ id: 'd-7f3a', deadline: aDeadline(), evidence: [evidence('g01', 'm0012', quote, 3)] }]);
    expect(JSON.stringify(digestDocument(digest, TIMEZONE))).toBe(
      '{"schema":"qunyao.digest/1","date":"2026-11-17","cadre":"gu-yan","sentAt":"2026-11-17T18:00:00+08:00",' +
        '"window":{"from":"2026-11-16T18:00:00+08:00","to":"2026-11-17T18:00:00+08:00"},' +
        '"items":[{"id":"d-7f3a","number":1,"section":"due","kind":"directive","title":"报农机购置补贴核验表","issuer":{"id":"zhao-min","name":"赵敏"},' +
        '"deadline":{"at":"2026-11-18T17:30:00+08:00","day":"2026-11-18","precision":"hour","basis":"assumed","phrase":"明天下班前","recurrence":null},' +
        '"status":"open","urgency":"none","confidence":0.97,' +
        `"evidence":[{"platform":"wechat","group":"g01","id":"m0012","quote":"${quote}","span":[3,25]}]}],` +
        '"filtered":{"total":297,"byLabel":{"ack":141,"flattery":37,"greeting":20,"chitchat":11,"photo_dump":88}},' +
        '"accounted":{"evidence":6,"filtered":297,"talk":5,"forOthers":3,"closed":1},"unaccounted":0,' +
        '"coverage":{"groups":14,"notCovered":[]}}',
    );
  });

  it('gives a span that slices back to the quote', () => {
    const { quote: words, span } = itemOf({ evidence: [evidence('g01', 'm0012', quote, 3)] })?.evidence[0] ?? {};
    expect(span).toBeDefined();
    expect(sliceSpan(text, span ?? [0, 0])).toBe(words);
  });

  it('leaves quote and span out where there are none', () => {
    expect(itemOf({ evidence: [evidence('g04', 'm1')] })?.evidence).toEqual([{ platform: 'dingtalk', group: 'g04', id: 'm1' }]);
  });

  it('has optional keys only when they say something', () => {
    const plain = Object.keys(itemOf({}) ?? {});
    const changes = [{ field: 'deadline' as const, from: '明早', to: '明天下班前', message }];
    const deadline = aDeadline({ recurrence: 'daily', until: '2026-11-30' });
    const full = itemOf({
      changes,
      deadline,
      audienceUnclear: true,
      perhaps: true,
      conflict: true,
      similarTo: ['d-2'],
      condition: '遇大雨',
      outsider: true,
    });
    const optional = Object.fromEntries(Object.entries(full ?? {}).filter(([key]) => !plain.includes(key)));
    expect(optional).toEqual({
      changes,
      audienceUnclear: true,
      perhaps: true,
      conflict: true,
      similarTo: ['d-2'],
      condition: '遇大雨',
      outsider: true,
      until: '2026-11-30',
    });
    expect(plain).toEqual([
      'id',
      'number',
      'section',
      'kind',
      'title',
      'issuer',
      'deadline',
      'status',
      'urgency',
      'confidence',
      'evidence',
    ]);
    expect(itemOf({})?.deadline).toBeNull();
  });

  it('holds back the words of an amendment where its message is not quoted', () => {
    const change = { field: 'content' as const, from: null, to: '改报电子版', message };
    expect(itemOf({ changes: [change], evidence: [evidence('g01', 'm0012', '改报电子版')] })?.changes?.[0]?.to).toBe('改报电子版');
    expect(itemOf({ changes: [change], evidence: [evidence('g01', 'm0012')] })?.changes?.[0]?.to).toBeNull();
  });

  it('counts labels in the order of the format and leaves zeros out', () => {
    const { filtered } = digestDocument(aDigest([], { filtered: { total: 3, byLabel: { other: 1, share: 0, ack: 2 } } }), TIMEZONE);
    expect(JSON.stringify(filtered)).toBe('{"total":3,"byLabel":{"ack":2,"other":1}}');
  });
});

describe('alertDocument', () => {
  it('carries the item as a digest does', () => {
    const item = anItem({ deadline: aDeadline() });
    const alert = alertDocument({ at: at('2026-11-17 20:05'), cadre: 'gu-yan', reason: 'due', item }, TIMEZONE);
    expect(JSON.stringify(alert)).toMatch(
      /^\{"schema":"qunyao.alert\/1","at":"2026-11-17T20:05:00\+08:00","cadre":"gu-yan","reason":"due","item":\{"id":"d-1",/u,
    );
    expect(alert.item).toEqual(itemOf(item));
  });
});

describe('receiptDocument', () => {
  it('says who answered what by which message', () => {
    const answer = { platform: 'wechat', group: 'g01', id: 'm0001' };
    expect(
      JSON.stringify(
        receiptDocument({ item: 'd-7f3a', evidence: [evidence('g02', 'm9')], person: 'gu-yan', state: 'acknowledged', message: answer }),
      ),
    ).toBe(
      '{"schema":"qunyao.receipt/1","item":"d-7f3a","evidence":[{"platform":"qq","group":"g02","id":"m9"}],"person":"gu-yan","state":"acknowledged",' +
        '"message":{"platform":"wechat","group":"g01","id":"m0001"}}',
    );
  });
});
