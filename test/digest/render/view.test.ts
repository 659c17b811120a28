import { expect, it } from 'vitest';
import { groupName } from '../../../src/digest/render/view.ts';
import { organisation } from '../../../src/model/organisation.ts';
import { lin, TOWNSHIP } from '../../kit/chat-builders.ts';

it.each([
  ['柏林镇农机工作群', '农机工作群'],
  ['柏林镇群', '柏林镇群'],
  ['长'.repeat(300), `${'长'.repeat(31)}…`],
])('%s is called %s', (name, called) => {
  const [first, ...others] = TOWNSHIP.groups;
  const org = organisation({ ...TOWNSHIP, groups: [...(first === undefined ? [] : [{ ...first, name }]), ...others] });
  expect(groupName({ org, person: lin() }, { platform: 'wechat', group: 'g1' })).toBe(called);
});
