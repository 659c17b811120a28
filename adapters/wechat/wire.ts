/** What the child process and its parent say to each other. The parent trusts nothing that comes from 350 foreign packages. */
import { z } from 'zod';
import { canBeSentAt } from '../../src/adapter-kit.ts';

/** Message types, as the library numbers them. */
export const TYPES = {
  unknown: 0,
  attachment: 1,
  audio: 2,
  contact: 3,
  chatHistory: 4,
  emoticon: 5,
  image: 6,
  text: 7,
  location: 8,
  miniProgram: 9,
  groupNote: 10,
  transfer: 11,
  redEnvelope: 12,
  recalled: 13,
  url: 14,
  video: 15,
  post: 16,
} as const;

const Id = z.string().min(1);

export const WireMessage = z.object({
  id: Id,
  type: z.number(),
  at: z.number().refine(canBeSentAt),
  account: Id,
  name: z.string(),
  isSelf: z.boolean(),
  /** An official account, whose articles are nothing that a person says. */
  isOfficial: z.boolean(),
  room: z.object({ id: Id, name: z.string() }).nullable(),
  listener: z.string().nullable(),
  text: z.string(),
  mentions: z.array(Id),
  file: z.object({ name: z.string(), size: z.number().nonnegative().optional() }).nullable(),
  link: z.object({ title: z.string(), description: z.string(), url: z.string() }).nullable(),
});
export type WireMessage = z.infer<typeof WireMessage>;

export const Told = z.discriminatedUnion('told', [
  /** A package that isn't there. */
  z.object({ told: z.literal('missing'), name: z.string() }),
  z.object({ told: z.literal('installed') }),
  z.object({ told: z.literal('alive') }),
  z.object({ told: z.literal('scan'), code: z.string() }),
  z.object({ told: z.literal('login'), account: Id }),
  z.object({ told: z.literal('logout') }),
  z.object({ told: z.literal('room'), id: Id, name: z.string() }),
  z.object({ told: z.literal('left'), id: Id }),
  z.object({ told: z.literal('message'), message: WireMessage }),
  /** The name of an error, never its words. */
  z.object({ told: z.literal('trouble'), name: z.string() }),
  z.object({
    told: z.literal('answer'),
    call: z.number(),
    outcome: z.enum(['done', 'absent', 'logged-out', 'failed']),
    id: z.string().optional(),
    members: z.array(z.string()).optional(),
  }),
]);
export type Told = z.infer<typeof Told>;
export type Answer = Pick<Extract<Told, { told: 'answer' }>, 'outcome' | 'id' | 'members'>;

export type Order =
  /** Only looks whether the packages are there. */
  | { readonly do: 'probe'; readonly puppet: string }
  | { readonly do: 'start'; readonly name: string; readonly puppet: string; readonly puppetOptions: Readonly<Record<string, unknown>> }
  | {
      readonly do: 'say';
      readonly call: number;
      readonly to: 'group' | 'person';
      readonly id: string;
      readonly text: string;
      readonly mentions: readonly string[];
    }
  | { readonly do: 'members'; readonly call: number; readonly group: string }
  | { readonly do: 'stop' };
