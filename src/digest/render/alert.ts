/** An alert as it reaches somebody at once: one line, whose it is, until when, and where it was said. */
import type { Alert, DigestItem } from '../../model/digest.ts';
import { dayAt } from '../../model/instant.ts';
import { personOf } from '../../model/organisation.ts';
import { deadlineLine } from './deadline-line.ts';
import { LONGEST_NAME, LONGEST_TITLE, oneLine, shortLine, textOf } from './line.ts';
import { sourceWords } from './sources.ts';
import type { DigestView } from './view.ts';
import { say, words } from './words.ts';

export function renderAlert({ at, reason, item }: Alert, view: DigestView): string {
  const time = textOf(deadlineLine(item, dayAt(at, view.org.timezone), view.org.timezone));
  const status = item.status === 'cancelled' || item.status === 'done' ? say(words.status[item.status], { time: '' }) : '';
  const facts = { what: status + shortLine(item.title, LONGEST_TITLE), issuer: shortLine(item.issuer.name, LONGEST_NAME) };
  const form = reason === 'hazard' && isOwn(item, view) ? words.alert.told : words.alert[reason];
  return [say(form, facts), time, sourceWords(item, view)].filter((part) => part !== '').join('  ');
}

/** Whoever told of a danger in their own place hears that it has arrived, and that it is theirs. */
function isOwn({ issuer, evidence }: DigestItem, { org, person }: DigestView): boolean {
  return personOf(org, evidence[0]?.platform ?? '', issuer.id)?.id === person.id;
}

/** @param group what people call it */
export function renderClassifiedNotice(group: string): string {
  return say(words.classified, { group: oneLine(group) });
}

/** @param why a code of the operating system, such as ENOSPC */
export function renderBackupFailed(folder: string, why: string): string {
  return say(words.backupFailed, { folder, why });
}

export type TroubleKind = keyof typeof words.trouble;

/** What went wrong with a text, for admins. */
export function renderTrouble(
  kind: TroubleKind,
  { name = '', kind: what = '', channel = '', why = '' }: Readonly<Record<string, string>>,
): string {
  const known: Readonly<Record<string, string>> = words.outgoing;
  return say(words.trouble[kind], { name: oneLine(name), what: known[what] ?? what, channel, why: oneLine(why) });
}
