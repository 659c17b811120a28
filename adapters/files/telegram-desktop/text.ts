/** The words of a message: its text, and what other media say in words (a poll's question, a place, a contact). */
import type { WireMessage, WireText } from './wire.ts';

export interface Said {
  readonly text: string;
  /** The first address that it links to. */
  readonly url: string | null;
  /** Nothing but a link. */
  readonly onlyLink: boolean;
  /** Account ids; a mention by @name tells no id. */
  readonly mentions: readonly string[];
}

export function said(wire: WireMessage): Said {
  const parts = typeof wire.text === 'string' ? [wire.text] : (wire.text ?? []);
  const own = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  const links = parts.flatMap(linkOf);
  const text = own === '' ? wordsOfMedia(wire) : own;
  const onlyLink = links.length === 1 && own.trim() !== '' && own.trim() === links[0]?.text.trim();
  return { text, url: links[0]?.url ?? null, onlyLink, mentions: [...new Set(parts.flatMap(mentionOf))] };
}

type TextPart = Exclude<WireText, string>[number];

function linkOf(part: TextPart): { text: string; url: string }[] {
  if (typeof part === 'string') return [];
  if (part.type === 'link') return [{ text: part.text, url: part.text }];
  return part.type === 'text_link' && part.href ? [{ text: part.text, url: part.href }] : [];
}

function mentionOf(part: TextPart): string[] {
  return typeof part !== 'string' && part.type === 'mention_name' && part.user_id ? [part.user_id] : [];
}

function wordsOfMedia(wire: WireMessage): string {
  if (wire.poll) return [wire.poll.question, ...(wire.poll.answers ?? []).map(numbered)].join('\n');
  if (wire.todo_list)
    return [wire.todo_list.title ?? '', ...(wire.todo_list.items ?? wire.todo_list.answers ?? []).map(numbered)].join('\n');
  if (wire.contact_information) {
    const { first_name, last_name, phone_number } = wire.contact_information;
    return present([first_name, last_name, phone_number]).join(' ');
  }
  return present([wire.place_name, wire.address]).join(' ') || (wire.sticker_emoji ?? '');
}

/** What a service message tells, in the exporter's own words: the action, then whom or what it concerns. */
export function serviceText(wire: WireMessage): string {
  return present([wire.action, wire.title, wire.new_title, wire.information_text, ...(wire.members ?? [])]).join(' ');
}

function numbered(answer: string, index: number): string {
  return `${index + 1}. ${answer}`;
}

function present(words: readonly (string | null | undefined)[]): string[] {
  return words.filter((word) => word !== null && word !== undefined && word !== '') as string[];
}
