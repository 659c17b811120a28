/** A digest as its reader sees it, in plain text. */

import { layoutDigest } from '../../src/digest/render/layout.ts';
import { renderPlain } from '../../src/digest/render/plain.ts';
import type { DigestView } from '../../src/digest/render/view.ts';
import type { Digest, DigestItem } from '../../src/model/digest.ts';
import { aDigest, anOrganisation, aPerson } from './digest-builders.ts';

export function aView(given: Partial<DigestView> = {}): DigestView {
  return { org: anOrganisation(), person: aPerson(), ...given };
}

export function shown(digest: Digest, view: Partial<DigestView> = {}): string {
  return renderPlain(layoutDigest(digest, aView(view)));
}

/** The lines of a single item, without its number and indent. */
export function itemLines(item: Partial<DigestItem>, view: Partial<DigestView> = {}): readonly string[] {
  const lines = shown(aDigest([item]), view).split('\n');
  const start = lines.findIndex((line) => line.startsWith('1. '));
  return lines.slice(start, lines.indexOf('——')).map((line) => line.slice(3));
}
