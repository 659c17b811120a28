/** 完成, 收到, 不是我的: what a person says of an item goes into the ledger, and can be taken back for a day. */
import { say } from '../../digest/render/words.ts';
import type { Directive } from '../../model/directive.ts';
import { isPerhapsOf, mayBeAsked } from '../../model/seen-by.ts';
import { type Asked, directKey, type EntryDraft, type Handler, type Reply, reply, told, turnWith } from './context.ts';
import { type Handle, handlesOf, named, noSuchItem } from './handles.ts';
import { keep } from './kept.ts';

type Word = 'done' | 'acknowledge' | 'decline';

export interface LastCommand {
  readonly turn: string;
  readonly at: number;
  /** What it was about, for 撤销's answer. */
  readonly what: string;
}

export const done: Handler = responding('done');
export const acknowledge: Handler = responding('acknowledge');
export const decline: Handler = responding('decline');

function responding(word: Word): Handler {
  return async (asked, { store, reader }) => {
    if (word === 'acknowledge' && asked.numbers.length === 0 && asked.message.replyTo === undefined) return reply(told.acknowledgeWhat);
    const handles = await handlesOf(asked, store, await reader.ledger());
    const nothing = noSuchItem(handles);
    if (nothing !== null) return reply(nothing.template, nothing.facts);
    const told1 = handles.found.map((handle) => answerTo(word, handle, asked));
    const lost =
      handles.missing.length === 0 ? [] : [say(told.noSuchNumber, { numbers: handles.missing.join('、'), count: handles.count ?? 0 })];
    const drafts = told1.flatMap(({ entries }) => entries);
    const lines = [...told1.map(({ line }) => line), ...lost];
    return drafts.length === 0 ? { blocks: lines } : recorded(asked, drafts, lines, handles.found.map(named).join('；'));
  };
}

function recorded(asked: Asked, drafts: readonly EntryDraft[], lines: readonly string[], what: string): Reply {
  const last: LastCommand = { turn: asked.turn, at: asked.at, what };
  return {
    blocks: [[...lines, told.undoHint].join('\n')],
    turns: [turnWith(asked, drafts)],
    drafts: [keep('last', asked.person.id, last)],
  };
}

interface Answer {
  readonly line: string;
  readonly entries: readonly EntryDraft[];
}

function answerTo(word: Word, handle: Handle, { person, message }: Asked): Answer {
  const { directive } = handle;
  const what = named(handle);
  if (directive === null) return { line: say(told.gone, { what }), entries: [] };
  if (!mayBeAsked(directive).includes(person.id)) return { line: say(told.notAsked, { what }), entries: [] };
  const base = { directive: directive.id, person: person.id, message: directKey(message) };
  if (word === 'decline') return { line: say(told.declined, { what }), entries: [{ kind: 'declined', ...base }] };
  const state = word === 'done' ? ('done' as const) : ('acknowledged' as const);
  const takesOn = isPerhapsOf(directive, person.id);
  if (!takesOn && hasSaid(directive, person.id, state)) return { line: say(told.saidBefore[state], { what }), entries: [] };
  const entries: EntryDraft[] = [...(takesOn ? [{ kind: 'joined' as const, ...base }] : []), { kind: 'answered', ...base, state }];
  return { line: say(told.recorded[state], { what }), entries };
}

/** What is done needs no 收到 any more; what comes again is done again each time. */
function hasSaid({ answers, deadline }: Directive, person: string, state: 'done' | 'acknowledged'): boolean {
  if (state === 'done' && deadline?.recurrence != null) return false;
  return answers.some((one) => one.person === person && (one.state === state || one.state === 'done'));
}
