/** What a phrase leaves out and has from the phrase before it: 明天督导组下午到, 每天都要走,晚上9点前走完, 7月30日…当天下班前. */
import type { Recurrence } from '../../../model/deadline.ts';
import { addDays } from '../../../model/instant.ts';
import { type DayTime, fixedDay, type Part } from '../atoms/atom.ts';
import type { Frame } from '../frame.ts';
import { firstVerb } from '../verbs.ts';
import { dayOfPhrase } from './day.ts';
import { isOfficeHourOf } from './office-hour.ts';
import { hasClock, type Phrase } from './phrase.ts';
import { onDay } from './resolve.ts';

const SENTENCE_END = /[。!?;\n]/;
/** 明早。八点半。短会。 28号,早点,早上7点半开. */
const STACCATO = /^[。!]\s?$|^,(?:早点|晚点|早些|晚些),$/;
const TOLD_OF = /^[^,。]{0,3}(?:说|讲|提|报|发|反映|反馈|交代)的[^,。]{1,10},[^,。]{0,6}$/;
const FARTHEST = 72;
const IS_SHARE = /^\s?[一两二三四五六七八九十\d]{1,3}(?:名|个人|人|位|班|组)[^,。]{0,8},/;
const IS_OF_WHOM = /^[要得需在][^,。;、的]{1,8}的(?:有?几|多少|人|老|孩|学生|群众|[户个名])/;

export function linkPhrases(phrases: readonly Phrase[], text: string, frame: Frame): readonly Phrase[] {
  const linked: Phrase[] = [];
  for (const phrase of phrases) {
    const turns = linked.findLast((other) => isHourOfTurns(other, phrase, text));
    const before = dayBefore(
      linked.filter((other) => !isAside(other, phrase, text)),
      text,
    );
    const days = linked.filter(({ slots }) => slots.day !== null);
    const ofTable = dayOfTable(linked, phrase, text, frame);
    if (turns !== undefined) linked.push(onTurnOf(turns, phrase));
    else if (ofTable !== undefined) linked.push(inPartOf(ofTable, phrase));
    else if (days.length === 1 && before !== undefined && isOnDayTold(before, phrase, text.slice(before.end, phrase.start), frame))
      linked.push(toldDay(before, phrase, 0, frame));
    else linked.push(before === undefined ? phrase : link(before, phrase, text.slice(before.end, phrase.start), text, frame));
  }
  return linked.map((phrase, index) =>
    isToldEachDay(phrase, linked[index + 1], text) ? onTurnOf(linked[index + 1] as Phrase, phrase) : phrase,
  );
}

/** 明早到,分工如下:… 姚书记|民工10个|8:30: an hour of a table, of which only one day was told before it, and that is gone today. */
function dayOfTable(linked: readonly Phrase[], phrase: Phrase, text: string, frame: Frame): Phrase | undefined {
  if (!isDayless(phrase) || phrase.slots.clock === null || phrase.slots.part !== null) return undefined;
  if (!ROW_BEFORE.test(text.slice(0, phrase.start)) || !onDay(phrase, frame.today, frame).steps.includes('clock/nearest-ahead'))
    return undefined;
  const [day, another] = linked.filter(({ slots, steps }) => slots.day !== null && !steps.includes('compose/same-day'));
  return day !== undefined && another === undefined && day.slots.clock === null && isAhead(day, frame) ? day : undefined;
}

const ROW_BEFORE = /\|[^\n|]{0,4}$/;

/** 日报,17点前,抗旱群。今天开始天天报: that it comes again is told behind its hour. */
function isToldEachDay({ slots, edge, end }: Phrase, next: Phrase | undefined, text: string): boolean {
  if (edge !== 'before' || slots.clock === null || slots.day !== null || slots.repeat !== null) return false;
  if (next?.slots.repeat?.recurrence !== 'daily' || hasClock(next.slots)) return false;
  return text.slice(end, next.start).length <= FARTHEST && TOLD_EACH_DAY.test(text.slice(next.end));
}

const TOLD_EACH_DAY = /^(?:都|就|也)?(?:要|得)?报(?=[,。;!]|$)/;

