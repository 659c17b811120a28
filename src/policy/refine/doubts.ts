/** What the program is in doubt about of one item: only that is ever asked. Whether two are one, the ledger tells. */
import type { Directive } from '../../model/directive.ts';
import { isTask } from '../../model/reading.ts';
import type { Doubt, RefineMode } from '../../model/refinement.ts';

const LONG_NOTICE = 80;
const POOR_TITLE = 4;

/**
 * @param text of the messages that ask it
 * @param namesTime whether there is a time in it
 */
export function doubtsOf(directive: Directive, text: string, namesTime: boolean, mode: RefineMode): readonly Doubt[] {
  if (mode === 'off' || directive.kind === 'opaque' || directive.status !== 'open') return [];
  const task = isTask(directive.kind);
  const asked = mode === 'all-directives' && task;
  const is: Readonly<Record<Exclude<Doubt, 'same'>, boolean>> = {
    verdict: directive.unsure,
    title: asked || isPoor(directive.title, text),
    deadline: task && directive.deadline === null && namesTime,
    audience: asked && directive.audience.unclear,
  };
  // Who is meant is asked along with something else, or of all: most asks don't say it, and no words can be found that do.
  const found = (['verdict', 'title', 'deadline'] as const).filter((doubt) => is[doubt]);
  return is.audience || (found.length > 0 && directive.audience.unclear) ? [...found, 'audience'] : found;
}

/** Cut off, or next to nothing, though the text is long. */
function isPoor(title: string, text: string): boolean {
  return text.length >= LONG_NOTICE && (title.endsWith('…') || [...title].length < POOR_TITLE);
}
