/** How an area is called: by its name, without its suffix, by a school's short name. */

import { BODY_OR_SCHOOL_END, TOWN_FIRST } from '../../../model/seats.ts';

const AREA_SUFFIX =
  /(?:村|社区|小区|居委会|居|街道|街|路|大道|镇|民族乡|乡|苏木|嘎查|农场|林场|牧场|管理区|作业区|片区|工区|分场|生产队|(?<!执法|施工|工程|消防|救援|巡逻|志愿|工作|服务|车|突击|[大中支分小])队|监管所|管护站|管理站|养护站|站|[分支]局|污水厂|水库|渡口|所|中心小学|中心校|小学|中学|完小|学校|幼儿园|教学点|卫生院|公司|集团|合作社|养殖场|加工厂|[\u4e00-\u9fff]厂|厂|冷库|粮库|粮站|灌区|冷链|仓库|物流|码头|市场|商场|超市|酒店|宾馆|医院|(?:煤|萤石|钨|铁|金|铜|铅锌|磷|锰|锡|镍|钼|石灰石|石膏|稀土|铝土)?矿|采[石砂]场|砂石场|工地|大厦|科技园|产业园|工业园|工业区|创业园|物流园|园区|标段|项目部)$/u;

/** What stands above villages, where a county speaks to both. */
export const TOWN = /[镇乡]$|街道$|苏木$/u;

const IN_TOWN = new RegExp(`${TOWN_FIRST.source}(?<body>[\\u4e00-\\u9fff]*${BODY_OR_SCHOOL_END})$`, 'u');

/** What a town has beside its villages: 卫生院 of 鹭溪镇卫生院. */
export function bodyOf(area: string): string | undefined {
  return IN_TOWN.exec(area)?.groups?.['body'];
}

/** Between a town and its villages: 北洼管区. */
export const ZONE = /(?:管区|片区?)$/u;

export function areaStem(area: string): string {
  return area.replace(AREA_SUFFIX, '');
}

/** What it says that it is: 黑桦林场 is a 林场. */
export function endingOf(area: string): string {
  return AREA_SUFFIX.exec(area)?.[0] ?? '';
}

/** 南渡村 as 南渡, 石塘中心小学 as 石塘, 第二管理区 as 二区, 第一小学 as 一小, 铁西二小 as 二小, 栖云实验小学 as 实验小学 and 实小, 实验初中 as 实初, 职业中学 as 职中; but not 第一小学 as 第一. */
export function formsOfArea(area: string): readonly string[] {
  let forms = known.get(area);
  if (forms === undefined) {
    forms = readForms(area);
    if (known.size >= MOST) known.clear();
    known.set(area, forms);
  }
  return forms;
}

/** A roster's areas are asked for again and again. */
const known = new Map<string, readonly string[]>();
const MOST = 10_000;

function readForms(area: string): readonly string[] {
  const stem = areaStem(area);
  const numbered = /^第(?<number>[一二三四五六七八九十]{1,3})(?<kind>[^学]{1,4})$/u.exec(area)?.groups;
  const forms = [
    area,
    ...(stem.length >= 2 && stem.length < area.length && !stem.startsWith('第') && !ANYBODYS.test(stem) ? [stem] : []),
    ...ordinalSchool(area),
    // 县图书馆.
    ...(/^[县市区镇乡旗](?<own>[\u4e00-\u9fff]{2,}馆)$/u.exec(area)?.slice(1) ?? []),
    ...(numbered === undefined ? [] : [`${numbered['number']}${numbered['kind']}`, `${numbered['number']}${numbered['kind']?.at(-1)}`]),
    ...(/(?<!^第)(?<=.)[一二三四五六七八九十][小中]$/u.exec(area) ?? []),
    ...(/(?<=.)(?<section>[一二三四五六七八九十]标)段$/u.exec(area) ?? []).flatMap((form) => [form, form.slice(0, 2)]),
    ...(/(?<=^|.{2})(?<kept>(?:实验|职业)(?:技术)?(?:小学|中学|学校|高中|幼儿园))$/u.exec(area)?.slice(0, 1) ?? []),
    ...(/(?<=实验)(?:[小中](?=学$)|[初高](?=中$)|幼(?=儿园$))/u.exec(area)?.map((level) => `实${level}`) ?? []),
    ...(/^[县市区镇乡]幼(?=儿园$)/u.exec(area) ?? []),
    // 渔民协会 is called 渔协.
    ...(/^[\u4e00-\u9fff]{2}协会$/u.test(area) ? [`${area.slice(0, 1)}协`] : []),
    ...(/职业(?:技术)?(?:中学|高中|学校|教育中心)$/u.test(area) ? ['职中', '职高', '职校', '职教中心'] : []),
    // 扑火二中队: said of it alone, and not of two of them.
    ...(/(?<=..)[一二三四五六七八九十](?:[中大小]队|工区)$/u.exec(area) ?? []),
    ...(/子弟(?:学校|[小中]学)$/u.exec(area) ?? []).flatMap((form) => [
      form,
      form.slice(0, 2) + (form.endsWith('学校') ? '校' : form.slice(2, 3)),
    ]),
    ...(/人民医院$/u.test(area) ? ['县医院', '人民医院', '区医院'] : []),
    ...(/中医医院$/u.test(area) ? ['中医院'] : []),
  ];
  return [...new Set(forms)];
}

/** Of a market or a hospital that is called by no more than what it is. */
const ANYBODYS =
  /^(?:客运|货运|加油|农技|水管|林业|畜牧|兽医|消防|变电|供电|供水|公交|汽车|火车|高铁|监测|检查|收费|养护|管护|管理|救护|救助|急救|防疫|检疫|泵|水利|水文|气象|广播|文化|农机|种子|粮|道班|电|中心|人民|农贸|水产|蔬菜|建材|综合|集贸|批发|第.|县|镇|乡|区|市|城区|新区|老城|大型|农村|社区|街道|护林|民兵|环卫|保洁|绿化|养路|巡河|巡护|防汛|抢险|维修|保安|治安|联防)$/u;

/** 第一小学 as 一小, 砚川县第一中学 as 一中. */
function ordinalSchool(area: string): readonly string[] {
  const { number, level } = (ORDINAL_ALONE.exec(area) ?? ORDINAL_BEHIND_PLACE.exec(area))?.groups ?? {};
  return number === undefined ? [] : [`${number}${level}`];
}

const ORDINAL_ALONE = /^第(?<number>.)[^学]{0,4}(?<level>[小中])学$/u;
const ORDINAL_BEHIND_PLACE = /.第(?<number>[一二三四五六七八九十])(?<level>[小中])学$/u;

export function namesArea(text: string, area: string): boolean {
  return formsOfArea(area).some((form) => (NUMERAL.test(form) ? namesNumbered(text, form) : text.includes(form)));
}

const NUMERAL = /^[一二三四五六七八九十]/u;

/** 二区 isn't named by 十二区, 一组 not by 统一组织. */
function namesNumbered(text: string, form: string): boolean {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    if (!/[一二三四五六七八九十百统每]/u.test(text[at - 1] ?? '') && !text.startsWith('中心', at + form.length - 1)) return true;
  }
  return false;
}
