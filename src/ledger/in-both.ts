/** How many of the one list stand in the other as well. */
export function inBoth(a: readonly string[], b: readonly string[]): number {
  return a.length === 0 || b.length === 0 ? 0 : a.filter((one) => b.includes(one)).length;
}
