/**
 * Whom a text asks: an ordered list of readers, of which the first that finds somebody decides. Where none does, the text
 * doesn't say it; then all whom this sender may mean see it, marked so.
 */
import type { Envelope } from '../../../model/message.ts';
import type { Organisation, Person } from '../../../model/organisation.ts';
import type { Audience } from '../../../model/reading.ts';
import { localPartAt } from '../local-part.ts';
import { formsOf } from './address.ts';
import { namesArea } from './areas.ts';
import { byTask, calledByDuty } from './by-task.ts';
import { addressed, mentioned } from './called.ts';
import { counted, everyOne, some } from './circles.ts';
import { gatheringOf } from './everybody.ts';
import { withoutExcepted } from './excepted.ts';
import { headsWhereCalled } from './heads-only.ts';
import { addressIn } from './opening.ts';
import { allBut } from './other-bodies.ts';
import { particular } from './particular.ts';
import { type Scene, sceneOf } from './scene.ts';
import { bodyOfGroup, likely, toAll } from './whole-group.ts';

interface Reader {
  /** For people: how the audience was found. */
  readonly says: string;
  /** Whom it finds are all who are meant. */
  readonly isClosed?: true;
  /** Null or nobody: not said in this way. */
  readonly read: (scene: Scene) => readonly Person[] | null;
}

/** "各位乡亲", "65岁以上的阿公阿婆注意": those who are asked are in no list of people; who else reads it can't be told from it. */
const TO_THE_PUBLIC =
  /^(?:@?所有人|【[^】]*】|\s|各位|全体|广大|亲爱的|尊敬的|在外的?|[\d一二三四五六七八九十]+岁以上的?){0,4}(?:乡亲|村民(?!代表|小组)|居民(?!代表|小组)|业主(?!代表|委)|家长|街坊|邻居|群众(?!反映|来[电信访]|举报|投诉|诉求|说的?|提出|提的)|父老|叔伯|婶娘|阿公|阿婆|老乡|老人家)(?!们?(?:说|讲|问|反映|提|投诉|打电话|在群里|的(?:问题|诉求|话)))/u;

/** How places that are asked as a whole were found. */
export const EVERY_PLACE = '各村各单位';

export const READERS: readonly Reader[] = [
  { says: '除几家外', read: allBut },
  { says: '点了几家,数目对得上', isClosed: true, read: counted },
  { says: '开头称呼的', isClosed: true, read: (scene) => (scene.mentioned.length > 0 ? null : addressed(scene)) },
  { says: '@到的和点名的', read: mentioned },
  { says: EVERY_PLACE, read: everyOne },
  { says: '职务、分工', read: ({ text, members }) => gatheringOf(text, members) },
  { says: '这个群的班子、专班', read: bodyOfGroup },
  { says: '职务、分工', read: ({ text, members }) => calledByDuty(text, members) },
  { says: '点名、职务、科室或地名', read: particular },
  { says: '职务、分工', read: ({ text, members, mentionsAll }) => (mentionsAll ? null : byTask(text, members)) },
  { says: '几个村、几家单位,没说哪几个', read: some },
  { says: '全体', read: toAll },
];

/** "各科室、各中队:…参加人员:南玉兰副局长,市容科、停车管理中心负责同志,七个中队中队长". */
const ATTENDING = /(?:参[加会]人员|参[加会]对象|与会人员|参会范围|参会单位|参会)(?:为|是)?:[^。\n]{4,200}/u;

/** What changes a task is first read as a change, then as a task. */
let last: { readonly text: string; readonly message: Envelope; readonly org: Organisation; readonly audience: Audience } | null = null;

/** @param text the normal text of the ask alone */
export function audienceOf(text: string, message: Envelope, org: Organisation): Audience {
  if (last?.text !== text || last.message !== message || last.org !== org)
    last = { text, message, org, audience: find(text, message, org) };
  return last.audience;
}

function find(text: string, message: Envelope, org: Organisation): Audience {
  const list = ATTENDING.exec(text)?.[0] ?? text;
  const attending = list === text ? null : find(list, message, org);
  // Whoever the notice hails: those who are to come are listed.
  if (attending !== null && !attending.unclear && attending.general !== true && attending.people.length > 1) return attending;
  const local = localPartAt(text);
  const here = local === null ? null : find(text.slice(local), message, org);
  if (here !== null && !here.unclear && here.general !== true) return here;
  const scene = sceneOf(text, message, org);
  if (TO_THE_PUBLIC.test(text) && scene.mentioned.length === 0) return audience(likely(scene), true, '说给群众的');
  for (const { says, isClosed, read } of READERS) {
    const found = headsWhereCalled(read(scene) ?? [], scene.text).filter((person) => person !== scene.sender);
    if (found.length > 0)
      return {
        ...audience(found, read === some, says),
        ...(read === toAll ? { general: true } : {}),
        ...(isClosed === undefined ? {} : { closed: isClosed }),
        ...(read === particular && found.every((person) => standsForPlace(person, text)) ? { places: true } : {}),
      };
  }
  const likeliest = likely(scene);
  const rest = withoutExcepted(likeliest, scene.text);
  return audience(rest.length > 0 ? rest : likeliest, true, '没有明说');
}

/** Whom a text speaks to by mention or at its start; null where it does neither. */
export function calledUpon(text: string, message: Envelope, org: Organisation): Audience | null {
  const scene = sceneOf(text, message, org);
  const called = [...scene.mentioned, ...(addressIn(scene) ?? [])].filter((person) => person !== scene.sender);
  return called.length === 0 ? null : audience(called, false, '同一段话里叫到的');
}

function audience(people: readonly Person[], unclear: boolean, says: string): Audience {
  return { people: [...new Set(people.map((person) => person.id))].toSorted(), unclear, says };
}

/** Of him nothing but a place of his is named. */
function standsForPlace(person: Person, text: string): boolean {
  return ![...formsOf(person)].some((form) => text.includes(form)) && person.areas.some((area) => namesArea(text, area));
}
