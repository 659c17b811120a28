/**
 * Questions whose answers are known go along with every call: whoever gets these wrong (a server that answers at random, a model too
 * small for the task, one that words in a chat have turned) is believed nothing of that call.
 */
import type { Doubt, Proposal, RefineQuestion } from '../../model/refinement.ts';

interface Control {
  readonly question: RefineQuestion;
  readonly isRight: (answer: Proposal) => boolean;
  /** Goes along only where this is asked. */
  readonly ifAsked?: Doubt;
}

const ASK = '请各村把防火巡查记录于11月19日12:00前报应急办';
const TALK = '哈哈今天食堂的饺子不错,再来一碗';

const FIRST = '各村把高龄津贴花名册11月20日前报民政办';
const AGAIN = '民政办再催一下,高龄津贴花名册还没交的村抓紧,11月20日前交齐';
const ANOTHER = '民政办要各村把临时救助申请表11月20日前交齐';

function pair(text: string, isRight: Control['isRight']): Control {
  const by = '⟦人1⟧(成员)';
  const messages = [
    { by, when: '2026-11-16 周一 09:00', text: FIRST, asked: false, other: true as const },
    { by, when: '2026-11-16 周一 15:00', text, asked: true },
  ];
  return { question: { doubts: ['same'], title: text.slice(0, 12), otherTitle: '报高龄津贴花名册', messages }, isRight, ifAsked: 'same' };
}

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
  pair(AGAIN, ({ same }) => same != null && FIRST.includes(same.other) && AGAIN.includes(same.quote) && /津贴|花名册/u.test(same.quote)),
  pair(ANOTHER, ({ same }) => same == null),
];

/** Those that go along with some questions, in front of them. */
export function controlsFor(questions: readonly RefineQuestion[]): readonly Control[] {
  return CONTROLS.filter(({ ifAsked }) => ifAsked === undefined || questions.some(({ doubts }) => doubts.includes(ifAsked)));
}

export function withControls(questions: readonly RefineQuestion[]): readonly RefineQuestion[] {
  return [...controlsFor(questions).map(({ question }) => question), ...questions];
}

/** The answers to the questions themselves; null where one to a control is wrong. */
export function provenAnswers(
  questions: readonly RefineQuestion[],
  answers: readonly (Proposal | null)[],
): readonly (Proposal | null)[] | null {
  const controls = controlsFor(questions);
  const right = controls.every(({ isRight }, index) => {
    const answer = answers[index] ?? null;
    return answer !== null && isRight(answer);
  });
  return right ? answers.slice(controls.length) : null;
}
