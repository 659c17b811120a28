import { expect, it } from 'vitest';
import { overlayChanges } from '../../../src/cli/rules/overlay-changes.ts';
import { speaker } from '../../../src/cli/words.ts';
import { messageKey } from '../../../src/model/message.ts';
import type { RuleOverlay } from '../../../src/model/tuning.ts';
import { aLocalRule, anOverlay } from '../../kit/tuning-builders.ts';

const BARE = anOverlay();
const RULE = aLocalRule();

it.each<readonly [says: string, before: RuleOverlay, after: RuleOverlay]>([
  ['添了 local.ad', BARE, anOverlay({ rules: [RULE] })],
  ['改了 local.ad', anOverlay({ rules: [RULE] }), anOverlay({ rules: [aLocalRule({ weight: 3 })] })],
  ['删了 local.ad', anOverlay({ rules: [RULE] }), BARE],
  ['静音 kind.voice ask.deed', BARE, anOverlay({ muted: ['kind.voice', 'ask.deed'] })],
  ['不再静音 kind.voice', anOverlay({ muted: ['kind.voice', 'ask.deed'] }), anOverlay({ muted: ['ask.deed'] })],
  ['改分量 ask.deed=2', BARE, anOverlay({ weights: { 'ask.deed': 2 } })],
  ['改分量 ask.deed', anOverlay({ weights: { 'ask.deed': 2 } }), BARE],
  ['准许看不见的消息 m0059', BARE, anOverlay({ confirmed: [messageKey({ platform: 'wechat', group: 'g 1', id: 'm0059' })] })],
])('%s', (says, before, after) => {
  expect(overlayChanges(before, after, speaker('zh'))).toEqual([says]);
});

it('says nothing where nothing changed', () => {
  expect(overlayChanges(anOverlay({ rules: [RULE], muted: ['a'] }), anOverlay({ rules: [RULE], muted: ['a'] }), speaker('en'))).toEqual([]);
});
