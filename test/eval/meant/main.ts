/**
 * npm run train:meant: learns from all labelled chats, as models that never saw them read them, and from the single orders of data/audiences whom an ask
 * means, writes data/model/meant.json, and prints how the readers and trees find them in chats that the trees haven't learned from: one model for
 * each sixth of them. The same corpus and models give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../../src/app.ts';
import { chanceByTrees, type Trees } from '../../../src/model/trees.ts';
import { decideMeant, type Standing } from '../../../src/reading/directive/audience/meant.ts';
import { isFound } from '../../../src/reading/directive/audience/meant-signs.ts';
import { DATA } from '../noise/labelled-chats.ts';
import { meantChatsBy, unseenRules } from '../noise/unseen.ts';
import { bySixths } from '../sixths.ts';
import { type MeantCase, meantSetsOf } from './cases.ts';
import { learnMeant } from './learn.ts';

const given = services();
const chats = [...(await meantChatsBy(await unseenRules(given), given)).values()];
const all = [...chats, ...meantSetsOf(given)];
const models = bySixths(all, [], learnMeant);
const told = all.map(({ cases }, place) => cases.map((one) => tally(one, models[place] as Trees)));
for (const isChat of [true, false]) {
  const asks = told.filter((_, place) => place < chats.length === isChat).flat();
  const [readers, trees] = (['readers', 'trees'] as const).map((by) => {
    const sum = (which: (one: Counted) => number): number => asks.reduce((count, one) => count + which(one[by]), 0);
    const perhaps = `${sum((one) => one.perhaps.meant)} rightly and ${sum((one) => one.perhaps.others)} wrongly perhaps`;
    return `${sum(({ missing }) => Number(missing > 0))} lack somebody, ${sum(({ missing }) => missing)} people, with ${sum(({ extra }) => extra)} too many, ${perhaps}`;
  });
  given.print(`${isChat ? 'chats' : 'single orders'}, of ${asks.length} asks: by the readers ${readers}; with trees ${trees}\n`);
}
writeFileSync(join(DATA, 'model/meant.json'), `${JSON.stringify(learnMeant(all))}\n`);

interface Counted {
  /** Neither for sure nor perhaps. */
  readonly missing: number;
  /** For sure. */
  readonly extra: number;
  readonly perhaps: { readonly meant: number; readonly others: number };
}

interface Tally {
  readonly readers: Counted;
  readonly trees: Counted;
}

function tally(one: MeantCase, trees: Trees): Tally {
  const counted = (standings: readonly Standing[]): Counted => {
    const count = (isMeant: boolean, standing: Standing): number =>
      one.filter((person, place) => person.isMeant === isMeant && standings[place] === standing).length;
    const perhaps = { meant: count(true, 'perhaps'), others: count(false, 'perhaps') };
    return { missing: count(true, 'other'), extra: count(false, 'meant'), perhaps };
  };
  return {
    readers: counted(one.map(({ signs }) => (isFound(signs) ? 'meant' : 'other'))),
    trees: counted(decideMeant(one.map(({ signs }) => ({ signs, chance: chanceByTrees(trees, signs) })))),
  };
}
