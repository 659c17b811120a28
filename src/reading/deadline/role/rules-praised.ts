/** What somebody is thanked or praised for is done. */
import { DEED } from '../words.ts';
import { isOrdered } from './rules-told.ts';
import type { RoleRule, Scene } from './scene.ts';

/** 感谢王主任,雨那么大还半小时内就赶到现场; 三天内办好了,点赞. */
export const praised: RoleRule = {
  id: 'role/praised',
  hint: '谢扬赞辛样值真服佩态快',
  role(scene) {
    const { duration } = scene.phrase.slots;
    if (duration?.edge !== 'within' && scene.phrase.edge !== 'before' && scene.phrase.edge !== 'within') return null;
    return isThanked(scene) && !scene.clauseRight.startsWith('的') && !isImperative(scene) && !isOrdered(scene) ? 'past' : null;
  },
};

/** Thanks for 配合, and for what is still to come, are others. */
const THANKED_LEFT = /(?:感谢|谢谢|多谢|表扬|点赞|辛苦)(?![^,。]{0,6}(?:配合|支持|理解|提醒|关心))[^,。]{1,8}[,]/;
const ADMIRED = /点赞|好样的|值得(?:肯定|学习|表扬)|真[快好行棒](?!的)|快得很|服气|佩服|态度[^,。]{0,3}好|提出表扬/;

function isThanked({ left, rest, clauseLeft }: Scene): boolean {
  return ADMIRED.test(left) || ADMIRED.test(rest) || (THANKED_LEFT.test(left) && !/[没未][^,。]{0,4}的?$/.test(clauseLeft));
}

/** 点赞的同时别忘了:周四前交笔记. */
function isImperative({ clauseRight }: Scene): boolean {
  return DEED.exec(clauseRight)?.index === 0 && !/[了过]/.test(clauseRight);
}
