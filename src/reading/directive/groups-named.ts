/** Other groups that a text sends things to ("发农情群", "报到征缴群里"): what was asked there for the same time is the same. */
import platforms from '../../../data/lexicon/platforms.json' with { type: 'json' };
import { type Envelope, groupKey } from '../../model/message.ts';
import type { Group, Organisation } from '../../model/organisation.ts';
import { matchesOf } from '../text/matches.ts';

const NAME = '(?<name>[A-Za-z]{0,8}[\\u4e00-\\u9fff]{0,8}?)[”"」]?群(?!众|体|聊|主|文件)';
const SENT_TO = [
  new RegExp(`(?:[发报传交回填贴搁]|接龙)(?:到|在|至|给|进)?(?:那个|这个)?[“"「]?${NAME}`, 'gu'),
  new RegExp(`(?<!别|不要|不用|莫)(?:在|到|去|进)(?:那个|这个)?[“"「]?${NAME}(?:里头?|内|上)?(?:[发报传交填贴接]|$|[,。;])`, 'gu'),
  new RegExp(`(?<=^|[,。;:]\\s?)[“"「]?${NAME}(?=[,。;]|$)`, 'gu'),
];
/** A name of one character names no group. */
const SHORTEST = 2;

/** Keys of the groups; none where several are called so. */
export function groupsNamed(text: string, message: Envelope, org: Organisation): readonly string[] {
  if (!text.includes('群')) return [];
  const here = groupKey(message);
  const names = SENT_TO.flatMap((pattern) => matchesOf(pattern, text).map(({ groups }) => groups?.['name'] ?? ''));
  const called = [...new Set(names)].flatMap(
    (name) => onPlatform(name, org) ?? calledSo(name.replace(PLATFORM_NAME, ''), org.groupByKey) ?? [],
  );
  return [...new Set(called)].filter((key) => key !== here);
}

/** What people call the chat systems themselves. */
const PLATFORM_OF = new Map(
  Object.entries(platforms).flatMap(([platform, names]) => names.map((name) => [name.toLowerCase(), platform] as const)),
);
const PLATFORM_NAME = new RegExp([...PLATFORM_OF.keys()].join('|'), 'giu');

/** A group that is called by its system alone: all that there are. */
function onPlatform(name: string, { groupByKey }: Organisation): readonly string[] | null {
  const platform = PLATFORM_OF.get(name.toLowerCase());
  if (platform === undefined) return null;
  return [...groupByKey].filter(([, group]) => group.platform === platform).map(([key]) => key);
}

/** By as much of the end of a word as is found in one name alone: 农情 of the word 棉花农情. */
function calledSo(word: string, known: ReadonlyMap<string, Group>): string | null {
  const groups = [...known];
  for (let from = 0; from <= word.length - SHORTEST; from++) {
    const found = groups.filter(([, { name }]) => name.includes(word.slice(from)));
    if (found.length > 0) return found.length === 1 ? (found[0]?.[0] ?? null) : null;
  }
  return null;
}
