/**
 * A server that speaks chat completions, on its good and its bad days: answers as told, late, in broken JSON, with 429, 500, refusals;
 * and everything that reaches it is recorded, so that what must never be sent is seen.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PeerQuestion {
  readonly n: number;
  readonly doubts: readonly string[];
  readonly title: string;
  readonly messages: readonly {
    readonly by: string;
    readonly when: string;
    readonly text: string;
    readonly asked: boolean;
    readonly other?: boolean;
  }[];
}

/** An answer to one question, as the model would write it. */
export type Answering = (question: PeerQuestion) => unknown;

export type Day =
  /** Questions whose answers anybody knows are answered right, unless it is astray. */
  | { readonly kind: 'answers'; readonly with: Answering; readonly astray?: true }
  | { readonly kind: 'raw'; readonly content: string }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'filtered' }
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'cut' };

export interface OpenAiPeer {
  /** The base URL that a client is pointed at. */
  readonly url: string;
  readonly key: string;
  /** Bodies of requests, as text, in the order in which they came. */
  readonly received: readonly string[];
  readonly questions: readonly PeerQuestion[];
  /** What it does from now on; several days are gone through, the last stays. */
  behave(...days: readonly Day[]): void;
  close(): Promise<void>;
}

export async function startOpenAiPeer(key = 'sk-a-key-for-tests'): Promise<OpenAiPeer> {
  const received: string[] = [];
  const questions: PeerQuestion[] = [];
  let days: readonly Day[] = [{ kind: 'status', status: 500 }];

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    received.push(body);
    const day = days[0] ?? { kind: 'status' as const, status: 500 };
    if (days.length > 1) days = days.slice(1);
    if (request.headers.authorization !== `Bearer ${key}`) return answer(response, 401, { error: { message: 'no such key' } });
    if (request.url?.endsWith('/chat/completions') !== true) return answer(response, 404, { error: { message: 'no such place' } });
    const asked = questionsIn(body);
    questions.push(...asked);
    switch (day.kind) {
      case 'answers': {
        const content = JSON.stringify({
          answers: asked.map((one) => ({ n: one.n, ...Object((day.astray ? null : known(one)) ?? day.with(one)) })),
        });
        return answer(response, 200, completion(content, 'stop'));
      }
      case 'raw':
        return answer(response, 200, completion(day.content, 'stop'));
      case 'filtered':
        return answer(response, 200, completion('', 'content_filter'));
      case 'status':
        return answer(response, day.status, { error: { message: '内容不合规' } }, day.headers);
      case 'late':
        await new Promise((resolve) => setTimeout(resolve, day.ms).unref());
        return answer(response, 200, completion('{"answers":[]}', 'stop'));
      case 'cut':
        request.socket.destroy();
    }
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    key,
    received,
    questions,
    behave(...next) {
      days = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function questionsIn(body: string): readonly PeerQuestion[] {
  const { messages } = JSON.parse(body) as { messages: readonly { role: string; content: string }[] };
  const content = messages.find(({ role }) => role === 'user')?.content ?? '{}';
  return (JSON.parse(content) as { questions?: readonly PeerQuestion[] }).questions ?? [];
}

/** What any model that understands the task answers to the questions that prove it. */
function known({ messages }: PeerQuestion): object | null {
  const text = messages[0]?.text ?? '';
  const none = { title: null, deadline: null, people: [] };
  if (text.includes('高龄津贴花名册')) {
    const isOne = messages[1]?.text.includes('高龄津贴花名册') === true;
    return { same: isOne ? { quote: '高龄津贴花名册', other: '高龄津贴花名册' } : null };
  }
  if (text.includes('防火巡查记录'))
    return { ...none, verdict: 'asks', quote: '防火巡查记录', deadline: { quote: '11月19日12:00前', day: '2026-11-19' } };
  return text.includes('食堂的饺子') ? { ...none, verdict: 'nothing', quote: '' } : null;
}

function completion(content: string, finish: string): unknown {
  return {
    id: 'c1',
    object: 'chat.completion',
    created: 0,
    model: 'peer',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }],
    usage: { prompt_tokens: 500, completion_tokens: 40, total_tokens: 540 },
  };
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
