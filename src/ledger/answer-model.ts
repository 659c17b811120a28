/** The weights by which answers find their directives, as they were learned from the labelled chats. */
import shipped from '../../data/model/answers.json' with { type: 'json' };
import type { AnswerModel } from '../model/answer-weights.ts';

export const SHIPPED_ANSWERS: AnswerModel = shipped;
