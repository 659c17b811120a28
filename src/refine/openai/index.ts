/** A refiner behind any server that speaks OpenAI's chat completions. It never throws: a call that comes to nothing is an outcome. */
import OpenAI from 'openai';
import type { Proposal, RefineQuestion } from '../../model/refinement.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Refiner, RefinerReply } from '../../ports/refiner.ts';
import { type Breaker, breaker } from './breaker.ts';
import { type Failure, failureOf } from './failures.ts';
import { mostTokensIn, SYSTEM, TOKENS_PER_ANSWER, userWords } from './prompt.ts';
import { proposalsIn } from './wire.ts';

export interface OpenAiSettings {
  readonly baseUrl: string;
  readonly model: string;
  /** Null for a server of one's own that asks for none. */
  readonly key: string | null;
  readonly timeoutSeconds: number;
  readonly clock: Clock;
}

const TRIES = 3;
const FIRST_WAIT = 500;
/** Whoever wants longer is asked another time. */
const LONGEST_WAIT = 10_000;

export function openAiRefiner({ baseUrl, model, key, timeoutSeconds, clock }: OpenAiSettings): Refiner {
  const client = new OpenAI({
    baseURL: baseUrl,
    apiKey: key ?? 'none',
    // Nothing of the surroundings goes along: these would else be read from the environment.
    organization: null,
    project: null,
    timeout: timeoutSeconds * 1000,
    maxRetries: 0,
    logLevel: 'off',
  });
  const rest: Breaker = breaker(clock.now);

  async function ask(questions: readonly RefineQuestion[], signal?: AbortSignal): Promise<RefinerReply> {
    const nothing = questions.map(() => null);
    if (questions.length === 0) return { outcome: 'answered', proposals: [], inputTokens: 0, outputTokens: 0 };
    if (!rest.mayTry()) return { outcome: 'resting', proposals: nothing, inputTokens: 0, outputTokens: 0 };
    for (let attempt = 1; ; attempt++) {
      const result = await callOnce(questions, signal);
      if (!('failure' in result)) {
        rest.note(result.outcome !== 'broken');
        return result;
      }
      const { failure } = result;
      const wait = waitFor(failure, attempt);
      if (wait === null || signal?.aborted === true) {
        // A refusal is an answer: the server is well.
        rest.note(failure.outcome === 'refused');
        return { outcome: failure.outcome, proposals: nothing, inputTokens: failure.mayCost ? estimate(questions) : 0, outputTokens: 0 };
      }
      await new Promise<void>((resolve) => void clock.after(wait, resolve));
    }
  }

  async function callOnce(questions: readonly RefineQuestion[], signal?: AbortSignal): Promise<RefinerReply | { failure: Failure }> {
    try {
      const completion = await client.chat.completions.create(
        {
          model,
          messages: [
            { role: 'system', content: SYSTEM },
            { role: 'user', content: userWords(questions) },
          ],
          response_format: { type: 'json_object' },
          temperature: 0,
          max_tokens: questions.length * TOKENS_PER_ANSWER,
        },
        signal === undefined ? {} : { signal },
      );
      return replyOf(completion, questions);
    } catch (error) {
      return { failure: failureOf(error) };
    }
  }

  function replyOf(completion: OpenAI.Chat.ChatCompletion, questions: readonly RefineQuestion[]): RefinerReply {
    const choice = completion.choices[0];
    const tokens = {
      inputTokens: completion.usage?.prompt_tokens ?? estimate(questions),
      outputTokens: completion.usage?.completion_tokens ?? 0,
    };
    const nothing: readonly null[] = questions.map(() => null);
    if (choice?.finish_reason === 'content_filter' || choice?.message.refusal != null)
      return { outcome: 'refused', proposals: nothing, ...tokens };
    const proposals: readonly (Proposal | null)[] | null = proposalsIn(choice?.message.content ?? '', questions.length);
    if (proposals === null) return { outcome: 'broken', proposals: nothing, ...tokens };
    return { outcome: 'answered', proposals, ...tokens };
  }

  /** Null where another try is of no use. */
  function waitFor({ mayRepeat, afterMs }: Failure, attempt: number): number | null {
    if (!mayRepeat || attempt >= TRIES) return null;
    const backOff = FIRST_WAIT * 2 ** (attempt - 1) * (0.75 + clock.random() / 2);
    const wait = afterMs ?? backOff;
    return wait > LONGEST_WAIT ? null : wait;
  }

  function estimate(questions: readonly RefineQuestion[]): number {
    return mostTokensIn(SYSTEM) + mostTokensIn(userWords(questions)) + questions.length * TOKENS_PER_ANSWER;
  }

  return { host: new URL(baseUrl).host, model, ask, estimate };
}
