/**
 * What the model is told of a message besides its words. First its form (kind, length, who speaks, whom it addresses), then
 * its times and word lists, then its neighbours in the group and the conversation that it stands in. Order doesn't matter: every signal is a feature of its own.
 * Most are crossed with whether the sender gives tasks, because the same words mean other things from below.
 */
import { givesTasks } from '../../../standing.ts';
import type { MessageView } from '../../../view.ts';
import { emitDialogue } from './dialogue.ts';
import { emitForm } from './form.ts';
import type { Emit } from './kinds.ts';
import { emitNeighbours } from './neighbours.ts';
import { emitTimes } from './times.ts';
import { emitWords } from './words.ts';

export { signalInWords } from './in-words.ts';

export function emitSignals(view: MessageView, emit: Emit): void {
  const giver = givesTasks(view.standing) ? 1 : 0;
  emitForm(view, giver, emit);
  emitTimes(view, giver, emit);
  emitWords(view, giver, emit);
  emitNeighbours(view, giver, emit);
  emitDialogue(view, giver, emit);
}
