/** What a message says as an answer: that it was heard, done or reported; and all by which its directive can be found. */
import type { Instant } from '../../model/instant.ts';
import type { Label } from '../../model/label.ts';
import type { Organisation, Person } from '../../model/organisation.ts';
import type { Answer, AnswerState, Followed } from '../../model/reading.ts';
import type { Judged } from '../judged.ts';
import { once } from '../once.ts';
import { byShortText } from '../short-texts.ts';
import { matchesOf } from '../text/matches.ts';
import type { MessageView, RecentMessage } from '../view.ts';
import { addressesOf } from './audience/address.ts';
import { peopleOf } from './audience/people.ts';
import { targetsOf } from './change.ts';
import { topicsOf } from './topics.ts';

const CLICKED =
  /[转赞投答]了|已(?:转|赞|投|答|学|看|签|关注|下载|打卡)|\d+\s*[分票]|满分|拉满|打卡|轨迹|截图|签到|[一二三四五六七八九十几]票/u;
const EXEMPT =
  /(?:^|[\s,。!])(?![^,。!?]{0,8}(?:坚决|决|绝))[^,。!?\s]{0,6}(?<![要来动得过进出上下去交报填搞])不(?:用|需要?|必)?[交送报填来去派参](?!来|动|及|[掉完了齐上])[^,。!?]{0,4}(?=[,。!]|$)|不涉及|没(?:有)?(?:我|咱)们?[家村]?(?:的|什么)?[事份]|轮不到/u;
const COMPLETES =
  /(?:已经?|都|全部)[^,。]{0,12}(?:完成|完毕|到位|报|交|送|填|清|发|贴|签|录|办|处理)|(?:完|好|交|报|发|送|填|清|录|齐|办|拉到|到)了|完成|全部|共计?|合计|累计/u;
const FIGURES = /\d|[一二三四五六七八九十两]+(?:户|人|个|处|份|台|亩|家|盒|车|袋)/u;
const ORDER_NUMBER = /\d{2,4}(?=号(?!楼|院|线|路|机)|(?:号)?工单|(?:号)?单子)/gu;
/** Talk in which somebody may still say that a task is done or under way. */
const TALK: ReadonlySet<Label> = new Set<Label>([
  'answer',
  'appeal',
  'chitchat',
  'flattery',
  'hazard',
  'notice',
  'question',
  'share',
  'traffic',
  'update',
]);
const LONGEST_TALK = 120;

/** What a message answers, read once: its turn may go on for long. */
export const answersIn = once(({ view, verdict }: Judged): readonly Answer[] => {
  const form = formOf(view, verdict.label);
  if (view.person === undefined || form === null) return NO_ANSWER;
  const { platform, group, id } = view.message;
  const { bare, quoted } = view.surface;
  const words = wordsOf(bare, view.context.org);
  return [
    {
      platform,
      group,
      id,
      person: view.person.id,
      state: stateOf(form, bare),
      form,
      clicked: words.clicked,
      exempt: words.exempt,
      topics: words.topics,
      targets: targetsOf(view),
      quoted: quoted === null ? [] : topicsOf(quoted, [], peopleOf(view.context.org).names),
      numbers: words.numbers,
      times: instantsOf(view),
      addressed: addressedIn(view, words),
      follows: followedBy(view),
    },
  ];
});

const NO_ANSWER: readonly Answer[] = [];

/** What the words of an answer say by themselves, whoever says them. */
interface AnswerWords {
  readonly clicked: boolean;
  readonly exempt: boolean;
  readonly topics: readonly string[];
  readonly numbers: readonly string[];
  /** Persons of the roster who are called in them. */
  readonly called: readonly Person[];
  /** A title that stands for whoever holds it. */
  readonly title: string | undefined;
}

const wordsOf = byShortText((bare, org: Organisation): AnswerWords => {
  const people = peopleOf(org);
  return {
    clicked: CLICKED.test(bare),
    exempt: EXEMPT.test(bare),
    topics: topicsOf(bare, [], people.names),
    numbers: matchesOf(ORDER_NUMBER, bare).map(([number]) => number),
    called: people.spokenOf(bare).filter((person) => isCalledIn(bare, person)),
    title: TITLE_ALONE.exec(bare)?.groups?.['title'],
  };
});

const NO_INSTANTS: readonly Instant[] = [];

function instantsOf({ times: { deadlines, otherTimes } }: MessageView): readonly Instant[] {
  if (deadlines.length === 0 && otherTimes.length === 0) return NO_INSTANTS;
  return [...deadlines, ...otherTimes.flatMap(({ value }) => value ?? [])].map(({ at }) => at);
}

function formOf(view: MessageView, label: Label): Answer['form'] | null {
  if (label === 'ack') return 'word';
  if (label === 'report') return 'report';
  const { bare } = view.surface;
  return TALK.has(label) && view.message.kind !== 'recall' && bare !== '' && bare.length <= LONGEST_TALK ? 'talk' : null;
}

/** Talk never completes a task: what is only likely must not take it out of anybody's digest. */
function stateOf(form: Answer['form'], bare: string): AnswerState {
  if (form === 'word') return 'acknowledged';
  if (form === 'report') return COMPLETES.test(bare) ? 'done' : 'reported';
  return FIGURES.test(bare) || COMPLETES.test(bare) ? 'reported' : 'acknowledged';
}

const TITLE_ALONE = /(?:收到|好的?|明白|知道了|遵命|^|,)(?<title>书记|镇长|乡长|局长|县长|主任|站长|所长|校长|领导|总工)(?:$|[,!。])/u;

/** Persons of the group to whom it is said: by name, by surname and title, or by a title that is one leader's alone. */
function addressedIn(view: MessageView, { called, title }: AnswerWords): readonly string[] {
  if (called.length === 0 && title === undefined) return NOBODY;
  const members = peopleOf(view.context.org).others(view.message, view.person);
  const holders = title === undefined ? [] : members.filter((person) => person.roles.includes('leader') && person.title.includes(title));
  return [...new Set([...called.filter((person) => members.includes(person)), ...holders].map(({ id }) => id))];
}

const NOBODY: readonly string[] = [];

function isCalledIn(text: string, person: Person): boolean {
  return formsOf(person).some((form) => text.includes(form));
}

const formsOf = once((person: Person): readonly string[] => {
  const { titled, familiar } = addressesOf(person);
  const given = person.name.slice(1);
  const forms = [person.name, ...person.aliases, ...titled, ...familiar, ...(given.length === 2 ? [given, `${given[1]}${given[1]}`] : [])];
  return forms.filter((form) => form.length > 1);
});

const REACH = 4 * 60 * 60_000;
const SPEECH: ReadonlySet<Label> = new Set<Label>(['directive', 'update', 'part', 'traffic', 'notice', 'opaque', 'hazard', 'appeal']);
const SMALL: ReadonlySet<Label> = new Set<Label>(['ack', 'greeting', 'photo_dump', 'redpacket', 'system']);

/** The last message before it that may call for an answer: a task or a notice; of a leader whatever is more than small change. */
function followedBy({ message, context: { recent } }: MessageView): Followed | null {
  for (let index = recent.length - 1; index >= 0; index--) {
    const other = recent[index];
    if (other === undefined || message.sentAt - other.sentAt > REACH) return null;
    if (other.senderId !== message.sender.id && callsForAnswer(other)) return { id: other.id, at: other.sentAt };
  }
  return null;
}

function callsForAnswer({ label, standing }: RecentMessage): boolean {
  if (standing === 'leader') return !SMALL.has(label);
  return SPEECH.has(label) && (standing === 'office' || standing === 'unknown' || label === 'directive');
}
