/** The form of an answer. What doesn't fit is no answer; what is in it is still not believed. */
import { z } from 'zod';
import type { Proposal } from '../../model/refinement.ts';

const Answer = z.object({
  n: z.number().int().min(0),
  /** Not asked where it is only asked whether two are one. */
  verdict: z.enum(['asks', 'tells', 'nothing']).default('nothing'),
  quote: z.string().max(2000).default(''),
  title: z.string().max(200).nullish(),
  deadline: z.object({ quote: z.string().min(1).max(200), day: z.iso.date() }).nullish(),
  people: z.array(z.string().max(40)).max(50).nullish(),
  same: z.object({ quote: z.string().min(1).max(2000), other: z.string().min(1).max(2000) }).nullish(),
});
const Answers = z.object({ answers: z.array(z.unknown()).max(200) });

/** One for each question; null where its answer is missing, twice there, or of another form. The whole is null where it isn't JSON of the form. */
export function proposalsIn(content: string, count: number): readonly (Proposal | null)[] | null {
  const whole = Answers.safeParse(jsonIn(content));
  if (!whole.success) return null;
  const found = new Map<number, Proposal | null>();
  for (const one of whole.data.answers) {
    const answer = Answer.safeParse(one);
    if (!answer.success) continue;
    const { n, verdict, quote, title = null, deadline = null, people, same = null } = answer.data;
    const proposal = { verdict, quote, title, deadline, people: people ?? [], ...(same === null ? {} : { same }) };
    found.set(n, found.has(n) ? null : proposal);
  }
  return Array.from({ length: count }, (_, n) => found.get(n) ?? null);
}

/** Some models put their JSON between fences. */
function jsonIn(content: string): unknown {
  const bare = content.trim().replace(/^```(?:json)?\s*|\s*```$/gu, '');
  try {
    return JSON.parse(bare);
  } catch {
    return null;
  }
}
