/** What a question wants to be told, and what a text brings: yes or no, how many, when, where, who, how. */

/** A place stands in the trained model: append only. */
const WANTS: readonly RegExp[] = [
  /几(?:点|时|号|日)|什么时候|啥时候?|哪(?:天|会儿)|多久|多会儿/u,
  /多少|几(?:个|户|人|份|张|天|家|块|米|台|亩|成|次)|[^一-龥]几[^一-龥]|多(?:大|长|高|远|宽)/u,
  /哪(?:里|儿|块|边|条|头|搭)|啥地方|什么地方|几楼/u,
  /谁|哪(?:个|位|家|些)|找(?:哪|谁)/u,
  /怎么|咋|如何|怎样|啥样|什么|啥/u,
  /([一-龥]{1,2})[不没]\1|(?:吗|么|嘛|不|没|没有)[?。!~\s]*$|是不是|能不能|算不算|还是/u,
];
export const WANTS_NOTHING = WANTS.length;
const SUPPLIES: readonly RegExp[] = [
  /[0-9一二三四五六七八九十]{1,3}(?:点|号|日|月|天|分)|今天|明天|后天|上午|下午|晚上|半夜|下班|上班|周[一二三四五六日末]|月底|年底|以前|以后|之前|之后/u,
  /[0-9]|[一二两三四五六七八九十百半]{1,4}(?:个|户|人|份|张|家|块|米|台|亩|成|次|岁|元|条)/u,
  /[楼室厅路口村站院边头里外上下](?:$|[,。! ])|在[^,。!?]{1,8}|[东西南北]/u,
  /找|是(?:我|他|她|老|小|[一-龥]{2,3}(?:的|$))|归|由|主任|书记|站长|所长|师傅/u,
  /^(?:[一-龥]{1,4})?(?:就|先|再|要|按|照|把|用|写|填|拿|打|点)|[,。 ](?:就|先|再|按|照|把|用|写|填)/u,
  /^(?:不|没|能|可以|行|要|得|是|对|有|算|会|都|肯定|当然|必须|别|不用|不要|莫|可|中|成|好)/u,
];
const BRINGS_NOTHING = SUPPLIES.length;

export function wantedBy(question: string): number {
  const place = WANTS.findIndex((form) => form.test(question));
  return place < 0 ? WANTS_NOTHING : place;
}

export function suppliesIn(text: string): readonly number[] {
  const places = SUPPLIES.flatMap((form, place) => (form.test(text) ? [place] : []));
  return places.length === 0 ? [BRINGS_NOTHING] : places;
}
