/** Structured lines on standard error. What is logged are events and facts; texts and secrets never come this far, and what looks like one is masked all the same. */
import { type DestinationStream, pino } from 'pino';
import type { Log, LogLevel } from '../ports/log.ts';

/** @param secrets values that must never be seen, wherever they turn up */
export function jsonLog(
  level: LogLevel,
  secrets: readonly string[],
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    destination,
  );
  const mask = masking(secrets);
  return (at, event, facts = {}) => {
    const safe = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, typeof value === 'string' ? mask(value) : value]));
    logger[at]({ event, ...safe });
  };
}

function masking(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter((secret) => secret.length >= 4).toSorted((a, b) => b.length - a.length);
  return (text) => known.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
}
