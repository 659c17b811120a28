/**
 * Second look: what a row of times says once holds of all of them: 内科13日、外科14日、妇产科15日前上交; 初稿周五交,定稿下周二;
 * 报名表25日,体检表30日,都是下班前.
 */
import { hasClock, type Phrase } from '../compose/phrase.ts';
import { resolve } from '../compose/resolve.ts';
import type { Frame } from '../frame.ts';
import { firstVerb } from '../verbs.ts';
import type { Told } from './tell.ts';

/** What stands before a time of the row and names whose or what's it is, from the last sign on. */
const LABEL_LEFT = /(?:^|[、,;。:!\n)①-⑳])(?<label>[^、,;。:!\n)①-⑳]{1,10})$/;
/** The same between two times of it, with the sign that parts them. */
const LABEL_BETWEEN = /^(?<sign>[、,;])(?<label>[^、,;。:!\n]{1,10})$/;
/** The verb of the first time, and the label of the next. */
const VERB_BETWEEN = /^(?<verb>[^、,;。:!\n]{0,4})(?<sign>[、,;])(?<label>[^、,;。:!\n]{1,10})$/;
/** A label is a name: it tells nothing. */
const TELLS = /[我俺咱你他她是有去来没不别请把将要会在了过从到至最虽因]|今[天日]|现在|麻烦|延期|顺延|推迟|提前/;
const PAPER = /(?:[表单册稿证书图账料案结片数据函告票]|合同|协议)$/;
const ALL =
  /^[^。!?\n]{0,10}?[,;。](?:以上|这[些几两三]?[项个样份]?|[两三四五][项个样份])?(?:都|均|一律|统一|全)(?:是|要|须|必须|得|为|按|卡在|截止到?|定在|于|在|赶在){0,3}$/;
/** The longest row that is looked over from its end. */
const LONGEST = 6;

export function shareEllipses(told: readonly Told[], text: string, frame: Frame): readonly Told[] {
  if (told.length < 2) return told;
  const shared = headed(told, text, frame);
  if (!shared.some(({ role }) => role === 'deadline')) return told;
  for (let index = 1; index < shared.length; index++) shareOfAll(shared, index, text, frame);
  for (let index = shared.length - 2; index >= 0; index--) shareBack(shared, index, text, frame);
  for (let index = 1; index < shared.length; index++) shareOn(shared, index, text, frame);
  for (let index = 1; index + 1 < shared.length; index++) shareWithin(shared, index, text, frame);
  return shared;
}

/** 分两批交:第一批26日,第二批30日: what the heading asks for is asked for by each day under it. */
const HEADED = /(?:交|报|缴|完成|提交|销号|整改|办结)[^,。;:!?]{0,6}:[^、,。;:!?]{1,8}$/;
const GO_ON = /^[、,;][^、,。;:!?]{1,8}$/;

function headed(told: readonly Told[], text: string, frame: Frame): Told[] {
  const shared = [...told];
  let isUnder = false;
  for (let index = 0; index < shared.length; index++) {
    const each = shared[index] as Told;
    const start = shared[index - 1]?.phrase.end ?? 0;
    const gap = text.slice(Math.max(start, each.phrase.start - 24), each.phrase.start);
    isUnder = HEADED.test(gap) || (isUnder && GO_ON.test(gap));
    if (
      isUnder &&
      each.role === 'other' &&
      isBareDay(each.phrase) &&
      isUntold(each, null) &&
      /^(?:$|[、,;。!])/.test(text.slice(each.phrase.end, each.phrase.end + 1))
    )
      shared[index] = asDeadline(each, each.phrase, 'role/under-heading', frame);
  }
  return shared;
}

/** 都是下班前: the clock that is told last is that of each day of the row. */
function shareOfAll(told: Told[], index: number, text: string, frame: Frame): void {
  const last = told[index];
  if (last?.role !== 'deadline' || !hasClock(last.phrase.slots) || !isOfNoDay(last.phrase)) return;
  const gap = text.slice(told[index - 1]?.phrase.end ?? 0, last.phrase.start);
  if (!ALL.test(gap) && !(gap === ',' && /^(?:各|都|均|全部?|一律)/.test(text.slice(last.phrase.end, last.phrase.end + 2)))) return;
  let first = index;
  while (first > 0 && index - first < LONGEST && isOfRow(told[first - 1], told[first], index === first, text)) first--;
  if (index - first < 2) return;
  for (let at = first; at < index; at++) told[at] = asDeadline(told[at] as Told, last.phrase, 'role/told-of-all', frame, true);
  told[index] = { ...last, role: 'other', rule: 'role/told-of-all' };
}

function isOfNoDay({ slots, steps }: Phrase): boolean {
  return (
    slots.repeat === null &&
    slots.duration === null &&
    (slots.day === null || slots.day.anaphoric === 0 || steps.includes('compose/same-day'))
  );
}

