import { expect, it } from 'vitest';
import { renderAlert } from '../../../src/digest/render/index.ts';
import type { AlertReason, DigestItem } from '../../../src/model/digest.ts';
import { aDeadline, anItem, at } from '../../kit/digest-builders.ts';
import { aView } from '../../kit/shown-digest.ts';

function shown(reason: AlertReason, given: Partial<DigestItem> = {}): string {
  const { number: _, ...item } = anItem(given);
  return renderAlert({ at: at('2026-11-17 20:05'), cadre: 'gu-yan', reason, item: { ...item, number: 1 } }, aView());
}

const DANGER = { kind: 'hazard', title: '桥栏断了一截' } as const;
const OWN = { ...DANGER, issuer: { id: 'gu-yan', name: '顾燕' } };

it('is one line: what, whose, until when, and where it was said', () => {
  expect(shown('due', { deadline: aDeadline() })).toBe(
    '【急】报农机购置补贴核验表（赵敏）  ⏰ 周三 18日 17:30〔推定：下班前〕  农机工作群',
  );
  expect(shown('hazard', DANGER)).toBe('【隐患】桥栏断了一截（赵敏）  农机工作群');
});

it('tells who told of a danger that it has arrived, and is theirs', () => {
  expect(shown('hazard', OWN)).toBe('【隐患已记】桥栏断了一截（您报的，在您的地段或职责内）  农机工作群');
  expect(shown('due', OWN)).toMatch(/^【急】桥栏断了一截（顾燕）/u);
});
