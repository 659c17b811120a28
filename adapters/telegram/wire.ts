/**
 * What is read of the Bot API's updates. A message without its essentials is no message; a wrong optional field is let go, so that one
 * odd field never costs the words. Unknown keys stay on a message: they tell that it holds something which this program can't read.
 */
import { z } from 'zod';
import { canBeSentAt } from '../../src/adapter-kit.ts';

const Text = z.string().transform((text) => text.toWellFormed());
const Id = z.number().int();
const Seconds = z
  .number()
  .int()
  .refine((seconds) => canBeSentAt(seconds * 1000));

/** Optional, and absent where it is wrong. */
function maybe<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

export const WireUser = z.object({
  id: Id,
  is_bot: maybe(z.boolean()),
  first_name: maybe(Text),
  last_name: maybe(Text),
  username: maybe(Text),
});
export type WireUser = z.infer<typeof WireUser>;

export const WireChat = z.object({
  id: Id,
  type: z.string(),
  title: maybe(Text),
  username: maybe(Text),
});
export type WireChat = z.infer<typeof WireChat>;

export const WireEntity = z.object({
  type: z.string(),
  offset: z.number().int().nonnegative(),
  length: z.number().int().positive(),
  url: maybe(Text),
  user: maybe(WireUser),
});
export type WireEntity = z.infer<typeof WireEntity>;

/** Broken entities are left out one by one. */
const Entities = maybe(
  z.array(z.unknown()).transform((all) =>
    all.flatMap((one) => {
      const read = WireEntity.safeParse(one);
      return read.success ? [read.data] : [];
    }),
  ),
);

const WireFile = z.object({
  file_unique_id: maybe(Text),
  file_name: maybe(Text),
  mime_type: maybe(Text),
  file_size: maybe(z.number().nonnegative()),
  duration: maybe(z.number().nonnegative()),
});
export type WireFile = z.infer<typeof WireFile>;

const Option = z.object({ text: Text });

const WireOrigin = z.object({
  type: z.string(),
  sender_user: maybe(WireUser),
  sender_user_name: maybe(Text),
  sender_chat: maybe(WireChat),
  chat: maybe(WireChat),
  message_id: maybe(Id),
  author_signature: maybe(Text),
});
export type WireOrigin = z.infer<typeof WireOrigin>;

const Replied = z.object({
  message_id: Id,
  from: maybe(WireUser),
  text: maybe(Text),
  caption: maybe(Text),
  forum_topic_created: maybe(z.unknown()),
});

export const WireMessage = z.looseObject({
  message_id: Id,
  date: Seconds,
  chat: WireChat,
  edit_date: maybe(Seconds),
  message_thread_id: maybe(Id),
  from: maybe(WireUser),
  sender_chat: maybe(WireChat),
  author_signature: maybe(Text),
  forward_origin: maybe(WireOrigin),
  reply_to_message: maybe(Replied),
  external_reply: maybe(z.object({ origin: maybe(WireOrigin) })),
  quote: maybe(z.object({ text: Text })),
  text: maybe(Text),
  entities: Entities,
  rich_message: maybe(z.unknown()),
  caption: maybe(Text),
  caption_entities: Entities,
  photo: maybe(z.array(z.unknown())),
  animation: maybe(WireFile),
  audio: maybe(WireFile),
  document: maybe(WireFile),
  video: maybe(WireFile),
  video_note: maybe(WireFile),
  voice: maybe(WireFile),
  sticker: maybe(z.object({ emoji: maybe(Text) })),
  dice: maybe(z.object({ emoji: maybe(Text) })),
  contact: maybe(z.object({ phone_number: maybe(Text), first_name: maybe(Text), last_name: maybe(Text) })),
  poll: maybe(z.object({ question: Text, options: z.array(Option).catch([]) })),
  checklist: maybe(z.object({ title: maybe(Text), tasks: z.array(Option).catch([]) })),
  location: maybe(z.looseObject({})),
  venue: maybe(z.object({ title: maybe(Text), address: maybe(Text) })),
  new_chat_members: maybe(z.array(WireUser)),
  left_chat_member: maybe(WireUser),
  new_chat_title: maybe(Text),
  pinned_message: maybe(z.object({ message_id: Id })),
  migrate_to_chat_id: maybe(Id),
  migrate_from_chat_id: maybe(Id),
});
export type WireMessage = z.infer<typeof WireMessage>;

export const WireCallback = z.object({
  id: z.string().min(1),
  from: WireUser,
  data: maybe(Text),
  message: maybe(z.object({ message_id: Id, date: maybe(z.number()), chat: WireChat, text: maybe(Text) })),
});
export type WireCallback = z.infer<typeof WireCallback>;

export const WireMembership = z.object({
  chat: WireChat,
  new_chat_member: z.object({ status: z.string(), is_member: maybe(z.boolean()) }),
});
export type WireMembership = z.infer<typeof WireMembership>;

export const WireUpdate = z.looseObject({ update_id: Id });
export type WireUpdate = z.infer<typeof WireUpdate>;

/** An answer to getUpdates; an entry without even a number can't be confirmed and is left to the next one's offset. */
export const WireUpdates = z.array(z.unknown()).transform((all) =>
  all.flatMap((one) => {
    const read = WireUpdate.safeParse(one);
    return read.success ? [read.data] : [];
  }),
);

export const WireMe = WireUser.extend({
  can_read_all_group_messages: maybe(z.boolean()),
});
export type WireMe = z.infer<typeof WireMe>;
