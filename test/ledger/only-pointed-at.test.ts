import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/ledger/entry.ts';
import { onlyPointedAt } from '../../src/ledger/only-pointed-at.ts';
import { at, evidence } from '../kit/digest-builders.ts';
import { aChange, anAsk, changed, ledgerOf, opened } from '../kit/ledger-builders.ts';

type Given = Partial<Parameters<typeof anAsk>[0]>;

const openedAs = (directive: string, given: Given) =>
  opened({ at: at('2026-11-16 09:20'), directive, turn: directive, ask: anAsk({ evidence: [evidence('g01', directive)], ...given }) });

const STACKS = openedAs('d-stacks', { title: '草垛挪开', topics: ['草垛', '垛挪', '挪开'] });
const FODDER = openedAs('d-fodder', { title: '应急草到库装', topics: ['应急', '急草'] });
const OFF = changed({ at: at('2026-11-16 10:00'), directive: 'd-stacks', turn: 't9', change: 'cancel', evidence: [evidence('g01', 't9')] });

function pointedAt(given: Parameters<typeof aChange>[0], ...entries: readonly Entry[]): string | undefined {
  const change = aChange({ change: 'cancel', head: ['草垛'], pointed: true, ...given });
  return onlyPointedAt([...ledgerOf(...entries).directives.values()], change)?.id;
}

describe('what is called off by pointing at it', () => {
  it('is the only task that is called so, however little else is said', () => expect(pointedAt({}, STACKS, FODDER)).toBe('d-stacks'));
  it('may share a word of three with another', () =>
    expect(pointedAt({ head: ['草垛', '垛挪', '挪开'] }, STACKS, openedAs('d-photos', { topics: ['草垛', '照片'] }))).toBe('d-stacks'));

  it('is none where nothing points at it', () => {
    const { pointed: _, ...named } = aChange({ change: 'cancel', head: ['草垛'], pointed: true });
    expect(onlyPointedAt([...ledgerOf(STACKS).directives.values()], named)).toBeNull();
  });

  it.each<readonly [why: string, given: Parameters<typeof aChange>[0], entries: readonly Entry[]]>([
    ['it isn’t called off', { change: 'remind' }, [STACKS]],
    ['something else is called so, too', {}, [STACKS, openedAs('d-photos', { topics: ['草垛', '照片'] })]],
    ['half of it is of something else, too', { head: ['草垛', '垛挪'] }, [STACKS, openedAs('d-photos', { topics: ['草垛', '照片'] })]],
    ['not all that is pointed at is of it', { head: ['草垛', '名单'] }, [STACKS]],
    ['it is a danger that somebody told', {}, [openedAs('d-fire', { kind: 'hazard', topics: ['草垛', '冒烟'] })]],
    ['it is off already', {}, [STACKS, OFF]],
  ])('is none where %s', (_why, given, entries) => expect(pointedAt(given, ...entries)).toBeUndefined());
});
