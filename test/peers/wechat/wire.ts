/** What the played WeChat says to the puppet in the child process, and the puppet to it; one JSON a line. */
type Payload = Readonly<Record<string, unknown>>;

export type PeerOrder =
  | { readonly do: 'contact' | 'room'; readonly payload: Payload }
  | { readonly do: 'message'; readonly payload: Payload; readonly link?: Readonly<Record<string, string>> }
  | { readonly do: 'scan'; readonly code: string; readonly status: number }
  | { readonly do: 'login'; readonly id: string }
  | { readonly do: 'leave'; readonly room: string; readonly id: string }
  | { readonly do: 'topic'; readonly room: string; readonly from: string; readonly to: string }
  | { readonly do: 'logout' | 'die' | 'hang' | 'throw' | 'reject' }
  /** What became of a text; an error has words of it in it, as real ones do. */
  | { readonly do: 'answer'; readonly call: number; readonly error?: string };

export type PeerTold =
  /** The bot has logged in and looks around. */
  | { readonly told: 'greeted' }
  | {
      readonly told: 'text';
      readonly call: number;
      readonly conversation: string;
      readonly text: string;
      readonly mentions: readonly string[];
    };
