/**
 * The desk: answers what people tell the bot. Each direct message is answered once, in one transaction with all that it changes; who may
 * do what is decided here, by the account. Each command is a use case of its own file.
 */
import { oneLine } from '../../digest/render/line.ts';
import { say } from '../../digest/render/words.ts';
import type { Envelope } from '../../model/message.ts';
import { holderOf, type Person } from '../../model/organisation.ts';
import type { Outgoing } from '../../model/outgoing.ts';
import { parseCommand, type Told } from '../../policy/commands/grammar.ts';
import { type CommandName, commandSpec, mayGive } from '../../policy/commands/table.ts';
import type { InboxMessage } from '../../ports/live-store.ts';
import { StoreFailure } from '../../ports/store-failure.ts';
import { bind } from './bind.ts';
import { type DeskSettings, type Reply, reply, told, turnOf } from './context.ts';
import { enrolInGroup } from './enrol.ts';
import { HANDLERS } from './handlers.ts';
import { type Lanes, lanesOf, takesLong } from './lanes.ts';
import { toStranger } from './stranger.ts';

export interface CommandDesk {
  /** Answers all that waits, oldest first; whose command takes its time is told so, and answered by `answerSlow`. */
  answerWaiting(): Promise<void>;
  /** Answers what takes its time, one by one. Answers with how many these were: what their senders said since may be answered then. */
  answerSlow(): Promise<number>;
  /** True where the words in a group were a command: then nothing of them is kept. */
  groupCommand(envelope: Envelope, sender: Person | undefined, enrolled: boolean): Promise<boolean>;
}

/** So many waiting messages are looked at together. */
const AT_ONCE = 200;

export function commandDesk(desk: DeskSettings): CommandDesk {
  const { store, log } = desk;

  async function answer(message: InboxMessage): Promise<void> {
    const found = await toStranger(message, desk.organisation(), desk, () => replyTo(message, desk));
    const { turns = [], outgoing = [], drafts = [] } = found;
    const { platform, account, id } = message;
    const applied = await store.applyCommand({
      inbox: { platform, account, id },
      turns,
      outgoing: [...answersOf(message, found, desk.now()), ...outgoing],
      drafts,
    });
    if (applied && turns.length > 0) desk.reader.follow(turns);
    desk.wake();
  }

  /** One that can't be answered must not keep the others waiting; when the store itself fails, all wait. */
  async function answerOrApologise(message: InboxMessage): Promise<void> {
    try {
      await answer(message);
    } catch (error) {
      if (error instanceof StoreFailure) throw error;
      log('error', 'command.failed', { platform: message.platform, why: error instanceof Error ? error.name : 'unknown' });
      const { platform, account, id } = message;
      await store.applyCommand({
        inbox: { platform, account, id },
        turns: [],
        outgoing: answersOf(message, reply(told.failed), desk.now()),
      });
      desk.wake();
    }
  }

  async function lanes(): Promise<Lanes> {
    const isSlow = (message: InboxMessage) => takesLong(message, desk.organisation(), store, desk.now());
    return await lanesOf(await store.directWaiting(AT_ONCE), isSlow);
  }

  return {
    async answerWaiting() {
      for (;;) {
        const { quick, slow } = await lanes();
        const told = await store.putOutgoing(slow.map((message) => atWork(message, desk.now())));
        if (told.length > 0) desk.wake();
        if (quick.length === 0) return;
        for (const message of quick) await answerOrApologise(message);
      }
    },
    async answerSlow() {
      for (let answered = 0; ; answered++) {
        const [message] = (await lanes()).slow;
        if (message === undefined) return answered;
        await answerOrApologise(message);
      }
    },
    groupCommand: (envelope) => enrolInGroup(envelope, desk),
  };
}

async function replyTo(message: InboxMessage, desk: DeskSettings): Promise<Reply> {
  const org = desk.organisation();
  const parsed = parseCommand(message.text);
  if (parsed.kind === 'command' && parsed.command === 'bind') return await bind(message, parsed.text, org, desk);
  const person = holderOf(org, message.platform, message.account);
  if (person === undefined) return reply(told.unknown);
  if (parsed.kind === 'unknown') return reply(told.notUnderstood);
  const refused = refusalOf(parsed.command, person);
  if (refused !== null) return refused;
  if (parsed.kind === 'lacks') return lacking(parsed);
  const { command, numbers, text } = parsed;
  if (command === 'bind') return reply(told.notUnderstood);
  return await HANDLERS[command]({ message, person, org, at: desk.now(), turn: turnOf(message), numbers, text }, desk);
}

function refusalOf(command: CommandName, { roles }: Person): Reply | null {
  if (mayGive(command, roles)) return null;
  const { words, roles: needed } = commandSpec(command);
  return reply(told.refused, { command: words[0] ?? '', roles: needed.map((role) => told.roles[role]).join('、') });
}

function lacking({ command, lacks }: Extract<Told, { kind: 'lacks' }>): Reply {
  return { blocks: [`${say(told.lacks[lacks], { command: commandSpec(command).words[0] ?? '' })}\n${told.help[command]}`] };
}

function answersOf(message: InboxMessage, { blocks, buttons }: Reply, at: number): readonly Outgoing[] {
  const said = blocks.filter((block) => oneLine(block) !== '');
  if (said.length === 0) return [];
  return [{ ...answerTo(message, 'answer', said, at), ...(buttons === undefined ? {} : { buttons }) }];
}

function atWork(message: InboxMessage, at: number): Outgoing {
  return answerTo(message, 'working', [told.working], at);
}

/** To the very account that asked. */
function answerTo({ platform, account, id }: InboxMessage, what: string, blocks: readonly string[], at: number): Outgoing {
  return {
    key: `${what} ${platform} ${account} ${id}`,
    kind: 'answer',
    person: null,
    to: { platform, target: 'person', id: account },
    blocks,
    replyTo: id,
    createdAt: at,
    notBefore: at,
  };
}
