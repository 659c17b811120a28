/**
 * Everything that an adapter may import: the words of the domain that it speaks, the shape it must have, and the
 * instant helpers that every reader of foreign times needs, and what every listener needs: waiting, handing in, telling how it fares. An adapter imports this file, `node:` modules and npm
 * packages, and nothing else, so that any adapter can be deleted, and the inside of the house changed, on its own.
 */
export { type Condition, type HealthKeeper, makeHealthKeeper } from './adapter-kit/health.ts';
export { type Heard, type Intake, makeIntake } from './adapter-kit/intake.ts';
export { type Mistake, mistakesIn } from './adapter-kit/mistakes.ts';
export { atMost, makePatience, type Patience } from './adapter-kit/patience.ts';
export type { Instant } from './model/instant.ts';
export { canBeSentAt, instantAt, isDay, parseInstant } from './model/instant.ts';
export type { Envelope, FileInfo, ForwardedPart, MessageKind } from './model/message.ts';
export { MESSAGE_KINDS, withForwardedWords } from './model/message.ts';
export type { SendResult } from './model/outgoing.ts';
export type {
  ChatAdapter,
  ChatAdapterKind,
  ChatEvent,
  ChatFinding,
  ChatHealth,
  ChatProblem,
  ChatSink,
  ChatSurroundings,
  ChatTraits,
  DirectMessage,
  OutgoingText,
  Target,
} from './ports/chat.ts';
export type { ImportContext, ImportEvent, ImportedGroup, ImportFeed, ImportProblem, ImportReader } from './ports/chat-export.ts';
