/** What one message is: the labels of the open format, in families that say how carefully they are kept. */

export const LABELS = [
  'directive',
  'update',
  'part',
  'notice',
  'traffic',
  'appeal',
  'hazard',
  'report',
  'question',
  'answer',
  'opaque',
  'ack',
  'flattery',
  'greeting',
  'chitchat',
  'share',
  'photo_dump',
  'redpacket',
  'system',
  'other',
] as const;
export type Label = (typeof LABELS)[number];

/** Losing one of these is the worst failure. */
export const MUST_KEEP: ReadonlySet<Label> = new Set<Label>(['directive', 'update', 'opaque', 'hazard', 'appeal']);
export const SHOULD_KEEP: ReadonlySet<Label> = new Set<Label>(['part', 'notice', 'traffic', 'answer']);
/** Work talk: not noise, not an item of a digest either. */
export const TALK: ReadonlySet<Label> = new Set<Label>(['report', 'question', 'answer']);
export const NOISE: ReadonlySet<Label> = new Set<Label>([
  'ack',
  'flattery',
  'greeting',
  'chitchat',
  'share',
  'photo_dump',
  'redpacket',
  'system',
  'other',
]);
