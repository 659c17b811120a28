/** A change as a reason to alert: what was said last, whom it turns, and how long it can be left alone. */
import type { Directive, DirectiveChange } from '../model/directive.ts';
import { HOUR, type Instant, MINUTE } from '../model/instant.ts';
import { messageKey } from '../model/message.ts';

/** What was said of it at that moment, other than once more. */
export function changeSaid({ changes }: Directive, since: Instant): DirectiveChange | undefined {
  return changes.findLast((one) => one.at === since && one.change !== 'remind');
}

interface Told {
  readonly at: Instant;
  /** When the reader's next digest comes. */
  readonly next: Instant;
  readonly alerted: boolean;
}

/**
 * Who has read the old must not act on it before the next digest: a meeting that is off, elsewhere or at another time; a task
 * that is due sooner, or that an alert has asked for and that is off. More time is no news that can't wait, and traffic never is.
 */
export function turnsPeople(directive: Directive, change: DirectiveChange, { at, next, alerted }: Told): boolean {
  const isNear = (time: Instant | null): boolean => time !== null && time > at && time <= next;
  const before = timeBefore(change);
  const now = directive.deadline?.at ?? null;
  if (directive.kind === 'traffic' || directive.kind === 'notice' || directive.kind === 'opaque') return false;
  switch (change.change) {
    case 'deadline':
      if (directive.kind === 'meeting') return (isNear(before) || isNear(now)) && (alerted || !isShortlyAfter(before, now));
      return isNear(now) && now !== null && (before ?? now + 1) > now;
    case 'whom':
    case 'cancel':
      if (change.to === 'open') return isNear(now) && directive.kind === 'meeting';
      return directive.status === 'cancelled' && isNear(now) && (alerted || directive.kind === 'meeting');
    case 'amend':
      return directive.kind === 'meeting' && isNear(now) && saysElsewhere(directive, change);
    default:
      return false;
  }
}

/** "会场换到一楼", not "下午3点开会,谁还没接龙". */
function saysElsewhere({ evidence }: Directive, { message }: DirectiveChange): boolean {
  const quote = evidence.find((one) => messageKey(one) === messageKey(message))?.quote ?? null;
  if (quote === null) return true;
  const to = MOVED_TO.exec(quote)?.groups?.['place'];
  return ELSEWHERE.test(quote) && !(to !== undefined && ROOM.test(to) && !SITE.test(to));
}

/** "三楼投影坏了,改二楼党员活动室": another room is found on the spot; another house has to be known before one sets out. */
const MOVED_TO = /(?:[改换挪移搬调](?:到|至|在|成|为)?|直接[去到来])(?!地方|地点|会场|场地|时间)(?<place>[\u4e00-\u9fff\d]{2,16})/u;
const ROOM = /楼|会议室|会议厅|活动室|报告厅|[东西南北]厅|平房/u;
const SITE = /村|社区|广场|学校|[小中]学|中心|线上|软件|宾馆|酒店|文化站|礼堂|[镇乡]政府|指挥部|现场/u;

const ELSEWHERE =
  /(?<!整)改(?!革)|换(?!届)|挪|移(?!民|交|动)|搬(?!迁)|变(?=更|成|了|[,。]|$)|调(?=整|到|至)|地点|会场|场地|直接(?:去|到|来)|线上|不(?:在|用来|去)/u;

function isShortlyAfter(before: Instant | null, now: Instant | null): boolean {
  return before !== null && now !== null && now > before && now - before <= HOUR;
}

/** How long a change is left alone at least: many read it by themselves and say so, and what was taken back by mistake is soon sent again. */
const SETTLING = 10 * MINUTE;
/** Nobody has time to lose. */
const IMMINENT = HOUR;
/** So long before the first time that it concerns, who has not said a word to it yet has to be told. */
const IN_TIME = 2 * HOUR;

/** Until when a change is left alone; null where it has been, or where no time is left for that. */
export function settledAt(directive: Directive, at: Instant, since: Instant): Instant | null {
  const change = changeSaid(directive, since);
  const times = [directive.deadline?.at ?? null, change === undefined ? null : timeBefore(change)];
  const first = Math.min(...times.flatMap((time) => (time === null || time <= at ? [] : [time])));
  if (first < since + SETTLING + IMMINENT) return null;
  const until = Math.max(since + SETTLING, Number.isFinite(first) ? first - IN_TIME : 0);
  return at >= until ? null : until;
}

function timeBefore({ from }: DirectiveChange): Instant | null {
  const time = from === null ? Number.NaN : Date.parse(from);
  return Number.isNaN(time) ? null : time;
}
