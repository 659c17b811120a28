/** Times in questions: asked by who receives an order, or of people in general. */

import { ORDER } from '../words.ts';
import type { RoleRule, Scene } from './scene.ts';

const QUESTION =
  /(?:吗|么|不咯|没有|可以不|是不是|能不能|要不要|用不用|来不来|开不开|谁)[^,。]{0,4}$|^(?:谁|几|啥|什么|怎么)|([一-龥]{1,2})不\1|可不可以/;
/** With an edge these only press: 今天十一点之前补齐行不行. */
const PRESSED = /行不行|中不中|好不好|行不|可好/;

const ASKS =
  /请问|(?:想|我|麻烦)问(?:一)?下|^问(?:一)?下(?=[,各大领主]|$)|请教|劳驾问|(?:谁|有没有人)(?:知道|晓得)|谁(?:跟|和|告诉)?[^,。]{0,3}说的?$|(?:^|[,。])(?:为啥|为什么|为何)/;
const ASKED_OF = /能不能|可不可以|有没有|要不要|用不用|是不是|(?:怎么|咋)(?:报|填|弄|交|办|算|个)|来得及/;
const ALTERNATIVE = /(?:是|算|从)[^,。]{1,10}还是[^,。]{1,12}|[算报交]还是/;
/** 双休日算不算: a clause that ends by asking whether. */
const WHETHER = /([一-龥])不\1$|没人说过|谁信/;
/** 下周一前给你行不: asked by who is to do it. */
const GIVE_YOU = /给[你您][^,。]{0,4}(?:[行成中]|可以|来得及)(?:不|吗|么)/;
/** What the reader is to find out and tell: 周五前报清楚是低保还是特困. */
const TO_BE_TOLD =
  /[报说写讲标看查问弄搞]清|[报查看问][^,。]{0,2}(?:有没有|是不是|能不能|要不要)|注明|写明|说明|分清|确定|摸清|核实|统计|回复|回我|告诉我|跟我说|报我|给我|报一下|[准回][话信]|答复/;
const KNOWN = /(?:知道|明白|听见|听到|清楚|收到|记住)了?[吗么没不]/;

/** 周四交,别问我交不交. */
const NOT_TO_BE_ASKED = /(?:别|不要|甭|莫|不用)(?:再|老|来)?问/;

/** The clause or the sentence asks, edge or none: 必须6月底前做吗, 下班前是五点还是五点半, 20号前能不能先交一部分. */
function isQuestion({ left, rest, clauseLeft, clauseRight, right }: Scene): boolean {
  if (KNOWN.test(rest) || NOT_TO_BE_ASKED.test(rest)) return false;
  if (GIVE_YOU.test(clauseRight)) return true;
  if (/(?:^|[,。])(?:该不会|不会|莫非|难道|莫不是)[^,。]{0,6}$/.test(left)) return true;
  if (ASKS.test(left) || /(?:^|[,:])(?:是不是|能不能(?!请|麻烦)|可不可以(?!请|麻烦))/.test(clauseLeft)) return true;
  if (TO_BE_TOLD.test(rest) || TO_BE_TOLD.test(clauseLeft)) return false;
  if (WHETHER.test(rest.trim()) && !/行不行$|中不中$|好不好$|管不管$|够不够$/.test(rest)) return true;
  if (/[^么][吗么]$/.test(clauseRight.trim()) && !/怎么|什么|这么|那么/.test(clauseRight)) return true;
  if (/^(?:之?前)?(?:交|报|来|行|中|可以|成)?不$/.test(clauseRight.trim())) return true;
  if (/(?:是[^,]{1,8}|能[^,]{0,6}|可以|来得及)不$/.test(right.trim())) return true;
  return (
    (ASKED_OF.test(clauseRight.slice(0, 12)) && !/看(?:附件|说明)|没有的/.test(clauseRight)) || ALTERNATIVE.test(`${clauseLeft}…${rest}`)
  );
}

/** 周五前交行不行?, 能不能延到周五, 明天开会吗. */
export const question: RoleRule = {
  id: 'role/question',
  hint: '吗么不没谁几啥怎底究可?否问还咋什请呢',
  role(scene) {
    if (TO_BE_TOLD.test(scene.clauseRight) && !/[?吗么]/.test(scene.rest)) return null;
    const { clauseRight, clauseLeft, left, right, text, phrase } = scene;
    if (isQuestion(scene)) return 'other';
    if (/(?:到底|究竟)(?:是|要|该)?[^,。]{0,12}$/.test(left)) return 'other';
    if (/吧$/.test(clauseRight) && text[phrase.end + clauseRight.length] === '?') return 'other';
    if (ORDER.test(clauseLeft) && !/请问/.test(clauseLeft)) return null;
    const isAsked = /^[^。!;\n?]{0,16}\?/.test(text.slice(phrase.end, phrase.end + 17)) && !/知道|清楚|明白|听见/.test(right);
    return isAsked ||
      (phrase.edge === null
        ? QUESTION.test(clauseRight) || PRESSED.test(clauseRight)
        : /(?:吗|么|[及行成能以]不|[^说的]没|[^说]没有)$/.test(clauseRight.trim())) ||
      (/(?:请问|(?:能不能|可不可以|能否)(?!请|麻烦)|(?<!可不)可以|是否|是不是)[^,]{0,8}$/.test(clauseLeft) &&
        /(?:能不能|可不可以|能否|请问|是不是|是否)/.test(clauseLeft))
      ? 'other'
      : null;
  },
};
