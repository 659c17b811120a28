/** Where neither a name nor an office is called: those who have a post or a duty that is ("网格长今天…", "负责统计的明天到县里"). */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { cadresOf } from './everybody.ts';

const WITH_DUTY =
  /(?:负责|主管|分管|管|搞|抓|做|跑)(?<duty>[\u4e00-\u9fff]{2,8}?)(?:工作|这块|口)?的(?:[几两三四五]位|各位)?(?:同志|老师|干部|人员|同事)?(?=[,:。;把请今明后本在周都要注\d]|$)/gu;
const POST_FIRST = /^(?:@?所有人\s?)?(?:各位|请各位|请)?(?<post>[\u4e00-\u9fff]{3,8}?)(?:们)?(?=[今明后本把请都要注在周每,:、\d]|$)/u;

/** Null where nobody has either. */
export function byTask(text: string, members: readonly Person[]): readonly Person[] | null {
  const cadres = cadresOf(members);
  const found = [...withDuty(text, cadres), ...withPost(text, cadres)];
  return found.length === 0 ? null : found;
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
