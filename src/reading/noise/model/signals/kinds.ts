/** The kinds of signals. A number stands in the trained model for good: never reuse one for another meaning. */
export const SIGNAL = {
  kind: 1,
  kindOfStanding: 2,
  standing: 3,
  mentions: 4,
  length: 5,
  lengthOfStanding: 6,
  reply: 7,
  ownBefore: 10,
  placeInTurn: 11,
  sinceAsk: 12,
  askBefore: 13,
  sinceQuestion: 14,
  pictures: 15,
  acks: 16,
  before: 17,
  secondBefore: 18,
  thirdBefore: 19,
  deadlines: 20,
  otherTimes: 21,
  urgency: 22,
  words: 30,
  wordsOfStanding: 31,
  askPattern: 32,
  askForm: 33,
  questionForm: 34,
  self: 35,
  acknowledgement: 36,
  hour: 40,
  stickers: 41,
  quotes: 42,
  lines: 43,
  heading: 44,
  figures: 45,
  duration: 46,
  turnBefore: 50,
  turnBeforeLength: 51,
  mentionedBefore: 52,
  asked: 53,
  askedForm: 54,
  replyForm: 55,
  ownTask: 56,
  namesRecent: 57,
  wanted: 58,
  echo: 59,
} as const;

export type SignalKind = (typeof SIGNAL)[keyof typeof SIGNAL];

/** Tells the model one signal. */
export type Emit = (kind: SignalKind, value: number) => void;

/** How many of the edges a value has reached. */
export function step(value: number, edges: readonly number[]): number {
  let reached = 0;
  while (reached < edges.length && value >= (edges[reached] ?? 0)) reached++;
  return reached;
}
