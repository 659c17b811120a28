/** What a change says of when its matter was asked for, and by whom: "施主任周一要的那份", "部长昨天喊的那趟", "丽芬那个人口抽样". */
import { addDays, type Day, dayAt, type Instant, instantAt, weekday } from '../../model/instant.ts';
import type { Change } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { once } from '../once.ts';
import type { MessageView } from '../view.ts';
import { normalOffset } from './normal-offset.ts';
import { askersIn } from './particulars.ts';
import { datedTimes } from './times-of-task.ts';

/** What somebody does who asks; of 要 only what is wanted, not what is to be done by then ("周五要交的表"). */
const ASKS = '要(?=的|那|大家|各|你们|我们)|发|说|布置|讲|定|通知|喊|转|催|让|叫|安排|交代|交办|部署|下发|贴|推';
/** What those who are asked may do, too: of a day that is over it tells when it was asked. */
const DOES = '提|派|约|问|收|报|投';
/** Behind the time that it was asked at. */
const askedThen = (words: string): RegExp =>
  new RegExp(
    `^[上下中早晚午一]{0,3}(?:[^,。;:!?\\n]{0,8}?(?:${words})[^,。;:!?\\n]{0,5}?的(?!时候|话|会?[,。;])|那[个份张趟件场次条项桩封批]|(?:原|更正)(?:通知|说|定)|[^,。;:!?\\n]{0,5}(?:说|通知|要求|布置)的?[“"「])`,
    'u',
  );
const ASKED_THEN = askedThen(ASKS);
const ASKED_IN_PAST = askedThen(`${ASKS}|${DOES}`);
const WEEK = 7;
const WEEKDAY = /^(?:[本这]个?)?(?:周|星期|礼拜)[一二三四五六日天]/u;
const WANTS = /^[上下中早晚午一]{0,3}[^,。;:!?]{0,4}要/u;
/** Of a day to come it tells when something is due. */
const PAST = /^(?:[昨前]|上(?!午)|大前|刚|[今早]早|上午)/u;

/** Null where it says neither. */
export function askedBefore(view: MessageView): NonNullable<Change['asked']> | null {
  const { normal, context } = view;
  const on = timesAsked(view).map(({ day }): readonly [Instant, Instant] => [
    instantAt(day, 0, context.org.timezone),
    instantAt(addDays(day, 1), 0, context.org.timezone),
  ]);
  const by = askersIn(normal.text, context.org, view.person);
  return on.length === 0 && by.length === 0 ? null : { on, by };
}

/** The times of a change that tell when something was asked, and not when it is due. */
export const timesAsked: (view: MessageView) => readonly { readonly span: Span; readonly day: Day }[] = once((view) => {
  const { normal, message, context } = view;
  const today = dayAt(message.sentAt, context.org.timezone);
  return datedTimes(view).flatMap(({ span, day, phrase }) => {
    const behind = normal.text.slice(normalOffset(view, span[1]));
    const isPast = PAST.test(phrase);
    if (!(isPast ? ASKED_IN_PAST : ASKED_THEN).test(behind) || (behind.startsWith('那') && !isPast)) return [];
    const asked = day > today ? dayBefore(day, phrase, today, WANTS.test(behind)) : day;
    return asked <= today ? [{ span, day: asked }] : [];
  });
});

/** Where those of them begin in the message. */
export function startsAsked(view: MessageView): ReadonlySet<number> {
  return new Set(timesAsked(view).map(({ span: [start] }) => start));
}

/**
 * 周一 that is over, 28日 of the month that runs or of the one before.
 * @param isWanted then the day may be the one that it is wanted for: only one of this week is over
 */
function dayBefore(day: Day, phrase: string, today: Day, isWanted: boolean): Day {
  if (WEEKDAY.test(phrase)) return isWanted && weekday(day) >= weekday(today) ? day : addDays(day, -WEEK);
  const date = /^(?<date>\d{1,2})[日号]$/u.exec(phrase)?.groups?.['date'];
  if (date === undefined) return day;
  const inMonth = `${today.slice(0, 7)}-${date.padStart(2, '0')}`;
  return inMonth <= today ? inMonth : day;
}
