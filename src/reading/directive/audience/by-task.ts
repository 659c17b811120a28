/** Where neither a name nor an office is called: those who have a post or a duty that is ("网格长今天…", "负责统计的明天到县里"). */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { cadresOf } from './everybody.ts';
import { callsAmong } from './office-names.ts';

const WITH_DUTY =
  /(?:负责|主管|分管|管|搞|抓|做|跑)(?<duty>[\u4e00-\u9fff\d]{2,8}?)(?:工作|这块|口)?的(?:[几两三四五]位|各位)?(?:同志|老师|干部|人员|同事)?(?=[,:。;把请今明后本在周都要注\d]|$)/gu;
/** "校医和保健老师周五…", "网格长、物业经理:…". */
const POSTS_FIRST =
  /^(?:@?所有人\s?)?(?:各位|请各位|请)?(?<posts>[\u4e00-\u9fff]{2,6}(?:[、和及][\u4e00-\u9fff]{2,6}){1,3}?)(?:们)?(?=[今明后本把请都要注在周每,:\d]|$)/u;
/** "由村医挨家摸一遍", "各位村医老师". */
const POST_ASKED =
  /(?:由|各位)(?<post>(?:村医|校医|保健老师|班主任|网格长|楼栋长|护林员|生态护林员|水管员|河长|联络员|安全员|信息员)(?:老师)?)/u;
const POST_FIRST = /^(?:@?所有人\s?)?(?:各位|请各位|请)?(?<post>[\u4e00-\u9fff]{3,8}?)(?:们)?(?=[今明后本把请都要注在周每,:、\d]|$)/u;

/** "东片三个村", "西片各村": who looks after that part by duty. */
const PART = /(?<part>[东西南北中上下前后][\u4e00-\u9fff]?片)区?的?(?:[两三四五六七八九十几各]个?)?(?:村|社区|[小]?组|点)/gu;
/** "应急办那个专干". */
const OF_OFFICE =
  /(?<office>[\u4e00-\u9fff]{2,8}?(?:办|所|站|中心|股|科|队))(?:的?[那这]个|的?[那这]位|的)(?<title>[\u4e00-\u9fff]{2,4}?)(?=[,:把今明先去来]|$)/gu;

/** Null where nobody has either. */
export function byTask(text: string, members: readonly Person[]): readonly Person[] | null {
  const cadres = cadresOf(members);
  const found = [...withDuty(text, cadres), ...withPost(text, cadres), ...ofPart(text, cadres), ...ofOffice(text, cadres)];
  return found.length === 0 ? null : found;
}

/** "抓安全生产的,明天陪县督导组上二标": a text that begins with a duty asks those who have it, whatever places it names. */
export function calledByDuty(text: string, members: readonly Person[]): readonly Person[] | null {
  const first = matchesOf(WITH_DUTY, text)[0];
  return first === undefined || first.index > LATEST ? null : withDuty(first[0], cadresOf(members));
}

/** Behind a mark that rings everybody, or a polite word. */
const LATEST = 5;

function ofPart(text: string, cadres: readonly Person[]): readonly Person[] {
  return matchesOf(PART, text).flatMap(({ groups }) =>
    cadres.filter(({ duties }) => duties.some((duty) => duty.includes(groups?.['part'] ?? ''))),
  );
}

function ofOffice(text: string, cadres: readonly Person[]): readonly Person[] {
  return matchesOf(OF_OFFICE, text).flatMap(({ groups: { office = '', title = '' } = {} }) =>
    cadres.filter((person) => person.title.includes(title) && callsAmong(person, cadres).some((call) => office.endsWith(call))),
  );
}

function withDuty(text: string, cadres: readonly Person[]): readonly Person[] {
  return matchesOf(WITH_DUTY, text).flatMap(({ groups }) => {
    const duty = groups?.['duty'] ?? '';
    return cadres.filter(({ duties }) => duties.some((one) => one.includes(duty) || (one.length > 1 && duty.includes(one))));
  });
}

function withPost(text: string, cadres: readonly Person[]): readonly Person[] {
  const posts = POSTS_FIRST.exec(text)?.groups?.['posts'];
  if (posts !== undefined) {
    const each = posts.split(/[、和及]/u).map((post) => holdersOf(post, cadres));
    if (each.every((holders) => holders.length > 0)) return each.flat();
  }
  const asked = [POST_FIRST, POST_ASKED].flatMap((pattern) => pattern.exec(text)?.groups?.['post'] ?? []);
  return asked.flatMap((post) => holdersOf(post, cadres));
}

function holdersOf(post: string, cadres: readonly Person[]): readonly Person[] {
  const called = SHORT_POSTS.get(post) ?? post;
  return cadres.filter(({ title }) =>
    title
      .replace(/[(（].*$/u, '')
      .split(/[、,，兼]/u)
      .some((one) => one.endsWith(post) || one.endsWith(called)),
  );
}

/** What is written out in titles. */
const SHORT_POSTS: ReadonlyMap<string, string> = new Map([
  ['村医', '乡村医生'],
  ['保健老师', '保健教师'],
  ['班主任老师', '班主任'],
  ['村医老师', '乡村医生'],
  ['物业经理', '项目经理'],
]);
