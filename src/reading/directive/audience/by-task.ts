/** Where neither a name nor an office is called: those who have a post or a duty that is ("网格长今天…", "负责统计的明天到县里"). */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { cadresOf } from './everybody.ts';
import { callsOf, shortCallsOf } from './office-names.ts';

const WITH_DUTY =
  /(?:负责|主管|分管|管|搞|抓|做|跑)(?<duty>[\u4e00-\u9fff]{2,8}?)(?:工作|这块|口)?的(?:[几两三四五]位|各位)?(?:同志|老师|干部|人员|同事)?(?=[,:。;把请今明后本在周都要注\d]|$)/gu;
const POST_FIRST = /^(?:@?所有人\s?)?(?:各位|请各位|请)?(?<post>[\u4e00-\u9fff]{3,8}?)(?:们)?(?=[今明后本把请都要注在周每,:、\d]|$)/u;

/** "东片三个村", "西片各村": who looks after that part by duty. */
const PART = /(?<part>[东西南北中上下前后][\u4e00-\u9fff]?片)区?的?(?:[两三四五六七八九十几各]个?)?(?:村|社区|[小]?组|点)/gu;
/** "应急办那个专干". */
const OF_OFFICE = /(?<office>[\u4e00-\u9fff]{2,8}?(?:办|所|站|中心|股|科|队))(?:的?[那这]个|的?[那这]位|的)(?<title>[\u4e00-\u9fff]{2,4}?)(?=[,:把今明先去来]|$)/gu;

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
  return matchesOf(PART, text).flatMap(({ groups }) => cadres.filter(({ duties }) => duties.some((duty) => duty.includes(groups?.['part'] ?? ''))));
}

function ofOffice(text: string, cadres: readonly Person[]): readonly Person[] {
  return matchesOf(OF_OFFICE, text).flatMap(({ groups: { office = '', title = '' } = {} }) =>
    cadres.filter((person) => person.title.includes(title) && [...callsOf(person), ...shortCallsOf(person, cadres)].some((call) => office.endsWith(call))),
  );
}

function withDuty(text: string, cadres: readonly Person[]): readonly Person[] {
  return matchesOf(WITH_DUTY, text).flatMap(({ groups }) => {
    const duty = groups?.['duty'] ?? '';
    return cadres.filter(({ duties }) => duties.some((one) => one.includes(duty) || (one.length > 1 && duty.includes(one))));
  });
}

function withPost(text: string, cadres: readonly Person[]): readonly Person[] {
  const post = POST_FIRST.exec(text)?.groups?.['post'];
  if (post === undefined) return [];
  return cadres.filter(({ title }) =>
    title
      .replace(/[(（].*$/u, '')
      .split(/[、,，兼]/u)
      .some((one) => one.endsWith(post)),
  );
}
