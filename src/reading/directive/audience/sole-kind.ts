/**
 * "五道河、石砬子、林场四个卡点", "各村、林场", "林场出20人": the only place of its kind in a roster is called by its kind alone, where it stands
 * among places, or is told what to send. There its whole name is put in, by which everything else finds it.
 */
import type { Person } from '../../../model/organisation.ts';
import { STATE_BODY } from '../../../model/seats.ts';
import { escapePattern } from '../../lexicon.ts';
import { once } from '../../once.ts';
import { endingOf } from './areas.ts';
import { areasOf } from './areas-spoken.ts';
import { type Call, putWhole } from './whole-names.ts';

/** What else says what a place is. */
const ENDING = new RegExp(`(?:公寓|站区|宿舍|景区|港区|仓区|${STATE_BODY}|国有林场|林场)$`, 'u');
/** What it is to do, at the start of a clause. */
const ACTS = '(?=请|把|先|[这那]边|同步|配合|注意|负责|协助|带|抓紧|务必)';
const SENDS = '(?=[出派来去带送报交][\\u4e00-\\u9fff\\d])';

/** 小学 is said of the only one, whatever its name says beside. */
const SCHOOLS: readonly (readonly [kind: string, area: RegExp])[] = [
  ['小学', /小学$/u],
  ['中学', /(?:[^小]中学|初中)$/u],
  ['初中', /(?:初级?中学?|[^小]中学)$/u],
];

/** Of a roster: the kinds of which it has one place. */
const soleKinds = once((people: readonly Person[]): readonly Pick<Call, 'called' | 'whole'>[] => {
  const areas = areasOf(people);
  const byKind = Map.groupBy(areas, (area) => ENDING.exec(area)?.[0] ?? endingOf(area));
  const kinds = [...byKind].flatMap(([kind, [area, ...others]]) => {
    const isOnly = others.length === 0 && !areas.some((other) => other !== area && other.endsWith(kind));
    return kind.length < 2 || kind === area || area === undefined || !isOnly ? [] : [{ whole: area, called: placeOf(kind) }];
  });
  const schools = SCHOOLS.flatMap(([kind, named]) => {
    const [area, ...others] = areas.filter((one) => named.test(one));
    return area === undefined || others.length > 0 || byKind.has(kind) ? [] : [{ whole: area, called: placeOf(kind) }];
  });
  return [...kinds, ...schools, ...headedAlone(people, areas)];
});

/** 猫坪国有林场场长, who has no place in the roster: the farm, by its kind or its name, is he. */
const HEADS_FARM = /^(?<body>[\u4e00-\u9fff]{0,8}?(?<kind>林场|农场|牧场|渔场|茶场|水厂|电厂))(?:党委|党支部)?(?:书记|场长|厂长|负责人)$/u;

/** Its head, and neither an office of it nor what lies there: 云顶林场医院, 林场路口. */
const ITSELF = '(?:场长|厂长)?(?![\\u4e00-\\u9fff]{0,4}(?:医院|办|科|队|站|所|校|门口|边|路口|附近|旁|职工|食堂|宿舍))';

function headedAlone(people: readonly Person[], areas: readonly string[]): readonly Pick<Call, 'called' | 'whole'>[] {
  const heads = people.flatMap(({ name, title, areas: own }) => {
    const { body, kind } = HEADS_FARM.exec(title)?.groups ?? {};
    return body === undefined || kind === undefined || own.length > 0 ? [] : [{ name, body, kind }];
  });
  return heads.flatMap(({ name, body, kind }) => {
    const isOnly = heads.filter((other) => other.kind === kind).length === 1 && !areas.some((area) => area.endsWith(kind));
    const names = [body, body.replace('国有', '')].filter((one) => one !== kind).map(escapePattern);
    const byName = names.length === 0 ? [] : [{ whole: name, called: placeOf(`(?:${names.join('|')})${ITSELF}`) }];
    return isOnly ? [...byName, { whole: name, called: placeOf(kind + ITSELF) }] : byName;
  });
}

/** In a list, or before what it is to do. */
function placeOf(kind: string): RegExp {
  return new RegExp(
    `(?<=、|^|[,。;:!\\s请])${kind}(?:${SENDS}|${ACTS})|(?<=[、和及])${kind}|(?<=[,、])${kind}(?=[。,:]|$)|(?<=^|[,。;:!\\s各])${kind}(?=[、和及])`,
    'gu',
  );
}

export function withWholeNames(text: string, people: readonly Person[]): string {
  return putWhole(text, soleKinds(people));
}
