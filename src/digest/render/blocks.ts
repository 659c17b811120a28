/** The parts of a digest under one heading each, in the order in which they are read. */
import type { Digest, Section } from '../../model/digest.ts';
import { type ItemBlock, itemBlock, joinedBlock } from './item-block.ts';
import type { DigestView } from './view.ts';

export type BlockId = 'changed' | 'due' | 'new' | 'upcoming' | 'troubles' | 'notices' | 'unsure' | 'traffic';

export interface Block {
  readonly id: BlockId;
  /** All items stand in one line. */
  readonly joined: boolean;
  readonly items: readonly ItemBlock[];
  /** The same items as half lines, for those that have no room of their own. */
  readonly short: readonly ItemBlock[];
}

const BLOCKS: readonly { readonly id: BlockId; readonly sections: readonly Section[]; readonly joined: boolean }[] = [
  { id: 'changed', sections: ['changed'], joined: false },
  { id: 'due', sections: ['due'], joined: false },
  { id: 'new', sections: ['new'], joined: false },
  { id: 'upcoming', sections: ['upcoming'], joined: true },
  { id: 'troubles', sections: ['hazards', 'appeals'], joined: false },
  { id: 'notices', sections: ['notices'], joined: true },
  { id: 'unsure', sections: ['unsure'], joined: false },
  { id: 'traffic', sections: ['traffic'], joined: true },
];

/** Items keep the order that the digest gives them; blocks without items are left out. */
export function blocksOf(digest: Digest, view: DigestView): readonly Block[] {
  return BLOCKS.map(({ id, sections, joined }) => {
    const items = digest.items.filter((item) => sections.includes(item.section));
    const short = items.map((item) => joinedBlock(item, digest, view));
    return { id, joined, items: joined ? short : items.map((item) => itemBlock(item, digest, view)), short };
  }).filter((block) => block.items.length > 0);
}
