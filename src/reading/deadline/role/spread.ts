/** A recurrence told after its time makes that recurring: 四点半前把米数报来,每天都一样; 周五前交,以后每周都这样. */
import type { Recurrence } from '../../../model/deadline.ts';
import type { Phrase } from '../compose/phrase.ts';
import type { Told } from './tell.ts';

const FARTHEST = 24;
/** No more than one sentence lies between. */
const TWO_ENDS = /[。!?;\n][^。!?;\n]*[。!?;\n]/;
const ALIKE =
  /^(?:都|均|也|全)?(?:都|要|得|是|按|照)?(?:一样|如此|这样|这个?(?:点|时间|时候)|同样|这么|照此|照办|雷打不动|不变|按这个|按此|一个样|要(?=$|[,。!])|不(?:能|许|得)?[断少落]|要报|要交|得报|得交|报一?次|一报)/;

export function spreadRecurrence(told: readonly Told[], text: string): readonly Told[] {
  if (!told.some(({ phrase }) => isBareRepeat(phrase))) return told;
  const spread = [...told];
  for (const [index, next] of told.entries()) {
    const { repeat } = next.phrase.slots;
    if (repeat === null || !isBareRepeat(next.phrase)) continue;
    const last = told.findLastIndex((each, before) => before < index && each.role === 'deadline');
    const each = spread[last];
    if (each !== undefined && fits(each.phrase, repeat.recurrence) && isToldOf(each.phrase, next.phrase, text))
      spreadOver(spread, last, repeat, text);
  }
  return spread;
}

const NEXT = 12;

/** 早上七点前一回,晚上七点前一回,天天如此: of the whole row. */
function spreadOver(told: Told[], last: number, repeat: NonNullable<Phrase['slots']['repeat']>, text: string): void {
  for (let index = last; index >= 0; index--) {
    const each = told[index];
    if (each?.role !== 'deadline' || !fits(each.phrase, repeat.recurrence)) return;
    const gap = index === last ? '' : text.slice(each.phrase.end, told[index + 1]?.phrase.start);
    if (gap.length > NEXT || /[。!?;\n]/.test(gap) || !isAlike(each.phrase, told[last]?.phrase)) return;
    told[index] = { ...each, rule: 'role/recurring', phrase: { ...each.phrase, slots: { ...each.phrase.slots, repeat } } };
  }
}

function isAlike({ slots }: Phrase, last: Phrase | undefined): boolean {
  return slots.clock !== null || slots.day?.form === last?.slots.day?.form;
}

function isBareRepeat({ slots }: Phrase): boolean {
  return slots.repeat !== null && slots.day === null && slots.clock === null && slots.anchor === null && slots.part === null;
}

function isToldOf(each: Phrase, next: Phrase, text: string): boolean {
  const gap = text.slice(each.end, next.start);
  return gap.length <= FARTHEST && !TWO_ENDS.test(gap) && ALIKE.test(text.slice(next.end, next.end + 10));
}

/** A clock recurs daily, a weekday weekly, a day of the month monthly. */
function fits({ slots }: Phrase, recurrence: Recurrence): boolean {
  if (slots.repeat !== null || slots.duration !== null || slots.relative !== null || slots.stretch !== null) return false;
  const form = slots.day?.form;
  if (recurrence === 'daily' || recurrence === 'workday') return form === undefined || form === 'offset';
  if (recurrence === 'weekly') return form === 'weekday';
  return form === 'dayOfMonth' || form === 'date' || form === 'end';
}
