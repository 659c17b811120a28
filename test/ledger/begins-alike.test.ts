import { describe, expect, it } from 'vitest';
import { onlyBeginsAlike } from '../../src/ledger/begins-alike.ts';
import { at, evidence } from '../kit/digest-builders.ts';
import { aChange, anAsk, ledgerOf, opened } from '../kit/ledger-builders.ts';

const openedAs = (directive: string, title: string) =>
  opened({ at: at('2026-11-16 09:20'), directive, turn: directive, ask: anAsk({ title, evidence: [evidence('g01', directive)] }) });

function meant(change: 'cancel' | 'deadline', title: string, ...titles: readonly string[]): string | undefined {
  const known = [...ledgerOf(...titles.map((one, i) => openedAs(`d-${i}`, one))).directives.values()];
  return onlyBeginsAlike(known, aChange({ change, head: ['值班', '班表', '三个', '个村'], fallback: anAsk({ title }) }))?.title;
}

describe('what is called off by the words with which a title begins', () => {
  const SPRING = '春节值班表排起来';
  const VOLUNTEERS = '春运志愿者报4人,上各2人,排班表另发';
  it('is that, whatever else speaks of a like thing', () => {
    expect(meant('cancel', '春节值班表先停,全区要统一排班', SPRING, VOLUNTEERS)).toBe(SPRING);
  });

  it.each<readonly [why: string, change: 'cancel' | 'deadline', title: string, titles: readonly string[]]>([
    ['two begin so', 'cancel', '春节值班表先停', [SPRING, '春节值班表各办所都排好']],
    ['they share no thing', 'cancel', '三个村的地笼先不收了', ['三个村的排空机试一遍']],
    ['it is only moved', 'deadline', '春节值班表往后放一天', [SPRING]],
  ])('is none where %s', (_why, change, title, titles) => {
    expect(meant(change, title, ...titles)).toBeUndefined();
  });
});
