/**
 * `npm run bench:delivery`: 1,000 digests through delivery to a peer on this machine that takes 30 messages a second (429 beyond), as
 * a ratio to the limit's own time; and 2,000 messages a second into the store for a minute, each acknowledged when it is durable.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { delivery } from '../../src/flow/deliver.ts';
import type { SendingAdapter } from '../../src/flow/delivery/channels.ts';
import type { SendResult } from '../../src/model/outgoing.ts';
import type { OutgoingText } from '../../src/ports/chat.ts';
import { groupCommit } from '../../src/store/group-commit.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { aPerson } from '../kit/digest-builders.ts';
import { aDigestText } from '../kit/outgoing-builders.ts';
import { traitsOf, UNHURRIED } from '../kit/scripted-adapter.ts';
import { envelopeAt } from '../kit/store-builders.ts';
import { inFile } from './in-file.ts';

const DIGESTS = 1000;
const A_SECOND = 30;
const MESSAGES_A_SECOND = 2000;
const SECONDS = 60;

/** Takes what fits into its bucket of a second, and refuses the rest. */
async function limitedPeer() {
  const got: string[] = [];
  let [tokens, at, refused] = [1, performance.now(), 0];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const now = performance.now();
      tokens = Math.min(A_SECOND, tokens + ((now - at) * A_SECOND) / 1000);
      at = now;
      if (tokens < 1) {
        refused++;
        response.writeHead(429).end('1');
        return;
      }
      tokens--;
      got.push(body);
      response.end(String(got.length));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { got, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, refused: () => refused };
}

function adapterTo(url: string): SendingAdapter {
  const account = { burst: 1, everyMs: 1000 / (A_SECOND - 1) };
  return {
    name: 'main',
    platform: 'one',
    traits: traitsOf({ pace: { account, person: { burst: 1, everyMs: 1000 }, group: UNHURRIED } }),
    async send({ key }: OutgoingText): Promise<SendResult> {
      const response = await fetch(url, { method: 'POST', body: key });
      const text = await response.text();
      return response.ok ? { outcome: 'sent', id: text } : { outcome: 'retry', afterMs: Number(text) * 1000, pause: true, why: '429' };
    },
  };
}

async function deliver(path: string): Promise<void> {
  const store = openSqliteStore(path);
  const peer = await limitedPeer();
  const people = new Map(
    Array.from({ length: DIGESTS }, (_, index) => [`p${index}`, aPerson({ id: `p${index}`, accounts: { one: `${index}` } })]),
  );
  await store.putOutgoing(
    [...people.keys()].map((id) => aDigestText(id, '2026-11-17', { blocks: Array(30).fill('1. 报农机购置补贴核验表 → 农服中心赵敏') })),
  );
  const going = delivery({
    store,
    adapters: [adapterTo(peer.url)],
    organisation: () => ({ personById: people }),
    clock: {
      now: Date.now,
      random: Math.random,
      after(ms, action) {
        const timer = setTimeout(action, ms);
        return () => clearTimeout(timer);
      },
    },
    log: () => {},
    tell: () => [],
  });
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  await going.start();
  while (peer.got.length < DIGESTS) await wait(20);
  const seconds = (performance.now() - from) / 1000;
  const used = process.cpuUsage(cpu);
  await going.stop();
  const own = DIGESTS / A_SECOND;
  const doubled = peer.got.length - new Set(peer.got).size;
  print(
    `${DIGESTS} digests at ${A_SECOND} a second`,
    `${seconds.toFixed(1)} s, ${(seconds / own).toFixed(3)} × the limit's own ${own.toFixed(1)} s`,
  );
  print(
    '',
    `${peer.refused()} refused with 429, ${doubled} doubled, ${((used.user + used.system) / 1e6 / seconds).toFixed(2)} of a processor`,
  );
  peer.server.close();
  await store.close();
}

async function ingest(path: string): Promise<void> {
  const store = openSqliteStore(path);
  const group = groupCommit(store, { size: 500, everyMs: 50 });
  const waited: number[] = [];
  const from = performance.now();
  const puts: Promise<void>[] = [];
  let memory = 0;
  for (let number = 0; number < MESSAGES_A_SECOND * SECONDS; ) {
    const due = Math.min(MESSAGES_A_SECOND * SECONDS, ((performance.now() - from) * MESSAGES_A_SECOND) / 1000);
    for (; number < due; number++) {
      const start = performance.now();
      puts.push(group.put(envelopeAt(number)).then(() => void waited.push(performance.now() - start)));
    }
    memory = Math.max(memory, process.memoryUsage.rss());
    await wait(5);
  }
  await Promise.all(puts);
  waited.sort((a, b) => a - b);
  const p = (share: number): string => `${(waited[Math.floor(waited.length * share)] ?? 0).toFixed(0)} ms`;
  print(
    `${MESSAGES_A_SECOND} messages a second for ${SECONDS} s`,
    `${await store.countMessages()} of ${MESSAGES_A_SECOND * SECONDS} stored`,
  );
  print('', `durable after p50 ${p(0.5)}, p99 ${p(0.99)}, longest ${p(0.999999)}; ${(memory / 2 ** 20).toFixed(0)} MB`);
  await store.close();
}

function print(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(34)}  ${value}\n`);
}

await inFile(deliver);
await inFile(ingest);
