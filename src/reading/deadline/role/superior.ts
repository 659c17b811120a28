/** Second look: who passes an order on and sets an earlier time of his own (县里10号要,咱们8号前报我) asks for his own alone. */
import type { Told } from './tell.ts';

/** How far apart the two may stand. */
const FARTHEST = 200;
const SUPERIOR =
  /(?:[省市县区州]|上级|上面|上头)(?:里|局|委|办|政府|指挥部|防指|残联)?[^,。;:]{0,6}(?:要求|规定|让|要|限|说|催)[^。;]{0,12}$|【?转[^。]{0,40}$|于\s?$/;
const UPWARD = /^[^。;\n]{0,16}(?:报|送|报送|上报)(?:至|到)?(?:[省市县区州]|上级)|^要/;
/** 县委明天要汇报稿,今晚九点定稿. */
const SUBJECT = /(?:[省市县区州](?:里|局|委|办|厅|政府)|上级|上面|上头)$/;
const WANTS = /^前?(?:就|得)?(?:要(?!求)|收|调|催)/;
const OWN =
  /,(?:我们|咱们?)[^,。]{0,4}$|大家|留(?:出|有|点|足)?[^,。]{0,8}(?:时间|天)|不等|提前|加压|[咱我]们?(?:[镇乡县]|街道|局|这)?[^,。]{0,8}(?:[,:]|要|留|自己|得|请)|以[镇乡县街][^,。]{0,4}为准|镇[里上]|街道[里要]|各[村社校组站][^,。]{0,4}注意/;

export function dropSuperiors(told: readonly Told[], text: string): readonly Told[] {
  if (told.filter(({ role }) => role === 'deadline').length < 2) return told;
  return told.map((each, index) => (isOfSuperior(told, index, text) ? { ...each, role: 'other' as const, rule: 'role/superiors' } : each));
}

/** 10:00前报人数,保健老师下午要上传: what becomes of it afterwards, by others, tells why. */
const HANDLER = /(?:^|[,。;])(?!各)[^,。;你您]{0,6}(?:老师|医生|会计|文书|[一-龥]员|主任|[省市县区镇乡]里|教委)$/;
const HANDLES = /^(?:就|还)?(?:要|得|会)(?:统一|集中|再)?(?:上传|汇总|上报|导出|统计|打包|往上报|报上去|交上去|报[省市县区])/;

/** 周四前给我,周五要公示. */
const GOES_ON = /^(?:就|还)?要(?:公示|上会|研究|开会|用)/;
/** 今晚补一下,明天一早组织部来收. */
const FETCHED = /^[^,。;你您我俺]{2,6}(?:要|会)?来(?:收|拿|取|查|看|抽|翻)(?=$|[,。;!])/;

function isOfColleague(told: readonly Told[], index: number, text: string): boolean {
  const each = told[index] as Told;
  if (each.rule !== 'role/verb' || each.phrase.edge !== null) return false;
  const before = text.slice(Math.max(0, each.phrase.start - 12), each.phrase.start);
  const after = text.slice(each.phrase.end, each.phrase.end + 12);
  const isTheirs = (HANDLES.test(after) && HANDLER.test(before)) || (/[,;]$/.test(before) && (GOES_ON.test(after) || FETCHED.test(after)));
  if (!isTheirs) return false;
  const at = each.resolved?.value.at ?? 0;
  return told
    .slice(0, index)
    .some(({ role, resolved, phrase }) => role === 'deadline' && (phrase.slots.repeat !== null || (resolved?.value.at ?? at) <= at));
}

function isOfSuperior(told: readonly Told[], index: number, text: string): boolean {
  const each = told[index];
  if (each?.role !== 'deadline' || each.resolved === null || each.phrase.slots.repeat !== null) return false;
  const before = text.slice(Math.max(0, each.phrase.start - 6), each.phrase.start);
  if (isOfColleague(told, index, text)) return true;
  const wants = SUBJECT.test(before) && WANTS.test(text.slice(each.phrase.end, each.phrase.end + 3));
  if (index > 0 && /(?:[省市县区]里|上级|上面)$/.test(before) && /^要/.test(text.slice(each.phrase.end, each.phrase.end + 2))) return true;
  const next = told.slice(index + 1).find(({ role, phrase }) => role === 'deadline' && phrase.slots.repeat === null);
  if (next?.resolved == null || next.phrase.start - each.phrase.end > FARTHEST) return false;
  if (next.resolved.value.at >= each.resolved.value.at) return false;
  const left = text.slice(Math.max(0, each.phrase.start - FARTHEST), each.phrase.start);
  const between = text.slice(each.phrase.end, next.phrase.start);
  return wants || ((SUPERIOR.test(left.split(/[。;\n]/).at(-1) ?? '') || /转/.test(left) || UPWARD.test(between)) && OWN.test(between));
}
