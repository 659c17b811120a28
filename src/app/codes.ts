/** One-time codes for binding an account: eight digits, of which only a hash is kept. */
import { createHash, randomInt } from 'node:crypto';

export interface Codes {
  /** Nobody can guess the next one. */
  random(): string;
  hash(code: string): string;
}

export const CODES: Codes = {
  random: () => String(randomInt(100_000_000)).padStart(8, '0'),
  hash: (code) => createHash('sha256').update(code).digest('hex'),
};
