import { expect, it } from 'vitest';
import type { LocalModel } from '../../../src/model/tuning.ts';
import { anEnvelope } from '../../kit/store-builders.ts';
import { aLocalRule, anOverlay, aVersion } from '../../kit/tuning-builders.ts';
import type { CurrentStore } from '../store-spec.ts';

const { number: _one, ...FIRST } = aVersion(1, {
  overlay: anOverlay({ rules: [aLocalRule({ needs: ['拼团'] })], weights: { 'ask.deed': -1.5 } }),
});
const { number: _two, ...SECOND } = aVersion(2, { restores: 0, reason: '' });
const SIGNED = { at: 5_000, by: '王芳', reason: '看错了' };

export function tuningSpec(store: CurrentStore): void {
  it('starts without versions, corrections and models', async () => {
    expect([await store().ruleVersions(), await store().corrections(), await store().localModel(1)]).toEqual([[], [], null]);
  });

  it('keeps every version of the rules, numbered', async () => {
    expect(await store().addRuleVersion(0, FIRST)).toBe(1);
    expect(await store().addRuleVersion(1, SECOND)).toBe(2);
    expect(await store().ruleVersions()).toEqual([
      { ...FIRST, number: 1 },
      { ...SECOND, number: 2 },
    ]);
  });

  it('keeps no version of somebody who did not know the newest', async () => {
    await store().addRuleVersion(0, FIRST);
    expect([await store().addRuleVersion(0, SECOND), await store().addRuleVersion(7, SECOND)]).toEqual([null, null]);
    expect(await store().ruleVersions()).toHaveLength(1);
  });

  it('keeps every correction, with what its message says', async () => {
    const message = anEnvelope({ kind: 'link', text: '核验表' });
    await store().ingest([anEnvelope({ id: 'other' }), message]);
    const key = { platform: message.platform, group: message.group, id: message.id };
    expect(await store().addCorrection({ ...key, ...SIGNED, label: 'share' })).toBe(1);
    expect(await store().addCorrection({ ...key, ...SIGNED, label: null })).toBe(2);
    const said = { ...key, ...SIGNED, kind: 'link', text: '核验表' };
    expect(await store().corrections()).toEqual([
      { ...said, number: 1, label: 'share' },
      { ...said, number: 2, label: null },
    ]);
  });

  it('takes no correction of a message that it does not hold', async () => {
    await expect(store().addCorrection({ platform: 'one', group: 'g', id: 'nobody', label: 'ack', ...SIGNED })).rejects.toThrow('nobody');
    expect(await store().corrections()).toEqual([]);
  });

  it('keeps local models', async () => {
    const model: Omit<LocalModel, 'number'> = { ...SIGNED, base: 'abc', corrections: 3, grams: [[-12, 3, 0.25]], signals: [[7, 0, -1]] };
    expect([await store().addLocalModel(model), await store().addLocalModel({ ...model, base: 'def' })]).toEqual([1, 2]);
    expect([await store().localModel(1), (await store().localModel(2))?.base]).toEqual([{ ...model, number: 1 }, 'def']);
  });
}
