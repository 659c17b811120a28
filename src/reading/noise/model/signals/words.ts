/** Words of the lexicon, and what they make together: a deed asked of somebody by a time, a question, a word about oneself. */
import { acknowledges } from '../../../acknowledgement.ts';
import type { WordList } from '../../../lexicon.ts';
import type { MessageView } from '../../../view.ts';
import { mentionsOf } from './form.ts';
import { type Emit, SIGNAL } from './kinds.ts';
import { questionFormOf } from './question.ts';

/** A list's place stands in the trained model: append only. */
export const WORD_LISTS: readonly WordList[] = [
  'handIn',
  'deeds',
  'objects',
  'requests',
  'everyone',
  'firstPerson',
  'meeting',
  'hazard',
  'appeal',
  'praise',
  'greeting',
  'traffic',
  'plan',
  'notice',
];

const SELF = /^(?:我|俺|咱|本村|本社区|阿拉)/u;

export function emitWords(view: MessageView, giver: number, emit: Emit): void {
  const { words } = view;
  for (let list = 0; list < WORD_LISTS.length; list++) {
    const count = Math.min(words(WORD_LISTS[list] ?? 'deeds'), 3);
    if (count === 0) continue;
    emit(SIGNAL.words, list * 4 + count);
    emit(SIGNAL.wordsOfStanding, (list * 4 + count) * 2 + giver);
  }
  const question = questionFormOf(view);
  const mentions = mentionsOf(view);
  const self = SELF.test(view.surface.bare) ? 1 : 0;
  const pattern = askPattern(view, mentions) * 2 + giver;
  emit(SIGNAL.askPattern, pattern);
  emit(SIGNAL.askForm, (pattern * 3 + question) * 2 + self);
  emit(SIGNAL.questionForm, (question * 3 + mentions) * 2 + giver);
  emit(SIGNAL.self, self * 2 + giver);
  const ack = acknowledges(view);
  emit(SIGNAL.acknowledgement, (ack === null ? 0 : ack === 'whole' ? 1 : 2) * 2 + giver);
}

/** Which of these it has: a time (a deadline or an event), somebody addressed, a word of request, a deed. */
export function askPattern({ words, times }: MessageView, mentions: number): number {
  const deed = words('handIn') + words('deeds') > 0 ? 1 : 0;
  const requests = words('requests') > 0 ? 1 : 0;
  const addressed = words('everyone') > 0 || mentions > 0 ? 1 : 0;
  const timed = times.deadlines.length > 0 ? 2 : times.otherTimes.some((time) => time.role === 'event') ? 1 : 0;
  return ((timed * 2 + addressed) * 2 + requests) * 2 + deed;
}
