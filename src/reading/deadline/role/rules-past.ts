/** Times that lie behind, by the calendar or by the words: 昨天, 已完成, 4点过了, 根据6月10日会议. */
import { instantAt } from '../../../model/instant.ts';
import { ORDER } from '../words.ts';
import { isLongGone } from './long-gone.ts';
import type { RoleRule, Scene } from './scene.ts';

/** The year, the day or the words say that it is gone. */
export const gone: RoleRule = {
  id: 'role/past',
  role(scene) {
    const { phrase, right, clauseLeft } = scene;
    if (phrase.edge === 'gone') return 'past';
    if (phrase.slots.duration?.edge === 'before') return 'past';
    if (isTimeOfSaying(scene)) return 'past';
    if (isBehind(scene) || isGoneToday(scene) || isOfMinutes(scene)) return 'past';
    if (phrase.edge === 'from' && phrase.from === null) return null;
    if (DONE_RIGHT.test(right) || DONE_LEFT.test(clauseLeft) || isCited(scene)) return 'past';
    return isReported(scene) ? 'past' : null;
  },
};

/** 上午说五点交: when it was said. */
function isTimeOfSaying({ phrase, clauseRight, frame, ahead }: Scene): boolean {
  const { day, clock, anchor } = phrase.slots;
  const isBare = phrase.edge === null && clock === null && anchor === null && phrase.from === null;
  return (
    isBare && (day === null || (ahead !== null && ahead.value.day <= frame.today)) && /^(?:刚|才)?(?:说|讲)(?!明|课|话)/u.test(clauseRight)
  );
}

const DONE_RIGHT = /^(?:就|便|均|都|全部)?已(?:经)?(?!报名的?请)/u;
const DONE_LEFT = /(?:此前|之前|原先|截至目前|曾|上次|前期)[^,]{0,6}$/u;
const BASIS_LEFT = /(?:根据|按照|依据|遵照|落实|按|贯彻|结合)[^,。]{0,8}$/u;
const BASIS_RIGHT = /^[^,。]{0,14}(?:会议|通知|文件|要求|部署|精神|批示|反馈|督查|讲话|调度)/u;

/** 根据6月10日会议要求, 按4月20日前完成的要求, 6月10日召开的会: named as a basis. */
function isCited(scene: Scene): boolean {
  const { phrase, clauseLeft, clauseRight, right } = scene;
  if (phrase.edge === 'before') return /^按照?$/u.test(clauseLeft) && /^[^,。]{0,4}的(?:要求|部署|规定|时限)/u.test(clauseRight);
  if (phrase.edge !== null) return false;
  if (BASIS_LEFT.test(clauseLeft) && BASIS_RIGHT.test(right)) return true;
  return /^(?:召开|开|印发|下发|发|举行)的(?!时候|话)/u.test(clauseRight) && !isSoonAhead(scene);
}

/** The day itself lies behind: 昨天, 上周五, 2025年10月28日; 今早 with the hour gone only if nothing asks for it. */
function isBehind({ phrase, frame, ahead }: Scene): boolean {
  if (ahead === null || phrase.slots.repeat !== null || (phrase.slots.stretch !== null && phrase.edge === null)) return false;
  return ahead.value.day < frame.today;
}

/** A clock of today that is gone, no edge asking for it; in the evening a morning's clock is tomorrow's. */
function isGoneToday({ phrase, ahead, frame }: Scene): boolean {
  if (phrase.edge !== null || phrase.slots.anchor !== null || ahead === null || !ahead.steps.includes('compose/gone-today-so-tomorrow'))
    return false;
  const isMorning = ahead.value.at <= instantAt(ahead.value.day, 12 * 60, frame.timezone);
  return !(isMorning && frame.minute >= EVENING);
}

const EVENING = 17 * 60;

/** 会议明确…10月18日前: of minutes that were taken long ago. */
function isOfMinutes(scene: Scene): boolean {
  return (
    isLongGone(scene) &&
    /(?:会议|纪要|研究|办公会)[^,。]{0,4}(?:明确|要求|决定|强调|指出|议定)/u.test(scene.text.slice(0, scene.phrase.start))
  );
}

/** 周三交了, 今天弄完了, 今天报了310亩. */
function isReported({ clauseRight, phrase, right }: Scene): boolean {
  if (phrase.edge !== null && phrase.edge !== 'before' && phrase.edge !== 'from') return false;
  if (ORDER.test(clauseRight)) return false;
  const pattern =
    phrase.edge === 'before'
      ? /^(?:就|都|全部|全)?(?:完成|交|报|发|弄完|办结|做完|上报|提交)[^,。]{0,4}了(?![吗么没])/u
      : /^[^,。不别]{0,10}[^算为除极罢不](?:了|过(?![去来目磅秤一]))(?:$|[^解吗么没结不])/u;
  return (
    pattern.test(clauseRight) &&
    !/(?:算了|罢了|为了|除了|好了吗|受不了)/u.test(clauseRight) &&
    !/^[^,]{0,12}(?:把|请|别|报上来)/u.test(right)
  );
}

function isSoonAhead({ ahead, frame }: Scene): boolean {
  return ahead !== null && ahead.value.at - frame.sentAt < 30 * 86_400_000;
}
