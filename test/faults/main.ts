/**
 * A day of the service among killings: the scripted day runs against a server that speaks the platform's protocol, while the process is
 * killed with SIGKILL at random moments, connections drop, 429 and 500 rain, and the clock is set. At the end everything is counted.
 * Run: npm run test:faults [-- --long] [--seed N]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HOUR, MINUTE } from '../../src/model/instant.ts';
import { startTelegramPeer } from '../peers/telegram.ts';
import { type FastClock, fastClock } from './clock.ts';
import { type Counts, counted } from './counted.ts';
import { damageLastPage, largestFile } from './damage.ts';
import { accountOf, CADRES, DAY_STARTS, DIGEST_AT, GROUPS, groupOf, linesOf, membersOf, rosterFile, SPEAKERS } from './day.ts';
import { seededDice } from './dice.ts';

const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    /** Instead of those of the form. */
    kills: { type: 'string' },
  },
});
/** The short form is for every change; the long one has the figures of README, a full disk and a damaged log beside them. */
const FORM = values.long ? { kills: 200, damage: true } : { kills: 25, damage: false };
const KILLS = Number(values.kills ?? FORM.kills);
const MESSAGES = 2000;
/** A process lives about so long on a quiet machine, its start included. */
const LIFE_MS = 5000;
/** One in so many is killed before it has come to work. */
const STILLBORN = 0.25;
/** After its start it works up to so long. */
const WORKING_MS = 5000;
const dice = seededDice(Number(values.seed));

const folder = mkdtempSync(join(tmpdir(), 'qunyao-faults-'));
const config = join(folder, 'qunyao.yaml');
const store = join(folder, 'store.sqlite');

/** The scripted day takes as long as most of the killings; the digests fall among the rest. */
const speed = (DIGEST_AT - DAY_STARTS) / (KILLS * LIFE_MS * 0.8);
const clock: FastClock = { wall: Date.now(), start: DAY_STARTS, speed };
const time = fastClock(clock);
const peer = await startTelegramPeer({
  now: time.now,
  limits: { perSecond: 30 * speed, perChatPerSecond: 2 * speed },
  seed: Number(values.seed),
});
writeFileSync(join(folder, 'roster.json'), rosterFile());
writeFileSync(
  config,
  [
    'roster: roster.json',
    'store: store.sqlite',
    `chats: { telegram: { apiRoot: "${peer.url}", pollSeconds: 1, timeoutSeconds: 2, retrySeconds: 0.05, retrySecondsMost: 0.5 } }`,
    'digest: { spreadMinutes: 10, graceSeconds: 20 }',
    'health: { port: null }',
    'log: { level: error }',
  ].join('\n'),
);

for (const id of SPEAKERS) peer.script.user({ id, first_name: `人${id}` });
for (let group = 0; group < GROUPS; group++) {
  peer.script.group({ id: groupOf(group), title: `工作${group}群`, members: [...membersOf(group).map(accountOf), SPEAKERS.at(-1) ?? 0] });
}

let jump = 0;
let child: ChildProcess | null = null;
/** Resolves when the newest process works, or has died. */
let started: Promise<unknown> = Promise.resolve();
const errors: string[] = [];

/** @param under a command that runs the process, such as one that sets limits */
function start(under: readonly string[] = []): void {
  const entry = join(import.meta.dirname, 'service-process.ts');
  const [command = '', ...args] = [...under, process.execPath, entry, config, JSON.stringify(clock), String(jump)];
  child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, QUNYAO_TELEGRAM_TOKEN: peer.token, QUNYAO_LANG: 'zh' },
  });
  const works = Promise.withResolvers<void>();
  started = works.promise;
  child.once('exit', () => works.resolve());
  child.stderr?.on('data', (bytes: Buffer) => {
    if (bytes.includes('群要已启动')) works.resolve();
    for (const line of bytes.toString().split('\n')) if (line.includes('"level":"error"') || line.includes('Error')) errors.push(line);
  });
}

async function stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child === null || child.exitCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** For some seconds files can't grow: what is said meanwhile may not be acknowledged, and must come again. */
async function withFullDisk(): Promise<void> {
  const blocks = Math.ceil(largestFile(folder) / 1024) + 16;
  start(['bash', '-c', `ulimit -f ${blocks}; trap '' XFSZ; exec "$@"`, 'limited']);
  await started;
  await pause(3000);
  await stop('SIGKILL');
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function say(): Promise<void> {
  for (const line of linesOf(MESSAGES, seededDice(Number(values.seed) + 1))) {
    while (time.now() < line.at) await pause(10);
    peer.script.say(line.group, line.from, line.text);
  }
}

/** What goes wrong beside the killings; each about as often as a bad day has it, a hundred times over. */
function trouble(): void {
  const draw = dice();
  if (draw < 0.2) peer.script.fault({ method: 'sendMessage', times: 2, as: { kind: 'refuse', code: 429, retryAfter: 1 } });
  else if (draw < 0.35) peer.script.fault({ method: 'sendMessage', as: { kind: 'page', code: 500 } });
  else if (draw < 0.45) peer.script.fault({ method: 'sendMessage', taken: true, as: { kind: 'cut' } });
  else if (draw < 0.55) peer.script.fault({ method: 'sendMessage', as: { kind: 'cut' } });
  else if (draw < 0.7) peer.script.fault({ method: 'getUpdates', times: 2, as: { kind: 'cut' } });
  else if (draw < 0.8) peer.script.fault({ method: 'getUpdates', taken: true, as: { kind: 'cut' } });
  else if (draw < 0.85) peer.script.fault({ method: 'getUpdates', as: { kind: 'silence' } });
  else if (draw < 0.95) setClock();
}

function tell(value: number): void {
  if (child?.connected === true) child.send(value, () => {});
}

/** Somebody sets the clock wrong by minutes to hours, and it is put right a moment later. */
function setClock(): void {
  jump = Math.round((dice() - 0.5) * 2 * HOUR);
  tell(jump);
  setTimeout(() => {
    jump = 0;
    tell(0);
  }, 300);
}

const began = performance.now();
for (const id of SPEAKERS) peer.script.start(id);
let kills = 0;
start();
// Nobody is owed a digest of a time before the service first ran.
await started;
const said = say();
while (kills < KILLS) {
  if (dice() > STILLBORN) await started;
  await pause(WORKING_MS * dice());
  trouble();
  await stop('SIGKILL');
  kills++;
  if (FORM.damage && kills === Math.floor(KILLS / 2)) damageLastPage(store);
  if (FORM.damage && kills % 40 === 20) await withFullDisk();
  start();
  if (process.stderr.isTTY) process.stderr.write(`\r${kills}/${KILLS} kills, ${peer.sent.length} texts taken`);
}
await said;
await started;
peer.script.clearFaults();
// Calm: what is late is made up for, what is doubtful is cleared up.
while (time.now() < DIGEST_AT + 40 * MINUTE) await pause(50);
for (let quiet = 0, before = -1; quiet < 20; quiet = peer.sent.length === before ? quiet + 1 : 0) {
  before = peer.sent.length;
  await pause(500);
}
await stop('SIGTERM');
const counts: Counts = await counted({ store, sent: peer.sent, said: MESSAGES, cadres: CADRES });
await peer.close();
process.stdout.write(
  `${JSON.stringify({ kills, seed: Number(values.seed), seconds: Math.round((performance.now() - began) / 1000), speed: Math.round(speed), ...counts, errors: errors.length }, null, 2)}\n`,
);
if (!counts.good) {
  process.stdout.write(`${errors.slice(0, 10).join('\n')}\nkept: ${folder}\n`);
  process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
process.exit(0);