/** 周四落潮以后(14:20低潮)清一遍,下班前传: what stands in brackets of its own is told of something else. */
function isAside(other: Phrase, phrase: Phrase, text: string): boolean {
  if (other.slots.day !== null && other.slots.sameDay === null && !other.steps.includes('compose/same-day')) return false;
  const opened = Math.max(text.lastIndexOf('(', other.start), text.lastIndexOf('（', other.start));
  return opened !== -1 && !CLOSED.test(text.slice(opened, other.start)) && CLOSED.test(text.slice(other.end, phrase.start));
}

const CLOSED = /[)）]/u;

/** 明早七一升旗,7点50集合: a festival right behind a day only names what is on it; 周五植树,集合时间提前半小时,8点上车: nor is that a day. */
function dayBefore(linked: readonly Phrase[], text: string): Phrase | undefined {
  const [first, last] = [linked.at(-2), linked.at(-1)];
  if (first === undefined || last === undefined || first.slots.day === null || hasClock(last.slots)) return last;
  const isName = last.slots.day?.form === 'festival' && /^[)）]?$/u.test(text.slice(first.end, last.start));
  return isName || last.steps.includes('atom/ahead-of-event') ? first : last;
}

function link(before: Phrase, phrase: Phrase, gap: string, text: string, frame: Frame): Phrase {
  if (gap.length > FARTHEST) return phrase;
  if (
    STACCATO.test(gap) &&
    isDayless(phrase) &&
    phrase.slots.clock !== null &&
    isBareDay(before, text) &&
    !isNamedDayPast(before.slots.day, frame)
  )
    return inPartOf(before, phrase);
  if (SENTENCE_END.test(gap) && !(isSameHour(before, phrase) && (ALSO.test(gap) || isOnDayAhead(before, gap, frame))))
    return isOfOccasion(before, phrase, gap, text, frame) ? onDayOf(before, phrase) : phrase;
  // 把昨天的会议记录中午前整理出来: a day that only tells which thing, unless that is moved: 原定11日上午的会议改至当日13:30.
  if (/^的[^,]{2,}$/.test(gap) && !(phrase.slots.day?.anaphoric === 0 && MOVED_TO.test(gap))) return phrase;
  if (phrase.slots.day?.anaphoric !== undefined) return toldDay(before, phrase, phrase.slots.day.anaphoric, frame);
  if (isSameHour(before, phrase))
    return { ...phrase, slots: { ...phrase.slots, day: before.slots.day, sameDay: before.slots.sameDay, part: before.slots.part } };
  // 今晚起9点半前关: the hour of that evening.
  if (gap === '' && before.edge === 'from' && before.slots.part !== null && isDayless(phrase)) return inPartOf(before, phrase);
  const { repeat, day } = before.slots;
  const isBare = day === null && !hasClock(before.slots);
  // 每天一名带班,表下午4点前报: how many of them a day has is in the table.
  // 天天要吃药的几个,下午2点前报个数: of whom it is told.
  if (repeat !== null && isBare && (IS_SHARE.test(gap) || IS_OF_WHOM.test(gap))) return phrase;
  if (repeat !== null && (isBare || /^(?:和|、|及|以及|跟)?$/.test(gap)) && isTurnOf(phrase, repeat.recurrence))
    return { ...phrase, slots: { ...phrase.slots, repeat }, steps: [...phrase.steps, 'compose/same-recurrence'] };
  if (!isDayless(phrase)) return phrase;
  // 明天赶集人多,你们9点前要把摊支起来, said in the afternoon: no hour of an office is still to come today.
  if (isBareDay(before, text) && isOfficeHourOf(before, phrase, frame)) return onDayOf(before, phrase);
  // 今明两天进京的菜车,上午11点前报: what is told of is of those days.
  if (TWO_DAYS.test(text.slice(before.start, before.end)) && phrase.edge === 'before' && !isGone(phrase, frame)) return phrase;
  // 这个周末机关包社区,下班前报我一个名字: no office closes on those days.
  if (phrase.slots.anchor?.anchor === 'end_of_work' && /周末|双休/.test(text.slice(before.start, before.end))) return phrase;
  // 到月底的缺口,11:30前报: how far what is told of reaches.
  if (/^的[^,]{1,8},$/.test(gap) && /[到至]$/.test(text.slice(0, before.start))) return phrase;
  if (OF_A_TABLE.test(gap) && (before.from !== null || (OF_WATCHES.test(gap) && !hasClock(before.slots)))) return phrase;
  if (goesOn(before, phrase, frame))
    return { ...phrase, slots: { ...phrase.slots, day, part: before.slots.part }, steps: [...phrase.steps, 'compose/same-day'] };
  if (repeat !== null)
    return sharesRepeat(before, gap)
      ? { ...phrase, slots: { ...phrase.slots, repeat, day }, steps: [...phrase.steps, 'compose/same-recurrence'] }
      : phrase;
  // 昨天反映的那三件事,中午下班前写个说明: what is asked for is never due on a day that is gone.
  // 昨晚说的那堵墙,你上午去看一眼: nor is what is told of it done then.
  if (isNamedDayPast(day, frame) && (phrase.edge === 'before' || TOLD_OF.test(gap))) return phrase;
  if (day === null || day.form === 'festival' || !sharesDay(before, phrase, gap, text, frame)) return phrase;
  // 挪到明天晚上,还是七点半.
  return STILL.test(gap) && before.slots.clock === null ? inPartOf(before, phrase) : onDayOf(before, phrase);
}

