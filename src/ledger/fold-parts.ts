/** What a copy or a change adds to a directive: evidence, words, where it was heard. Each keeps what is there where nothing is new. */
import type { Directive } from '../model/directive.ts';
import type { Day, Instant } from '../model/instant.ts';
import { groupKey, type MessageKey, messageKey } from '../model/message.ts';
import type { Ask, Evidence, Particulars } from '../model/reading.ts';

export function late(heardAt: Instant | undefined): { readonly heardAt?: Instant } {
  return heardAt === undefined ? {} : { heardAt };
}

/** The message that asks, as a change of the directive names it. */
export function saidIn({ evidence: [first] }: Ask): MessageKey {
  return { platform: first?.platform ?? '', group: first?.group ?? '', id: first?.id ?? '' };
}

export function copiesWith(known: readonly string[], { evidence: [first] }: Ask): readonly string[] {
  return first === undefined ? known : [...known, messageKey(first)];
}

export function heardIn(heard: ReadonlyMap<string, number>, evidence: readonly Evidence[], at: number): ReadonlyMap<string, number> {
  const result = new Map(heard);
  for (const one of evidence) result.set(groupKey(one), at);
  return result;
}

/** What a directive names beside its deadline, with what one more copy names. */
export function withDays(days: readonly Day[] = [], more: readonly Day[] = []): Pick<Directive, 'days'> {
  return more.length === 0 ? {} : { days: [...new Set([...days, ...more])] };
}

/** The same set as long as a copy brings none: whoever has numbered them needn't do so again. */
export function withTopics(topics: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> {
  return more.every((topic) => topics.has(topic)) ? topics : new Set([...topics, ...more]);
}

export function togetherOf(a: Particulars, b: Particulars): Particulars {
  const both = (key: keyof Particulars): readonly string[] => (b[key].length === 0 ? a[key] : [...new Set([...a[key], ...b[key]])]);
  return {
    persons: both('persons'),
    recipients: both('recipients'),
    areas: both('areas'),
    periods: both('periods'),
    forms: both('forms'),
    figures: both('figures'),
  };
}

/** Compared field by field: putting a key together for each would cost more than the few comparisons. */
export function withEvidence(evidence: readonly Evidence[], more: readonly Evidence[]): readonly Evidence[] {
  const fresh = more.filter((one) => !evidence.some((known) => isSameMessage(known, one)));
  return fresh.length === 0 ? evidence : [...evidence, ...fresh];
}

function isSameMessage(a: MessageKey, b: MessageKey): boolean {
  return a.id === b.id && a.group === b.group && a.platform === b.platform;
}
