/**
 * A refiner that answers at random, in the right form: any words of the messages as quote, title and time, any day, anybody. What it
 * says must make no measure worse: it gets the questions with known answers wrong, and so is believed nothing.
 */
import type { Proposal, RefineQuestion } from '../../../src/model/refinement.ts';
import type { Refiner } from '../../../src/ports/refiner.ts';

type Dice = () => number;

export function randomRefiner(seed: number): Refiner {
  const dice = diceOf(seed);
  return {
    host: 'random',
    model: 'random',
    estimate: () => 0,
    async ask(questions) {
      return { outcome: 'answered', proposals: questions.map((question) => anyProposal(question, dice)), inputTokens: 0, outputTokens: 0 };
    },
  };
}

function anyProposal({ messages }: RefineQuestion, dice: Dice): Proposal {
  const texts = messages.filter(({ asked }) => asked).map(({ text }) => text);
  const others = messages.filter(({ other }) => other).map(({ text }) => text);
  const day = `2026-${pad(1 + dice() * 12)}-${pad(1 + dice() * 28)}`;
  const near = messages[0]?.when.slice(0, 8) ?? '2026-11-';
  return {
    verdict: pick(['asks', 'asks', 'tells', 'nothing'] as const, dice),
    quote: anyWords(texts, 2, 30, dice),
    title: dice() < 0.3 ? null : anyWords(texts, 4, 30, dice),
    deadline: dice() < 0.2 ? null : { quote: anyWords(texts, 2, 16, dice), day: dice() < 0.5 ? day : `${near}${pad(1 + dice() * 28)}` },
    ...(dice() < 0.5 ? {} : { same: { quote: anyWords(texts, 2, 12, dice), other: anyWords(others, 2, 12, dice) } }),
    people: texts.flatMap((text) => text.match(/⟦人\d+⟧/gu) ?? []).filter(() => dice() < 0.5),
  };
}

function anyWords(texts: readonly string[], least: number, most: number, dice: Dice): string {
  const text = pick(texts, dice) ?? '';
  const start = Math.floor(dice() * text.length);
  return text.slice(start, start + least + Math.floor(dice() * (most - least)));
}

function pick<Value>(values: readonly [Value, ...Value[]], dice: Dice): Value;
function pick<Value>(values: readonly Value[], dice: Dice): Value | undefined;
function pick<Value>(values: readonly Value[], dice: Dice): Value | undefined {
  return values[Math.floor(dice() * values.length)];
}

function pad(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}

/** The same seed, the same throws (mulberry32). */
function diceOf(seed: number): Dice {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
