/** Times that are not the speaker's to set: quoted, of documents, of the past, of data, of plans, of hearsay. */
import { instantAt } from '../../../model/instant.ts';
import { isLongGone } from './long-gone.ts';
import type { RoleRule, Scene } from './scene.ts';
import { DEED, ORDER } from './words.ts';

/** A quoted message over a line of dashes, or a line that begins with a quotation mark of a reply. */
export const quoted: RoleRule = {
  id: 'role/quoted',
  role({ text, phrase }) {
    const rule = text.indexOf('\n- - - -');
    if (rule > phrase.start && /^[「"“]/u.test(text.trimStart())) return 'other';
    return null;
  },
};

const DOCUMENT_LEFT = /(?:发文|下发|印发|成文|落款|签发|发布|制表|填表|打印|文件|通知)(?:日期|时间)[为是:]?\s?$|(?:印发|下发|发布)于\s?$/u;
const DOCUMENT_RIGHT = /^(?:印发|下发的?|发布的?|发文|签发|出台的?|颁布)/u;

/** 重阳节之前……算了: begun and left. */
export const broken: RoleRule = {
  id: 'role/broken-off',
  role({ text, phrase }) {
    return phrase.edge !== null && /^(?:…|\.{3}|。{3})/u.test(text.slice(phrase.end, phrase.end + 3)) ? 'other' : null;
  },
};

export const document: RoleRule = {
  id: 'role/document-date',
  role({ phrase, left, right, text }) {
    const { slots } = phrase;
    if (slots.day === null || phrase.edge !== null) return null;
    if (DOCUMENT_LEFT.test(left) || DOCUMENT_RIGHT.test(right)) return 'document';
    const isWhole = slots.day.form === 'date' && slots.day.fixed && slots.clock === null;
    return isWhole && isLine(text, phrase.start, phrase.end) ? 'document' : null;
  },
};

/** A line by itself: the date under a notice. */
function isLine(text: string, start: number, end: number): boolean {
  return (
    /(?:^|\n)[ ]{0,8}$/u.test(text.slice(Math.max(0, start - 9), start)) &&
    (start <= 8 || text.slice(start - 9, start).includes('\n')) &&
    /^[ 。]{0,4}(?:\n|$)/u.test(text.slice(end, end + 5))
  );
}

/** The year, the day or the words say that it is gone. */
export const gone: RoleRule = {
  id: 'role/past',
  role(scene) {
    const { phrase, right, clauseRight, clauseLeft } = scene;
    if (phrase.edge === 'gone') return 'past';
    if (phrase.slots.duration?.edge === 'before') return 'past';
    if (isBehind(scene) || isGoneToday(scene) || isOfMinutes(scene)) return 'past';
    if (phrase.edge === 'from' && phrase.from === null) return null;
    if (
      /^(?:就|便|均|都|全部)?已(?:经)?(?!报名的?请)/u.test(right) ||
      /(?:此前|之前|原先|截至目前|曾|上次|前期)[^,]{0,6}$/u.test(clauseLeft)
    )
      return 'past';
    if (
      /(?:根据|按照|依据|遵照|落实|按|贯彻|结合)[^,。]{0,8}$/u.test(clauseLeft) &&
      /^[^,。]{0,14}(?:会议|通知|文件|要求|部署|精神|批示|反馈|督查|讲话|调度)/u.test(right) &&
      phrase.edge === null
    )
      return 'past';
    if (
      phrase.edge === null &&
      /^(?:召开|开|印发|下发|发|举行|进行|报|交|来|去|组织|到)?的(?!时候|话|同志|村|单位|请|人)[^,]{0,14}(?:会|通知|文件|培训|照片|数据|表|方案|要求|检查)/u.test(
        clauseRight,
      ) &&
      /^(?:召开|开|印发|下发|发|举行)的/u.test(clauseRight)
    )
      return isSoonAhead(scene) ? null : 'past';
    if (phrase.edge === 'before' && /^按照?$/u.test(clauseLeft) && /^[^,。]{0,4}的(?:要求|部署|规定|时限)/u.test(clauseRight))
      return 'past';
    return isReported(scene) ? 'past' : null;
  },
};

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

/** 1-10月累计, 截至9月30日全镇共: of data. */
const DATA_RIGHT =
  /^[^,。;]{0,2}(?:[,:])?(?:底数)?[^,。;]{0,10}(?:累计|共|合计|同比|环比|增长|下降|完成率|降雨|发生|实现|达到?|存量|余额|台账数|降水|的?数据|完成情况|报表|总结|小结|工资|补贴|电费|水费|情况|收支|账目?|成绩|排名|通报|考核)/u;

/** 25日的培训取消, “周五前交”是老通知: called off. */
export const cancelled: RoleRule = {
  id: 'role/cancelled',
  role({ phrase, clauseRight }) {
    const isOff = /^[^,。]{0,14}(?:取消|作废|停办|不开|不搞|不办)(?:了|掉)?[)）”"]?$/u.test(clauseRight) && phrase.edge === null;
    return isOff ||
      /^[^,。]{0,8}(?:是)?(?:老|旧|上次的|以前的)通知/u.test(clauseRight) ||
      /^[^,。]{0,10}(?:作废|不算数|不作数)/u.test(clauseRight)
      ? 'old'
      : null;
  },
};

export const data: RoleRule = {
  id: 'role/period-of-data',
  role(scene) {
    const { phrase, left, right, frame, ahead } = scene;
    const { stretch } = phrase.slots;
    if (/(?:截至|截止到?)\s?$/u.test(left) && (ahead === null || phrase.edge === null) && isDone(scene)) return 'period';
    if (/(?:截至|截止到?)\s?$/u.test(left) && isLongGone(scene)) return 'period';
    if (phrase.slots.repeat !== null) return null;
    if (stretch === null || phrase.edge === 'within' || phrase.edge === 'before' || phrase.edge === 'until') return null;
    if (stretch.last < frame.today || DATA_RIGHT.test(right)) return 'period';
    return isTask(scene) ? null : 'period';
  },
};

function isDone({ right, frame, phrase, ahead }: Scene): boolean {
  const isToday = ahead !== null && ahead.value.day <= frame.today;
  return (
    (isToday && !/^(?:前|报名|截止)/u.test(right) && !/下班|报名/u.test(right.slice(0, 6)) && phrase.slots.clock === null) ||
    /^[^,。]{0,2}[,]?[^,。]{0,8}(?:累计|共|已|全[镇县村市区]|仍|还有|尚)/u.test(right)
  );
}

/** A whole period asks for something only where an order or a deed follows at once: 本周完成, 10月份务必报. */
function isTask({ phrase, right, clauseLeft }: Scene): boolean {
  const next = right.replace(/^[,\s]*(?:务必|必须|要|一定|请|全部|就|得|须|需)?/u, '');
  const unit = phrase.slots.stretch?.unit;
  const isNear =
    unit === 'week' ||
    unit === 'quarter' ||
    (unit === 'half' && !/\d/u.test(phrase.steps.join(''))) ||
    (unit === 'month' && phrase.slots.stretch?.fixed === true);
  const hasOrder = ORDER.test(right.slice(0, 6)) || ORDER.test(clauseLeft.slice(-6));
  const deed = DEED.exec(next);
  return (
    deed !== null &&
    deed.index === 0 &&
    (isNear || hasOrder) &&
    !/^[^,。]{1,4}(?:情况|的|工作$|数|投资|产值|税收)|^[^,。]{0,6}\d[\d.]*(?:亿|万|%)/u.test(next)
  );
}
