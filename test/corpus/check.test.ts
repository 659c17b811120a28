import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCorpus, checkScenario } from './check/index.ts';
import { tell } from './check/problem.ts';
import { readScenario } from './check/scenario.ts';
import { writeSmallScenario } from './check/small-scenario.ts';

const DATA = join(import.meta.dirname, '../../data');
let data = '';

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'qunyao-corpus-'));
  writeSmallScenario(join(data, 'small'));
});

afterEach(() => {
  rmSync(data, { recursive: true });
});

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(data, 'small', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

/** Everything that is wrong with the small scenario, as it would be told. */
function mistakes(): readonly string[] {
  const { scenario, problems } = readScenario(data, 'small');
  return [...problems, ...(scenario === null ? [] : checkScenario(scenario))].map(tell);
}

interface Break {
  readonly file: 'chat.jsonl' | 'gold.jsonl' | 'directives.json' | 'roster.json';
  readonly from: string | RegExp;
  readonly to: string;
  readonly says: string;
}

const D01_MOVED = '"deadline":{"at":"2026-11-24T10:00:00+08:00","day":"2026-11-24","precision":"hour"}}]';

const BREAKS: Readonly<Record<string, readonly Break[]>> = {
  reading: [
    { file: 'chat.jsonl', from: '"kind":"text"', to: '"kind":"txt"', says: 'small/chat.jsonl:1: kind: Invalid option' },
    { file: 'chat.jsonl', from: '{"platform"', to: '"platform"', says: 'small/chat.jsonl:1: this is not JSON' },
    { file: 'gold.jsonl', from: '"label":"other"', to: '"label":"spam"', says: 'small/gold.jsonl:8: label: Invalid option' },
    { file: 'gold.jsonl', from: '"change":null', to: '"chnge":null', says: 'small/gold.jsonl:1: change: Invalid' },
    { file: 'directives.json', from: '"urgent":false', to: '"urgent":"no"', says: 'small/directives.json:2: urgent:' },
    { file: 'directives.json', from: '"day":"2026-11-20"', to: '"day":"2026-11-31"', says: 'deadline.day: is no day' },
    { file: 'roster.json', from: '"end":"17:30"', to: '"end":"25:30"', says: 'small/roster.json: workday.end: is no clock time' },
  ],
  roster: [
    { file: 'roster.json', from: '"id":"zhao"', to: '"id":"li"', says: 'small/roster.json:4: person li stands twice' },
    { file: 'roster.json', from: '"id":"g2"', to: '"id":"g1"', says: 'small/roster.json:7: group g1 stands twice' },
    { file: 'roster.json', from: '"members":["wang"]', to: '"members":["qian"]', says: 'small/roster.json:8: member qian of g2 is nobody' },
    { file: 'roster.json', from: '"members":["wang"]', to: '"members":["wang","wang"]', says: 'wang is twice a member of g2' },
    { file: 'roster.json', from: '"start":"08:30"', to: '"start":"18:30"', says: 'the working day ends at 17:30, before it starts' },
    { file: 'roster.json', from: '"id":"zhao"', to: '"id":"x-zhao"', says: "x-zhao has an outsider's id but stands in the roster" },
  ],
  chat: [
    { file: 'chat.jsonl', from: '"id":"m0005"', to: '"id":"m0004"', says: 'small/chat.jsonl:5: message m0004 stands twice' },
    {
      file: 'chat.jsonl',
      from: /"id":"m0004"(?<rest>[\s\S]*)"id":"m0005"/u,
      to: '"id":"m0005"$<rest>"id":"m0004"',
      says: 'chat.jsonl:5: message m0004 stands after m0005',
    },
    {
      file: 'chat.jsonl',
      from: 'T09:05:00',
      to: 'T09:03:59',
      says: 'small/chat.jsonl:6: m0006 was sent before m0005, which stands above it',
    },
    {
      file: 'chat.jsonl',
      from: '"2026-11-16T09:05:00+08:00"',
      to: '"2026-11-16T01:05:00Z"',
      says: 'chat.jsonl:6: sentAt 2026-11-16T01:05:00Z is not written',
    },
    { file: 'chat.jsonl', from: '"group":"g1"', to: '"group":"g9"', says: 'small/chat.jsonl:1: group g9 of chat stands in no roster' },
    {
      file: 'chat.jsonl',
      from: '"sender":{"id":"zhao"',
      to: '"sender":{"id":"sun"',
      says: 'chat.jsonl:4: sender sun is nobody of the roster',
    },
    { file: 'chat.jsonl', from: '"group":"g1"', to: '"group":"g2"', says: 'small/chat.jsonl:1: sender li is no member of g2' },
    { file: 'chat.jsonl', from: '"mentions":["li"]', to: '"mentions":["lee"]', says: 'chat.jsonl:11: mentions lee, who is nobody' },
    {
      file: 'chat.jsonl',
      from: '"replyTo":"m0006"',
      to: '"replyTo":"m0009"',
      says: 'chat.jsonl:7: replyTo names m0009, which is no earlier message',
    },
    {
      file: 'chat.jsonl',
      from: /"group":"g1"(?<rest>,"id":"m0006")/u,
      to: '"group":"g2"$<rest>',
      says: 'chat.jsonl:7: replyTo names m0006, which stands in another group',
    },
    {
      file: 'chat.jsonl',
      from: '"kind":"text"',
      to: '"kind":"recall"',
      says: 'chat.jsonl:1: a recall, and nothing else, says what it recalls',
    },
    { file: 'chat.jsonl', from: '"kind":"text"', to: '"kind":"voice"', says: 'chat.jsonl:1: a voice note, and nothing else, has a length' },
    { file: 'chat.jsonl', from: '今天真冷', to: '打13912345678', says: "chat.jsonl:5: the phone number 13912345678 may be somebody's" },
    { file: 'chat.jsonl', from: '今天真冷', to: '点https://shop.cn/a', says: 'chat.jsonl:5: shop.cn may be a real site' },
    { file: 'chat.jsonl', from: '"kind":"text"', to: '"kind":"file"', says: 'chat.jsonl:1: a file, and nothing else, has a file name' },
    { file: 'chat.jsonl', from: '"kind":"text"', to: '"kind":"link"', says: 'chat.jsonl:1: a link has an address' },
    {
      file: 'chat.jsonl',
      from: '"kind":"text","text":"早"',
      to: '"kind":"system","text":""',
      says: 'chat.jsonl:1: a message of kind system has a text',
    },
    {
      file: 'chat.jsonl',
      from: '今天真冷',
      to: '证11010119900307001X号',
      says: "chat.jsonl:5: 11010119900307001X may be somebody's identity card",
    },
    { file: 'chat.jsonl', from: '（周五）', to: '（周四）', says: 'chat.jsonl:2: m0002: “11月20日(周四”: 2026-11-20 is 周五' },
    { file: 'chat.jsonl', from: '24日上午', to: '周三（24日）上午', says: 'chat.jsonl:6: m0006: “周三(24日”: 2026-11-24 is 周二' },
  ],
  gold: [
    { file: 'gold.jsonl', from: /\{"id":"m0005".*\n/u, to: '', says: 'small/chat.jsonl:5: message m0005 has no label' },
    { file: 'gold.jsonl', from: '"id":"m0005"', to: '"id":"m0055"', says: 'small/gold.jsonl:5: there is no message m0055' },
    { file: 'gold.jsonl', from: '"id":"m0005"', to: '"id":"m0004"', says: 'small/gold.jsonl:5: message m0004 is labelled twice' },
    {
      file: 'gold.jsonl',
      from: /"id":"m0010"(?<rest>[\s\S]*)"id":"m0011"/u,
      to: '"id":"m0011"$<rest>"id":"m0010"',
      says: 'gold.jsonl:11: m0010 stands out of order',
    },
    {
      file: 'gold.jsonl',
      from: '"label":"chitchat","directive":null,"change":null',
      to: '"label":"chitchat","directive":null,"change":"done"',
      says: "m0005 is chitchat and can't change a task",
    },
    { file: 'gold.jsonl', from: '"change":"deadline"', to: '"change":null', says: 'gold.jsonl:6: m0006 is an update and says no change' },
    {
      file: 'chat.jsonl',
      from: '"kind":"text","text":"今天真冷"',
      to: '"kind":"image","text":""',
      says: "gold.jsonl:5: m0005 is a picture without words, which can't be chitchat",
    },
    {
      file: 'gold.jsonl',
      from: '"directive":"D01"',
      to: '"directive":"D02"',
      says: "gold.jsonl:2: m0002 belongs to D02, which directives.json doesn't have",
    },
    {
      file: 'gold.jsonl',
      from: '"directive":"D01"',
      to: '"directive":null',
      says: 'gold.jsonl:2: m0002 is directive and belongs to no task',
    },
    {
      file: 'gold.jsonl',
      from: '"label":"greeting","directive":null',
      to: '"label":"greeting","directive":"D01"',
      says: 'm0001 is greeting, which belongs to no task',
    },
    {
      file: 'gold.jsonl',
      from: '"directive":"D01"',
      to: '"directive":"D01","directives":["D01","D01"]',
      says: 'gold.jsonl:2: m0002 names a task twice',
    },
    {
      file: 'gold.jsonl',
      from: '"directive":"D01"',
      to: '"directive":"D01","directives":["D02","D01"]',
      says: '"directive" of m0002 must be the first',
    },
    { file: 'gold.jsonl', from: '"answers":"D01"', to: '"answers":"D07"', says: "m0003 answers D07, which directives.json doesn't have" },
    {
      file: 'gold.jsonl',
      from: '"label":"ack","directive":null,"change":null,"answers"',
      to: '"label":"chitchat","directive":null,"change":null,"answers"',
      says: 'm0003 is chitchat; only an ack or a report answers',
    },
    {
      file: 'directives.json',
      from: '["东村","西村"]',
      to: '["东村"]',
      says: 'gold.jsonl:4: m0004 answers D01, but zhao is not in its audience',
    },
    {
      file: 'gold.jsonl',
      from: '"label":"greeting","directive":null,"change":null',
      to: '"label":"ack","directive":null,"change":null,"answers":"D01"',
      says: 'gold.jsonl:1: m0001 answers D01 before its first message m0002',
    },
    { file: 'gold.jsonl', from: '"label":"report"', to: '"label":"ack"', says: 'm0009 is "done", which only a report that answers can be' },
    {
      file: 'gold.jsonl',
      from: /"label":"(?:ack|chitchat)"/gu,
      to: '"label":"notice"',
      says: 'small/gold.jsonl: 33.3% of the messages are noise; 65 to 90% is wanted',
    },
  ],
  registry: [
    {
      file: 'directives.json',
      from: /\n\]/u,
      to: ',\n {"id":"D01","action":"再报","audience":{"all":true},"issuer":"wang","deadline":null,"recurrence":null,"kind":"substantive","firstSeen":"m0002","sources":["m0002"],"history":[],"final":{"status":"open","deadline":null},"urgent":false,"note":""}\n]',
      says: 'D01 stands twice',
    },
    {
      file: 'directives.json',
      from: '"sources":["m0002","m0006"]',
      to: '"sources":["m0002"]',
      says: 'directives.json:2: D01: sources are m0002, but gold gives it m0002 m0006',
    },
    {
      file: 'directives.json',
      from: '"firstSeen":"m0002"',
      to: '"firstSeen":"m0006"',
      says: 'D01: firstSeen is m0006, but its first source is m0002',
    },
    {
      file: 'gold.jsonl',
      from: '"label":"directive","directive":"D01","change":null',
      to: '"label":"update","directive":"D01","change":"amend"',
      says: 'D01: its first message m0002 is an update',
    },
    {
      file: 'directives.json',
      from: '"change":"deadline"',
      to: '"change":"amend"',
      says: 'D01: history is [m0006 amend], but gold tells [m0006 deadline]',
    },
    {
      file: 'directives.json',
      from: D01_MOVED,
      to: '"deadline":null}]',
      says: 'small/directives.json:2: history.0.deadline: Invalid input',
    },
    { file: 'directives.json', from: `,${D01_MOVED}`, to: '}]', says: 'D01: the change deadline by m0006 gives no new deadline' },
    {
      file: 'directives.json',
      from: '"status":"open"',
      to: '"status":"done"',
      says: 'D01: final status is done, but its history ends open',
    },
    {
      file: 'directives.json',
      from: /"open","deadline":\{[^}]*\}/u,
      to: '"open","deadline":null',
      says: 'D01: the final deadline is not the one that its history leaves',
    },
    { file: 'directives.json', from: '"西村"', to: '"南村"', says: "D01: its audience names 南村, whom the roster doesn't have" },
    { file: 'directives.json', from: '{"areas":["东村","西村"]}', to: '{"roles":["admin"]}', says: 'D01: its audience is nobody' },
    { file: 'directives.json', from: '"issuer":"wang"', to: '"issuer":"li"', says: 'D01: its issuer li sent none of its messages' },
    { file: 'directives.json', from: '"issuer":"wang"', to: '"issuer":"qian"', says: 'D01: its issuer qian is nobody of the roster' },
    {
      file: 'directives.json',
      from: '"kind":"substantive"',
      to: '"kind":"traffic"',
      says: 'D01: is traffic, but a message of its own is labelled directive',
    },
    {
      file: 'directives.json',
      from: /"substantive"(?<rest>.*)"urgent":false/u,
      to: '"traffic"$<rest>"urgent":true',
      says: 'D01: is traffic, which is never urgent',
    },
    {
      file: 'gold.jsonl',
      from: '"label":"directive"',
      to: '"label":"traffic"',
      says: 'D01: is substantive, but a message of its own is labelled traffic',
    },
    { file: 'gold.jsonl', from: '"label":"directive"', to: '"label":"hazard"', says: 'D01: is substantive, but a message tells a hazard' },
    { file: 'directives.json', from: '"kind":"substantive"', to: '"kind":"hazard"', says: 'D01 is a hazard that no message tells' },
    {
      file: 'directives.json',
      from: '"kind":"substantive"',
      to: '"until":"2026-12-01","kind":"substantive"',
      says: 'D01: has "until" but no recurrence',
    },
    {
      file: 'directives.json',
      from: '"recurrence":null',
      to: '"recurrence":"daily","until":"2026-11-17"',
      says: 'D01: ends on 2026-11-17, before its first deadline',
    },
  ],
  deadlines: [
    {
      file: 'directives.json',
      from: '"day":"2026-11-20","precision":"hour"',
      to: '"day":"2026-11-20","precision":"day"',
      says: 'D01: the end of 2026-11-20 is 2026-11-21 at 00:00',
    },
    {
      file: 'directives.json',
      from: '"day":"2026-11-20"',
      to: '"day":"2026-11-19"',
      says: 'D01: 2026-11-20T17:30:00+08:00 is not on 2026-11-19',
    },
    {
      file: 'directives.json',
      from: '2026-11-20T17:30:00',
      to: '2026-11-20T00:00:00',
      says: 'is the end of 2026-11-19, not of 2026-11-20',
    },
    {
      file: 'directives.json',
      from: '2026-11-20T17:30:00',
      to: '2026-11-20T17:20:00',
      says: 'D01: 2026-11-20T17:20:00+08:00 names minutes, but its precision is hour',
    },
    {
      file: 'directives.json',
      from: '"day":"2026-11-24","precision":"hour"',
      to: '"day":"2026-11-24","precision":"half_day"',
      says: 'D01: 2026-11-24T10:00:00+08:00 ends no half day',
    },
    {
      file: 'directives.json',
      from: '"at":"2026-11-20T17:30:00+08:00","day":"2026-11-20"',
      to: '"at":"2026-11-13T17:30:00+08:00","day":"2026-11-13"',
      says: 'D01: its deadline 2026-11-13T17:30:00+08:00 lies before the message m0002',
    },
    {
      file: 'directives.json',
      from: '"at":"2026-11-24T10:00:00+08:00","day":"2026-11-24"',
      to: '"at":"2026-11-14T10:00:00+08:00","day":"2026-11-14"',
      says: 'D01: the new deadline 2026-11-14T10:00:00+08:00 lies before the message m0006',
    },
    {
      file: 'directives.json',
      from: '2026-11-20T17:30:00',
      to: '2026-11-20T18:00:00',
      says: 'D01: m0002 says 下班前, which is 17:30, but the deadline is 2026-11-20T18:00',
    },
    { file: 'chat.jsonl', from: '下班前', to: '上班前', says: 'D01: m0002 says 上班前, which is 08:30' },
    {
      file: 'directives.json',
      from: /"deadline":\{"at":"2026-11-20[^}]*\}/u,
      to: '"deadline":null',
      says: 'D01: m0002 says 下班前, but there is no deadline',
    },
  ],
};

describe('the corpus', () => {
  it('is sound, and its README has its figures', () => {
    expect(checkCorpus(DATA).problems.map(tell)).toEqual([]);
  });
});

describe('a small scenario', () => {
  it('is sound as it is', () => {
    expect(mistakes()).toEqual([]);
  });

  it('may give the first minute of a day as a deadline of that day if it is said so', () => {
    edit('directives.json', '2026-11-20T17:30:00', '2026-11-20T00:00:00');
    edit('chat.jsonl', '下班前', '零点前');
    expect(mistakes()).toEqual([]);
  });

  it('is told to be incomplete where a file is missing', () => {
    rmSync(join(data, 'small/gold.jsonl'));
    expect(mistakes()).toEqual(['small/gold.jsonl: the file is missing']);
  });
});

describe.each(Object.entries(BREAKS))('mistakes of %s', (_, breaks) => {
  it.each(breaks)('$says', ({ file, from, to, says }) => {
    edit(file, from, to);
    expect(
      mistakes().some((mistake) => mistake.includes(says)),
      mistakes().join('\n') || 'no mistake was found',
    ).toBe(true);
  });
});
