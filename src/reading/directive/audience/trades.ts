/** Firms: their names, and who speaks for them. */
import type { Person } from '../../../model/organisation.ts';

/** What firms do, as their names say it behind their own: 恒润新材料, 宏泰铸造, 康瑞药业. */
export const TRADES =
  '物业|航运|船务|海运|运输|物流|仓储|快递|配送|供应链|港务|水务|建材|建设|工程|环保|化工|化纤|机械|重工|精工|精密|铸造|锻造|冶炼|钢铁|铝业|铜业|矿业|水泥|玻璃|陶瓷|电子|电器|电气|光电|光伏|照明|电池|储能|能源|半导体|新?材料|塑业|塑胶|橡胶|包装|印刷|印染|纸业|纺织|服饰|服装|制衣|鞋业|家具|木业|玩具|汽配|药业|制药|医药|器械|生物|食品|饲料|饲草|养殖|种植|种业|农业|牧业|渔业|乳业|米业|油脂|粮油|茶业|酒业|盐业|糖业|科技|智能|软件|传媒|商贸|贸易|实业|置业|集团';

/** What matters and works end in, too: 饮水工程, 城市建设. */
const ANY_MATTER = /(?:工程|建设|农业|智能)$/u;
const NAMED_FIRM = new RegExp(`^[\\u4e00-\\u9fff]{2,4}(?:${TRADES})$`, 'u');

/** By its name alone. */
export function isFirm(area: string): boolean {
  return NAMED_FIRM.test(area) && !ANY_MATTER.test(area);
}

const FIRM_POST =
  /(?:公司|集团|厂|合作社|(?:采石|砂石|石料|矿|养殖|加工|料)场)[^,、]{0,4}(?:经理|董事|理事|厂长|场长|部长|科长|负责人|总监|安全员|主管|联络员|专员|专管员|人事|文员|会计|行政|调度员)|企业[^,、]{0,4}(?:经理|董事|理事|厂长|负责人|总监|安全员|主管)/u;

/** Heads a firm or a cooperative, or speaks for it. */
export function isOfFirm({ title }: Person): boolean {
  return FIRM_POST.test(title);
}
