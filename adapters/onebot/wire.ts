/** OneBot v11 as it comes over the wire. Implementations differ: only what is needed must be there, and numbers may be strings. */
import { z } from 'zod';
import { canBeSentAt } from '../../src/adapter-kit.ts';

/** Ids are strings with us, exactly as given; message ids may be negative. */
const Id = z.union([z.string().min(1), z.number().int()]).transform(String);
const Seconds = z.number().refine((seconds) => canBeSentAt(seconds * 1000));
const Words = z.union([z.string(), z.number().transform(String)]);

export const WireSegment = z.object({ type: z.string(), data: z.record(z.string(), z.unknown()).nullish() });
export type WireSegment = z.infer<typeof WireSegment>;

/** A list of segments, a lone one, or a string with CQ codes. */
const Body = z.union([z.string(), z.array(WireSegment), WireSegment.transform((one) => [one])]);

const Sender = z.object({ user_id: Id.nullish().catch(null), nickname: Words.nullish().catch(null), card: Words.nullish().catch(null) });

/** How an implementation numbers a message: by an id of its own, and by the running number in the chat. */
export const WireNumbers = z.object({
  message_id: Id,
  message_seq: Id.nullish().catch(null),
  real_seq: Id.nullish().catch(null),
});
export type WireNumbers = z.infer<typeof WireNumbers>;

export const WireMessage = WireNumbers.extend({
  time: Seconds,
  self_id: Id.nullish(),
  message_type: z.enum(['group', 'private']),
  sub_type: z.string().nullish(),
  group_id: Id.nullish(),
  group_name: z.string().nullish().catch(null),
  user_id: Id,
  /** To whom the account itself has written, where it is its own message. */
  target_id: Id.nullish().catch(null),
  message: Body,
  sender: Sender.nullish().catch(null),
});
export type WireMessage = z.infer<typeof WireMessage>;

export const WireNotice = z.object({
  time: Seconds,
  self_id: Id.nullish(),
  notice_type: z.string(),
  sub_type: z.string().nullish(),
  group_id: Id.nullish(),
  user_id: Id.nullish(),
  operator_id: Id.nullish(),
  message_id: Id.nullish(),
  name_new: z.string().nullish(),
  card_new: z.string().nullish(),
  file: z.object({ id: Id.nullish(), name: z.string(), size: z.coerce.number().nonnegative().nullish().catch(null) }).nullish(),
});
export type WireNotice = z.infer<typeof WireNotice>;

export const WireMeta = z.object({
  meta_event_type: z.string(),
  status: z.object({ online: z.boolean().nullish(), good: z.boolean().nullish() }).nullish().catch(null),
});

/** What every event has. */
export const WireEvent = z.looseObject({ post_type: z.string() });
export type WireEvent = z.infer<typeof WireEvent>;

export const WireAnswer = z.object({
  status: z.string().nullish(),
  retcode: z.number(),
  data: z.unknown(),
  message: z.string().nullish().catch(null),
  wording: z.string().nullish().catch(null),
  echo: z.unknown(),
});
export type WireAnswer = z.infer<typeof WireAnswer>;

export const WireLogin = z.object({ user_id: Id, nickname: z.string().nullish() });
export const WireGroups = z.array(z.object({ group_id: Id, group_name: z.string().nullish() }));
export const WireMembers = z.array(z.object({ user_id: Id, nickname: Words.nullish(), card: Words.nullish() }));
export const WireSent = z.object({ message_id: Id });
/** Messages of a forwarded record, or of the history: each is read on its own, so that a strange one spoils nothing. */
export const WireMany = z.object({ messages: z.array(z.unknown()) });
export const WireForwarded = z.object({ sender: Sender.nullish().catch(null), message: Body.nullish(), content: Body.nullish() });
