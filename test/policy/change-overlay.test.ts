import { describe, expect, it } from 'vitest';
import { changeOverlay, type RuleRequest, type RuleStock } from '../../src/policy/change-overlay.ts';
import { aLocalRule, anOverlay, aVersion } from '../kit/tuning-builders.ts';

const LOCAL = aLocalRule();

function stock(given: Partial<RuleStock> = {}): RuleStock {
  return { shipped: new Set(['ask.deed', 'ack.whole']), versions: [], overlay: anOverlay(), ...given };
}

describe('a change', () => {
  it.each<readonly [request: RuleRequest, before: RuleStock['overlay'], after: RuleStock['overlay']]>([
    [{ kind: 'add', rule: LOCAL }, anOverlay(), anOverlay({ rules: [LOCAL] })],
    [{ kind: 'edit', rule: { ...LOCAL, weight: 2 } }, anOverlay({ rules: [LOCAL] }), anOverlay({ rules: [{ ...LOCAL, weight: 2 }] })],
    [{ kind: 'mute', id: 'ask.deed' }, anOverlay(), anOverlay({ muted: ['ask.deed'] })],
    [{ kind: 'mute', id: LOCAL.id }, anOverlay({ rules: [LOCAL] }), anOverlay({ rules: [LOCAL], muted: [LOCAL.id] })],
    [
      { kind: 'weigh', id: 'ask.deed', weight: -1 },
      anOverlay({ weights: { 'ack.whole': 2 } }),
      anOverlay({ weights: { 'ack.whole': 2, 'ask.deed': -1 } }),
    ],
    [{ kind: 'weigh', id: LOCAL.id, weight: 1 }, anOverlay({ rules: [LOCAL] }), anOverlay({ rules: [{ ...LOCAL, weight: 1 }] })],
    [{ kind: 'remove', id: LOCAL.id }, anOverlay({ rules: [LOCAL], muted: [LOCAL.id] }), anOverlay()],
    [
      { kind: 'remove', id: 'ask.deed' },
      anOverlay({ muted: ['ask.deed', 'ack.whole'], weights: { 'ask.deed': 1 } }),
      anOverlay({ muted: ['ack.whole'] }),
    ],
    [{ kind: 'model', model: 3 }, anOverlay({ muted: ['ask.deed'] }), anOverlay({ muted: ['ask.deed'], model: 3 })],
  ])('%j', (request, before, after) => {
    expect(changeOverlay(request, stock({ overlay: before }))).toEqual({ overlay: after, restores: null });
  });

  it.each<readonly [request: RuleRequest, code: string]>([
    [{ kind: 'add', rule: LOCAL }, 'id-taken'],
    [{ kind: 'add', rule: { ...LOCAL, id: 'ask.deed' } }, 'id'],
    [{ kind: 'edit', rule: { ...LOCAL, id: 'ask.deed' } }, 'not-local'],
    [{ kind: 'mute', id: 'nobody' }, 'unknown'],
    [{ kind: 'mute', id: 'ack.whole' }, 'nothing'],
    [{ kind: 'weigh', id: 'nobody', weight: 1 }, 'unknown'],
    [{ kind: 'weigh', id: 'ask.deed', weight: 0 }, 'weight'],
    [{ kind: 'weigh', id: LOCAL.id, weight: 100 }, 'weight'],
    [{ kind: 'remove', id: 'nobody' }, 'unknown'],
    [{ kind: 'remove', id: 'ask.deed' }, 'nothing'],
    [{ kind: 'undo', version: null }, 'no-version'],
    [{ kind: 'undo', version: 7 }, 'no-version'],
  ])('%j is refused: %s', (request, code) => {
    expect(changeOverlay(request, stock({ overlay: anOverlay({ rules: [LOCAL], muted: ['ack.whole'] }) }))).toMatchObject({
      code: `rules.refused.${code}`,
    });
  });
});

describe('undo', () => {
  const one = aVersion(1, { overlay: anOverlay({ muted: ['a'] }) });
  const two = aVersion(2, { overlay: anOverlay({ muted: ['a', 'b'] }) });
  const undone = aVersion(3, { overlay: one.overlay, restores: 1 });

  it.each([
    [[one], 0, []],
    [[one, two], 1, ['a']],
    [[one, two, undone], 0, []],
  ] as const)('walks back', (versions, restores, muted) => {
    expect(changeOverlay({ kind: 'undo', version: null }, stock({ versions }))).toEqual({ overlay: anOverlay({ muted }), restores });
  });

  it('brings any version back', () => {
    expect(changeOverlay({ kind: 'undo', version: 2 }, stock({ versions: [one, two, undone] }))).toEqual({
      overlay: two.overlay,
      restores: 2,
    });
  });

  it('has nothing before the first', () => {
    const start = aVersion(4, { restores: 0 });
    expect(changeOverlay({ kind: 'undo', version: null }, stock({ versions: [one, two, undone, start] }))).toMatchObject({
      code: 'rules.refused.no-version',
    });
  });
});
