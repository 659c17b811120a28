/**
 * How a name stands in a text: as one who is asked, or as one who takes things in ("报牛一凡", "交到赵敏处"), has said it
 * ("强总定的") or only carries it on ("辛然转告他"). Names of areas and offices are looked at in the same way.
 */
import type { Person } from '../../../model/organisation.ts';
import { addressesOf, formsOf } from './address.ts';
import { formsOfArea } from './areas.ts';

const TAKES_IN_BEFORE =
  /(?:(?<![日周月通简快海])报|交|送|发(?!言)|(?<!宣)传|给|找|联系|告诉|汇总到|反馈(?!表|单|会|情况|材料)|报送|至|到|电话|联系人|寄|跟|向|问|归|由)(?:给|到|至|送)?(?:(?!的)[\u4e00-\u9fff]){0,6}$/u;
/** Only what moves things: who is asked, called or spoken with takes nothing in. */
const HANDED_BEFORE =
  /(?:(?<![日周月通简快海])报|交|送|发|(?<!宣)传|(?<![发交报送传])给|汇总到|反馈(?!表|单|会|情况|材料)|寄|归)(?:给|到|至|送)?[\u4e00-\u9fff]{0,4}$/u;
const TAKES_IN_AFTER = /^(?:处|那里|那儿|[那这][条份个件张篇]|[发报写讲定]的|这儿|邮箱|收|汇总|办公室|手里(?![有的还])|桌|的车)/u;
const HAS_SAID =
  /^(?:说|讲|(?:昨天|早上|刚才?|刚刚)(?:给|跟|向)我[打来发]|(?:给|跟|向)我(?:打了|来了|[说讲](?:了|过)|反映)|作?动员讲话|(?:让|叫|要|喊|托|请)我们?(?!一起)|要的|(?:今天|明天|上午|下午|晚上)?(?:[会带]上|开会)?(?:就|等着)?要[看用听]|要求|定的|定了|安排的?[:,]|催的|提的|强调|指示|交代|反映|会?[替帮](?:你们?|大家|各)|(?:同志)?辛苦|出差|请假|休假|答应|已经|(?:今天|昨天|早就)?提前(?:交|完成)|(?:书记|主任|[\u4e00-\u9fff]长)?(?:不在(?:这|群|岗|单位)|家里有事|今天病|病了|生病|住院|休假|产假)|(?:书记|主任|[\u4e00-\u9fff]长)?会(?:逐|一个|跟|给|打|再|统一|另|陆续))/u;
/** "施主任周一要的那份", "部长昨天喊的那趟": whose it is. */
const HAS_ASKED =
  /^(?:书记|主任|[\u4e00-\u9fff]长)?(?:那边|那里|那儿)?(?:布置|要|说|讲|发)?的[^,。;:!?]{2,10}(?:再|又|重新?)(?:说|讲|强调|提醒|发|转|申)[一几]?[遍次下]?[,:。]|^(?:[\u4e00-\u9fff]长|书记|主任|局|总)?(?:(?:自己|之前|先前|前头|那天|刚才?|上?(?:周|星期|礼拜)[一二三四五六日天]|[昨前今][天晚早日]|上回|上次|上个?月)(?:一早|[上下中]午|晚上|早上)?(?:让|叫|要(?![交报填送])|喊|说|讲|布置|通知|交代|安排|发|催|定|提|派|约)(?:大家|你们|我们|各[\u4e00-\u9fff])?[\u4e00-\u9fff]{0,3}的(?:那|[事会表数])|(?:让|叫|要(?![交报填送])|喊|布置|通知|交代|安排|催|定|提|派)[\u4e00-\u9fff]{0,3}的那)/u;
const CARRIES_ON = /^(?:转告|转达|转给|带[个句]?话|捎[个句]?话|(?:负责)?把话(?:带|转)|代为通知)/u;
/** 可欣转给佘静: who is to get the word is asked. */
const PASSED_BEFORE = /(?<!微信|支付宝|银行|现金|[钱费款])[转带捎](?:话)?给$/u;
/** "你跟长顺把账查到底": both are asked. */
const BESIDE_YOU = /你[跟和与]$|[叫带喊拉]上$/u;
/** "把小骆也带上". */
const TAKEN = { before: /[把将]$/u, after: /^也?[带叫喊拉捎]上/u };
/** "大江跟白所一块儿过一遍", not "我跟白所一起去". */
const BESIDE_OTHERS = /(?<!(?:[我咱俺们]|不用|别)[^,。;!?]{0,6})[跟和与同]$/u;
const TOGETHER = /^一(?:块儿?|起|道|同|路)(?![^,。;!?]{0,4}了)/u;
const GOES_ALONG = /^(?:,|把|去|凑|商量|一起|一道|一块|两个|俩|今|明|马上|现在|下午|上午|到)/u;
/** "由邱艳书记牵头": who is to do it, not who takes it in. */
const BY_BEFORE = /由[\u4e00-\u9fff]{0,4}$/u;
const LEADS_AFTER =
  /^(?:同志|书记|主任|[\u4e00-\u9fff]长)?(?:、|和|顶|代|接|兼|挨|牵头|统筹|负责|带队|配合|组织|落实|主抓|具体|包保|去|办|今[天晚]|明[天早]|先|起草|拿出|写|统一|[把将]|收齐|报(?!名)|送|带|盯|看[着好管]|通知|跟进)/u;
