/**
 * The child process in which the library lives. It may crash, hang, and throw where nobody listens: the parent sees that and starts it
 * anew. Every handler is wrapped, messages are told in the order in which they came, and no word of an error leaves it.
 */

import { type Bot, loadWechaty, type Room, type Said } from './wechaty.ts';
import { type Order, type Told, TYPES, type WireMessage } from './wire.ts';

/** A name or a file that the platform doesn't tell in time is left out. */
const ASK_MS = 5_000;
const ALIVE_MS = 5_000;
const STOP_MS = 3_000;
/** Waiting, and timed out: then there is a new code to scan. */
const SCANNABLE: ReadonlySet<number> = new Set([2, 5]);
const OFFICIAL = 2;

let bot: Bot | null = null;
let before: Promise<void> = Promise.resolve();

// What the login is kept in is nobody else's.
process.umask(0o077);
process.on('message', (order: Order) => void obey(order).catch(report));
process.on('disconnect', () => process.exit(0));
process.on('unhandledRejection', report);
process.on('uncaughtException', (error) => {
  report(error);
  setTimeout(() => process.exit(1), 50);
});

function tell(told: Told): void {
  if (process.connected) process.send?.(told, () => undefined);
}

function report(error: unknown): void {
  tell({ told: 'trouble', name: error instanceof Error ? error.constructor.name : typeof error });
}

async function obey(order: Order): Promise<void> {
  switch (order.do) {
    case 'probe':
    case 'start':
      return await begin(order);
    case 'say':
      return await answer(order.call, () => say(order));
    case 'members':
      return await answer(order.call, () => members(order.group));
    case 'stop':
      await within(STOP_MS, bot?.stop() ?? Promise.resolve(), undefined);
      return process.exit(0);
  }
}

async function begin(order: Extract<Order, { do: 'probe' | 'start' }>): Promise<void> {
  const make = await loadWechaty(order.puppet).catch((error: unknown) => {
    report(error);
    return null;
  });
  if (make === null) return process.exit(1);
  if (typeof make !== 'function') return tell({ told: 'missing', name: make.missing });
  tell({ told: 'installed' });
  if (order.do === 'probe') return;
  setInterval(() => tell({ told: 'alive' }), ALIVE_MS);
  bot = make(order.name, order.puppetOptions);
  listenTo(bot);
  await bot.start();
}

function listenTo(to: Bot): void {
  /** One after the other, so that a slow look-up doesn't change the order. */
  const on = (event: string, handle: (...facts: never[]) => Promise<void> | void): void => {
    to.on(event, (...facts) => {
      before = before.then(() => handle(...facts)).catch(report);
    });
  };
  on('scan', (code: string, status: number) => {
    if (SCANNABLE.has(status)) tell({ told: 'scan', code });
  });
  on('login', async ({ id }: { id: string }) => {
    tell({ told: 'login', account: id });
    for (const room of await within(ASK_MS, to.Room.findAll(), [])) tell({ told: 'room', id: room.id, name: await topicOf(room) });
  });
  on('logout', () => tell({ told: 'logout' }));
  on('error', report);
  on('heartbeat', () => tell({ told: 'alive' }));
  on('room-topic', (room: Room, topic: string) => tell({ told: 'room', id: room.id, name: topic }));
  on('room-join', async (room: Room) => tell({ told: 'room', id: room.id, name: await topicOf(room) }));
  on('room-leave', (room: Room, leavers: readonly { self(): boolean }[]) => {
    if (leavers.some((one) => one.self())) tell({ told: 'left', id: room.id });
  });
  on('message', async (said: Said) => tell({ told: 'message', message: await plain(said) }));
}

async function plain(said: Said): Promise<WireMessage> {
  const [talker, room, type] = [said.talker(), said.room(), said.type()];
  const alias = room === undefined ? undefined : await within(ASK_MS, room.alias(talker), undefined);
  const mentioned = room === undefined || type !== TYPES.text ? [] : await within(ASK_MS, said.mentionList(), []);
  return {
    id: said.id,
    type,
    at: said.date().getTime(),
    account: talker.id,
    name: alias || talker.name(),
    isSelf: said.self(),
    isOfficial: talker.type() === OFFICIAL,
    room: room === undefined ? null : { id: room.id, name: await topicOf(room) },
    listener: said.listener()?.id ?? null,
    text: said.text(),
    mentions: mentioned.map(({ id }) => id),
    file: type === TYPES.attachment ? await fileOf(said) : null,
    link: await linkOf(said, type),
  };
}

async function fileOf(said: Said): Promise<WireMessage['file']> {
  const name = said.payload?.filename;
  if (name !== undefined && name !== '') return { name };
  const box = await within(ASK_MS, said.toFileBox(), null);
  return box === null ? null : { name: box.name, ...(box.size !== undefined && box.size >= 0 ? { size: box.size } : {}) };
}

async function linkOf(said: Said, type: number): Promise<WireMessage['link']> {
  if (type === TYPES.url) {
    const link = await within(ASK_MS, said.toUrlLink(), null);
    return link === null ? null : { title: link.title(), description: link.description() ?? '', url: link.url() };
  }
  if (type !== TYPES.miniProgram) return null;
  const program = await within(ASK_MS, said.toMiniProgram(), null);
  return program === null ? null : { title: program.title(), description: program.description() ?? '', url: '' };
}

async function topicOf(room: Room): Promise<string> {
  return (await within(ASK_MS, room.topic(), '')) || room.id;
}

type Outcome = Omit<Extract<Told, { told: 'answer' }>, 'told' | 'call'>;

async function answer(call: number, work: () => Promise<Outcome>): Promise<void> {
  const outcome = await work().catch((error: unknown): Outcome => {
    report(error);
    return { outcome: 'failed' };
  });
  tell({ told: 'answer', call, ...outcome });
}

async function say({ to, id, text, mentions }: Extract<Order, { do: 'say' }>): Promise<Outcome> {
  if (bot?.isLoggedIn !== true) return { outcome: 'logged-out' };
  const { Room: rooms, Contact: contacts } = bot;
  const [room, contact] = to === 'group' ? [await rooms.find({ id }), undefined] : [undefined, await contacts.find({ id })];
  if (room === undefined && contact === undefined) return { outcome: 'absent' };
  const named = (await Promise.all(mentions.map((account) => contacts.find({ id: account })))).filter((one) => one !== undefined);
  const said = room === undefined ? await contact?.say(text) : await room.say(text, ...named);
  return { outcome: 'done', ...(typeof said === 'object' && said !== null && 'id' in said ? { id: String(said.id) } : {}) };
}

async function members(group: string): Promise<Outcome> {
  const room = await bot?.Room.find({ id: group });
  if (room === undefined) return { outcome: 'absent' };
  return { outcome: 'done', members: (await room.memberAll()).map(({ id }) => id) };
}

/** What takes longer, or fails, is the other. */
async function within<Value, Other>(ms: number, work: Promise<Value>, other: Other): Promise<Value | Other> {
  const { promise, resolve } = Promise.withResolvers<Other>();
  const timer = setTimeout(() => resolve(other), ms);
  return await Promise.race([work.catch(() => other), promise]).finally(() => clearTimeout(timer));
}
