/** As much of the library as is used here. It is optional, so nothing of it may be needed to compile. */
export interface Contact {
  readonly id: string;
  name(): string;
  type(): number;
  say(text: string): Promise<unknown>;
}

export interface Room {
  readonly id: string;
  topic(): Promise<string>;
  alias(contact: Contact): Promise<string | undefined>;
  memberAll(): Promise<readonly Contact[]>;
  say(text: string, ...mentions: readonly Contact[]): Promise<unknown>;
}

export interface Said {
  readonly id: string;
  readonly payload?: { readonly filename?: string };
  type(): number;
  date(): Date;
  self(): boolean;
  text(): string;
  talker(): Contact;
  listener(): Contact | undefined;
  room(): Room | undefined;
  mentionList(): Promise<readonly Contact[]>;
  toFileBox(): Promise<{ readonly name: string; readonly size?: number }>;
  toUrlLink(): Promise<Link>;
  toMiniProgram(): Promise<Omit<Link, 'url'>>;
}

interface Link {
  title(): string;
  description(): string | undefined;
  url(): string;
}

export interface Bot {
  readonly isLoggedIn: boolean;
  readonly Room: { find(query: { id: string }): Promise<Room | undefined>; findAll(): Promise<readonly Room[]> };
  readonly Contact: { find(query: { id: string }): Promise<Contact | undefined> };
  on(event: string, listener: (...facts: never[]) => void): unknown;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export const LIBRARY = 'wechaty';

/** The name of the first package that isn't there, or how a bot is made. */
export async function loadWechaty(puppet: string): Promise<{ readonly missing: string } | ((name: string, options: object) => Bot)> {
  const library = await load(LIBRARY);
  const speaker = library === null ? null : await load(puppet);
  if (library === null || speaker === null) return { missing: library === null ? LIBRARY : puppet };
  const { WechatyBuilder } = library as { WechatyBuilder: { build(options: object): Bot } };
  const Puppet = constructorIn(speaker);
  return (name, options) => WechatyBuilder.build({ name, puppet: new Puppet(options) });
}

async function load(name: string): Promise<unknown> {
  try {
    return await import(name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(name)) return null;
    throw error;
  }
}

/** A puppet is the default export; of packages in the older form, the default of the default. */
function constructorIn(module: unknown): new (options: object) => object {
  let found: unknown = module;
  while (typeof found === 'object' && found !== null && 'default' in found) found = found.default;
  if (typeof found !== 'function') throw new TypeError('no puppet');
  return found as new (
    options: object,
  ) => object;
}