/** Nothing else stands in its sentence. */
function isBareDay({ slots, start }: Phrase, text: string): boolean {
  return slots.day !== null && slots.clock === null && (start === 0 || /[。;!?\n,:]\s?$/.test(text.slice(0, start)));
}

/** 天天报三个数:…。各村一行字,下午3点半前甩群里: what is to be told each day, and in the next sentence by which hour. */
function isHourOfTurns({ slots: { repeat, day, clock }, end }: Phrase, phrase: Phrase, text: string): boolean {
  if (repeat?.recurrence !== 'daily' || day !== null || clock !== null || phrase.edge !== 'before' || !isDayless(phrase)) return false;
  const gap = text.slice(end, phrase.start);
  return NEXT_SENTENCE.test(gap) && TELLS_FIGURES.test(gap) && !OTHER_THING.test(text.slice(phrase.coreEnd, phrase.coreEnd + 14));
}

const NEXT_SENTENCE = /^[^。;!?\n]{2,90}[。;!][^。;!?\n]{0,20}$/;

const TELLS_FIGURES = /^[^。;!?]{0,6}报[^。;!?]{0,6}[数字]/;
const OTHER_THING = /表|名单|方案|台账|材料|照片|小结|总结/;

/** 明天是防灾减灾日,演练9:30在渔港. */
const NAMED_DAY = /^是[^,。]{2,12}(?:日|节),/;
const TWO_DAYS = /^(?:今明|明后)[两二]?[天日]$/;

const STILL = /(?:还是|仍是|[仲还]系|依旧|仍|照旧)$/;

/** 9月19日全县灭蚊。各院牵头,当天上午10点前走完一轮: the only day that the text has told, a sentence before. */
function isOnDayTold(before: Phrase, phrase: Phrase, gap: string, frame: Frame): boolean {
  if (phrase.slots.day?.anaphoric !== 0 || !hasClock(phrase.slots) || gap.length > FARTHEST) return false;
  const { day, repeat } = before.slots;
  if (day === null || day.form === 'festival' || repeat !== null) return false;
  return SENTENCE_END.test(gap) && !gap.includes('\n') && isAhead(before, frame);
}

const MOVED_TO = /[改挪移推延调][到至在为]?$/u;

/** 13日至15日值班表,15:00前发: the days are those of the table. */
const OF_A_TABLE = /^的?[一-龥]{0,7}(?:表|名单|安排|方案|日程)(?:,|$)/u;
/** 周末防汛值守表,下午4点前给我. */
const OF_WATCHES = /^的?[一-龥]{0,4}(?:值班|值守|带班|排班)/u;

/** 明天早上6点半必须有人,守到10点半: the clock goes on from the one before it. */
function goesOn(before: Phrase, phrase: Phrase, frame: Frame): boolean {
  const [first, last] = [before.slots.clock, phrase.slots.clock];
  if (first === null || last === null || before.slots.day === null || before.slots.repeat !== null || phrase.slots.part !== null)
    return false;
  const later = last.hour * 60 + last.minute - first.hour * 60 - first.minute;
  // 后天下午两点看苗,一点二十在乡政府门口: in the afternoon only what is a little before it.
  const latest =
    before.slots.part?.part === 'morning' ? GOES_ON : before.slots.part?.part === 'afternoon' && phrase.edge === null ? -1 : null;
  return latest !== null && later !== 0 && later >= -SETS_OUT && later <= latest && last.hour <= 12 && isAhead(before, frame);
}

