/** What the service tells those who run it: an event with its facts. Never the text of a message, never a secret. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export type Log = (level: LogLevel, event: string, facts?: Readonly<Record<string, string | number | boolean>>) => void;
