/**
 * Questions whose answers are known go along with every call: whoever gets these wrong (a server that answers at random, a model too
 * small for the task, one that words in a chat have turned) is believed nothing of that call.
 */
import type { Proposal, RefineQuestion } from '../../model/refinement.ts';

interface Control {
  readonly question: RefineQuestion;
  readonly isRight: (answer: Proposal) => boolean;
}

const ASK = '请各村把防火巡查记录于11月19日12:00前报应急办';
const TALK = '哈哈今天食堂的饺子不错,再来一碗';

function control(text: string, title: string, isRight: Control['isRight']): Control {
  const messages = [{ by: '⟦人1⟧(成员)', when: '2026-11-16 周一 09:00', text, asked: true }];
  return { question: { doubts: ['verdict', 'deadline'], title, messages }, isRight };
}

export const CONTROLS: readonly Control[] = [
  control(ASK, '报防火巡查记录', ({ verdict, quote, deadline }) => {
    const quotes = quote !== '' && ASK.includes(quote) && deadline !== null && ASK.includes(deadline.quote);
    return verdict === 'asks' && quotes && deadline?.day === '2026-11-19';
  }),
  control(TALK, '再来一碗', ({ verdict, deadline }) => verdict !== 'asks' && deadline === null),
];

export function withControls(questions: readonly RefineQuestion[]): readonly RefineQuestion[] {
  return [...CONTROLS.map(({ question }) => question), ...questions];
}

/** The answers to the questions themselves; null where one to a control is wrong. */
export function provenAnswers(answers: readonly (Proposal | null)[]): readonly (Proposal | null)[] | null {
  const right = CONTROLS.every(({ isRight }, index) => {
    const answer = answers[index] ?? null;
    return answer !== null && isRight(answer);
  });
  return right ? answers.slice(CONTROLS.length) : null;
}