/** In minutes. */
const GOES_ON = 300;
/** 周四早7:00参加清涌,统一6:40发车: one sets out a little before. */
const SETS_OUT = 90;

function isNamedDayPast(day: DayTime | null, frame: Frame): boolean {
  return day?.form === 'offset' && day.pattern.every === 'once' && day.pattern.day < frame.today;
}

function onDayOf({ slots: { day, sameDay } }: Phrase, phrase: Phrase): Phrase {
  return { ...phrase, slots: { ...phrase.slots, day, sameDay }, steps: [...phrase.steps, 'compose/same-day'] };
}

/** And in its part of the day, unless another is named. */
function inPartOf(before: Phrase, phrase: Phrase): Phrase {
  const told = onDayOf(before, phrase);
  return { ...told, slots: { ...told.slots, part: phrase.slots.part ?? before.slots.part } };
}

/**
 * 周日上午摆办证点。早上8点前把桌子弄到位; 26日9:40到水库。上午9点前在坝头候着: what the sentence before told of is prepared on its day, at an
 * hour of its part of the day or little before its hour.
 */
function isOfOccasion(before: Phrase, phrase: Phrase, gap: string, text: string, frame: Frame): boolean {
  const { day, part, clock, repeat } = before.slots;
  if (gap.includes('\n') || before.edge !== null || day === null || day.form === 'festival' || repeat !== null) return false;
  if (!isDayless(phrase) || phrase.slots.clock === null) return false;
  if (clock !== null) return (isAboutThen(before, phrase) || isThereBefore(before, phrase, text)) && isAhead(before, frame);
  if (part === null)
    return (isHourOfDay(phrase, gap) || isSetOutAt(phrase, gap, frame) || isMorningGone(phrase, text, frame)) && isAhead(before, frame);
  if (phrase.edge !== 'before' && !(phrase.slots.part?.part === part.part && isGone(phrase, frame))) return false;
  const named = phrase.slots.part?.part ?? part.part;
  return isAhead(before, frame) && isNamedPart(part.part, named) && isInPart(phrase.slots.clock.hour, part.part);
}

/** 明天是在南门!三家7点40前布展完毕, said in the afternoon: a morning's hour of that day, unless it is what is handed in before. */
function isMorningGone(phrase: Phrase, text: string, frame: Frame): boolean {
  const { slots, edge, coreEnd } = phrase;
  if (edge !== 'before' || slots.part !== null || slots.clock === null || slots.clock.hour < EARLIEST || slots.clock.hour > LATEST)
    return false;
  return !HANDED_OVER.test(text.slice(coreEnd)) && isGone({ ...phrase, slots: { ...slots, part: MORNING } }, frame);
}

const MORNING = { kind: 'part', part: 'morning' } as const;
const EARLIEST = 6;
const LATEST = 9;
const HANDED_OVER = /^(?:之?前)?[^,。;!?]{0,8}(?:[报交发传送填回给拿])/;

/** 14日上午9:00,文化广场。两家各来两名医生,8:40到位; 9点半先摆好: when one is to be there for it, or to have set up. */
function isThereBefore(before: Phrase, phrase: Phrase, text: string): boolean {
  const isBare = phrase.edge === null && phrase.slots.part === null;
  return isBare && THERE.test(text.slice(phrase.coreEnd)) && isAboutThen(before, { ...phrase, edge: 'before' });
}

const THERE = /^(?:准时|先|就)?(?:到[位场岗齐]|就位|集合|签到|入场|进场|站好|摆[好台]|布[置展])/;

/** 周六中心这边去:甲、乙、丙开车。早上8:10院门口走: an hour of the morning that is gone today. */
function isSetOutAt(phrase: Phrase, gap: string, frame: Frame): boolean {
  return phrase.edge === null && phrase.slots.part !== null && ONE_SENTENCE.test(gap) && isGone(phrase, frame);
}

const ONE_SENTENCE = /^[^。!?;]{1,48}[。!]$/;

const SHORT_SENTENCE = /^[^。!?;]{1,20}[。!]$/;

