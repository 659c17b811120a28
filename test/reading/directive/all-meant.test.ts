import { expect, it } from 'vitest';
import type { AudienceModels } from '../../../src/model/audience-models.ts';
import type { Ask } from '../../../src/model/reading.ts';
import type { Trees } from '../../../src/model/trees.ts';
import { withAllMeant } from '../../../src/reading/directive/all-meant.ts';
import { MEANT_SIGNS } from '../../../src/reading/directive/audience/meant-signs.ts';
import { viewOf } from '../../../src/reading/view.ts';
import { said, TOWNSHIP } from '../../kit/chat-builders.ts';
import { evidence } from '../../kit/digest-builders.ts';
import { anAsk } from '../../kit/ledger-builders.ts';
import { CALENDAR } from '../../kit/tuning-builders.ts';

const TEXT = '林芳今晚报人数,梅英看家';
const ASK = anAsk({
  audience: { people: ['lin'], unclear: false, says: '点名、职务、科室或地名' },
  evidence: [evidence('g1', 'm1', TEXT)],
});

/** By trees to which all are alike. */
function meant(ask: Ask, models?: AudienceModels): Ask | undefined {
  const message = said('m1', 'bo', '2026-11-16 12:00', TEXT);
  const context = { org: TOWNSHIP, calendar: CALENDAR, group: TOWNSHIP.groupByKey.get('wechat\u0000g1'), recent: [], models };
  return withAllMeant([ask], viewOf(message, context, TOWNSHIP.personById.get('bo'), []))[0];
}

const EVERYBODY: Trees = { signs: MEANT_SIGNS, bias: 9, roots: [], sign: [], value: [], above: [] };

it('a task is for all whom the trees hold meant', () => {
  expect(meant(ASK, { meaning: EVERYBODY })?.audience.people).toEqual(['lin', 'mei']);
});

it.each<readonly [what: string, ask: Ask, models: AudienceModels]>([
  ['without trees', ASK, { meaning: null }],
  ['of what is only told', { ...ASK, kind: 'notice' }, { meaning: EVERYBODY }],
  ['of what rests on another message', { ...ASK, evidence: [evidence('g1', 'm0', TEXT)] }, { meaning: EVERYBODY }],
  ['where they change nothing', { ...ASK, audience: { people: ['lin', 'mei'], unclear: false } }, { meaning: EVERYBODY }],
])('it stays as the readers have it %s', (_what, ask, models) => expect(meant(ask, models)).toBe(ask));
