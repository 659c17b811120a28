/** Who looks after a village from outside of it: 包松林寨村、双河口村 among the duties. */
import type { Person } from '../../../model/organisation.ts';
import { formsOfArea } from './areas.ts';

export function looksAfter({ duties }: Person, areas: readonly string[]): boolean {
  return duties.some((duty) => LOOKS_AFTER.test(duty) && areas.some((area) => isIn(duty, area)));
}

const LOOKS_AFTER = /^(?:包联?|包保|联系?|驻|挂)/u;

function isIn(duty: string, area: string): boolean {
  return formsOfArea(area).some((form) => form.length > 1 && duty.includes(form));
}
