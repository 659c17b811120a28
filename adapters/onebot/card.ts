/** Cards: what a JSON or XML segment shows a reader. Pure. */
import type { ForwardedPart } from '../../src/adapter-kit.ts';

export interface Card {
  readonly text: string;
  readonly url?: string;
  readonly forwarded?: readonly ForwardedPart[];
  /** A group notice: its words are a message of their own, no link. */
  readonly isNotice?: true;
}

export function cardOfJson(raw: unknown): Card {
  const root = typeof raw === 'string' ? parsed(raw) : raw;
  if (!isRecord(root)) return { text: '' };
  const prompt = textOf(root['prompt']);
  const metas = isRecord(root['meta']) ? Object.values(root['meta']).filter(isRecord) : [];
  const app = textOf(root['app']);
  const [meta = {}] = metas;
  if (app === 'com.tencent.mannounce') return noticeOf(meta, prompt);
  if (app === 'com.tencent.multimsg') return recordOf(meta, prompt);
  const url = firstOf(meta, ['jumpUrl', 'qqdocurl', 'url', 'jump_url']) || textOf(root['url']);
  const lines = [firstOf(meta, ['title', 'name']), firstOf(meta, ['desc', 'summary', 'content'])].filter((line) => line !== '');
  return { text: [...new Set(lines)].join('\n') || prompt, ...(isLink(url) ? { url } : {}) };
}

export function cardOfXml(raw: unknown): Card {
  const xml = textOf(raw);
  const url = /\burl="(?<url>[^"]+)"/u.exec(xml)?.groups?.['url'] ?? '';
  const titles = [...xml.matchAll(/<(?:title|summary)\b[^>]*>(?<words>[^<]*)</gu)].map(({ groups }) => unescaped(groups?.['words'] ?? ''));
  const brief = unescaped(/\bbrief="(?<brief>[^"]*)"/u.exec(xml)?.groups?.['brief'] ?? '');
  return { text: titles.filter((line) => line.trim() !== '').join('\n') || brief, ...(isLink(url) ? { url: unescaped(url) } : {}) };
}

/** Words of a group notice come in base64. */
function noticeOf(meta: Readonly<Record<string, unknown>>, prompt: string): Card {
  const coded = meta['encode'] === 1 || meta['encode'] === '1';
  const [title, text] = [textOf(meta['title']), textOf(meta['text'])].map((words) =>
    coded ? Buffer.from(words, 'base64').toString('utf8') : words,
  );
  return { text: [title, text].filter((words) => words !== undefined && words !== '').join('\n') || prompt, isNotice: true };
}

/** The card of a forwarded record tells its first lines, as "name: words". */
function recordOf(meta: Readonly<Record<string, unknown>>, prompt: string): Card {
  const news = Array.isArray(meta['news']) ? meta['news'].filter(isRecord).map((line) => textOf(line['text'])) : [];
  return { text: firstOf(meta, ['source', 'title']) || prompt, forwarded: news.filter((line) => line !== '').map(partOf) };
}

function partOf(line: string): ForwardedPart {
  const match = /^(?<sender>[^::]{1,40})[::]\s*(?<text>.*)$/su.exec(line);
  return match === null ? { text: line } : { sender: match.groups?.['sender'] ?? '', text: match.groups?.['text'] ?? '' };
}

function firstOf(record: Readonly<Record<string, unknown>>, keys: readonly string[]): string {
  return keys.map((key) => textOf(record[key])).find((words) => words !== '') ?? '';
}

function isLink(url: string): boolean {
  return /^https?:\/\//u.test(url);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
