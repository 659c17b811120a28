/** Messages for tests of the filter: who says what, and what stood before it in the group. */
import type { Label } from '../../../src/model/label.ts';
import type { Envelope, MessageKind } from '../../../src/model/message.ts';
import { organisation } from '../../../src/model/organisation.ts';
import { chineseCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import type { Circumstances } from '../../../src/reading/noise/decide.ts';
import { questionForm } from '../../../src/reading/noise/model/signals/question.ts';
import { chainHead } from '../../../src/reading/noise/rules/acknowledgement.ts';
import type { Standing } from '../../../src/reading/standing.ts';
import { type MessageView, type RecentMessage, viewOf } from '../../../src/reading/view.ts';

/** Somebody who gives tasks speaks, and nothing else is to be weighed. */
export const PLAIN: Circumstances = {
  givesTasks: true,
  toOutsiders: false,
  followsTask: false,
  unreadable: false,
  hidden: false,
  alone: false,
  binding: false,
};

type Who = 'leader' | 'office' | 'field' | 'outsider';

export interface Said {
  readonly who: Who;
  readonly text: string;
  readonly kind?: MessageKind;
  readonly mentions?: readonly string[];
  readonly recalls?: string;
  /** Earlier messages of others, each a minute apart. */
  readonly before?: readonly Before[];
  /** Replies to the first of those. */
  readonly replies?: boolean;
  /** What the same sender said a minute ago. */
  readonly first?: Said;
}

interface Before {
  readonly who: Who;
  /** Said by the one who speaks now, if who they are is the same. */
  readonly own?: boolean;
  readonly label: Label;
  readonly kind?: MessageKind;
  readonly text?: string;
}

type More = Omit<Partial<Said>, 'who' | 'text'>;

const person = (id: string, name: string, title: string, roles: ('cadre' | 'leader')[], areas: string[] = []) => ({
  id,
  name,
  title,
  roles,
  areas,
  duties: [],
  aliases: [],
  accounts: {},
  digestAt: null,
});

export const ORG = organisation({
  org: '云桥镇',
  timezone: 'Asia/Shanghai',
  workday: { start: 510, end: 1050 },
  digestAt: 1080,
  workdaysOnly: false,
  quietHours: null,
  alertCap: null,
  people: [
    person('leader', '方启明', '镇长', ['leader']),
    person('office', '祝小满', '农服中心干事', ['cadre']),
    person('field', '柏长水', '柳沟村党支部书记', ['cadre'], ['柳沟村']),
  ],
  groups: [{ platform: 'wechat', id: 'g1', name: '工作群', department: '农服中心', members: ['leader', 'office', 'field'] }],
});

const CALENDAR = chineseCalendar();
/** A Tuesday, 10:00. */
export const NOW = Date.parse('2026-11-17T10:00:00+08:00');
const MINUTE = 60_000;

export function leader(text: string, more: More = {}): Said {
  return { who: 'leader', text, ...more };
}

export function office(text: string, more: More = {}): Said {
  return { who: 'office', text, ...more };
}

export function field(text: string, more: More = {}): Said {
  return { who: 'field', text, ...more };
}

export function outsider(text: string, more: More = {}): Said {
  return { who: 'outsider', text, ...more };
}

export function viewOfSaid(said: Said, sentAt = NOW): MessageView {
  const { who, text, kind = 'text', mentions, recalls, before = [], replies = false, first } = said;
  const recent = before.map((one, index) => recentOf(one, index, sentAt - (before.length - index) * MINUTE));
  const message: Envelope = {
    platform: 'wechat',
    group: 'g1',
    id: first === undefined ? 'm1' : 'm2',
    sentAt,
    sender: { id: who, name: who },
    kind,
    text,
    ...(mentions === undefined ? {} : { mentions }),
    ...(recalls === undefined ? {} : { recalls }),
    ...(replies ? { replyTo: 'b0' } : {}),
  };
  const context = { org: ORG, group: ORG.groups[0], recent, calendar: CALENDAR };
  const turnBefore = first === undefined ? [] : [viewOfSaid(first, sentAt - MINUTE)];
  return viewOf(message, context, ORG.personById.get(who), turnBefore);
}

const STANDING: Readonly<Record<Who, Standing>> = { leader: 'leader', office: 'office', field: 'field', outsider: 'outsider' };

function recentOf({ who, label, kind = 'text', text = '', own = false }: Before, index: number, sentAt: number): RecentMessage {
  const known = ORG.personById.get(who);
  return {
    id: `b${index}`,
    senderId: own ? who : `${who}-${index}`,
    person: known?.id ?? null,
    standing: STANDING[who],
    sentAt,
    kind,
    label,
    chainHead: kind === 'chain' ? chainHead(text) : null,
    question: questionForm(text),
    asks: questionForm(text) > 0 ? text : '',
    givenName: known?.name.slice(-2) ?? '',
  };
}
