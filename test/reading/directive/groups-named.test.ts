import { expect, it } from 'vitest';
import { organisation } from '../../../src/model/organisation.ts';
import { groupsNamed } from '../../../src/reading/directive/groups-named.ts';
import { COUNTY, message } from '../../kit/audience-builders.ts';

const names: Readonly<Record<string, string>> = { villages: '村书记直通车', all: '春播农情群', county: '医保征缴群', heads: '征缴提醒群' };
const ORG = organisation({ ...COUNTY, groups: COUNTY.groups.map((group) => ({ ...group, name: names[group.id] ?? group.id })) });

it.each([
  ['晚上7点前,发棉花农情群', ['wechat\u0000all']],
  ['当天数报到春播农情群里', ['wechat\u0000all']],
  ['当天数报到征缴群里', []],
  ['报到医保征缴群', ['wechat\u0000county']],
  ['每天下午5点前在春播农情群报三个数', ['wechat\u0000all']],
  ['防疫的数,每天,下午五点前,农情群', ['wechat\u0000all']],
  ['报在农情群,别往征缴提醒群报', ['wechat\u0000all']],
  ['天天5点前报微信群', [...ORG.groupByKey.keys()].filter((key) => key !== 'wechat\u0000villages')],
  ['接龙在本群', []],
  ['发群里', []],
  ['发给群众', []],
  ['农情群的表我看了', []],
])('%s', (text, groups) => expect(groupsNamed(text, message(text), ORG)).toEqual(groups));
