/** One line of chat.jsonl as the open format has it. Keys that are not here are ignored. */
import { z } from 'zod';
import { Id, Text } from '../tolerant.ts';

const Sender = z.object({ id: Id, name: Text.nullish() });

const File = z.object({
  name: Text,
  mime: z.string().nullish(),
  size: z.number().nonnegative().nullish(),
  path: z.string().nullish(),
});

/** The parts of a forwarded record: a text alone, or a text with who said it. */
const Part = z.union([
  Text.transform((text) => ({ sender: undefined, text })),
  z.object({ sender: z.union([Text, Sender.transform((sender) => sender.name ?? sender.id)]).nullish(), text: Text }),
]);

export const WireLine = z.object({
  platform: Id,
  group: Id,
  id: Id,
  sentAt: z.string(),
  sender: Sender.nullish(),
  kind: z.string().nullish(),
  text: Text.nullish(),
  mentions: z.array(Id).nullish(),
  replyTo: Id.nullish(),
  file: File.nullish(),
  url: z.string().nullish(),
  durationSec: z.number().nonnegative().nullish(),
  recalls: Id.nullish(),
  edits: Id.nullish(),
  forwarded: z.array(Part).nullish(),
});
export type WireLine = z.infer<typeof WireLine>;

/** A line without these, or with wrong ones, is no message. */
export const ESSENTIAL: ReadonlySet<string> = new Set(['platform', 'group', 'id', 'sentAt', 'sender', 'kind', 'text']);
