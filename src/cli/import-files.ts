/** What there is to import: a folder stands for its roster and its chat, and a roster is known by its name, or by what is in it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InputError } from './command.ts';
import { rosterIn } from './folder.ts';

/** No roster is larger, and not all of a large chat is to be read twice. */
const LARGEST_ROSTER = 8 * 1024 * 1024;

export function filesOf(path: string): readonly string[] {
  if (!existsSync(path)) throw new InputError('error.file-missing', { file: path, reason: 'ENOENT' });
  if (!statSync(path).isDirectory()) return [path];
  const files = [rosterIn(path), ...['chat.jsonl', 'result.json'].map((name) => join(path, name))].filter(
    (name) => name !== null && existsSync(name),
  ) as string[];
  if (files.length === 0) throw new InputError('import.empty-folder', { file: path });
  return files;
}

export function isRoster(path: string): boolean {
  return /\.ya?ml$|^roster\.json$/u.test(basename(path)) || (path.endsWith('.json') && holdsPeople(path));
}

function holdsPeople(path: string): boolean {
  if (!existsSync(path) || statSync(path).size > LARGEST_ROSTER) return false;
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/u, ''));
    return typeof content === 'object' && content !== null && 'people' in content && !('messages' in content) && !('chats' in content);
  } catch {
    return false;
  }
}
