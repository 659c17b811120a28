/** What became of a change, in sentences or as JSON. */
import { severalLines, shortLine } from '../../digest/render/line.ts';
import type { ChangeOutcome } from '../../flow/change-rule.ts';
import type { Rehearsal } from '../../flow/rehearse.ts';
import { isoAt } from '../../model/instant.ts';
import { type Hidden, type ItemChange, unnamed, type VerdictChange } from '../../policy/rehearsal.ts';
import type { Services } from '../command.ts';

const VERDICTS_SHOWN = 10;
const WORDS_SHOWN = 41;

/** Prints the outcome; answers with the exit code. */
export function tellOutcome(outcome: ChangeOutcome, timezone: string, json: boolean, services: Services): number {
  const { print, warn, say } = services;
  services.progress('');
  if (json) print(`${JSON.stringify(outcomeDocument(outcome, timezone))}\n`);
  else if ('rehearsal' in outcome) print(`${rehearsalLines(outcome.rehearsal, timezone, services).join('\n')}\n`);
  switch (outcome.kind) {
    case 'refused':
      warn([say('rules.refused'), ...outcome.refusals.map(({ code, facts }) => `  ${say(code, facts)}`)].join('\n'));
      return 1;
    case 'hides':
      warn(hidesLines(outcome.unnamed, outcome.rehearsal.hidden, services).join('\n'));
      return 1;
    case 'overtaken':
      warn(say('rules.overtaken'));
      return 1;
    case 'saved':
      if (!json) print(`${say('rules.saved', { version: outcome.version })}\n`);
      return 0;
    case 'rehearsed':
      return 0;
  }
}

/** What people have written in them steers no terminal. */
export function rehearsalLines(rehearsal: Rehearsal, timezone: string, { say }: Services): readonly string[] {
  const { messages, changed, appearing, vanishing } = rehearsal;
  const dropped = changed.filter(({ was, is }) => was.keep && !is.keep).length;
  const kept = changed.filter(({ was, is }) => !was.keep && is.keep).length;
  const [from, to] = [dayOf(rehearsal.from, timezone), dayOf(rehearsal.to, timezone)];
  const shown = changed.slice(0, VERDICTS_SHOWN);
  return [
    say('rehearsal.head', { from, to, messages, changed: changed.length, dropped, kept }),
    ...(vanishing.length + appearing.length === 0 ? [say('rehearsal.same')] : []),
    ...itemLines(say('rehearsal.vanishing', { count: vanishing.length }), '✗', vanishing, say),
    ...itemLines(say('rehearsal.appearing', { count: appearing.length }), '+', appearing, say),
    ...(shown.length === 0 ? [] : [say('rehearsal.changed', { shown: shown.length, all: changed.length }), ...shown.map(verdictLine)]),
  ].map(severalLines);
}

function itemLines(headline: string, mark: string, items: readonly ItemChange[], say: Services['say']): readonly string[] {
  if (items.length === 0) return [];
  return [
    headline,
    ...items.map(
      ({ title, kind, people, evidence }) =>
        `  ${mark} ${say('rehearsal.item', { title, kind, people, id: `${evidence.group}/${evidence.id}` })}`,
    ),
  ];
}

function verdictLine({ group, id, text, was, is }: VerdictChange): string {
  return `  ${group}/${id} ${was.label}→${is.label} ${shortLine(text, WORDS_SHOWN)}`;
}

/** What would be hidden, and how to say that it may be. */
export function hidesLines(missing: readonly Hidden[], hidden: readonly Hidden[], { say }: Services): readonly string[] {
  const name = (one: Hidden): string => (unnamed(hidden, [one.id]).includes(one) ? `${one.group}/${one.id}` : one.id);
  return [
    say('rehearsal.hides', { count: missing.length }),
    ...missing.map((one) => `  ${one.group}/${one.id} ${one.was} ${shortLine(one.words, WORDS_SHOWN)}`),
    say('rehearsal.even-if', { options: missing.map((one) => `--even-if ${name(one)}`).join(' ') }),
  ].map(severalLines);
}

function dayOf(at: number, timezone: string): string {
  return isoAt(at, timezone).slice(0, 16).replace('T', ' ');
}

export function outcomeDocument(outcome: ChangeOutcome, timezone: string): object {
  if (!('rehearsal' in outcome)) return { outcome: outcome.kind, ...('refusals' in outcome ? { refusals: outcome.refusals } : {}) };
  const { from, to, ...rest } = outcome.rehearsal;
  const { kind, rehearsal: _rehearsal, ...more } = outcome;
  return { outcome: kind, ...more, rehearsal: { from: isoAt(from, timezone), to: isoAt(to, timezone), ...rest } };
}
