/** Second look: what closes on a day is only the frame where the same sentence asks for the thing by an earlier one: 25号封账,发票24号前给. */
import { DEED } from '../words.ts';
import type { Told } from './tell.ts';

/** How far apart the two may stand. */
const FARTHEST = 30;
const SENTENCE_END = /[。!?;\n]/;
/** What is done to the whole on that day, by whoever keeps it. */
const CLOSES =
  /^[^,。;]{0,8}(?:封[账盘网库存]|[关锁闭][账网库机闭门馆]|关(?:系统|平台|通道)|关闭|锁[表定]|结[账算]|盘[点库存货]|对账|开标|开评|截止|收[网口官]|上会|公示|归档|验收|检查|关$|[锁封停](?=,))/;
/** 19日入户核查,18日前把名单打印好: what one gets ready for. */
const OCCASION =
  /^(?:集中|统一|上门|现场|入户|到村|逐户)?[^,。;交报送填]{0,4}(?:清运|拉运|核查|复核|抽查|督查|回头看|评审|评议|测评|过磅|装车|会商|查验|点验|核验|慰问|走访)(?=[,])/;
const GATE = /[封关锁闭结盘账标截检验收归公清拉核查看评过装会点慰走]/;

export function dropFrames(told: readonly Told[], text: string): readonly Told[] {
  if (told.length < 2 || !GATE.test(text)) return told;
  return told.map((each, index) =>
    isFrame(each, told[index + 1], text) || isClosedAfter(told[index - 1], each, text)
      ? { ...each, role: 'event' as const, rule: 'role/frame' }
      : each,
  );
}

/** 下午3:30之前改完,系统四点锁: when it is too late, told after the limit. */
const KEEPER = /[,。;](?:系统|平台|通道|端口|入口|窗口|链接|数据库|网)$/;
const SHUTS = /^(?:就|会|将|准时|自动|要)?(?:锁|关|封|停|截止|关闭|锁[定库死表]|封[库网账]|停用|下线)了?(?=$|[,。;!])/;

function isClosedAfter(limit: Told | undefined, { phrase, role, resolved }: Told, text: string): boolean {
  if (limit?.role !== 'deadline' || limit.phrase.edge === null || limit.resolved === null || limit.phrase.slots.repeat !== null)
    return false;
  if (role !== 'deadline' || phrase.edge !== null || resolved === null || resolved.value.at < limit.resolved.value.at) return false;
  const gap = text.slice(limit.phrase.end, phrase.start);
  return gap.length <= FARTHEST && KEEPER.test(gap) && SHUTS.test(text.slice(phrase.end, phrase.end + 6)) && DEED.test(gap);
}

function isFrame({ phrase, role, resolved }: Told, next: Told | undefined, text: string): boolean {
  if (role !== 'deadline' || phrase.edge !== null || phrase.from !== null || phrase.slots.repeat !== null || resolved === null)
    return false;
  if (next?.role !== 'deadline' || next.resolved === null || next.phrase.slots.repeat !== null) return false;
  const gap = text.slice(phrase.end, next.phrase.start);
  if (gap.length > FARTHEST || SENTENCE_END.test(gap) || !gap.includes(',')) return false;
  if (!CLOSES.test(gap) && !(OCCASION.test(gap) && next.resolved.value.at < resolved.value.at)) return false;
  return next.resolved.value.at <= resolved.value.at && DEED.test(text.slice(phrase.end, next.phrase.end + 16));
}
