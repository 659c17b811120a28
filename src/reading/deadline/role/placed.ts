/** Second look: times told from an event (会前, 会后两天内) get the event's place, the nearest one before them, else after. */
import type { TimeValue } from '../../../model/deadline.ts';
import type { DurationUnit } from '../atoms/atom.ts';
import { afterDuration } from '../compose/duration.ts';
import { fromEvent, isFromEvent } from '../compose/from-event.ts';
import type { Phrase } from '../compose/phrase.ts';
import type { Resolved } from '../compose/resolve.ts';
import type { Frame } from '../frame.ts';
import { STATED } from './counted-on.ts';
import { isUntold } from './elliptical.ts';
import { FORBIDDEN } from './rules-duration.ts';
import type { Told } from './tell.ts';

export function placeByEvents(told: readonly Told[], text: string, frame: Frame): readonly Told[] {
  if (!told.some((each) => isFromEvent(each.phrase) || isUnplaced(each))) return told;
  const events = new Set<Told>();
  const placed = told.map((each, index) => {
    if (!isUnplaced(each) && !isFromEvent(each.phrase)) return each;
    if (isShiftOf(told, index, text)) return { ...each, role: 'other' as const, rule: 'role/told-again' };
    const named = isUnplaced(each) ? eventOfWord(told, index, text) : eventNamedBy(each, told, text);
    const isOnlyNamed = isUnplaced(each) || each.phrase.slots.relative?.onlyNamed === true;
    const around = named ?? (isOnlyNamed ? null : (eventAround(told, index, text) ?? deedBefore(told, index)));
    const event = isBeside(each) ? eventBeside(told, index, text) : around;
    if (event !== null) events.add(event);
    if (isUnplaced(each)) return event === null ? each : placedByWord(each, event, frame);
    const resolved = aheadOf(resolvedBy(each, event?.resolved?.value ?? null, named !== null, frame), each, event, frame);
    return { ...each, phrase: ofEachTurn(each.phrase, event), resolved };
  });
  return placed.map((each) =>
    events.has(each) && (isBareDeed(each) || isUntold(each, null)) ? { ...each, role: 'event', rule: 'role/counted-from' } : each,
  );
}

/** 每周一早上例会前: of each meeting. */
function ofEachTurn(phrase: Phrase, event: Told | null): Phrase {
  const repeat = event?.phrase.slots.repeat ?? null;
  return repeat === null || !isBack(phrase) ? phrase : { ...phrase, slots: { ...phrase.slots, repeat } };
}

/** 提前一天,由8日改到7日: the shift is told again by the days. */
function isShiftOf(told: readonly Told[], index: number, text: string): boolean {
  const [each, from, to] = told.slice(index, index + 3);
  if (each?.phrase.steps[0] !== 'atom/ahead-of-event' || from?.role !== 'old' || to?.rule !== 'role/corrected') return false;
  return /^[,]?(?:即|也就是)?[由从原]/.test(text.slice(each.phrase.end, from.phrase.start));
}

function isBeside({ phrase }: Told): boolean {
  return phrase.slots.relative?.beside === true;
}

/** 10日已进场,作业时间8点至11点,轮到哪户提前一天打电话: days back from hours, or to a day that is gone, are back from nothing told here. */
function aheadOf(resolved: Resolved | null, { phrase }: Told, event: Told | null, frame: Frame): Resolved | null {
  const { relative } = phrase.slots;
  if (resolved === null || relative === null || relative.days + relative.workdays === 0) return resolved;
  const isOnDay = event !== null && event.phrase.slots.day !== null && event.phrase.slots.day.anaphoric === undefined;
  return isOnDay && resolved.value.day >= frame.today ? resolved : null;
}

/** 6月1日慰问,名单提前一周定: what is got ready for is no deadline. */
function deedBefore(told: readonly Told[], index: number): Told | null {
  const [before, each] = [told[index - 1], told[index]];
  if (before === undefined || each?.phrase.steps[0] !== 'atom/ahead-of-event' || before.phrase.slots.day === null) return null;
  return isBareDeed(before) && before.phrase.slots.repeat === null ? before : null;
}

/** 10月25日开始打针,开打前三天: the last that was told to happen, at most a sentence before. */
function eventBeside(told: readonly Told[], index: number, text: string): Told | null {
  const start = told[index]?.phrase.start ?? 0;
  const last = told.slice(0, index).findLast((each) => isHappening(each) && start - each.phrase.end <= FAR);
  return firstOfList(told, last, text) ?? null;
}

const FAR = 40;

function isHappening(each: Told): boolean {
  const { phrase, role, resolved } = each;
  if (isFromEvent(phrase) || resolved === null || phrase.slots.repeat !== null || phrase.slots.duration !== null) return false;
  return (phrase.slots.day !== null || phrase.slots.clock !== null) && (role === 'event' || role === 'other' || isBareDeed(each));
}

/** 后天10:30村两委投票,投票前半小时; 20日18时投票结束,结束后两天内: what is counted from takes place, whatever its verb. */
function isBareDeed({ phrase, role, rule }: Told): boolean {
  return role === 'deadline' && rule === 'role/verb' && phrase.edge === null && phrase.from === null;
}

