/** How it was in other years, terms and times (去年是12月底前交的, 往年都是腊月二十前发年货) asks for nothing now. */
import type { RoleRule, Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';

export const otherYears: RoleRule = {
  id: 'role/other-years',
  hint: '年历以从早去期季次回届任时会',
  role: (scene) => (scene.clauseLeft !== '' && isOfOtherYears(scene) ? 'past' : null),
};

const OTHER_YEARS =
  /(?:去年|前年|往年|历年|早年|以前|从前|早先|过去|那年|上(?:个)?(?:学期|学年|季度|半年)|上一?[次回届任]|以往|当年|当时|那时候?|那会儿?|头一[回次]|前些年)(?!(?:没|未|漏|欠))[^,。;!?]{0,10}$/;
const IT_WAS = /(?:都|也|就)?(?:不是|是|在|都|赶在)(?:第[^,。]{1,3})?$/;

/** 去年咱报的是11月底前完工. */
const WAS_SAID = /(?:报|说|讲|定|写|要求|通知)的(?:是|在)?$|的?(?:规定|要求|做法|规矩)(?:就)?是$/;
/** 12月底前交的, 15号前发的奖金. */
const CLEFT = /^[^,。要请须]{1,8}(?:[过完]|的[^,。]{0,4})(?:吗|呢|吧|嘛|啊|呀)?$/;

function isOfOtherYears({ left, clauseLeft, clauseRight, rest, phrase }: Scene): boolean {
  if (phrase.slots.day?.fixed === true && phrase.slots.day.form === 'offset') return false;
  if (!OTHER_YEARS.test(clauseLeft) || ADDRESSED.test(left) || ADDRESSED.test(rest)) return false;
  if (/今年|这[次回]|现在/.test(clauseLeft)) return false;
  if (/^才/.test(clauseRight) || WAS_SAID.test(clauseLeft)) return true;
  const isCleft = CLEFT.test(clauseRight);
  return (IT_WAS.test(clauseLeft) && (isCleft || /(?:都|不)是$/.test(clauseLeft))) || (isCleft && /^就/.test(clauseRight));
}
