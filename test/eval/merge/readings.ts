/** Every turn of a chat as it is read in the end, in time order. */
import type { Services } from '../../../src/cli/command.ts';
import { loadFolder } from '../../../src/cli/folder.ts';
import { turnReader } from '../../../src/flow/turns.ts';
import { byTime, type Envelope } from '../../../src/model/message.ts';
import type { Organisation } from '../../../src/model/organisation.ts';
import type { TurnReading } from '../../../src/model/reading.ts';
import { noiseJudge } from '../../../src/reading/noise/judge.ts';
import type { RuleSet } from '../../../src/reading/noise/rule-set.ts';
import { readTurn } from '../../../src/reading/read-turn.ts';
import { loadGold } from '../gold.ts';
import { scenarioOf } from '../scenario.ts';
import { type Pairs, pairsOf } from './pairs.ts';

export async function pairsIn(folder: string, services: Services, rules: RuleSet): Promise<Pairs> {
  const { org, envelopes } = await loadFolder(folder, services);
  return pairsOf(scenarioOf(loadGold(folder)), readingsIn(org, envelopes, services, rules), rules.merging);
}

export function readingsIn(
  org: Organisation,
  envelopes: readonly Envelope[],
  { calendar }: Services,
  rules: RuleSet,
): readonly TurnReading[] {
  const reader = turnReader(org, calendar, noiseJudge(rules), rules);
  const turns = new Map<string, TurnReading>();
  for (const [index, envelope] of envelopes.toSorted(byTime).entries()) {
    const turn = reader.take({ ...envelope, seq: index + 1 });
    turns.set(turn.key, readTurn(turn.judged, rules.changing));
  }
  return [...turns.values()].toSorted((a, b) => a.at - b.at);
}
