/**
 * npm run train:merge: learns from the labelled chats by what copies are told and by what the directive that a change is about,
 * writes data/model/merge.json and data/model/targets.json, and prints how well a model decides that was learned without a sixth of the chats. The
 * same corpus gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { services } from '../../../src/app.ts';
import { SHIPPED_MERGE } from '../../../src/ledger/merge-score.ts';
import { heldOutRules } from '../held-out-rules.ts';
import { DATA } from '../noise/labelled-chats.ts';
import { ofFolder } from '../noise/unseen.ts';
import { asksDecided, changesDecided, type Decided } from './decided.ts';
import { learn } from './learn.ts';

const given = services();
const { pairs, rules } = await heldOutRules(given);
for (const [what, decide] of [
  ['asks', asksDecided],
  ['changes', changesDecided],
] as const) {
  const rows = [...pairs].map(([folder, some]) => ({
    name: basename(folder),
    ...decide(some, ofFolder(rules, folder).merging ?? SHIPPED_MERGE),
  }));
  const sum = (key: keyof Decided) => rows.reduce((total, row) => total + row[key], 0);
  const all = { name: 'all', right: sum('right'), wrong: sum('wrong'), missed: sum('missed'), surprise: sum('surprise') };
  for (const { name, right, wrong, missed, surprise } of [...rows, all]) {
    given.print(`${what} of ${name}: ${right} rightly joined, ${wrong} wrongly, ${missed} missed, surprise ${surprise.toFixed(1)}\n`);
  }
}
const { change, ...copies } = learn([...pairs.values()]);
write('merge.json', copies);
write('targets.json', change);

function write(file: string, model: object): void {
  writeFileSync(join(DATA, 'model', file), `${JSON.stringify(model, null, 2)}\n`);
}
