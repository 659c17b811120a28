/** Who looks after a village from outside of it: 包松林寨村、双河口村 among the duties. */
import type { Person } from '../../../model/organisation.ts';
import { formsOfArea } from './areas.ts';

export function looksAfter({ duties }: Person, areas: readonly string[]): boolean {
  return duties.some((duty) => {
    const places = LOOKS_AFTER.exec(duty)?.groups?.['places']?.split(/[、和及]/u) ?? [];
    return places.some((place) => areas.some((area) => isCalled(place, area)));
  });
}

const LOOKS_AFTER = /^(?:包联?|包保|联系?|驻|挂)(?<places>.+)$/u;

function isCalled(place: string, area: string): boolean {
  return formsOfArea(area).some((form) => form.length > 1 && place.startsWith(form));
}