/** 明天班子会提前开。早上8点,小会议室: the hour that opens the next sentence is of the day just told. */
function isHourOfDay(phrase: Phrase, gap: string): boolean {
  return phrase.edge === null && phrase.slots.part !== null && SHORT_SENTENCE.test(gap);
}

function isAhead(phrase: Phrase, frame: Frame): boolean {
  const told = dayOfPhrase(phrase, frame, 'ahead');
  return told !== null && told.day > frame.today;
}

function isNamedPart(told: Part, named: Part): boolean {
  return named === told || (told === 'night' && named === 'dusk') || (told === 'morning' && named === 'dawn');
}

/** Evening begins before it is night. */
function isInPart(hour: number, part: Part): boolean {
  const at = part === 'morning' || part === 'dawn' || hour > 12 ? hour : hour + 12;
  if (part === 'morning' || part === 'dawn') return at <= 12;
  return part === 'afternoon' || part === 'noon' ? at >= 11 && at < 19 : at >= 17;
}

/** 明早7点前到岔口;你带铲车,也在7点前清出一车宽. */
const ALSO = /^[^。!?\n]*;[^。!?;\n]*(?:也|同样|一样)(?:要|得|是)?在?$/;

/** 点验定在26号上午8点半。书记带队,8点半点名: the hour of a day to come, said again. */
function isOnDayAhead(before: Phrase, gap: string, frame: Frame): boolean {
  const { day } = before.slots;
  return !gap.includes('\n') && day !== null && day.form !== 'festival' && isAhead(before, frame);
}

/** 晚上八点开会,八点之前把地图挂好. */
function isSameHour(before: Phrase, phrase: Phrase): boolean {
  const [first, last] = [before.slots.clock, phrase.slots.clock];
  if (first === null || last === null || !isDayless(phrase) || before.slots.repeat !== null) return false;
  return phrase.slots.part === null && before.slots.part !== null && first.hour === last.hour && first.minute === last.minute;
}

/** 一周一报,周五下班前交; 每月报一次,5号前: the day of each turn. */
function isTurnOf({ slots }: Phrase, recurrence: Recurrence): boolean {
  if (slots.day === null || slots.day.fixed || slots.sameDay !== null || slots.repeat !== null) return false;
  if (recurrence === 'monthly' && slots.day.form === 'end' && slots.day.pattern.every === 'month') return true;
  return (recurrence === 'weekly' && slots.day.form === 'weekday') || (recurrence === 'monthly' && slots.day.form === 'dayOfMonth');
}

function isDayless({ slots }: Phrase): boolean {
  return hasClock(slots) && slots.day === null && slots.repeat === null && slots.stretch === null && slots.duration === null;
}

function sharesRepeat(before: Phrase, gap: string): boolean {
  return (before.slots.day === null && !hasClock(before.slots)) || /^(?:[交报发填]?一[次报遍回])?[、和及,]$/.test(gap);
}

function sharesDay(before: Phrase, phrase: Phrase, gap: string, text: string, frame: Frame): boolean {
  if (!gap.includes(',') || /^[、和及,]\s?$/.test(gap)) return true;
  if (STILL.test(gap) || NAMED_DAY.test(gap)) return true;
  if (isGone(phrase, frame) || isAboutThen(before, phrase)) return true;
  if (isForTheirVisit(before, phrase, gap, text)) return false;
  // 明天17号,还是渔港广场,每社区20人上午10点前站好.
  if (before.slots.clock === null && before.edge === null && IN_PLACE.test(text.slice(phrase.coreEnd))) return true;
  if (ASKED.test(text.slice(0, before.start))) return true;
  const isEarlierHappening = firstVerb(gap) === 'happening' || before.slots.clock !== null;
  // "明天,检查组…" only tells of that day; "周三,四家一起把灭火器过一遍,中午12点前走完" asks for something on it.
  if (!isEarlierHappening) return before.edge === null && (gap.split(',')[0] !== '' || (firstVerb(gap) === 'deed' && OWN_DEED.test(gap)));
  return phrase.slots.part === null && GATHERS.test(text.slice(phrase.coreEnd, phrase.coreEnd + 12));
}

/** Those who are asked do it, and nobody comes from outside, nor is more asked of others. */
const OWN_DEED = /^(?!.*(?:请|领导|各[村乡镇社家站所])).*(?:[把将]|一起|咱)/;

