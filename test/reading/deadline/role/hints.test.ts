/** The characters that a role rule waits for must never keep it from answering. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findAtoms } from '../../../../src/reading/deadline/atoms/index.ts';
import { composePhrases } from '../../../../src/reading/deadline/compose/index.ts';
import { resolve } from '../../../../src/reading/deadline/compose/resolve.ts';
import { frameOf } from '../../../../src/reading/deadline/frame.ts';
import { awakeIn, ROLE_RULES, roleOf } from '../../../../src/reading/deadline/role/index.ts';
import { sceneOf } from '../../../../src/reading/deadline/role/scene.ts';
import { normalise } from '../../../../src/reading/text/normalise.ts';
import { contextAt, NOW } from '../reading-at.ts';

const FOLDER = new URL('../../../corpus/deadlines/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl') && !name.startsWith('held-'));
const frame = frameOf(contextAt(NOW));
const ALL = (1 << ROLE_RULES.length) - 1;

function textsOf(file: string): readonly string[] {
  const rows = readFileSync(new URL(file, FOLDER), 'utf8').split('\n');
  return rows.filter((row) => row !== '').map((row) => normalise((JSON.parse(row) as { text: string }).text).text);
}

it('there are fewer rules than bits', () => {
  expect(ROLE_RULES.length).toBeLessThan(31);
});

it.each(files)('roles are the same with every rule awake: %s', (file) => {
  for (const text of textsOf(file)) {
    const phrases = composePhrases(findAtoms(text, frame), text, frame);
    for (const [index, phrase] of phrases.entries()) {
      const scene = sceneOf(text, phrase, resolve(phrase, frame, 'ahead'), phrases[index + 1]?.start ?? text.length, frame);
      expect(roleOf(scene, awakeIn(text)), text).toEqual(roleOf(scene, ALL));
    }
  }
});
