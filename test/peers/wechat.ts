/**
 * WeChat as a test plays it: an account with contacts and groups, behind a puppet (wechat/puppet.ts, made from wechaty's own mock) that
 * runs in the adapter's real child process and is led from here over a local line. A child that comes back finds the account as it was.
 */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { PeerOrder, PeerTold } from './wechat/wire.ts';

export const PUPPET = fileURLToPath(new URL('./wechat/puppet.ts', import.meta.url));

export interface WechatSent {
  readonly to: 'group' | 'person';
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly string[];
}

export type WechatPeer = Awaited<ReturnType<typeof startWechatPeer>>;

export async function startWechatPeer() {
  const standing: PeerOrder[] = [];
  const sent: WechatSent[] = [];
  const payloads = new Map<string, PeerOrder>();
  const faults: ('lost' | 'refused')[] = [];
  let line: Socket | null = null;
  const self = 'wxid_bot';
  let [loggedIn, greeted, number, lines, shows] = [true, false, 0, 0, true];
  const server = createServer((socket) => {
    line = socket;
    lines++;
    greeted = false;
    let rest = '';
    socket.setEncoding('utf8').on('data', (data: string) => {
      const parts = `${rest}${data}`.split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) take(JSON.parse(part) as PeerTold);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (line !== socket) return;
      line = null;
      greeted = false;
    });
    for (const order of standing) give(order);
    if (loggedIn) give({ do: 'login', id: self });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  function give(order: PeerOrder): void {
    line?.write(`${JSON.stringify(order)}\n`);
  }

  function keep(order: PeerOrder): void {
    standing.push(order);
    give(order);
  }

  function take(told: PeerTold): void {
    if (told.told === 'greeted') greeted = loggedIn;
    else outgoing(told);
  }

  function outgoing({ call, conversation, text, mentions }: Extract<PeerTold, { told: 'text' }>): void {
    const fault = faults.shift();
    if (fault === 'refused') {
      give({ do: 'answer', call, error: `send failed: ${text}` });
      return;
    }
    const to = conversation.includes('@') ? 'group' : 'person';
    sent.push({ to, id: conversation, text, mentions });
    if (fault === 'lost') return;
    give({ do: 'answer', call });
    if (shows) said({ talkerId: self, text, type: 7, ...(to === 'group' ? { roomId: conversation } : { listenerId: conversation }) });
  }

  /** Answers with the id of the message. */
  function said(payload: Readonly<Record<string, unknown>>, link?: Readonly<Record<string, string>>): string {
    const id = `msg-${++number}`;
    const order: PeerOrder = { do: 'message', payload: { id, timestamp: Date.now(), ...payload }, ...(link === undefined ? {} : { link }) };
    payloads.set(id, order);
    give(order);
    return id;
  }

  return {
    options: { puppet: PUPPET, puppetOptions: { port } },
    self,
    sent: sent as readonly WechatSent[],
    /** How many children have come so far. */
    lines: () => lines,
    /** Whether a child is there that has logged in. */
    greeted: () => greeted,
    contact: (id: string, name: string, type = 1) => keep({ do: 'contact', payload: { id, name, type } }),
    room: (id: string, topic: string, memberIdList: readonly string[]) =>
      keep({ do: 'room', payload: { id, topic, memberIdList, adminIdList: [] } }),
    said,
    again: (id: string) => give(payloads.get(id) ?? { do: 'message', payload: {} }),
    scan(code: string): void {
      [loggedIn, greeted] = [false, false];
      give({ do: 'scan', code, status: 2 });
    },
    login(): void {
      loggedIn = true;
      give({ do: 'login', id: self });
    },
    logout(): void {
      [loggedIn, greeted] = [false, false];
      give({ do: 'logout' });
    },
    leave: (room: string) => give({ do: 'leave', room, id: self }),
    topic: (room: string, from: string, to: string) => give({ do: 'topic', room, from, to }),
    fault: (fault: 'lost' | 'refused') => void faults.push(fault),
    /** Whether the puppet shows the account's own messages. */
    showsSelf(is: boolean): void {
      shows = is;
    },
    give,
    async close(): Promise<void> {
      line?.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