/** 周五区领导来看仓库,解说词你先理一版,下午四点前给我; 盛局明天要带去常务会的材料,…下午3点前发我: what is wanted for what others do that day. */
function isForTheirVisit(before: Phrase, phrase: Phrase, gap: string, text: string): boolean {
  if (phrase.edge !== 'before' || before.slots.clock !== null || !FOR_ME.test(text.slice(phrase.coreEnd)) || TOLD_AFTERWARDS.test(gap))
    return false;
  const clause = `${LAST_CLAUSE.exec(text.slice(Math.max(0, before.start - LONGEST_SUBJECT), before.start))?.[0] ?? ''}…${FIRST_CLAUSE.exec(gap)?.[0] ?? ''}`;
  return THEIR_VISIT.test(clause);
}

const FOR_ME = /^(?:之?前)?(?:[一-龥]{0,4})?(?:[给发交报传送]|微信发|私发)(?:给|到|至)?我/;
/** What is told of it once it has been. */
const TOLD_AFTERWARDS = /(?:回来|看完|开完|结束|散会|走)[后再以]|之?后(?=[,。]|$)|把(?:情况|结果|照片|记录)/;
const LONGEST_SUBJECT = 20;
const LAST_CLAUSE = /[^,。;:!?\n]*$/;
const FIRST_CLAUSE = /^[^,。;:!?\n]*/;
const THEIR_VISIT =
  /(?:领导|[省市县区][里委]?|[检督巡]查组|督导组|考核组|专家|[一-龥](?:局|镇|县|书记|主任|局长|镇长|县长|区长))[^,。;]{0,4}…?[^,。;]{0,4}(?:来(?!不及)|要(?:来|看|带|去|用|听|讲|开)|去(?:[省市县区]里|汇报|开会)|下来|到[^,。;]{1,6}(?:看|调研|检查))/;

/** 请岑主任明天带人去暗访一遍,下午5点前把清单给我: what they are asked to do that day, not what happens on it. */
const ASKED = /(?:请|麻烦|劳烦|辛苦|安排)[^,。;:!?\n]{1,8}$/;

const IN_PLACE = /^(?:之?前)?(?:准时|先|就|要|得)?(?:站好|就位|到位|集合|[入进]场)/;
const GATHERS = /^(?:之?前)?(?:到|入|签到|就位|集合|出发|进场|准时|[上发开乘]车|点名)|^[一-龥]{2,8}?(?:集合|出发|发车|上车|开车|碰头|报到)/;

/** 明天上午9点来看粮库,8点前把地磅区清理干净; 26日上午9点摆台,9点半前发完一遍: little before or after what is to happen. */
function isAboutThen(before: Phrase, { slots, edge }: Phrase): boolean {
  const [first, last] = [before.slots.clock, slots.clock];
  if (first === null || last === null || edge !== 'before' || before.edge !== null) return false;
  if (slots.part !== null && !(slots.part.part === before.slots.part?.part || isInPart(first.hour, slots.part.part))) return false;
  const ahead = first.hour * 60 + first.minute - last.hour * 60 - last.minute;
  return ahead >= -JUST_AFTER && ahead <= JUST_BEFORE && before.slots.part?.part !== 'night';
}

/** In minutes. */
const JUST_BEFORE = 120;
const JUST_AFTER = 60;

function isGone(phrase: Phrase, frame: Frame): boolean {
  return onDay(phrase, frame.today, frame).value.at < frame.sentAt;
}

/** 每周日检查一遍,当天20:00前回执. */
function onTurnOf({ slots: { repeat, day } }: Phrase, phrase: Phrase): Phrase {
  return { ...phrase, slots: { ...phrase.slots, repeat, day, sameDay: null }, steps: [...phrase.steps, 'compose/same-recurrence'] };
}

/** 当天, 次日 after another day. */
function toldDay(before: Phrase, phrase: Phrase, shift: number, frame: Frame): Phrase {
  if (before.slots.day === null) return phrase;
  if (before.slots.repeat !== null) return shift === 0 ? onTurnOf(before, phrase) : phrase;
  const told = dayOfPhrase(before, frame, 'ahead');
  if (told === null) return phrase;
  return {
    ...phrase,
    slots: { ...phrase.slots, day: fixedDay('offset', addDays(told.day, shift)) },
    steps: [...phrase.steps, 'compose/told-day'],
  };
}
