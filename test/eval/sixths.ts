/** Models that never saw what they are asked about: one for each sixth, since one for each chat would take a quarter of an hour. */

export const SIXTHS = 6;

/** Of as many: those of a sixth, by their places. */
export function placesOfSixth(sixth: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => place).filter((place) => place % SIXTHS === sixth);
}

/**
 * @param own what is asked about
 * @param once what every model learns from, too
 * @returns for each of `own` the model that learned from none of its sixth
 */
export function bySixths<Chat, Model>(
  own: readonly Chat[],
  once: readonly Chat[],
  learnt: (chats: readonly Chat[]) => Model,
): readonly Model[] {
  const models = Array.from({ length: SIXTHS }, (_, sixth) => learnt([...own.filter((__, place) => place % SIXTHS !== sixth), ...once]));
  return own.map((_, place) => models[place % SIXTHS] as Model);
}