function isOfRow(each: Told | undefined, next: Told | undefined, isLast: boolean, text: string): boolean {
  if (each === undefined || next === undefined || !isBareDay(each.phrase) || hasOwnClock(each.phrase)) return false;
  if (each.role !== 'deadline' && !isUntold(each, labelBefore(each, text))) return false;
  return isLast || /^[^。!?\n]{0,14}$/.test(text.slice(each.phrase.end, next.phrase.start));
}

/** 内科13日、外科14日、妇产科15日前上交: from the last to those before it. */
function shareBack(told: Told[], index: number, text: string, frame: Frame): void {
  const [first, last] = [told[index], told[index + 1]];
  if (first === undefined || last?.role !== 'deadline' || !isBareDay(first.phrase) || !isDay(last.phrase)) return;
  const { sign, label } = LABEL_BETWEEN.exec(text.slice(first.phrase.end, last.phrase.start))?.groups ?? {};
  const before = labelBefore(first, text);
  if (label === undefined || before === null || !isName(label) || !isName(before) || !isUntold(first, before)) return;
  if (sign !== '、' && (!isAlike(before, label) || !isBefore(first, last))) return;
  told[index] = asDeadline(first, last.phrase, 'role/listed-with-next', frame);
}

/** 初稿周五交,定稿下周二: from the first to those after it. */
function shareOn(told: Told[], index: number, text: string, frame: Frame): void {
  const [first, last] = [told[index - 1], told[index]];
  if (first?.role !== 'deadline' || last === undefined || !isDay(first.phrase) || !isBareDay(last.phrase)) return;
  const { verb = '', sign, label } = VERB_BETWEEN.exec(text.slice(first.phrase.end, last.phrase.start))?.groups ?? {};
  if (label === undefined || !isName(label) || !isUntold(last, label)) return;
  if (verb === '' ? first.phrase.edge === null && sign !== '、' && first.rule !== 'role/listed-with-last' : firstVerb(verb) !== 'deed')
    return;
  if (labelBefore(first, text) === null || !/^(?:$|[、,;。!])/.test(text.slice(last.phrase.end, last.phrase.end + 1))) return;
  told[index] = asDeadline(last, { ...last.phrase, edge: first.phrase.edge }, 'role/listed-with-last', frame);
}

/** 18日摸底、20日建档、22日报送: what stands between two deadlines of a row is one. */
function shareWithin(told: Told[], index: number, text: string, frame: Frame): void {
  const [first, each, last] = [told[index - 1], told[index], told[index + 1]];
  if (first?.role !== 'deadline' || last?.role !== 'deadline' || each === undefined || !isBareDay(each.phrase) || !isUntold(each, null))
    return;
  const gaps = [text.slice(first.phrase.end, each.phrase.start), text.slice(each.phrase.end, last.phrase.start)];
  if (gaps.every((gap) => IN_ROW.test(gap))) told[index] = asDeadline(each, each.phrase, 'role/listed-with-next', frame);
}

const IN_ROW = /^[一-龥]{2,6}[、,;]\s?$/;

function isDay({ slots }: Phrase): boolean {
  return slots.day !== null && slots.day.form !== 'festival' && slots.repeat === null && slots.duration === null;
}

function isBareDay(phrase: Phrase): boolean {
  return isDay(phrase) && phrase.edge === null && phrase.from === null;
}

/** No rule but the verb's had anything to say of it; an event only seemed so by its paper's name (体检表). */
export function isUntold({ role, rule }: Told, label: string | null): boolean {
  return rule === 'role/verb' && (role === 'other' || (role === 'event' && label !== null && PAPER.test(label)));
}

function labelBefore({ phrase }: Told, text: string): string | null {
  return LABEL_LEFT.exec(text.slice(Math.max(0, phrase.start - 12), phrase.start))?.groups?.['label'] ?? null;
}

function isName(label: string): boolean {
  return !TELLS.test(label) && (PAPER.test(label) || firstVerb(label) !== 'happening');
}

/** A comma parts other things too: both must be papers, or named alike (一组, 二组). */
function isAlike(first: string, last: string): boolean {
  return (PAPER.test(first) && PAPER.test(last)) || [...first].some((character) => last.includes(character));
}

function isBefore(first: Told, last: Told): boolean {
  return first.resolved !== null && last.resolved !== null && first.resolved.value.day <= last.resolved.value.day;
}

function hasOwnClock({ slots }: Phrase): boolean {
  return slots.clock !== null || slots.anchor !== null;
}

/** `keepsPart`: 初稿今晚,修改稿明晚,都是十点前. */
function asDeadline(each: Told, { edge, slots: { clock, part, anchor } }: Phrase, rule: string, frame: Frame, keepsPart = false): Told {
  const own = each.phrase.slots;
  const isSet = keepsPart ? hasOwnClock(each.phrase) : hasClock(own);
  const slots = isSet ? own : { ...own, clock, part: own.part ?? part, anchor };
  const phrase = { ...each.phrase, slots, edge };
  return { ...each, phrase, role: 'deadline', rule, resolved: resolve(phrase, frame, 'ahead') };
}
