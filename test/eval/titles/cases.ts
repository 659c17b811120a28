/** The labelled tasks of a chat: the clauses that a title can be made of, and the action that a person wrote. */
import type { Services } from '../../../src/cli/command.ts';
import { loadFolder } from '../../../src/cli/folder.ts';
import type { Label } from '../../../src/model/label.ts';
import { type Envelope, groupKey } from '../../../src/model/message.ts';
import { senderOf } from '../../../src/model/organisation.ts';
import type { ItemKind, Verdict } from '../../../src/model/reading.ts';
import { toNameIn } from '../../../src/reading/directive/asks.ts';
import { titleTextOf } from '../../../src/reading/directive/naming.ts';
import { clausesOf, type TitleText } from '../../../src/reading/directive/title/clauses.ts';
import { type ClauseSigns, signsOf } from '../../../src/reading/directive/title/signs.ts';
import { viewOf } from '../../../src/reading/view.ts';
import { loadGold } from '../gold.ts';
import { shareSaid } from './share-said.ts';

export interface ClauseCase {
  readonly signs: ClauseSigns;
  /** Which share of the action's words stands in the clause, 0 to 1. */
  readonly said: number;
}

export interface TitleCase {
  readonly kind: ItemKind;
  readonly source: TitleText;
  readonly action: string;
  readonly clauses: readonly ClauseCase[];
}

const NAMED: ReadonlySet<Label> = new Set<Label>(['directive', 'traffic', 'hazard', 'appeal']);

/** Of messages that open as many tasks as are read in them. */
export async function titleCasesIn(folder: string, services: Services): Promise<readonly TitleCase[]> {
  const { org, envelopes } = await loadFolder(folder, services);
  const gold = loadGold(folder);
  const labels = new Map(gold.labels.map(({ id, label }) => [id, label]));
  const opened = Map.groupBy(gold.directives, ({ sources: [first] }) => first);
  return envelopes.flatMap((message): TitleCase[] => {
    const label = labels.get(message.id);
    const directives = opened.get(message.id) ?? [];
    if (label === undefined || !NAMED.has(label) || message.text === '') return [];
    const context = { org, group: org.groupByKey.get(groupKey(message)), recent: [], calendar: services.calendar };
    const view = viewOf(message, context, senderOf(org, message), []);
    const named = toNameIn(view, asJudged(view.message, label));
    if (named.length !== directives.length) return [];
    return named.map((what, index) => caseOf(what.kind, titleTextOf(view, what), directives[index]?.action ?? ''));
  });
}

function asJudged({ platform, group, id }: Envelope, label: Label): Verdict {
  return { platform, group, id, label, keep: true, unsure: false, confidence: 1, reasons: [] };
}

function caseOf(kind: ItemKind, source: TitleText, action: string): TitleCase {
  const clauses = clausesOf(source);
  return {
    kind,
    source,
    action,
    clauses: clauses.map((clause) => ({ signs: signsOf(clause, kind, clauses.length), said: shareSaid(action, clause.words) })),
  };
}
