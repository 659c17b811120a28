import { describe, expect, it } from 'vitest';
import { displayWidth, padToWidth } from './display-width.ts';
import { countUp, type ThemeMeasures } from './measure.ts';
import { renderTables } from './table.ts';

function themes(good: number, total: number): readonly ThemeMeasures[] {
  return [
    {
      theme: 'task',
      measures: [
        { kind: 'share', name: 'shown at the first digest', good, total, misses: [] },
        { kind: 'count', name: 'repeated', value: good, misses: [] },
        { kind: 'spread', name: 'items median', statistic: 'median', values: [good, total] },
        {
          kind: 'breakdown',
          name: 'confusions',
          counts: countUp([
            ['ack>report', good],
            ['share>ack', total],
          ]),
        },
      ],
    },
  ];
}

describe('tables', () => {
  const rows = [
    { title: '东岭', themes: themes(1, 8) },
    { title: 'demo-two', themes: themes(0, 0) },
  ];

  it('have a row a scenario, aligned also below Chinese names, and breakdowns after them', () => {
    expect(renderTables(rows, 80)).toBe(
      [
        '          shown at the',
        'task      first digest  repeated  items median',
        '--------  ------------  --------  ------------',
        '东岭       12.5% 1/8         1         8',
        'demo-two     n/a 0/0         0         0',
        '',
        'task: confusions',
        '  东岭: share>ack:8 ack>report:1',
        '  demo-two: ack>report:0 share>ack:0',
      ].join('\n'),
    );
  });

  it('go on in a further block where columns don’t fit', () => {
    const headings = renderTables(rows, 35)
      .split('\n')
      .filter((line) => line.startsWith('task  '));
    expect(headings).toEqual(['task      first digest  repeated', 'task      items median']);
  });
});

describe('the width of a text', () => {
  it.each([
    { text: 'demo', width: 4 },
    { text: '东岭镇', width: 6 },
    { text: '（A）', width: 5 },
    { text: '👍', width: 2 },
    { text: 'e\u0301\u200b', width: 1 },
  ])('of $text is $width', ({ text, width }) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('is what padding counts', () => {
    expect(padToWidth('东岭', 6)).toBe('东岭  ');
    expect(padToWidth('东岭', 3)).toBe('东岭');
  });
});
