/** Models that never saw what they are asked about: one for each sixth of the chats, since one for each chat would take a day. */

export const SIXTHS = 6;

/** Of as many: those of a sixth, by their places. */
export function placesOfSixth(sixth: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => place).filter((place) => place % SIXTHS === sixth);
}

/**
 * @param own what is asked about
 * @param more what every model learns from, too
 * @returns for each of `own` the model that learned from none of its sixth
 */
export function bySixths<Chat, Model>(
  own: readonly Chat[],
  more: readonly Chat[],
  learnt: (chats: readonly Chat[]) => Model,
): readonly Model[] {
  return sixthsOf(own, (chats) => learnt([...chats, ...more]));
}

/**
 * The same where not all that is asked about has something to learn from.
 * @param folders all of them: a folder's place tells its sixth
 * @returns for each folder the model that learned from none of its sixth
 */
export function bySixthsOf<Chat, Model>(
  folders: readonly string[],
  chats: ReadonlyMap<string, Chat>,
  learnt: (chats: readonly Chat[]) => Model,
): ReadonlyMap<string, Model> {
  const models = sixthsOf(folders, (some) => learnt(some.flatMap((folder) => chats.get(folder) ?? [])));
  return new Map(folders.map((folder, place) => [folder, models[place] as Model]));
}

function sixthsOf<Own, Model>(own: readonly Own[], learnt: (others: readonly Own[]) => Model): readonly Model[] {
  const models = Array.from({ length: SIXTHS }, (_, sixth) => learnt(own.filter((__, place) => place % SIXTHS !== sixth)));
  return own.map((_, place) => models[place % SIXTHS] as Model);
}
