/**
 * In how many ways a pattern can match from one place of a long text, at most: what an engine that backtracks may have to try.
 * One open-ended repeat is as many as the text is long; two of them, or one inside another, are more than we let a stranger's pattern have.
 */
import type { PatternNode } from './parse.ts';

/** As long as the texts are on which we promise to be quick. */
export const LONG_TEXT = 2000;

export function waysOf(node: PatternNode): number {
  switch (node.kind) {
    case 'one':
    case 'edge':
    case 'reference':
      return 1;
    case 'look':
      return waysOf(node.body);
    case 'sequence':
      return node.parts.reduce((product, part) => product * waysOf(part), 1);
    case 'either':
      return waysOfEither(node.options);
    case 'repeat':
      return waysOfRepeat(waysOf(node.body), node.least, Math.min(node.most, LONG_TEXT));
  }
}

/** Options that begin with different characters exclude each other. */
function waysOfEither(options: readonly PatternNode[]): number {
  const ways = options.map(waysOf);
  const firsts = options.map(firstOf);
  const exclusive = !firsts.includes(null) && new Set(firsts).size === firsts.length;
  return exclusive ? Math.max(...ways) : ways.reduce((sum, one) => sum + one, 0);
}

function firstOf(node: PatternNode): string | null {
  if (node.kind === 'one') return node.first;
  if (node.kind === 'sequence') return node.parts[0] === undefined ? null : firstOf(node.parts[0]);
  return node.kind === 'repeat' && node.least > 0 ? firstOf(node.body) : null;
}

/** The sum of all numbers of rounds; something that can match in two ways doubles with each. */
function waysOfRepeat(each: number, least: number, most: number): number {
  if (each === 1) return Math.max(1, most - least + 1);
  let [sum, power] = [0, each ** least];
  for (let rounds = least; rounds <= most && Number.isFinite(sum); rounds++) {
    sum += power;
    power *= each;
  }
  return sum;
}

export function contains(node: PatternNode, wanted: (node: PatternNode) => boolean): boolean {
  if (wanted(node)) return true;
  switch (node.kind) {
    case 'look':
    case 'repeat':
      return contains(node.body, wanted);
    case 'sequence':
      return node.parts.some((part) => contains(part, wanted));
    case 'either':
      return node.options.some((option) => contains(option, wanted));
    default:
      return false;
  }
}
