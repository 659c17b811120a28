/**
 * "各村把名单报来", where not everybody of a village reads the group: the others who answer for the place have to know of it, too. Where
 * their like in the group were let go, or a post is called, who is there is meant alone.
 */
import type { Envelope } from '../../../model/message.ts';
import { type Organisation, type Person, personOf } from '../../../model/organisation.ts';
import type { Audience } from '../../../model/reading.ts';
import { peopleOf } from './people.ts';

/** Fewer places are asked by those who answer for them there. */
const WHOLE_CIRCLE = 5;

/**
 * Where more of them don't read the group it is one of heads, unless places themselves are called ("各村", not "各站") and most of those who are
 * away look after no grid: of labelled orders of that kind 46 of 51 are for them as well, of the others so far away 36 of 84.
 */
const FEW_AWAY = 3;
const OF_A_GRID = /(?<!专职)网格[员长]$/u;
const CALLS_PLACES =
  /各(?:位|个|有关|相关|涉及的?|行政|自然|下辖|镇街|乡镇|镇办)*(?:村|社区|镇|乡|街|嘎查|苏木|居|片|屯|寨|连队)(?![村镇乡街道]{0,2}[站所校院企单部中科办组])/u;
/** "各社区书记", "各村文书": who holds that post there, and nobody else of theirs. */
const HEADS_ALONE =
  /(?:村|社区|居委?|片区?|嘎查)(?:、社区|\(社区\))?(?:党?[总支]*部?|党组织|两委|第一|妇联)?(?:书记|支书|主任|主席|文书|会计|专干|主职|网格[员长]|[\u4e00-\u9fff]{1,3}员(?![工会]))|负责人|负责同志|一把手|妇联主席|第一书记/u;
/** "各村", "书记们"; where it was read out of less, nobody is added. */
const CALLS_ALL = /各|每个?[村社镇乡]|村村|(?:书记|支书|主任)们/u;
/** Who keeps the accounts, or helps without a post. */
const ASIDE = /会计|报账|志愿/u;

/**
 * @param words of the ask, normal
 * @param audience of an ask that calls places as a whole, once it is known who of the group is meant
 */
export function withAbsent(words: string, audience: Audience, message: Envelope, org: Organisation): Audience {
  const more = HEADS_ALONE.test(words) || !CALLS_ALL.test(words) ? [] : absentIn(words, audience, message, org);
  return more.length === 0 ? audience : { ...audience, people: [...audience.people, ...more].toSorted() };
}

function absentIn(words: string, { people }: Audience, message: Envelope, org: Organisation): readonly string[] {
  const { members, everybody } = peopleOf(org);
  const here = new Set(members(message));
  const asked = new Set(people);
  const places = new Set([...here].flatMap(({ id, areas }) => (asked.has(id) ? areas : [])));
  if (places.size < WHOLE_CIRCLE) return [];
  const sender = personOf(org, message.platform, message.sender.id);
  const mates = everybody.filter((person) => standsForSome(person, places) && !asked.has(person.id) && person !== sender);
  return mates.some((person) => here.has(person)) || areTooMany(mates, words) ? [] : mates.map(({ id }) => id);
}

function areTooMany(people: readonly Person[], words: string): boolean {
  if (people.length <= FEW_AWAY) return false;
  return !CALLS_PLACES.test(words) || people.filter(({ title }) => OF_A_GRID.test(title)).length * 2 >= people.length;
}

function standsForSome({ areas, roles, title }: Person, places: ReadonlySet<string>): boolean {
  const stands = roles.includes('cadre') && !ASIDE.test(title) && areas.length > 0 && areas.every((area) => places.has(area));
  return stands && !isOfOtherBody(title, areas);
}

/** "执法一中队队长", of a street: that is where they see to the work of a body of their own. */
function isOfOtherBody(title: string, areas: readonly string[]): boolean {
  return BODY.test(title) && !areas.some((area) => title.includes(area.replace(KIND_OF_PLACE, '')));
}

const BODY = /队(?!员)|所|站|公司|中心|场|厂|[医法]院|校/u;
const KIND_OF_PLACE = /(?<=.{2})(?:街道|社区|[村镇乡])$/u;
