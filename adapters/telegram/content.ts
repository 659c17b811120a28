/** The words of a message, and what it carries besides: kind, file, length, link, and who is named in it. Pure. */
import type { Envelope, FileInfo, MessageKind } from '../../src/adapter-kit.ts';
import { type Words, wordsOfRich } from './rich.ts';
import type { WireEntity, WireFile, WireMessage, WireUser } from './wire.ts';

/** Whose account a @name is, as far as is known. */
export type Usernames = (name: string) => string | null;

export type Content = Pick<Envelope, 'kind' | 'text' | 'mentions' | 'file' | 'url' | 'durationSec'>;

export function contentOf(message: WireMessage, usernames: Usernames): Content {
  const { text: own, entities } = ownWords(message);
  const links = linksOf(own, entities);
  const mentions = mentionsOf(own, entities, usernames);
  const carried = carriedOf(message);
  const onlyLink = links.length === 1 && links[0]?.words === own.trim();
  const kind = carried?.kind ?? (own === '' && !hasWords(message) ? 'file' : onlyLink ? 'link' : 'text');
  return {
    kind,
    text: own === '' ? wordsOfMedia(message) : own,
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(carried?.file === undefined ? {} : { file: carried.file }),
    ...(links[0] === undefined ? {} : { url: links[0].url }),
    ...(carried?.durationSec === undefined ? {} : { durationSec: carried.durationSec }),
  };
}

function ownWords({ text, entities, caption, caption_entities, rich_message: rich }: WireMessage): Words {
  if (text !== undefined) return { text, entities: entities ?? [] };
  if (rich !== undefined) return wordsOfRich(rich);
  return { text: caption ?? '', entities: caption_entities ?? [] };
}

/** Nothing of the message can be read: told as a file without a name, so that it is shown and not passed over. */
export function isUnreadable(message: WireMessage): boolean {
  return ownWords(message).text === '' && carriedOf(message) === null && !hasWords(message);
}

interface Carried {
  readonly kind: MessageKind;
  readonly file?: FileInfo;
  readonly durationSec?: number;
}

/** An animation comes with its document too, and a silent film of a flooded road is an animation: those stay videos. */
function carriedOf(message: WireMessage): Carried | null {
  const { photo, sticker, dice, location, venue, voice, video, video_note: round, animation, audio, document } = message;
  if (photo !== undefined || message['live_photo'] !== undefined) return { kind: 'image' };
  if (sticker !== undefined || dice !== undefined) return { kind: 'sticker' };
  if (voice !== undefined) return { kind: 'voice', ...lengthOf(voice) };
  const film = video ?? round ?? animation;
  if (film !== undefined) return { kind: 'video', ...fileOf(film), ...lengthOf(film) };
  const file = audio ?? document;
  if (file !== undefined) return { kind: 'file', ...fileOf(file), ...lengthOf(file) };
  return location !== undefined || venue !== undefined ? { kind: 'location' } : null;
}

function fileOf(file: WireFile): { readonly file?: FileInfo } {
  const name = file.file_name ?? file.file_unique_id;
  if (name === undefined || name === '') return {};
  return {
    file: {
      name,
      ...(file.mime_type === undefined ? {} : { mime: file.mime_type }),
      ...(file.file_size === undefined ? {} : { size: file.file_size }),
    },
  };
}

function lengthOf({ duration }: WireFile): { readonly durationSec?: number } {
  return duration === undefined ? {} : { durationSec: duration };
}

function hasWords({ poll, checklist, contact }: WireMessage): boolean {
  return poll !== undefined || checklist !== undefined || contact !== undefined;
}

function wordsOfMedia({ poll, checklist, contact, venue, sticker, dice }: WireMessage): string {
  if (poll !== undefined) return [poll.question, ...poll.options.map(numbered)].join('\n');
  if (checklist !== undefined) return [checklist.title ?? '', ...checklist.tasks.map(numbered)].join('\n');
  if (contact !== undefined) return present([contact.first_name, contact.last_name, contact.phone_number]);
  return present([venue?.title, venue?.address]) || (sticker?.emoji ?? dice?.emoji ?? '');
}

function numbered({ text }: { readonly text: string }, index: number): string {
  return `${index + 1}. ${text}`;
}

function present(words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== '').join(' ');
}

function linksOf(text: string, entities: readonly WireEntity[]): readonly { readonly words: string; readonly url: string }[] {
  return entities.flatMap((entity) => {
    const words = wordsOf(text, entity);
    if (entity.type === 'url') return [{ words, url: words }];
    return entity.type === 'text_link' && entity.url !== undefined ? [{ words, url: entity.url }] : [];
  });
}

/** Telegram itself knows no way to name everyone; people write it all the same. */
const EVERYONE = /[@＠](?:全体成员|全体人员|全体|所有人|全员|all\b|everyone\b)/iu;

function mentionsOf(text: string, entities: readonly WireEntity[], usernames: Usernames): readonly string[] {
  const named = entities.flatMap((entity) => {
    if (entity.type === 'text_mention') return entity.user === undefined ? [] : [String(entity.user.id)];
    if (entity.type !== 'mention') return [];
    const account = usernames(wordsOf(text, entity).slice(1));
    return account === null ? [] : [account];
  });
  return [...new Set([...named, ...(EVERYONE.test(text) ? ['*'] : [])])];
}

/** Offsets count UTF-16 units, as JavaScript does. */
function wordsOf(text: string, { offset, length }: WireEntity): string {
  return text.slice(offset, offset + length).toWellFormed();
}

/** As the group shows it. A deleted account has no name, and then the id stands for it. */
export function nameOf(user: WireUser): string {
  return present([user.first_name, user.last_name]) || String(user.id);
}
