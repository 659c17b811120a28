/** One evaluation: every scenario is replayed from its folder and measured against its gold; then all are pooled. */
import { type ReplayDocuments, readDocuments } from './documents.ts';
import { loadGold } from './gold.ts';
import { pool, type ThemeMeasures } from './measure.ts';
import { measure } from './measures/index.ts';
import { scenarioOf } from './scenario.ts';

export interface Evaluation {
  readonly scenarios: readonly { readonly name: string; readonly themes: readonly ThemeMeasures[] }[];
  readonly all: readonly ThemeMeasures[];
  readonly speed: { readonly messages: number; readonly seconds: number; readonly messagesPerSecond: number };
}

export interface EvaluationSettings {
  /** The program's own replay of the folder's roster and chat. */
  readonly replayFolder: (folder: string) => Promise<ReplayDocuments>;
  /** Milliseconds of a clock that never goes back; only the replays are timed. */
  readonly now: () => number;
}

export async function evaluate(folders: readonly string[], { replayFolder, now }: EvaluationSettings): Promise<Evaluation> {
  const scenarios: Evaluation['scenarios'][number][] = [];
  let messages = 0;
  let milliseconds = 0;
  for (const folder of folders) {
    const scenario = scenarioOf(loadGold(folder));
    const started = now();
    const documents = await replayFolder(folder);
    milliseconds += now() - started;
    messages += scenario.messages.size;
    scenarios.push({ name: scenario.name, themes: measure(scenario, readDocuments(documents)) });
  }
  const seconds = milliseconds / 1000;
  const speed = { messages, seconds, messagesPerSecond: seconds === 0 ? 0 : Math.round(messages / seconds) };
  return { scenarios, all: pool(scenarios.map(({ themes }) => themes)), speed };
}
