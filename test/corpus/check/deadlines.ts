/** Deadline arithmetic: day, instant and precision agree, the working day is the roster's, and none lies before its message. */
import { addDays, instantAt, minutesOfDay, parseClock, parseInstant } from '../../../src/model/instant.ts';
import { type Problem, problem } from './problem.ts';
import { type Scenario, tasksOf } from './scenario.ts';
import type { DeadlineValue, DirectiveEntry } from './schemas.ts';

/** A deadline and the message that sets it. */
interface Setting {
  readonly deadline: DeadlineValue;
  readonly message: string;
}

const NOON = 12 * 60;

export function checkDeadlines(scenario: Scenario): readonly Problem[] {
  const file = `${scenario.folder}/directives.json`;
  return scenario.directives.flatMap(({ value, line }) => {
    const settings = settingsOf(value);
    const says = [
      ...settings.flatMap((setting) => [...wrongArithmetic(setting, scenario), ...tooEarly(setting, value, scenario)]),
      ...wrongWorkday(value, scenario),
    ];
    return [...new Set(says)].map((text) => problem(file, line, `${value.id}: ${text}`));
  });
}

function settingsOf({ deadline, history, firstSeen }: DirectiveEntry): readonly Setting[] {
  const first = deadline === null ? [] : [{ deadline, message: firstSeen }];
  const moved = history.flatMap((entry) => (entry.deadline === undefined ? [] : [{ deadline: entry.deadline, message: entry.message }]));
  return [...first, ...moved];
}

/** The end of day D is D+1 at 00:00, and its day is D; but who says 零点 of a day means its beginning. */
function wrongArithmetic({ deadline: { at, day, precision }, message }: Setting, { roster, messageOf }: Scenario): readonly string[] {
  const instant = parseInstant(at) ?? 0;
  const isDayEnd = instant === instantAt(addDays(day, 1), 0, roster.timezone);
  const minutes = minutesOfDay(instant, roster.timezone);
  const workday = [parseClock(roster.workday.start), parseClock(roster.workday.end)];
  if (precision === 'day' || precision === 'month' || precision === 'week') {
    return isDayEnd ? [] : [`the end of ${day} is ${addDays(day, 1)} at 00:00, not ${at}`];
  }
  if (!isDayEnd && at.slice(0, 10) !== day) return [`${at} is not on ${day}`];
  const saysMidnight = /零点|(?<!\d)0(?:点|:00)/u.test(messageOf.get(message)?.text ?? '');
  if (minutes === 0 && !isDayEnd && !saysMidnight) return [`${at} is the end of ${addDays(day, -1)}, not of ${day}`];
  if (precision === 'hour' && minutes % 60 !== 0 && !workday.includes(minutes)) return [`${at} names minutes, but its precision is hour`];
  if (precision === 'half_day' && minutes !== NOON && !isDayEnd && !workday.includes(minutes)) return [`${at} ends no half day`];
  return [];
}

function tooEarly({ deadline, message }: Setting, { deadline: first }: DirectiveEntry, { messageOf }: Scenario): readonly string[] {
  const sent = parseInstant(messageOf.get(message)?.sentAt ?? '') ?? 0;
  const what = deadline === first ? 'its deadline' : 'the new deadline';
  return (parseInstant(deadline.at) ?? 0) < sent ? [`${what} ${deadline.at} lies before the message ${message} that sets it`] : [];
}

/** 下班前 and 上班前 are the roster's hours, where a message of one task says them and no other time. */
function wrongWorkday(directive: DirectiveEntry, { roster, goldOf, messageOf }: Scenario): readonly string[] {
  return directive.sources.flatMap((id) => {
    const line = goldOf.get(id);
    if (line === undefined || tasksOf(line).length > 1) return [];
    const said = saidHour(messageOf.get(id)?.text ?? '');
    const set = line.change === 'deadline' ? directive.history.find(({ message }) => message === id)?.deadline : directive.deadline;
    const states = line.change === 'deadline' || (line.change === null && line.label !== 'hazard' && line.label !== 'appeal');
    if (said === null || !states) return [];
    if (set === null || set === undefined) return [`${id} says ${said}, but there is no deadline`];
    const clock = said === '下班前' ? roster.workday.end : roster.workday.start;
    const minutes = minutesOfDay(parseInstant(set.at) ?? 0, roster.timezone);
    return minutes === parseClock(clock) ? [] : [`${id} says ${said}, which is ${clock}, but the deadline is ${set.at}`];
  });
}

function saidHour(text: string): '下班前' | '上班前' | null {
  const said = [...text.matchAll(/(下班|上班)之?前/gu)].map(([, which]) => which);
  const hasOtherTime = /\d\s*[:\uff1a点时]|[一二两三四五六七八九十]点|中午|月底|小时/u.test(text);
  if (new Set(said).size !== 1 || hasOtherTime) return null;
  return said[0] === '下班' ? '下班前' : '上班前';
}
