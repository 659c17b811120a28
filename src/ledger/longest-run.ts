/**
 * What is called by its name shares several characters on end with what was asked: "秋粮测产", not only pairs that stand apart. Topics are pairs of
 * characters in the order of the text, so a run of them is a run of characters.
 */

/** For each directive's topics the most of these topics on end that are among them; single characters don't count. */
export function longestRuns(topics: readonly string[], known: readonly ReadonlySet<string>[]): readonly number[] {
  return known.map((there) => longestRun(topics, there));
}

function longestRun(topics: readonly string[], there: ReadonlySet<string>): number {
  let longest = 0;
  let run = 0;
  let before = '';
  for (const topic of topics) {
    const isShared = topic.length > 1 && there.has(topic);
    run = isShared ? (follows(before, topic) ? run + 1 : 1) : 0;
    if (run > longest) longest = run;
    before = topic;
  }
  return longest;
}

/** Pairs that overlap, as they do in one run of text. */
function follows(before: string, topic: string): boolean {
  return before.length === 2 && before[1] === topic[0];
}

/** For each of them by how much it is ahead of the best of the others; below zero where it is behind. */
export function aheadOfOthers(runs: readonly number[]): readonly number[] {
  const [most = 0, next = 0] = runs.toSorted((a, b) => b - a);
  return runs.map((run) => run - (run === most ? next : most));
}
