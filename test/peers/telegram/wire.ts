/** The shapes of the Bot API that the peer speaks; a message holds whatever a script puts into it. */

export interface PeerUser {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
}

export interface PeerChat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  readonly title?: string;
  readonly first_name?: string;
  readonly username?: string;
  readonly is_forum?: true;
}

export interface PeerMessage {
  readonly message_id: number;
  readonly date: number;
  readonly chat: PeerChat;
  readonly from?: PeerUser;
  readonly text?: string;
  readonly [field: string]: unknown;
}

export interface PeerUpdate {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

/** What a method answers with: a result, or a refusal with the platform's own words. */
export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
    };

export function good(result: unknown): Answer {
  return { ok: true, result };
}

export function refused(code: number, description: string, parameters?: { retry_after?: number; migrate_to_chat_id?: number }): Answer {
  return { ok: false, error_code: code, description, ...(parameters === undefined ? {} : { parameters }) };
}
