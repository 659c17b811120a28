import { expect, it } from 'vitest';
import { isHan } from '../../../src/reading/text/han.ts';

it.each([...'一村镇龥'])('%s is Chinese', (character) => expect(isHan(character.charCodeAt(0))).toBe(true));
it.each([...'a1,。、「あ가 \n'])('%j is not', (character) => expect(isHan(character.charCodeAt(0))).toBe(false));
