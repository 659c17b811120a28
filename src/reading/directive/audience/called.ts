/** Readers of those to whom a text speaks: by mention, or at its start. */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { namesArea } from './areas.ts';
import { areasIn, ownersOf } from './areas-spoken.ts';
import { headsCounted } from './counted.ts';
import { circlesNamed } from './everybody.ts';
import { withoutSpared } from './excepted.ts';
import { isTakenAlong } from './named.ts';
import { numberOf } from './numbers.ts';
import { addedToList } from './office-lists.ts';
import { officesNamed } from './offices.ts';
import { addressIn } from './opening.ts';
import { sentencesGiven } from './parts-given.ts';
import { calledIn, outsideIn, type Scene } from './scene.ts';
import { everyUnit } from './units.ts';

/** "@所有人 …", "各村: …": the address comes first, and a mention further down only adds to it. */
export const STARTS_WITH_ALL =
  /^(?:@?(?:所有人|全体成员|全体)|【[^】]*】|\s|[①-⑳]|[\d一二三四五六七八九十]{1,2}[.、)])*(?:各|书记|全体|大家|请各)/u;

/** "孔令武,带两辆皮卡…。巴合提叫两个人跟上。": who is called first, and who begins a sentence of their own. */
export function addressed(scene: Scene): readonly Person[] | null {
  const first = CIRCLE_BESIDE.test(scene.text) ? null : addressIn(scene);
  if (first === null || first.length === 0) return first;
  const added = addedToList(scene.text, scene.members);
  return withoutSpared([...first, ...sentencesGiven(scene), ...along(scene), ...added], scene.text);
}

/** "各组组长、各社区书记:…", where the heads of the groups are put in by name: whole circles are no names. */
const CIRCLE_BESIDE = /^[^,。:!?\n]{2,40}[、和及]各(?:村|社区|镇|乡|街道|[办站所股科局]|学?校|园|网格|片)[^,。:!?\n把将请于在]{0,10}[,:]/u;

/** "林芳,你跟英子把账查到底". */
function along({ text, members, people }: Scene): readonly Person[] {
  return people.spokenOf(text).filter((person) => members.includes(person) && isTakenAlong(person, text));
}

/** "曾院@曾令辉 和四位院长": as many others as hold that title. */
function countedBeside({ text, members, mentioned: rung }: Scene): readonly Person[] {
  const counted = COUNTED_BESIDE.exec(text)?.groups?.['counted'];
  return counted === undefined
    ? []
    : circlesNamed(
        counted,
        members.filter((person) => !rung.includes(person)),
      );
}

const COUNTED_BESIDE = /@[^\s,。:]{1,12}\s*(?:[和及与跟]|还有|以及)(?<counted>[两三四五六七八九]位[\u4e00-\u9fff]长)(?![的签意])/u;

export function mentioned(scene: Scene): readonly Person[] | null {
  const { text, members, people } = scene;
  if (scene.mentioned.length === 0) return null;
  if (STARTS_WITH_ALL.test(text)) return areCounted(scene) ? scene.mentioned : null;
  // "@所有人 第二件:各社区…@车丽 你那头出几个人?": who is rung beside everybody is asked for more.
  if (scene.mentionsAll && everyUnit(text, members, people) !== null) return null;
  return [
    ...scene.mentioned,
    ...calledIn(scene, text).filter(({ roles }) => scene.standing === 'leader' || !roles.includes('leader') || roles.includes('cadre')),
    ...headsCounted(text, members, people),
    ...countedBeside(scene),
    ...withoutPlaces(sentencesGiven(scene), scene),
    ...withYou(scene),
    ...along(scene),
    ...outsideIn(scene),
  ];
}

/** "各位主任早,…四个办所主任都要到村里 @甲 @乙 @丙 @丁": as many are rung as are counted. */
function areCounted({ text, mentioned: rung }: Scene): boolean {
  if (!HAILS_PERSONS.test(text) || OTHER_CIRCLE.test(text)) return false;
  return rung.length > 1 && matchesOf(COUNTED_HEADS, text).some(({ groups }) => numberOf(groups?.['count']) === rung.length);
}

const HAILS_PERSONS = /^(?:@所有人|\s)*各位/u;
const OTHER_CIRCLE = /各(?!位|自|[一出报派带交填])[\u4e00-\u9fff]/u;
const COUNTED_HEADS =
  /(?<![第周])(?<count>[两三四五六七八九])(?:个|位|家)[\u4e00-\u9fff]{0,4}?(?:主任|书记|[所站科股院校局队组]长|同志|单位|部门)(?=都|各|要|请|把|[,。:])/gu;

/** "@蒯德志 …你和城投、供水把协议走完": whoever is to do it with those who are rung. */
function withYou({ text, members, people, mentioned: rung }: Scene): readonly Person[] {
  const list = YOU_AND.exec(text)?.groups?.['list'];
  if (list === undefined) return [];
  const others = [...ownersOf(areasIn(list, members, people), people, members), ...officesNamed(list, members, people)];
  return others.filter((person) => !rung.includes(person));
}

const YOU_AND = /你们?[和跟同与](?<list>[\u4e00-\u9fff、]{2,32}?)(?=把|一起|一道|共同|联合|商量|对接)/u;

/** Beside those who are rung a place that begins a sentence is what it is about. */
function withoutPlaces(people: readonly Person[], { text }: Scene): readonly Person[] {
  return people.filter(({ areas }) => !areas.some((area) => namesArea(text, area)));
}
