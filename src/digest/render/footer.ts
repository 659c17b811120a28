/** What was left out and why, what wasn't covered, and how to answer. */
import type { Digest } from '../../model/digest.ts';
import { LABELS } from '../../model/label.ts';
import { fixed, type Line, LONGEST_NAME, piece, shortLine } from './line.ts';
import { type DigestView, groupName } from './view.ts';
import { say, words } from './words.ts';

const NAMED_LABELS = 4;

/** @param handle the number of an item to show how one answers; null without items */
export function footerLines(digest: Digest, view: DigestView, handle: number | null): readonly Line[] {
  const { notCovered } = digest.coverage;
  const missing = notCovered.map((group) => coveredName(view, group)).join('、');
  const uncovered =
    notCovered.length === 0 ? fixed(words.footer.allCovered, 'quiet') : piece('alarm', say(words.footer.notCovered, { groups: missing }));
  return [
    [fixed(`${skippedWords(digest)}  `, 'quiet'), uncovered],
    ...(digest.unaccounted === 0 ? [] : [[fixed(say(words.footer.unaccounted, { count: digest.unaccounted }), 'alarm')]]),
    ...refinementLines(digest),
    [fixed(handle === null ? words.footer.missed : say(words.footer.hints, { number: handle }), 'quiet')],
  ];
}

/** What asking a refiner has changed and cost, and that it came to nothing where it did. */
function refinementLines({ refinement }: Digest): readonly Line[] {
  if (refinement === undefined) return [];
  const { refined, yuan, trouble } = refinement;
  const spent = fixed(say(words.footer.refined, { count: refined, yuan: yuan.toFixed(yuan < 0.01 ? 4 : 2) }), 'quiet');
  const why = trouble === null ? '' : words.refining[trouble];
  return why === '' ? [[spent]] : [[spent, fixed(say(words.footer.notRefined, { why }))]];
}

function skippedWords({ filtered }: Digest): string {
  const counted = LABELS.flatMap((label) => ((filtered.byLabel[label] ?? 0) > 0 ? [{ label, count: filtered.byLabel[label] ?? 0 }] : []));
  const top = counted.toSorted((a, b) => b.count - a.count).slice(0, NAMED_LABELS);
  const named = top.map(({ label, count }) => `${words.labels[label]} ${count}`).join(' · ');
  const total = say(words.footer.skipped, { total: filtered.total });
  if (named === '') return total;
  return total + say(words.footer.byLabel, { labels: counted.length > top.length ? `${named} …` : named });
}

/** A group's name where the entry is the id of one of the roster; anything else (an adapter that is down) as it was given. */
function coveredName(view: DigestView, entry: string): string {
  const group = view.org.groups.find((one) => entry === one.id || entry === `${one.platform}/${one.id}`);
  return group === undefined ? shortLine(entry, LONGEST_NAME) : groupName(view, { platform: group.platform, group: group.id });
}
