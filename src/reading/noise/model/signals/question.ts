/** How much a text has the form of a question. */
import type { MessageView } from '../../../view.ts';
import { ownText } from '../../rule.ts';

const QUESTION =
  /[?]|(?:吗|么|呢|不)[。!~\s]*$|咋|怎么|如何|啥|什么|哪|几|多少|谁|是不是|能不能|可不可以|要不要|算不算|用不用|行不行|有没有|还是/u;
const QUESTION_END = /(?:[?]|吗|么|呢)[。!~\s]*$/u;

/** "填不填", "过得去没过得去"; neither "时不时" nor "动不动". */
const DOUBLED = /(?![时动])([\u4e00-\u9fff]{1,2})[不没]\1/u;

/** 0 none, 1 question words, 2 ends as a question. */
export function questionForm(own: string): number {
  if (!QUESTION.test(own) && !DOUBLED.test(own)) return 0;
  return QUESTION_END.test(own) ? 2 : 1;
}

/** Several ask it of the same message. */
export function questionFormOf(view: MessageView): number {
  view.facts.question ??= questionForm(ownText(view));
  return view.facts.question;
}
