/** The exchanges of `corpus/phrases-in-chat` and `corpus/phrases-in-chat-held`: every message has its label, in time order, by somebody of the roster or an outsider, and no text of a scenario. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseInstant } from '../../../src/model/instant.ts';
import { bare } from './phrases.ts';
import { type Problem, problem } from './problem.ts';
import { readLines, readWhole } from './read.ts';
import { isOutsider, repeated, type Scenario } from './scenario.ts';
import { ChatLine, ExchangeLine, RosterFile } from './schemas.ts';

const FOLDERS: readonly string[] = ['corpus/phrases-in-chat', 'corpus/phrases-in-chat-held'];
/** Shorter texts are habits of everybody. */
const LONG = 12;

/** Nothing where the corpus has no exchanges. */
export function checkExchanges(data: string, scenarios: readonly Pick<Scenario, 'chat' | 'folder'>[]): readonly Problem[] {
  return FOLDERS.filter((folder) => existsSync(join(data, folder))).flatMap((folder) => checkFolder(data, folder, scenarios));
}

function checkFolder(data: string, folder: string, scenarios: readonly Pick<Scenario, 'chat' | 'folder'>[]): readonly Problem[] {
  const [chatPath, labelsPath] = [`${folder}/chat.jsonl`, `${folder}/labels.jsonl`];
  const roster = readWhole(data, `${folder}/roster.json`, RosterFile);
  const chat = readLines(data, chatPath, ChatLine);
  const labels = readLines(data, labelsPath, ExchangeLine);
  const people = new Set(roster.rows.flatMap(({ value }) => value.people.map(({ id }) => id)));
  const groups = new Set(roster.rows.flatMap(({ value }) => value.groups.map(({ id }) => id)));
  const labelled = new Set(labels.rows.map(({ value }) => value.id));
  const said = new Set(chat.rows.map(({ value }) => value.id));
  const elsewhere = new Map(
    scenarios.flatMap((one) => one.chat.map(({ value }) => [bare(value.text), `${one.folder} ${value.id}`] as const)),
  );
  const at = (line: number, says: string): Problem => problem(chatPath, line, says);
  return [
    ...[roster, chat, labels].flatMap(({ problems }) => problems),
    ...repeated(chat.rows, ({ id }) => id).map(({ value, line }) => at(line, `${value.id} stands twice`)),
    ...repeated(labels.rows, ({ id }) => id).map(({ value, line }) => problem(labelsPath, line, `${value.id} has a label twice`)),
    ...labels.rows
      .filter(({ value }) => !said.has(value.id))
      .map(({ value, line }) => problem(labelsPath, line, `there is no message ${value.id}`)),
    ...labels.rows
      .filter(({ value }) => value.change !== undefined && value.label !== 'update')
      .map(({ value, line }) => problem(labelsPath, line, `${value.id} changes something, but is no update`)),
    ...chat.rows.flatMap(({ value, line }, index) => {
      const { id, sender, group, sentAt, text } = value;
      const before = chat.rows[index - 1]?.value.sentAt;
      const late = before !== undefined && (parseInstant(before) ?? 0) > (parseInstant(sentAt) ?? 0);
      const copied = bare(text).length >= LONG ? elsewhere.get(bare(text)) : undefined;
      return [
        ...(labelled.has(id) ? [] : [at(line, `${id} has no label`)]),
        ...(people.has(sender.id) || isOutsider(sender.id) ? [] : [at(line, `${sender.id} stands in no roster`)]),
        ...(groups.has(group) ? [] : [at(line, `there is no group ${group}`)]),
        ...(late ? [at(line, `${id} is earlier than the message before it`)] : []),
        ...(copied === undefined ? [] : [at(line, `the text of ${id} stands in ${copied}`)]),
      ];
    }),
  ];
}
