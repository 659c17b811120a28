/** Every stage's view of one message: normal text, sender, times with steps, verdict with reasons, turn, asks, and what the ledger made of it. */

import type { Entry } from '../ledger/entry.ts';
import { LedgerState } from '../ledger/state.ts';
import type { Deadline, OtherTime } from '../model/deadline.ts';
import type { Directive } from '../model/directive.ts';
import { HOUR, isoAt, MINUTE } from '../model/instant.ts';
import { groupKey, type Message, messageKey } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Ask, TurnReading, Verdict } from '../model/reading.ts';
import type { Correction } from '../model/tuning.ts';
import type { Store } from '../ports/store.ts';
import { tunedJudge } from '../reading/noise/overlay.ts';
import { readTurn } from '../reading/read-turn.ts';
import { keptApartLines } from './kept-apart.ts';
import type { SettlerSettings } from './settle.ts';
import { type Turn, turnReader } from './turns.ts';

export interface Stage {
  readonly stage: string;
  readonly lines: readonly string[];
}

const BEFORE = 8 * HOUR;
const AFTER = 15 * MINUTE;

export async function explainMessage(store: Store, message: Message, settings: SettlerSettings): Promise<readonly Stage[]> {
  const { org } = settings;
  const neighbours = (await store.messagesBetween(message.sentAt - BEFORE, message.sentAt + AFTER)).filter(
    (one) => groupKey(one) === groupKey(message),
  );
  const turn = turnWith(neighbours, message, settings);
  const reading = readTurn(turn.judged, settings.rules.changing);
  const view = turn.judged.find((one) => one.view.message.id === message.id)?.view;
  const verdict = reading.verdicts.find((one) => one.id === message.id);
  const entries = await store.loadEntries();
  const ledger = new LedgerState();
  for (const entry of entries) ledger.append(entry);
  return [
    { stage: '消息', lines: envelopeLines(message, org) },
    { stage: '文字', lines: view === undefined || view.normal.text === message.text ? ['与原文相同'] : [view.normal.text] },
    { stage: '说话的人', lines: [`${view?.person?.name ?? '不在花名册里'} · ${view?.standing ?? 'unknown'}`] },
    { stage: '时间', lines: view === undefined ? [] : timeLines(view.times.deadlines, view.times.otherTimes, org) },
    { stage: '判定', lines: verdict === undefined ? [] : verdictLines(verdict) },
    { stage: '规则版本', lines: await ruleSetLines(store, message) },
    {
      stage: '更正',
      lines: (await store.corrections()).filter((one) => messageKey(one) === messageKey(message)).map((one) => correctionLine(one, org)),
    },
    {
      stage: '话轮',
      lines: turn.judged.map((one) => `${one.view.message.id} ${one.view.message.kind} → ${labelIn(reading, one.view.message.id)}`),
    },
    {
      stage: '要求',
      lines: reading.asks.filter((ask) => ask.evidence.some((one) => one.id === message.id)).flatMap((ask) => askLines(ask, org)),
    },
    { stage: '台账', lines: ledgerLines(ledger, entries, message, org) },
    { stage: '没有并到一起的', lines: keptApartLines(entries, reading, message) },
    ...(await refinedStage(store, ledger.ofMessage(message), org)),
  ].map((one) => (one.lines.length === 0 ? { ...one, lines: ['无'] } : one));
}

/** What was accepted of a refiner's words about the message's items; nothing where there is none. */
async function refinedStage(store: Store, directives: readonly Directive[], org: Organisation): Promise<readonly Stage[]> {
  const ids = new Set(directives.map(({ id }) => id));
  const refinements = (await store.refinements(0)).filter(({ directive }) => ids.has(directive));
  const lines = refinements.map(({ at, directive, quote, asks, title, deadline, people, same }) => {
    const claims = [
      asks ? '是要办的事' : '',
      title === null ? '' : `标题“${title}”`,
      deadline === null ? '' : `截止“${deadline.phrase}” = ${isoAt(deadline.at, org.timezone)}`,
      same === undefined ? '' : `与 ${same.directive} 是一件“${same.quote}”`,
      people.length === 0 ? '' : `对象 ${people.map((id) => org.personById.get(id)?.name ?? id).join('、')}`,
    ];
    return `${isoAt(at, org.timezone)} ${directive} ${claims.filter((claim) => claim !== '').join(',')} ← “${quote}”`;
  });
  return lines.length === 0 ? [] : [{ stage: '精修', lines }];
}

function turnWith(neighbours: readonly Message[], message: Message, { org, calendar, rules }: SettlerSettings): Turn {
  const reader = turnReader(org, calendar, tunedJudge(rules), rules);
  let found: Turn | undefined;
  for (const one of neighbours) {
    const turn = reader.take(one);
    if (turn.judged.some(({ view }) => messageKey(view.message) === messageKey(message))) found = turn;
  }
  return found ?? reader.take(message);
}