const REACH = 10;

/** Is nobody asked by any of the places where this name stands? */
export function isHandInTarget(text: string, name: string): boolean {
  return placesOf(text, name).every((at) => !asksAt(text, at, name.length));
}

/** Is something handed in to one of the places where this name stands? */
export function isHandedTo(text: string, name: string): boolean {
  return placesOf(text, name).some((at) => takesInAt(text, at, name.length));
}

function takesInAt(text: string, at: number, length: number): boolean {
  return TAKES_IN_AFTER.test(text.slice(at + length, at + length + 6)) || HANDED_BEFORE.test(text.slice(Math.max(0, at - REACH), at));
}

/** "感谢水莲书记提前交卷", "照她的样子": told of as an example. */
const THANKED_BEFORE = /(?:感谢|谢谢|表扬|学学|学习)[\u4e00-\u9fff、]{0,8}$/u;
/** "贺校长那边的方案我看了没问题", "姚书记今天去县里领奖了": what is his has come already, or he is away. */
const WAS_SEEN =
  /^(?:[\u4e00-\u9fff]{0,2}长|书记|主任)?(?:[那这]边)?的[\u4e00-\u9fff]{1,6}我?(?:都|已经?)?(?:看了|看过|收到了|收了|没问题)|^(?:[\u4e00-\u9fff]长|书记|主任)?(?:今天|昨天|上午|下午)?去[^,。;]{2,8}了(?=[,。;]|$)/u;

/** As far as what somebody has asked for reaches. */
const LONGEST_ASKED = 20;

function asksAt(text: string, at: number, length: number): boolean {
  const after = text.slice(at + length, at + length + 6);
  if (TAKES_IN_AFTER.test(after) || HAS_SAID.test(after) || CARRIES_ON.test(after)) return false;
  if (HAS_ASKED.test(text.slice(at + length, at + length + LONGEST_ASKED))) return false;
  if (THANKED_BEFORE.test(text.slice(Math.max(0, at - REACH), at)) || WAS_SEEN.test(text.slice(at + length))) return false;
  if (isAlongAt(text, at, length)) return true;
  if (PASSED_BEFORE.test(text.slice(Math.max(0, at - REACH), at))) return true;
  if (LEADS_AFTER.test(after) && BY_BEFORE.test(text.slice(Math.max(0, at - REACH), at))) return true;
  return !TAKES_IN_BEFORE.test(text.slice(Math.max(0, at - REACH), at));
}

/** Told to go or do it together with whoever is spoken to. */
export function isTakenAlong(person: Person, text: string): boolean {
  return [...formsOf(person)].some((name) => placesOf(text, name).some((at) => isAlongAt(text, at, name.length)));
}

function isAlongAt(text: string, at: number, length: number): boolean {
  const [before, after] = [text.slice(Math.max(0, at - CLOSE), at), text.slice(at + length, at + length + CLOSE)];
  return (
    (BESIDE_YOU.test(before) && GOES_ALONG.test(after)) ||
    (BESIDE_OTHERS.test(before) && TOGETHER.test(after)) ||
    (TAKEN.before.test(before) && TAKEN.after.test(after))
  );
}

/** So many characters beside a name tell. */
const CLOSE = 9;

function placesOf(text: string, name: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push(at);
  return places;
}

/** "祁书记主持": a leader who leads what others are called to. */
export function isHost(person: Person, text: string): boolean {
  return person.roles.includes('leader') && [...formsOf(person)].some((form) => HOSTS.test(text.split(form).slice(1).join('\n')));
}

const HOSTS =
  /^(?:主持(?!召开)|(?:本?周[一二三四五六日末]|[今明后]天)?(?:[上下]午|一早|亲自)?带队|[^,。;\n]{0,6}来(?:给[^,。;]{1,6})?(?:讲课|授课|培训|听课)|也来听|(?:今|明|后天|周|本周|\d|[上下]午)[^,。;\n]{0,16}(?:碰个?头|召集|下来看|来(?:看|调研|检查|督查)))/mu;

/** By full name or alias, or by a given name of two characters; for people of the group. */
export function isNamed(person: Person, text: string): boolean {
  if ([person.name, ...person.aliases].some((name) => name.length > 1 && text.includes(name) && !isHandInTarget(text, name))) return true;
  const given = person.name.slice(1);
  return given.length === 2 && text.includes(given) && !isHandInTarget(text, given);
}

