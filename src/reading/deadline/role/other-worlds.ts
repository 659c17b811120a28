/** A veto: what was so in a life long past, or is so in a tale: 我刚入厂那会儿,八点前打卡; 剧里要求三天内破案. */
import type { RoleRule } from './scene.ts';
import { ADDRESSED } from './speaker.ts';

const LONG_AGO = /那会儿|那辈(?:人|子)?|那阵子?|小时候(?!的)|年轻(?:时|那)|(?:当兵|读书|上学|打工|入伍)(?:时(?!间)|那)|古人|古时候|旧社会/;
const TALE = /(?:[电连]?[视续]?剧|小说|电影|游戏|故事|片子|童话|神话|武侠)里(?!的|面?的)/;

export const otherWorlds: RoleRule = {
  id: 'role/other-worlds',
  role({ left, rest, clauseRight }) {
    const role = LONG_AGO.test(left) ? 'past' : TALE.test(left) ? 'other' : null;
    return role === null || ADDRESSED.test(left) || ADDRESSED.test(rest) || /^[把将]/.test(clauseRight) ? null : role;
  },
};
