/** Whether what is moved or called off is a gathering. */
import type { ChangeKind } from '../../model/reading.ts';

/** The gathering itself is moved or called off: "今晚的会改到8点", "培训先不开了", "下午的例会在二楼". */
const MOVES_GATHERING =
  /(?:(?:^|[,。;:!?\s的个场次]|[例晨早晚午协度署议谈评讨论联席进头析摩频训验备务洽证彰展座]|动员)会|会议|(?<!在)(?:培训|演练)|座谈|宣讲|党课|讲座|碰个?头)[,]?(?:的?(?:时间|地点|地方|日子))?(?:就|还是|仍|先|再|又|都|也|照|往|不|没|集中|现场|统一|线下){0,3}(?:改|推|挪|提前|顺?延|放到|取消|开(?=了|[,。;!]|$|不成)|移|换|搬|恢复|[别甭莫][来去跑](?=[了啊哈,。;!]|$)|[前后][拖挪推放错移延]|没了|黄了|泡汤|有了|在[今明后下周])/u;

/** "会不开了,走访还是9点半": where a time is moved, it isn't that of the gathering that is off. */
export function isOfGathering(words: string, change: ChangeKind): boolean {
  const bare = words.replaceAll(AT_A_MEETING, '');
  if (PAPER_FIRST.test(bare) || (change === 'cancel' && PAPER_OFF.test(bare))) return false;
  const [said] = MOVES_GATHERING.exec(bare) ?? [];
  if (change === 'cancel' && CALLED_GATHERING.test(bare)) return true;
  return said !== undefined && (change === 'cancel' || !OFF_GATHERING.test(said) || MOVED_INSTEAD.test(bare));
}

/** "那个清单不用赶早上了,联席会改时间,…给他就行": a paper comes first, and the gathering is why. */
const PAPER_FIRST =
  /^[^,。;:!?]{0,12}(?:表|清单|名单|单子|材料|台账|报告|总结|方案|数据?)(?![^,。;:!?]{0,3}会)[^,。;:!?]{0,4}(?:不用|不急|改|推|延|缓|提前|放|晚)[^。;!?]{0,40}[交报送发给]/u;

/** "省里的会不开了,“两高”清单都别做了": for a gathering of others, and the paper is what was asked. */
const PAPER_OFF =
  /(?:[省市县区州]里?|上[面头级]|部里)的[^,。;!?]{0,6}会[^,。;!?]{0,4}(?:不开|取消)了?,[^。;!?]{0,12}(?:表|清单|名单|单子|材料|台账|报告|总结|方案|稿子?|数据?)[^,。;!?]{0,8}(?:别|不用?|不必)再?[做报交填写弄搞准]/u;

/** "高龄认证延到下周一,开会的书记散了会再看手机": who sits in a meeting, or when it is over. */
const AT_A_MEETING = /(?:在|正)?开会的|散了?会(?:后|再|以后)?|会上(?:刚|才)?(?:说|定|讲)[了的]?/gu;

/** "下午的会不开了…改明天下午3点": nothing else is named that the new time were of. */
const MOVED_INSTEAD = /[,。;!]\s?改(?:到|在|成|为)?(?:今|明|后|下[周个午]|周|\d)/u;

/** "明天下午那个会书记要去县里,不开了". */
const CALLED_GATHERING = /(?:[那这]个|的)(?:会|会议|例会|培训|演练)[^。;!?]{0,20}(?:不[开去来搞]了|取消|另定|另行通知|改期|延期)/u;

const OFF_GATHERING = /取消|停|不开|没开|黄|泡汤|[没免了]了?$/u;

/** Any word of one. */
export function isAboutMeeting(bare: string): boolean {
  return MEETING.test(bare);
}

const MEETING = /[例会议]会|开会|会议|[\u4e00-\u9fff]会(?:改|推|挪|取消|不开|时间|地点)|培训|演练/u;
