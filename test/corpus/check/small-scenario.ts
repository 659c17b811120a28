/** A sound scenario of twelve messages for the tests, written into a folder so that they can break it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROSTER = `{"org":"小镇","timezone":"Asia/Shanghai","workday":{"start":"08:30","end":"17:30"},"digestAt":"18:00",
 "people":[
  {"id":"wang","name":"王立","title":"镇长","roles":["leader"]},
  {"id":"li","name":"李东","title":"东村书记","roles":["cadre"],"areas":["东村"]},
  {"id":"zhao","name":"赵西","title":"西村书记","roles":["cadre"],"areas":["西村"]}],
 "groups":[
  {"platform":"chat","id":"g1","name":"村级群","department":"","members":["wang","li","zhao"]},
  {"platform":"chat","id":"g2","name":"领导群","department":"","members":["wang"]}]}
`;

/** Minute of sending, sender, text, and what goes into the message and into its gold besides. */
type Told = readonly [number, string, string, object?, object?];

const TOLD: readonly Told[] = [
  [0, 'li', '早', {}, { label: 'greeting' }],
  [1, 'wang', '各村11月20日（周五）下班前报台账', {}, { label: 'directive', directive: 'D01' }],
  [2, 'li', '收到', {}, { answers: 'D01' }],
  [3, 'zhao', '西村收到', {}, { answers: 'D01' }],
  [4, 'zhao', '今天真冷', {}, { label: 'chitchat' }],
  [5, 'wang', '台账不急，改到24日上午10点', {}, { label: 'update', directive: 'D01', change: 'deadline' }],
  [6, 'li', '好', { replyTo: 'm0006' }, { answers: 'D01' }],
  [7, 'x-shop', '酱油便宜了', {}, { label: 'other' }],
  [8, 'li', '东村台账交了', {}, { label: 'report', answers: 'D01', done: true }],
  [9, 'wang', '好', {}, { label: 'other' }],
  [10, 'zhao', '东村真快', { mentions: ['li'] }, { label: 'flattery' }],
  [11, 'zhao', '冷得手疼', {}, { label: 'chitchat' }],
];

const DIRECTIVES = `[
 {"id":"D01","action":"报台账","audience":{"areas":["东村","西村"]},"issuer":"wang","deadline":{"at":"2026-11-20T17:30:00+08:00","day":"2026-11-20","precision":"hour"},"recurrence":null,"kind":"substantive","firstSeen":"m0002","sources":["m0002","m0006"],"history":[{"message":"m0006","change":"deadline","deadline":{"at":"2026-11-24T10:00:00+08:00","day":"2026-11-24","precision":"hour"}}],"final":{"status":"open","deadline":{"at":"2026-11-24T10:00:00+08:00","day":"2026-11-24","precision":"hour"}},"urgent":false,"note":""}
]
`;

export function writeSmallScenario(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const files = { 'roster.json': ROSTER, 'chat.jsonl': lines(messageOf), 'gold.jsonl': lines(goldOf), 'directives.json': DIRECTIVES };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

function lines(lineOf: (told: Told, id: string) => object): string {
  return TOLD.map((told, index) => `${JSON.stringify(lineOf(told, `m${String(index + 1).padStart(4, '0')}`))}\n`).join('');
}

function messageOf([minute, sender, text, more = {}]: Told, id: string): object {
  const sentAt = `2026-11-16T09:${String(minute).padStart(2, '0')}:00+08:00`;
  return { platform: 'chat', group: 'g1', id, sentAt, sender: { id: sender, name: sender }, kind: 'text', text, ...more };
}

function goldOf([, , , , gold = {}]: Told, id: string): object {
  return { id, label: 'ack', directive: null, change: null, ...gold, note: '' };
}
