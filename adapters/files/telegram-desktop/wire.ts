/** One message of Telegram Desktop's result.json. Only what is read; the exporter writes more. */
import { z } from 'zod';
import { Id, Text } from '../tolerant.ts';

const TextPart = z.object({ type: z.string(), text: Text, href: z.string().nullish(), user_id: Id.nullish() });

export const WireText = z.union([Text, z.array(z.union([Text, TextPart]))]);
export type WireText = z.infer<typeof WireText>;

/** Older versions write answers and members as texts, newer ones as objects; a deleted account has no name. */
const Named = z.union([Text, z.object({ text: Text }).transform((item) => item.text), z.null().transform(() => '')]);

export const WireMessage = z.object({
  id: Id,
  type: z.string(),
  date: z.string().nullish(),
  date_unixtime: z.union([z.string(), z.number()]).nullish(),
  from: Text.nullish(),
  from_id: Id.nullish(),
  author: Text.nullish(),
  actor: Text.nullish(),
  actor_id: Id.nullish(),
  action: z.string().nullish(),
  title: Text.nullish(),
  new_title: Text.nullish(),
  information_text: Text.nullish(),
  members: z.array(Named).nullish(),
  message_id: Id.nullish(),
  forwarded_from: Text.nullish(),
  reply_to_message_id: Id.nullish(),
  reply_to_peer_id: z.unknown().optional(),
  text: WireText.nullish(),
  photo: Text.nullish(),
  photo_file_size: z.number().nonnegative().nullish(),
  file: Text.nullish(),
  file_name: Text.nullish(),
  file_size: z.number().nonnegative().nullish(),
  media_type: z.string().nullish(),
  mime_type: z.string().nullish(),
  sticker_emoji: Text.nullish(),
  duration_seconds: z.number().nonnegative().nullish(),
  location_information: z.unknown().optional(),
  place_name: Text.nullish(),
  address: Text.nullish(),
  contact_information: z.object({ first_name: Text.nullish(), last_name: Text.nullish(), phone_number: Text.nullish() }).nullish(),
  poll: z.object({ question: Text, answers: z.array(Named).nullish() }).nullish(),
  todo_list: z.object({ title: Text.nullish(), items: z.array(Named).nullish(), answers: z.array(Named).nullish() }).nullish(),
});
export type WireMessage = z.infer<typeof WireMessage>;

/** An entry without these, or with wrong ones, is no message. */
export const ESSENTIAL: ReadonlySet<string> = new Set(['id', 'type', 'text']);
