/**
 * The loop that listens. Our own, because a library's counts an update as taken before anybody has kept it: here the sink resolves
 * first, and only then the offset moves. Whatever fails is tried again, for ever, with growing pauses.
 */
import type { ChatSink, ChatSurroundings } from '../../src/adapter-kit.ts';
import { makePatience } from '../../src/adapter-kit.ts';
import { type ApiProblem, type BotApi, problemOf } from './api.ts';
import { type Cursor, openCursor } from './cursor.ts';
import type { Groups } from './groups.ts';
import type { Health } from './health.ts';
import { type Intake, makeIntake } from './intake.ts';
import type { People } from './people.ts';
import type { Settings } from './settings.ts';
import { WireMe, type WireUpdate, WireUpdates } from './wire.ts';

/** Reactions, joins and polls tell nothing that a digest needs. */
const ALLOWED = ['message', 'edited_message', 'channel_post', 'edited_channel_post', 'callback_query', 'my_chat_member'] as const;

export interface Poll {
  readonly settings: Settings;
  readonly api: BotApi;
  /** Names of what is remembered begin with it. */
  readonly prefix: string;
  readonly people: People;
  readonly groups: Groups;
  readonly health: Health;
  readonly around: ChatSurroundings;
  readonly stopped: AbortSignal;
}

export async function poll(parts: Poll, sink: ChatSink): Promise<void> {
  const { settings, health, stopped, people, groups, around } = parts;
  const patience = makePatience(settings.retrySeconds * 1000, settings.retrySecondsMost * 1000, stopped);
  let intake: Intake | null = null;
  let cursor: Cursor | null = null;
  // The first question, and the first after a failure, is answered at once: whether all is well should be known before somebody speaks.
  let quick = true;
  while (!stopped.aborted) {
    try {
      cursor ??= await kept(openCursor(parts.prefix, around));
      intake ??= makeIntake(await introduce(parts), people, groups, sink, around);
      const updates = await ask(parts, cursor.offset(), quick ? 0 : settings.pollSeconds);
      health.heard();
      await takeAll(parts, intake, cursor, updates);
      health.up();
      patience.rest();
      quick = false;
    } catch (error) {
      if (stopped.aborted) return;
      const problem = error instanceof NotKept ? null : problemOf(error);
      // Two programs with one token would both find all well between their quarrels.
      quick = problem?.kind !== 'refused' || problem.code !== 409;
      await patience.wait(tell(health, problem));
    }
  }
}

/** The store refused: not the platform's fault, and told as such. */
class NotKept extends Error {}

async function kept<T>(keeping: Promise<T>): Promise<T> {
  try {
    return await keeping;
  } catch (cause) {
    throw new NotKept('not kept', { cause });
  }
}

/** Answers with how long the platform wants it to wait. Null: the platform is well, the store isn't. */
function tell(health: Health, problem: ApiProblem | null): number {
  if (problem === null) {
    health.notKept();
    return 0;
  }
  health.met(problem);
  return problem.kind === 'refused' ? (problem.retryAfterMs ?? 0) : 0;
}

/** Who the bot is. A webhook that was set once would keep every update to itself. */
async function introduce({ api, people }: Poll): Promise<number> {
  const me = WireMe.parse(await api.methods.getMe());
  await kept(people.see([{ user: me, direct: false }]));
  await api.methods.deleteWebhook({ drop_pending_updates: false });
  return me.id;
}

async function ask({ api }: Poll, offset: number | undefined, seconds: number): Promise<readonly WireUpdate[]> {
  const answer: unknown = await api.methods.getUpdates({
    timeout: seconds,
    limit: 100,
    allowed_updates: ALLOWED,
    ...(offset === undefined ? {} : { offset }),
  });
  return WireUpdates.parse(answer);
}

async function takeAll(parts: Poll, intake: Intake, cursor: Cursor, updates: readonly WireUpdate[]): Promise<void> {
  const last = updates.at(-1);
  if (last === undefined) return;
  const pressed = await kept(intake.take(updates));
  await kept(cursor.advance(last.update_id));
  // Only stops the wait that the button shows; whether it works changes nothing.
  for (const id of pressed) parts.api.methods.answerCallbackQuery({ callback_query_id: id }).catch(() => undefined);
}