/** The time beside the second mention of the event's name: behind it, or else before it. */
function eventNamedBy({ phrase }: Told, told: readonly Told[], text: string): Told | null {
  const word = phrase.slots.relative?.word ?? phrase.slots.duration?.word;
  if (word === undefined) return null;
  const isOf = (each: Told, around: string): boolean =>
    !isFromEvent(each.phrase) &&
    each.resolved !== null &&
    (each.role === 'event' || each.role === 'other' || isBareDeed(each)) &&
    around.includes(word);
  const named =
    told.find((each, index) => isOf(each, textAfter(told, index, text))) ??
    told.find((each, index) => isOf(each, textBefore(told, index, text)));
  return (isBack(phrase) ? firstOfList(told, named, text) : named) ?? null;
}

function textAfter(told: readonly Told[], index: number, text: string): string {
  const end = told[index]?.phrase.end ?? 0;
  return text.slice(end, Math.min(end + NEAR, told[index + 1]?.phrase.start ?? text.length));
}

function textBefore(told: readonly Told[], index: number, text: string): string {
  const start = told[index]?.phrase.start ?? 0;
  return text.slice(Math.max(told[index - 1]?.phrase.end ?? 0, start - NEAR), start);
}

function isUnplaced({ phrase }: Told): boolean {
  return phrase.slots.duration?.base === 'unplaced' && phrase.slots.duration.edge === 'within';
}

function resolvedBy({ phrase }: Told, event: TimeValue | null, isNamed: boolean, frame: Frame): Resolved | null {
  if (event !== null) return fromEvent(phrase, event, frame, isNamed);
  const { duration } = phrase.slots;
  // 会后两天内 where no meeting is told of: it is just over.
  return duration === null || duration.edge !== 'within' ? null : { ...afterDuration(duration, frame.sentAt, frame), certain: false };
}

const WORD = /(?<word>[一-龥]{2})(?:完成?|完毕|结束)?(?:之后|以后|后|之日起|起|(?<=完成?|完毕|结束))的?[,]?\s?$/;
/** How far behind a time the word for what happens then may stand. */
const NEAR = 16;

/** 今晚18点撤守。撤守后24小时内; 16号水厂验收,验收完3日内: the word that went before 后 tells which time is meant. */
function eventOfWord(told: readonly Told[], index: number, text: string): Told | null {
  const each = told[index] as Told;
  const word = WORD.exec(text.slice(Math.max(0, each.phrase.start - 8), each.phrase.start))?.groups?.['word'];
  if (word === undefined || isOnlyStated(text.slice(each.phrase.end, each.phrase.end + 20))) return null;
  const isOf = (other: Told): boolean =>
    other.resolved !== null && other.phrase.slots.day !== null && text.slice(other.phrase.end, other.phrase.end + NEAR).includes(word);
  return told.slice(0, index).findLast(isOf) ?? null;
}

function placedByWord(each: Told, event: Told, frame: Frame): Told {
  const value = event.resolved?.value;
  if (value === undefined) return each;
  const { duration } = each.phrase.slots;
  // 今天发现的隐患,发现后24小时内: the hour of it is nearest to that of the sending.
  if (duration !== null && isShort(duration.unit) && value.basis === 'assumed' && value.day === frame.today)
    return { ...each, role: 'deadline', rule: 'role/placed-by-word', resolved: afterDuration(duration, frame.sentAt, frame) };
  return { ...each, role: 'deadline', rule: 'role/placed-by-word', resolved: fromEvent(each.phrase, value, frame, true) };
}

/** 打完7天内不能采摘, 签完一年内有效, 验收后三天内付款是老规矩. */
function isOnlyStated(right: string): boolean {
  const clause = right.split(/[,。]/)[0] ?? '';
  return FORBIDDEN.test(clause) || STATED.test(clause) || /规矩|惯例/.test(clause);
}

function isShort(unit: DurationUnit): boolean {
  return unit === 'hour' || unit === 'minute';
}

/** 1月25日前召开组织生活会,会后3个工作日内: the meeting is held by then. */
function isHeldBy({ role, phrase }: Told, text: string): boolean {
  return role === 'deadline' && HELD.test(text.slice(phrase.end, phrase.end + NEAR));
}

const HELD = /^[^,。;]{0,4}(?:召开|组织召开|开展|举行|举办|开完?)[^,。;]{0,10}(?:会|培训|演练|活动|检查)/;

function isBack(phrase: Phrase | undefined): boolean {
  return phrase !== undefined && phrase.slots.relative !== null;
}

/** 28日、29日两天抽查,抽查前一天: back from the first day. */
function firstOfList(told: readonly Told[], event: Told | undefined, text: string): Told | undefined {
  const before = event === undefined ? undefined : told[told.indexOf(event) - 1];
  if (event === undefined || before?.resolved == null || before.role !== event.role) return event;
  return /^[、和及与]$/.test(text.slice(before.phrase.end, event.phrase.start)) ? firstOfList(told, before, text) : event;
}

function eventAround(told: readonly Told[], index: number, text: string): Told | null {
  const isEvent = (each: Told) =>
    (each.role === 'event' || each.role === 'other' || isHeldBy(each, text)) &&
    !isFromEvent(each.phrase) &&
    each.resolved !== null &&
    (each.phrase.slots.day !== null || each.phrase.slots.clock !== null || each.phrase.slots.duration?.edge === 'after');
  const last = told.slice(0, index).findLast((each) => each.role === 'event' && isEvent(each)) ?? told.slice(0, index).findLast(isEvent);
  const before = last === undefined || isBack(told[index]?.phrase) ? firstOfList(told, last, text) : last;
  return before ?? told.slice(index + 1).find((each) => each.role === 'event' && isEvent(each)) ?? null;
}
