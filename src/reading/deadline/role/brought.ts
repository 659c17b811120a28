/** A veto: what others brought today is told as done, without 了: 家属今天送来锦旗, 群众今早送来两筐李子. */
import { ORDER } from '../words.ts';
import type { RoleRule, Scene } from './scene.ts';

const BRINGS = /^(?<who>[^,。;]{0,6}?)(?:又|还|专门|特意|专程)?[送寄捎提捐拿端抱赠发]来(?<what>[^,。;]{1,14})/;
/** What nobody is asked for. */
const THANKS = /锦旗|感谢信|表扬信|慰问信|贺[信电]|牌匾|花篮|鲜花|喜糖/;
const COUNTED = /^[一两二三四五六七八九十几半\d]/;
/** People who give and take no orders here. */
const GIVER =
  /(?:家属|群众|居民|村民|乡亲|老乡|市民|住户|业主|失主|机主|车主|患者|病人|家长|老人|儿子|女儿|亲属|企业|公司|商会|老板|校友|乡贤|爱心人士|兄弟单位|[他她]们?)$/;

function isToday({ ahead, frame }: Scene): boolean {
  return ahead !== null && ahead.value.day === frame.today;
}

export const brought: RoleRule = {
  id: 'role/brought',
  role(scene) {
    const { phrase, clauseLeft, clauseRight } = scene;
    if (phrase.edge !== null || phrase.slots.clock !== null || !isToday(scene)) return null;
    const { who = '', what = '' } = BRINGS.exec(clauseRight)?.groups ?? {};
    if (what === '' || ORDER.test(clauseLeft + who) || /[把将各]/.test(clauseLeft + who)) return null;
    return THANKS.test(what) || (COUNTED.test(what) && GIVER.test(clauseLeft + who)) ? 'past' : null;
  },
};
