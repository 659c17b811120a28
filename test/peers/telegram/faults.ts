/** What goes wrong, on demand: refusals, pages of a broken gateway, cut connections, silence. Plain data, so that another process can order it. */

export interface Fault {
  /** Only calls of this method; any but getUpdates where it is left out. */
  readonly method?: string;
  /** Only calls about this chat. */
  readonly chat?: number;
  /** How many calls it meets; 1 where it is left out. */
  readonly times?: number;
  /** Of the calls that it could meet, the share that it does, drawn from the peer's own seeded dice. */
  readonly chance?: number;
  /** Whether the call is carried out all the same, and only the answer is lost. */
  readonly taken?: boolean;
  readonly as:
    | { readonly kind: 'refuse'; readonly code: number; readonly description?: string; readonly retryAfter?: number }
    /** An HTML page of the gateway instead of the API's JSON. */
    | { readonly kind: 'page'; readonly code: number }
    | { readonly kind: 'cut' }
    | { readonly kind: 'silence' }
    | { readonly kind: 'delay'; readonly ms: number };
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The fault that meets this call, counted down. */
  meet(method: string, chat: number | null): Fault | null;
}

export function makeFaults(seed: number): Faults {
  let waiting: { fault: Fault; left: number }[] = [];
  const dice = makeDice(seed);
  return {
    add(fault) {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    clear() {
      waiting = [];
    },
    meet(method, chat) {
      const met = waiting.find(({ fault }) => concerns(fault, method, chat) && (fault.chance === undefined || dice() < fault.chance));
      if (met === undefined) return null;
      met.left--;
      if (met.left <= 0) waiting = waiting.filter((one) => one !== met);
      return met.fault;
    },
  };
}

function concerns(fault: Fault, method: string, chat: number | null): boolean {
  const methodFits = fault.method === undefined ? method !== 'getUpdates' : fault.method === method;
  return methodFits && (fault.chat === undefined || fault.chat === chat);
}

/** mulberry32: the same faults fall in every run. */
function makeDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
