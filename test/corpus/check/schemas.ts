/** What the files of a scenario hold. Unknown keys are refused: in a corpus they are slips of the pen. */
import { z } from 'zod';
import { isDay, parseClock, parseInstant } from '../../../src/model/instant.ts';
import { LABELS } from '../../../src/model/label.ts';
import { MESSAGE_KINDS } from '../../../src/model/message.ts';
import { ROLES } from '../../../src/model/organisation.ts';

export const CHANGES = ['deadline', 'cancel', 'remind', 'amend', 'done', 'reinstate'] as const;
export type Change = (typeof CHANGES)[number];

const InstantText = z.string().refine((text) => parseInstant(text) !== null, 'is no instant with an offset');
const DayText = z.string().refine(isDay, 'is no day of the calendar');
const ClockText = z.string().refine((text) => parseClock(text) !== null, 'is no clock time');
const Id = z.string().min(1);
const MessageId = z.string().regex(/^m\d{4,5}$/u, 'must be m and four digits, or five');

const Person = z.strictObject({
  id: Id,
  name: z.string().min(1),
  title: z.string().min(1),
  roles: z.array(z.enum(ROLES)).nonempty(),
  areas: z.array(z.string().min(1)).default([]),
  duties: z.array(z.string().min(1)).default([]),
  aliases: z.array(z.string()).default([]),
  accounts: z.record(z.string(), z.string()).default({}),
  digestAt: ClockText.optional(),
});

const Group = z.strictObject({ platform: Id, id: Id, name: z.string().min(1), department: z.string(), members: z.array(Id).nonempty() });

export const RosterFile = z.strictObject({
  org: z.string().min(1),
  timezone: z.literal('Asia/Shanghai'),
  workday: z.strictObject({ start: ClockText, end: ClockText }),
  digestAt: ClockText,
  quietHours: z.strictObject({ from: ClockText, to: ClockText }).optional(),
  alertCap: z.number().optional(),
  overdueDays: z.number().optional(),
  workdaysOnly: z.boolean().optional(),
  people: z.array(Person).nonempty(),
  groups: z.array(Group).nonempty(),
});
export type RosterFile = z.infer<typeof RosterFile>;
export type Person = z.infer<typeof Person>;

export const ChatLine = z.strictObject({
  platform: Id,
  group: Id,
  id: MessageId,
  sentAt: InstantText,
  sender: z.strictObject({ id: Id, name: z.string().min(1) }),
  kind: z.enum(MESSAGE_KINDS),
  text: z.string(),
  mentions: z.array(Id).nonempty().optional(),
  replyTo: MessageId.optional(),
  recalls: MessageId.optional(),
  edits: MessageId.optional(),
  file: z.strictObject({ name: z.string().min(1) }).optional(),
  url: z.string().optional(),
  durationSec: z.number().positive().optional(),
  forwarded: z.array(z.strictObject({ sender: z.string().optional(), text: z.string() })).optional(),
});
export type ChatLine = z.infer<typeof ChatLine>;

export const GoldLine = z.strictObject({
  id: MessageId,
  label: z.enum(LABELS),
  directive: Id.nullable(),
  directives: z.array(Id).min(2).optional(),
  change: z.enum(CHANGES).nullable(),
  answers: Id.optional(),
  done: z.literal(true).optional(),
  note: z.string().default(''),
});
export type GoldLine = z.infer<typeof GoldLine>;

const DeadlineValue = z.strictObject({
  at: InstantText,
  day: DayText,
  precision: z.enum(['minute', 'hour', 'half_day', 'day', 'week', 'month']),
});
export type DeadlineValue = z.infer<typeof DeadlineValue>;

const AudienceValue = z.union([
  z.strictObject({ all: z.literal(true) }),
  z.strictObject({ people: z.array(Id).nonempty() }),
  z.strictObject({ areas: z.array(Id).nonempty() }),
  z.strictObject({ groups: z.array(Id).nonempty() }),
  z.strictObject({ roles: z.array(z.enum(ROLES)).nonempty() }),
]);
export type AudienceValue = z.infer<typeof AudienceValue>;

const HistoryEntry = z.strictObject({ message: MessageId, change: z.enum(CHANGES), deadline: DeadlineValue.optional() });

export const DirectiveEntry = z.strictObject({
  id: z.string().regex(/^D\d{2}$/u, 'must be D and two digits'),
  action: z.string().min(1),
  audience: AudienceValue,
  issuer: Id,
  deadline: DeadlineValue.nullable(),
  recurrence: z.enum(['daily', 'weekly', 'monthly']).nullable(),
  until: DayText.optional(),
  kind: z.enum(['substantive', 'traffic', 'meeting', 'appeal', 'hazard']),
  firstSeen: MessageId,
  sources: z.array(MessageId).nonempty(),
  history: z.array(HistoryEntry),
  final: z.strictObject({ status: z.enum(['open', 'cancelled', 'done']), deadline: DeadlineValue.nullable() }),
  urgent: z.boolean(),
  note: z.string(),
});
export type DirectiveEntry = z.infer<typeof DirectiveEntry>;

export const SecondLine = z.strictObject({ id: MessageId, label: z.enum(LABELS) });
export type SecondLine = z.infer<typeof SecondLine>;

/** Of a message of an exchange: an update may say what it does to the task that it is about. */
export const ExchangeLine = SecondLine.extend({ change: z.enum(CHANGES).optional() });

export const ClueLine = z.strictObject({ text: z.string().min(1), clue: z.boolean() });

export const PhraseLine = z.strictObject({
  id: Id,
  text: z.string().min(1),
  label: z.enum(LABELS),
  note: z.string().optional(),
  lone: z.literal(true).optional(),
  /** What an update does to the task that it is about. */
  change: z.enum(CHANGES).optional(),
});
export type PhraseLine = z.infer<typeof PhraseLine>;
