/**
 * Through which groups a text reaches people: as many of them as the groups hold, each by one post where that can be, and with as few
 * posts and bystanders as can be. Few groups are tried in all combinations; of many the best next one is taken each time.
 */
export interface ReachableGroup {
  readonly platform: string;
  readonly id: string;
  /** Person ids. */
  readonly members: readonly string[];
}

export interface Cover<G extends ReachableGroup> {
  readonly groups: readonly G[];
  /** Whom none of the groups holds. */
  readonly uncovered: readonly string[];
}

const TRIED_ALL = 12;

export function coverOf<G extends ReachableGroup>(audience: readonly string[], groups: readonly G[]): Cover<G> {
  const wanted = new Set(audience);
  const useful = groups.filter(({ members }) => members.some((member) => wanted.has(member)));
  const chosen = useful.length <= TRIED_ALL ? bestOfAll(wanted, useful) : stepByStep(wanted, useful);
  const covered = new Set(chosen.flatMap(({ members }) => members));
  return { groups: chosen, uncovered: audience.filter((person) => !covered.has(person)) };
}

/** Uncovered, reached twice, posts, bystanders: the smaller the better, in this order. */
type Cost = readonly number[];

function costOf(wanted: ReadonlySet<string>, groups: readonly ReachableGroup[]): Cost {
  const times = new Map<string, number>();
  for (const { members } of groups) for (const member of new Set(members)) times.set(member, (times.get(member) ?? 0) + 1);
  const asked = [...wanted].map((person) => times.get(person) ?? 0);
  const bystanders = [...times.keys()].filter((member) => !wanted.has(member)).length;
  return [asked.filter((count) => count === 0).length, asked.filter((count) => count > 1).length, groups.length, bystanders];
}

function isBetter(a: Cost, b: Cost): boolean {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

function bestOfAll<G extends ReachableGroup>(wanted: ReadonlySet<string>, groups: readonly G[]): readonly G[] {
  let best: readonly G[] = [];
  let cost = costOf(wanted, best);
  for (let mask = 1; mask < 2 ** groups.length; mask++) {
    const some = groups.filter((_, index) => (mask & (1 << index)) !== 0);
    const other = costOf(wanted, some);
    if (isBetter(other, cost)) [best, cost] = [some, other];
  }
  return best;
}

function stepByStep<G extends ReachableGroup>(wanted: ReadonlySet<string>, groups: readonly G[]): readonly G[] {
  let chosen: readonly G[] = [];
  for (let cost = costOf(wanted, chosen); ; ) {
    const next = groups
      .filter((group) => !chosen.includes(group))
      .map((group) => ({ group, cost: costOf(wanted, [...chosen, group]) }))
      .reduce<{ readonly group: G; readonly cost: Cost } | null>((a, b) => (a === null || isBetter(b.cost, a.cost) ? b : a), null);
    if (next === null || (next.cost[0] ?? 0) >= (cost[0] ?? 0)) return chosen;
    chosen = [...chosen, next.group];
    cost = next.cost;
  }
}
