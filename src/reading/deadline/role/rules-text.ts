/** Times that belong to other texts than the order: quoted, broken off, called off, the date of a document. */
import type { RoleRule } from './scene.ts';
import { isThreat } from './threat.ts';

/** A quoted message over a line of dashes, or a line that begins with a quotation mark of a reply. */
export const quoted: RoleRule = {
  id: 'role/quoted',
  hint: '-',
  role({ text, phrase }) {
    const rule = text.indexOf('\n- - - -');
    if (rule > phrase.start && /^[「"“]/.test(text.trimStart())) return 'other';
    return null;
  },
};

const DOCUMENT_LEFT =
  /(?:发文|下发|印发|成文|落款|签发|发布|制表|填表|打印|文件|通知)(?:日期|时间)[为是:]?\s?$|(?:落款|文号|发文)(?:上)?(?:为|是|写着|写的是|:)\s?$|(?:印发|下发|发布)于\s?$/;
const DOCUMENT_RIGHT = /^(?:印发|下发的?|发布的?|发文|签发|出台的?|颁布)/;

/** 重阳节之前……算了: begun and left. */
export const broken: RoleRule = {
  id: 'role/broken-off',
  hint: '….。',
  role({ text, phrase }) {
    return phrase.edge !== null && /^(?:…|\.{3}|。{3})/.test(text.slice(phrase.end, phrase.end + 3)) ? 'other' : null;
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
    /(?:^|\n)[ ]{0,8}$/.test(text.slice(Math.max(0, start - 9), start)) &&
    (start <= 8 || text.slice(start - 9, start).includes('\n')) &&
    /^[ 。]{0,4}(?:\n|$)/.test(text.slice(end, end + 5))
  );
}

/** (原5月25日), (原通知误写为9月31日). */
const FORMER_LEFT =
  /(?:不用|不必|不|别|[唔冇]使)(?:再)?赶(?:在|着)?\s?$|[(（,]原(?:定|来|为|是|计划)?\s?$|(?:误写|误发|误|错写|错发|写错)(?:为|成)\s?$/;
/** 撤销7月20日前报送统计的要求. */
const REVOKED_LEFT = /(?:撤[销回]|取消|废止|收回|不再执行)[^,。]{0,6}$/;
const REVOKED_RIGHT = /的(?:要求|规定|通知|安排|任务|时限|期限)(?=$|[,。])/;
/** 12月1日不收, 二十号交是老黄历, 16:00太赶了. */
const NOT_NOW =
  /^(?:[交报发收]?(?:那个时间)?(?:是|都是)?(?:老黄历|上一?轮|上次|旧的|老的)|不[收交报]了?$|太[赶紧急晚迟]|[来赶]不及|赶不上)/;

/** 昨天说的明天交,作废. */
const OFF_AFTER = /^[交报][,](?:这个|那个|现)?(?:作废|取消|不算)/;

/** 原来说的24号你们就当没听见. */
const UNSAID = /^[^,。]{0,8}当(?:我|作|做)?没(?:听见|听到|说|看见|看到|这回事|有)/;

/** 25日的培训取消, “周五前交”是老通知: called off. */
export const cancelled: RoleRule = {
  id: 'role/cancelled',
  hint: '销止收不来赶忽原误错消废停不通划笔老旧上太没撤',
  role(scene) {
    const { phrase, clauseLeft, clauseRight } = scene;
    if (FORMER_LEFT.test(clauseLeft) || (REVOKED_LEFT.test(clauseLeft) && REVOKED_RIGHT.test(clauseRight))) return 'old';
    if (isThreat(scene)) return null;
    const isOff = /^[^,。]{0,14}(?:取消|作废|停办|不开|不搞|不办)(?:了|掉)?[)）”"]?$/.test(clauseRight) && phrase.edge === null;
    return isOff ||
      (phrase.edge === null && OFF_AFTER.test(scene.right)) ||
      UNSAID.test(clauseRight) ||
      /^[^,。]{0,8}(?:是)?(?:老|旧|上次的|以前的)通知/.test(clauseRight) ||
      (/^[^,。]{0,10}(?:作废|(?:请|可)?忽略(?=$|[,。])|不算数?(?=$|[,了的])|不作数|不再(?:执行|有效|作数)|划掉|系?笔误|误写)/.test(
        clauseRight,
      ) &&
        phrase.edge !== 'after') ||
      (phrase.edge === null && NOT_NOW.test(clauseRight))
      ? 'old'
      : null;
  },
};
