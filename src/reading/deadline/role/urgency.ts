/** How soon the words want it, apart from any time. */
import type { Urgency } from '../../../model/deadline.ts';

/** 马上 before these says that something is near, not that it is to be done. */
const NEARS =
  '就?(?:要(?!$|[,。!]|数|结果|材料|表|报|名单)|到(?![位岗场])|是|快|好(?:了|$)|完(?:了|事)|开始|开会|结束|下班|上班|放学|放[寒暑]?假|来临|过[年节]|国庆|春节|中秋|元旦|端午|清明|五一|十一|入|下雨|降|[\\d一二三四五六七八九十]{1,2}[点月号])';
/** 不用马上交, 没立即处理: said before the word. */
const NOT = /(?:不用|不必|无需|不需|不要|不能|不是|并非|没有?|未能?|别|莫)$/;
/** 两会马上开, 督察马上来: what comes by itself and soon is what the haste is for. */
const OCCASION =
  /(?:会|节|汛期|[检督巡]查组?|督察组?|巡察组?|考核组?|验收组?|评估组?|调研组?|领导|客人|高峰|[高中]考|大考|换届|选举|普查|开学|农忙|双抢)(?:就|也|又)?$/;
const COMES = /^马上(?:就|要|又)*(?:(?:下|过|上)?来了?|开|到了?|考|进[村校镇县]?|[查验检]了?)(?=$|[,。;!])/;
/** 速报, 请速来; 高速回家, 加速办 are others. */
const SWIFTLY =
  '速(?:速|(?<=(?:^|[^一-龥]|请|望|盼|务|须|后|并|到|家|位|组|村|办|室|队|站|所|校|火|函|件|单|长|员|委|记|任)速)(?:回|报|交|办|发|来|去|查|转|填|送|传|核|补|改|到|赴|派|撤)|(?<=(?:请|望|盼|家|[^一-龥])速)与)';
const IMMEDIATE = new RegExp(
  `立[即刻]|即刻|第一时间|马上(?!${NEARS})|(?<=^|[,。;!:\\s]|请)马上到[^,。]{0,8}(?:室|楼|厅|村部|现场|门口|集合)|火速|十万火急|${SWIFTLY}`,
  'g',
);
const SOON = /尽[快早速]|抓紧|赶[紧快]|从速|抓点紧|越快越好/g;

/** 请督查组马上来: they are asked to. */
const BIDDEN = /[请叫让催喊各]/;
/** How far back it is told what the haste is of. */
const BEFORE = 5;

export function urgencyOf(text: string): Urgency {
  if (isSaid(IMMEDIATE, text)) return 'immediate';
  return isSaid(SOON, text) ? 'soon' : 'none';
}

function isSaid(words: RegExp, text: string): boolean {
  words.lastIndex = 0;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    const before = text.slice(Math.max(0, match.index - BEFORE), match.index);
    if (!NOT.test(before) && !(OCCASION.test(before) && !BIDDEN.test(before) && COMES.test(text.slice(match.index)))) return true;
  }
  return false;
}