function envelopeLines(message: Message, org: Organisation): readonly string[] {
  const group = org.groupByKey.get(groupKey(message))?.name ?? message.group;
  return [
    `${message.platform} ${group} ${message.id} · ${isoAt(message.sentAt, org.timezone)} · ${message.sender.name} · ${message.kind}`,
    ...(message.text === '' ? [] : [message.text]),
  ];
}

function timeLines(deadlines: readonly Deadline[], others: readonly OtherTime[], org: Organisation): readonly string[] {
  return [
    ...deadlines.map(
      (time) =>
        `截止 “${time.phrase}” = ${isoAt(time.at, org.timezone)}(${time.basis === 'said' ? '明说' : '推定'},${time.precision}) ← ${time.steps.join(' → ')}`,
    ),
    ...others.map(
      (time) =>
        `${time.role} “${time.phrase}”${time.value === null ? '' : ` = ${isoAt(time.value.at, org.timezone)}`} ← ${time.steps.join(' → ')}`,
    ),
  ];
}

function verdictLines({ label, keep, unsure, confidence, reasons }: Verdict): readonly string[] {
  const headline = `${label} · ${keep ? '留下' : '略过'}${unsure ? ' · 拿不准' : ''} · 把握 ${confidence}`;
  return [headline, ...reasons.map((reason) => `${reason.weight > 0 ? '+' : ''}${reason.weight} ${reason.says}(${reason.id})`)];
}

/** Which rules made the verdict that is kept, and who made those rules. */
async function ruleSetLines(store: Store, message: Message): Promise<readonly string[]> {
  const [kept] = await store.verdictsOf([message]);
  return kept === undefined ? [] : [`${kept.ruleSet} 判为 ${kept.label}`];
}

function correctionLine({ at, by, label, reason }: Correction, org: Organisation): string {
  return `${isoAt(at, org.timezone)} ${by}:${label ?? '收回更正'}${reason === '' ? '' : ` “${reason}”`}`;
}

function labelIn(reading: TurnReading, id: string): string {
  return reading.verdicts.find((one) => one.id === id)?.label ?? '?';
}

function askLines(ask: Ask, org: Organisation): readonly string[] {
  const namesOf = (ids: readonly string[]): string => ids.map((id) => org.personById.get(id)?.name ?? id).join('、');
  const { people, perhaps = {}, says } = ask.audience;
  const unsure = Object.entries(perhaps).map(([id, chance]) => `${namesOf([id])} ${Math.round(chance * 100)}%`);
  return [
    `${ask.kind}:${ask.title}`,
    `对象:${namesOf(people) || '所有读者'}${says === undefined ? '' : `(${says})`}`,
    ...(unsure.length === 0 ? [] : [`拿不准是否也要:${unsure.join('、')}`]),
    `截止:${ask.deadline === null ? '没有' : isoAt(ask.deadline.at, org.timezone)}`,
    `话题:${ask.topics.slice(0, 24).join(' ')}`,
  ];
}

function ledgerLines(ledger: LedgerState, entries: readonly Entry[], message: Message, org: Organisation): readonly string[] {
  const touched = new Set([
    ...ledger.ofMessage(message).map((directive) => directive.id),
    ...entries
      .filter((entry) => entry.kind === 'answered' && messageKey(entry.message) === messageKey(message))
      .map((entry) => entry.directive),
  ]);
  return [...touched].flatMap((id) => {
    const directive = ledger.directives.get(id);
    return directive === undefined ? [] : storyLines(directive, ledger.entriesOf(id), org);
  });
}

function storyLines(directive: Directive, entries: readonly Entry[], org: Organisation): readonly string[] {
  const story = entries.filter((entry) => entry.kind !== 'answered').map((entry) => `${isoAt(entry.at, org.timezone)} ${entryText(entry)}`);
  return [
    `${directive.id} ${directive.title}(${directive.status},来源 ${directive.evidence.length} 条,回应 ${directive.answers.length} 次)`,
    ...story.map((line) => `  ${line}`),
  ];
}

function entryText(entry: Entry): string {
  switch (entry.kind) {
    case 'opened':
      return `开立 ${entry.ask.title}`;
    case 'evidenced':
      return `并入(${entry.why})`;
    case 'changed':
      return `变更 ${entry.change}`;
    case 'answered':
      return `回应 ${entry.person} ${entry.state}`;
    case 'declined':
      return `不是我的 ${entry.person}`;
    case 'joined':
      return `没点到但应了的 ${entry.person}${entry.chance === undefined ? '' : ` ${Math.round(entry.chance * 100)}%`}`;
  }
}
