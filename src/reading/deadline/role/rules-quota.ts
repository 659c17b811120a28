/** 本月底要达到60%, 周五进度要到七成: a share that must be reached by a day is asked for like a deed. */
import type { RoleRule } from './scene.ts';

const SHARE = /(?:\d%|成(?:$|[,。以左])|过半|一半|百分之|全覆盖|清零)/;
/** `得有`, `要到`, `不得低于`, and what it is that must. */
const MUST_REACH =
  /^[^,。!?]{0,10}?(?:必须|务必|要(?!求|是)|须|得(?=有|到|达|超|过|在|保)|不得|不能|不可|不准|应当?|确保)[^,。]{0,4}(?:达到?|突破|超过?|过半|到|有|提(?:高|升)?[到至]|升[到至]|冲[到过]|低于|少于|高于|降[到至]|压[到至降]|控制在|保持在|掉)[^,。]{0,8}/;

export const quota: RoleRule = {
  id: 'role/quota',
  hint: '%成半零百盖',
  role({ phrase, right, ahead, frame }) {
    if (phrase.edge !== null || phrase.from !== null || phrase.slots.repeat !== null || phrase.slots.stretch !== null) return null;
    const reached = MUST_REACH.exec(right)?.[0];
    if (reached === undefined || ahead === null || ahead.value.day < frame.today) return null;
    return SHARE.test(right.slice(0, reached.length + 1)) ? 'deadline' : null;
  },
};
