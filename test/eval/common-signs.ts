/** The signs that several chats have, in order: those that only a few have are their names and matters. */
export function commonSigns(chats: readonly (readonly string[])[], atLeast: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const signs of chats) for (const sign of new Set(signs)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts].flatMap(([sign, count]) => (count >= atLeast ? [sign] : [])).toSorted();
}
