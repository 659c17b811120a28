/** Does a text take up what a question asked: the verb that it doubled, the word that it ended in? */

/** "拆不拆", "过得去不", "要不要", "打吗": what is put to yes or no. */
const DOUBLED = /([\u4e00-\u9fff]{1,2})[不没]\1/u;
const ENDED = /([\u4e00-\u9fff]{1,3})(?:吗|么|嘛|不|没有|没)[?。!~\s]*$/u;
/** Either half of "A还是B". */
const EITHER = /([\u4e00-\u9fffA-Za-z0-9]{1,6})还是([\u4e00-\u9fffA-Za-z0-9]{1,6})/u;
const DENIES = '[不没别莫]';
/** Nothing is taken up with these. */
const EMPTY = new Set(['了', '的', '是', '你', '我', '他', '在', '有', '这', '那', '都', '们', '个']);

export function echoesQuestion(text: string, question: string): boolean {
  if (text === '' || question === '') return false;
  const doubled = DOUBLED.exec(question)?.[1];
  if (doubled !== undefined && beginsWith(text, doubled)) return true;
  const [, one, other] = EITHER.exec(question) ?? [];
  if (one !== undefined && other !== undefined && (hasEndOf(text, one) || text.includes(other.slice(0, 2)))) return true;
  const ended = ENDED.exec(question)?.[1];
  return ended !== undefined && endsOf(ended).some((word) => !EMPTY.has(word) && beginsWith(text, word));
}

/** At the very beginning, or after one who or what, and perhaps denied: "过得去", "不打", "猫这次不打". */
function beginsWith(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at < 0 || at > 6) return false;
  return at <= 1 || new RegExp(`^[^,。!?]{0,5}${DENIES}$`, 'u').test(text.slice(0, at));
}

function hasEndOf(text: string, word: string): boolean {
  return text.includes(word.slice(-2));
}

function endsOf(word: string): readonly string[] {
  return [word, word.slice(-2), word.slice(-1)];
}