export function isNamedInFull(person: Person, text: string): boolean {
  return person.name.length > 1 && text.includes(person.name) && !isHandInTarget(text, person.name);
}

const CLAUSE_START =
  /(?:^|[,。!?;:、…+\s@由(]|(?:表|单|账|稿|材料|方案|报告|手续|合同|记录|档案)|(?:没[交报填来]|缺|欠|差)的(?:就)?是|就剩|只剩|还差|还缺|[就只还]等|值班(?:的)?是|(?<=\d)[.)）]|麻烦|辛苦|有劳|烦请|(?<![这那各本])[所办站股局科队院]|(?:^|[,。、;:\s])(?:执法|应急|综治|农服|民政|城管|防疫|党政)|中心|和|跟|与|及|还有|连同|让|叫|喊|请|加|要求|通知|(?:发言|参会|汇报|带队|值班)的|(?:^|[,。!?;\n、])[\u4e00-\u9fff]{2,6}的|(?:主管|分管)(?:领导|负责人|同志)|[吧哈呗嘛咯])$/u;
/** What follows where somebody is spoken to, or told to do something. */
const SPOKEN_TO =
  /^(?:$|[,:!、。?~)]|麻烦|劳驾|[(](?!\d|电话|手机|微信|联系)|\s|你|您|两位|马上|这就|立刻|赶紧|今|明|下午|上午|晚上|把|去|来|带|给(?=[每各他她]|大家)|安排|先|抓紧|尽快|受累|在(?:不在|[吗么没])|在(?![^,。!?;\s]{1,5}(?<![接等守看盯候办陪])[。!;])|各|[出写交拿找]|[留抽报填签补](?![了过的])|那边|那[\u4e00-\u9fff]{0,2}也|(?:现在|早上|中午|傍晚|\d{1,2}(?:[日号点:]|月)|周|星期|礼拜|本周)(?![^,。]{0,5}(?:不在|在[^,。]{0,3}(?:开会|学习|出差)|要来|说了|请假|休息))|要[到来去]|叫[上埋齐人]|提前(?!交|完成|走|[^,。;]{0,8}(?:了|回))|准备(?!了|好|[^,。;]{0,4}(?:退|走|去))|支援(?![^,。;]{0,6}了)|承办|把关|供稿|记得|顶上|列席|执笔|负责|牵头|统筹|协调|召集|兜底|压阵|亲自(?=[写填报交来去到跑盯核])|配合|组织|盯|看|联系|派|和|跟|加|也|都|主持|参加|出席|列席|陪同|记录|汇报|归档|补上|帮(?:着|忙|我|一下)|一道|留人|到[会场位]|上线|的(?=[今明后]|也?得|还没|呢))/u;
/** As far as it takes to see that a time is when somebody isn't there. */
const LONGEST_SPOKEN = 12;

/** "齐姐你受累…", "廖校长马上去", "安书记、鱼书记,…": by surname and title, where nobody else of the group is called so. */
export function isAddressed(person: Person, members: readonly Person[], text: string): boolean {
  const { titled, familiar } = addressesOf(person);
  const isOnly = (form: string): boolean => !members.some((other) => other !== person && addressed(other).includes(form));
  return (
    titled.some((form) => (standsSpokenTo(text, form) && isOnly(form)) || standsBehindPlace(text, form, person)) ||
    familiar.some((form) => standsSpokenTo(text, form) && isOnly(form))
  );
}

/** By name or given name, spoken to or told to do something: "长海那边给西泡子送两根". */
export function isCalled(person: Person, text: string): boolean {
  return [person.name, ...person.aliases, person.name.slice(1)].some((name) => name.length > 1 && standsSpokenTo(text, name));
}

/** "岬南许书记、凤鸣赖书记", "恒屋薛经理": behind the person's own place or firm a title says who is meant, whoever else is called so. */
function standsBehindPlace(text: string, form: string, { areas, title }: Person): boolean {
  return [...areas.flatMap(formsOfArea), title.slice(0, 2)].some((place) => place.length > 1 && standsSpokenTo(text, place + form));
}

function addressed(person: Person): readonly string[] {
  const { titled, familiar } = addressesOf(person);
  return [...titled, ...familiar];
}

/** As far as a word for the office reaches. */
const BEFORE = 4;

function standsSpokenTo(text: string, form: string): boolean {
  return placesOf(text, form).some(
    (at) =>
      asksAt(text, at, form.length) &&
      CLAUSE_START.test(text.slice(Math.max(0, at - BEFORE), at)) &&
      SPOKEN_TO.test(text.slice(at + form.length, at + form.length + LONGEST_SPOKEN)),
  );
}
