/** A directive's story as its entries tell it, step by step: opened, copies, changes with what held before and what holds then, reminders. */
import type { Directive, DirectiveChange } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import type { MessageKey } from '../model/message.ts';
import type { ChangeKind, Evidence } from '../model/reading.ts';
import { byMessageTime, type Entry } from './entry.ts';
import { applyEntry, openedState } from './fold.ts';

export interface StoryStep {
  readonly at: Instant;
  readonly step: 'opened' | 'copy' | ChangeKind;
  readonly message: MessageKey;
  /** The words that it rests on. */
  readonly quote: string | null;
  /** What it changed; nothing where it says again what already holds. */
  readonly changes: readonly DirectiveChange[];
}

export interface Story {
  /** As it stands after the last step. */
  readonly directive: Directive;
  readonly steps: readonly StoryStep[];
}

/** Null when nothing opens it. Answers are no steps: who answers when is nobody's to read. */
export function storyOf(entries: readonly Entry[]): Story | null {
  const ordered = entries.toSorted(byMessageTime);
  const opening = ordered.find((entry) => entry.kind === 'opened');
  if (opening === undefined) return null;
  let directive = openedState(opening);
  const steps: StoryStep[] = [];
  for (const entry of ordered) {
    const before = directive.changes.length;
    directive = applyEntry(directive, entry);
    const step = stepOf(entry, directive.changes.slice(before));
    if (step !== null) steps.push(step);
  }
  return { directive, steps };
}

function stepOf(entry: Entry, changes: readonly DirectiveChange[]): StoryStep | null {
  switch (entry.kind) {
    case 'opened':
      return stepFrom(entry.at, 'opened', entry.ask.evidence, changes);
    case 'evidenced':
      return stepFrom(entry.at, entry.edits === undefined ? 'copy' : 'amend', entry.ask.evidence, changes);
    case 'changed':
      return stepFrom(entry.at, entry.change, entry.evidence, changes);
    case 'answered':
    case 'declined':
    case 'joined':
      return null;
  }
}

function stepFrom(
  at: Instant,
  step: StoryStep['step'],
  [source]: readonly Evidence[],
  changes: readonly DirectiveChange[],
): StoryStep | null {
  if (source === undefined) return null;
  const { platform, group, id, quote } = source;
  return { at, step, message: { platform, group, id }, quote, changes };
}
