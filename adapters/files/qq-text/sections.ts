/** The frame around the chats of one file: 消息分组 (the user's own folder) and 消息对象 (the chat) between lines of `=`. */

export type Frame =
  | { readonly kind: 'rule' }
  | { readonly kind: 'banner' }
  | { readonly kind: 'folder' }
  | { readonly kind: 'chat'; readonly name: string };

export function readFrame(line: string): Frame | null {
  if (line[0] !== '=' && line[0] !== '消') return null;
  if (/^={16,}\s*$/u.test(line)) return { kind: 'rule' };
  if (/^消息记录[（(]此消息记录为文本格式/u.test(line)) return { kind: 'banner' };
  if (/^消息分组[:：]/u.test(line)) return { kind: 'folder' };
  const chat = /^消息对象[:：](?<name>.*)$/u.exec(line)?.groups;
  return chat === undefined ? null : { kind: 'chat', name: (chat['name'] ?? '').trim() };
}
