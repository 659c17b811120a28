/**
 * Times with a limit that are told and not set: what was quick (半小时内就赶到了), what is mostly so (大多半天内有回音), how it is
 * before an hour (九点前不开门). An order in the sentence silences them all.
 */
import type { RoleRule, Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';
import { beforeRole, hasCome } from './told-before.ts';
import { isOfNature, withinRole } from './told-within.ts';

export const told: RoleRule = {
  id: 'role/told',
  role(scene) {
    const isCounted = scene.phrase.slots.duration?.edge === 'within';
    if (!isCounted && scene.phrase.edge !== 'before' && scene.phrase.edge !== 'within') return null;
    if (!isCounted && hasCome(scene)) return 'past';
    if (isCounted && isOfNature(scene)) return 'other';
    const role = isCounted ? withinRole(scene) : beforeRole(scene);
    return role === null || isOrdered(scene) ? null : role;
  },
};

const DEMAND = /必须|务必|须|抓紧|确保|记得|得(?=把|交|报|弄|给|有)|(?<!不)要(?!求|是|么|命|死)|[把将给]/;

export function isOrdered({ left, rest, clauseRight }: Scene): boolean {
  return DEMAND.test(clauseRight) || ADDRESSED.test(left) || ADDRESSED.test(rest);
}
