/** Second look: a weekday of opening hours whose item has no clock: 周一到周五上午8:30—12:00,周六预约办理,周日休息. */
import { ADDRESSED } from './speaker.ts';
import type { Told } from './tell.ts';

/** What is open to whoever comes. */
const SERVES =
  /^(?![^,。;]{0,6}[完好齐清毕])(?:只|仅|也|可以?|照常|正常|延时|错时|全天|半天|提前|电话|网上|现场|凭号|部分){0,2}(?:预约|办理|受理|办(?=$|[,。;)])|登记|接种|接诊|咨询|换药|拿药)[^,。;把将]{0,8}(?=$|[,。;)])/;
const SHUT = /^(?:不上班|不办(?:公|理)?|不开(?:门|放)?|不对外|休息|闭馆|关门|关闭|停诊|不营业|轮休)/;
const OPEN = /^(?:的?(?:上午|下午|白天))?(?:正常|照常|全天|都|均){0,2}(?:办公|上班|开放|营业|坐班|受理|开门|接诊|门诊|办|$|[,。;、])/;
/** 各位居民: is no order. */
const HEAD = /[。:\n]/;
const ITEM = /[,、;。(\n]\s?$/;

export function dropOpeningHours(told: readonly Told[], text: string): readonly Told[] {
  if (told.length < 2 || !told.some((each) => isItem(each, text))) return told;
  if (!told.some((each) => isHours(each, text))) return told;
  return told.map((each) => (isItem(each, text) ? { ...each, role: 'event' as const, rule: 'role/opening-hours' } : each));
}

/** The rest of the week is told as hours: a row of weekdays on which it is open, or one on which it is shut. */
function isHours(each: Told, text: string): boolean {
  const { phrase, role } = each;
  if (role === 'deadline' || phrase.slots.day?.form !== 'weekday') return false;
  const right = after(each, text);
  return SHUT.test(right) || (phrase.from !== null && (phrase.slots.clock !== null || OPEN.test(right) || SERVES.test(right)));
}

function isItem(each: Told, text: string): boolean {
  const { phrase, role, rule } = each;
  if (isRow(each, text)) return true;
  if (role !== 'deadline' || rule !== 'role/verb' || phrase.slots.day?.form !== 'weekday') return false;
  const right = after(each, text);
  const left = text.slice(Math.max(0, phrase.start - 60), phrase.start);
  if (!ITEM.test(left) || (!SERVES.test(right) && !SHUT.test(right))) return false;
  return !ADDRESSED.test((left.split(HEAD).at(-1) ?? '') + (right.split(/[,。;]/)[0] ?? ''));
}

/** 婚姻登记周一至周五9:00-16:30: a row of weekdays of whoever shuts on one; signing up for something ends for good. */
function isRow({ phrase, role, rule }: Told, text: string): boolean {
  if (role !== 'deadline' || rule !== 'role/end-of-range' || phrase.from?.day?.form !== 'weekday') return false;
  return /周[六日末天](?:全天|都|均)?(?:不上班|休息|闭馆|关门|停诊|不办公?)/.test(text) && !SIGN_UP.test(text) && !ADDRESSED.test(text);
}

const SIGN_UP = /报名|征订|选课|征求意见|申报|上报|报送|提交/;

function after({ phrase }: Told, text: string): string {
  return text.slice(phrase.end, phrase.end + 16);
}
