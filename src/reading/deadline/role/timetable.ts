/** Timetables: 校车第一趟6:50发车,第二趟7:25; 班车十点一刻从桥头发,下午的两点四十. */
import type { Scene } from './scene.ts';

const VEHICLE = /(?:[班客公火校渡快游中大专]|接驳|摆渡|旅游|通勤|接送)[车船巴]|公交|高铁|动车|轮渡|航班|飞机|缆车|地铁/;
const LEAVES = /^(?:就|准时|准点)?(?:[从由在打][^,。]{1,8})?(?:发车?|开车?|开出|出发|走|过|始发|到站|返程)(?=$|[,。])/;
/** Which run it is: 第二趟, 末班, 回来那趟. */
const RUN_LEFT =
  /(?:[头首末早晚][一]?[班趟]|第[一二三四五六七八九十\d]{1,2}[班趟]|[那这下上]一?[班趟]|(?:上午|下午|早上|晚上|返程|回程|回来)的?)[车船]?(?:是|在|为)?$/;
const RUN_WITHIN = /^(?:上午|下午|早上|晚上)的/;

export function isTimetable(scene: Scene): boolean {
  const { phrase, left, rest } = scene;
  if (phrase.edge !== null || phrase.slots.clock === null || phrase.slots.repeat !== null) return false;
  return VEHICLE.test(left + rest) && isOfRun(scene);
}

function isOfRun({ text, phrase, left, clauseLeft, clauseRight }: Scene): boolean {
  if (LEAVES.test(clauseRight) && VEHICLE.test(left)) return true;
  return clauseRight === '' && (RUN_LEFT.test(clauseLeft) || RUN_WITHIN.test(text.slice(phrase.start, phrase.end)));
}
