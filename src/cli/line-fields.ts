/** Fields of lines as they are read from people's files, alike in all commands. */
import { z } from 'zod';
import { canBeSentAt, parseInstant } from '../model/instant.ts';

/** Given back as it came. */
export const GivenId = z.union([z.string().min(1), z.number().int()]);

/** An instant with its offset, at which something can have been sent. */
export const SentAt = z.string().transform((text, context) => {
  const at = parseInstant(text);
  if (at !== null && canBeSentAt(at)) return at;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});
