/** The labelled chats of data/demo and data/corpus. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { services } from '../../../src/app.ts';
import { loadFolder } from '../../../src/cli/folder.ts';
import type { LabelledChat, LabelledPhrase } from '../../../src/flow/training-examples.ts';
import type { Label } from '../../../src/model/label.ts';
import type { ChangeKind } from '../../../src/model/reading.ts';
import type { Corpus } from './models.ts';

export const DATA = join(import.meta.dirname, '../../../data');

/** The demo, and every folder of the corpus that is a chat with gold. */
export function labelledFolders(): readonly string[] {
  const corpus = readdirSync(join(DATA, 'corpus')).toSorted();
  const folders = [join(DATA, 'demo'), ...corpus.map((name) => join(DATA, 'corpus', name))];
  return folders.filter((folder) => existsSync(join(folder, 'gold.jsonl')) && existsSync(join(folder, 'roster.json')));
}

/** Chats by one hand each, read once as what nobody has seen: everything learns from them since, and no figures are taken on them. */
export function readOnceFolders(): readonly string[] {
  const folder = join(DATA, 'corpus/read-once');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name));
}

/**
 * Those of them that say of each task all whom it asks. Of the others (data/corpus/few-asked.json) the writers were asked to name few people: from
 * them it can be learned what is said, not who has to see it.
 */
export function fullyAskedFolders(): readonly string[] {
  const few = new Set<string>(JSON.parse(readFileSync(join(DATA, 'corpus/few-asked.json'), 'utf8')));
  return readOnceFolders().filter((folder) => !few.has(basename(folder)));
}

export function labelledChats(): Promise<readonly LabelledChat[]> {
  return chatsIn(labelledFolders());
}

async function chatsIn(folders: readonly string[]): Promise<readonly LabelledChat[]> {
  const given = services();
  const chats: LabelledChat[] = [];
  for (const folder of folders) {
    const { org, envelopes } = await loadFolder(folder, given);
    chats.push({ name: basename(folder), org, envelopes, labels: labelsIn(join(folder, 'gold.jsonl')) });
  }
  return chats;
}

/** The exchanges of data/corpus/phrases-in-chat-held: as those of phrases-in-chat, but nothing is trained or tuned on them. */
export function heldExchanges(): Promise<LabelledChat> {
  return exchangesIn('corpus/phrases-in-chat-held');
}

/** Of data/corpus/phrases-in-chat: a few messages each, in groups of one made-up town, that no figures are taken on. */
async function exchangesIn(path: string): Promise<LabelledChat> {
  const folder = join(DATA, path);
  const { org, envelopes } = await loadFolder(folder, services());
  return { name: basename(folder), org, envelopes, labels: labelsIn(join(folder, 'labels.jsonl')) };
}

/** What updates of the exchanges of data/corpus/phrases-in-chat do, by their ids, where it is said. */
export function exchangeChanges(): ReadonlyMap<string, ChangeKind> {
  const lines = linesOf(join(DATA, 'corpus/phrases-in-chat/labels.jsonl')) as { id: string; change?: ChangeKind }[];
  return new Map(lines.flatMap(({ id, change }) => (change === undefined ? [] : [[id, change] as const])));
}

/** All that training learns from. */
export async function labelledCorpus(): Promise<Corpus> {
  const [chats, readOnce] = [await labelledChats(), await chatsIn(readOnceFolders())];
  return { chats, readOnce, phrases: labelledPhrases(), exchanges: await exchangesIn('corpus/phrases-in-chat') };
}

/** The phrases of data/corpus/phrases: messages without a chat; of some updates it is said what they change. Beside them the clues of misconduct. */
export function labelledPhrases(): readonly (LabelledPhrase & { readonly change?: ChangeKind })[] {
  return [...phrasesIn('corpus/phrases'), ...clues()];
}

/** Of the texts of data/corpus/clues those that are one: told as dangers are. */
function clues(): readonly LabelledPhrase[] {
  return clueTextsIn('corpus/clues')
    .flat()
    .flatMap(({ id, text, clue }) => (clue ? [{ id, text, label: 'hazard' }] : []));
}

export interface ClueText {
  readonly id: string;
  readonly text: string;
  readonly clue: boolean;
}

/** Of each hand, whose file is a part of their ids. */
export function clueTextsIn(path: string): readonly (readonly ClueText[])[] {
  const folder = join(DATA, path);
  return readdirSync(folder)
    .toSorted()
    .map((name) => (linesOf(join(folder, name)) as Omit<ClueText, 'id'>[]).map((line, place) => ({ ...line, id: `${name}:${place + 1}` })));
}

/** The phrases of data/corpus/phrases-held: nothing is trained or tuned on them. */
export function heldPhrases(): readonly LabelledPhrase[] {
  return phrasesIn('corpus/phrases-held');
}

function phrasesIn(path: string): readonly LabelledPhrase[] {
  const folder = join(DATA, path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) => linesOf(join(folder, name)) as LabelledPhrase[]);
}

function linesOf(path: string): readonly unknown[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
}

function labelsIn(path: string): ReadonlyMap<string, Label> {
  return new Map((linesOf(path) as { id: string; label: Label }[]).map(({ id, label }) => [id, label]));
}
