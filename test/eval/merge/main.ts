/**
 * npm run train:merge: learns from the labelled chats by what copies are told and by what the directive that a change is about,
 * writes data/model/merge.json and data/model/targets.json, and prints how well a model decides that was learned without the chat. The same corpus gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../../src/app.ts';
import { heldOutRules } from '../held-out-rules.ts';
import { DATA } from '../noise/labelled-chats.ts';
import { asksDecided, changesDecided, type Decided } from './decided.ts';
import { learn } from './learn.ts';

const given = services();
const heldOut = [...(await heldOutRules(given)).values()];
for (const [what, decide] of [
  ['asks', asksDecided],
  ['changes', changesDecided],
] as const) {
  const rows = heldOut.map(({ name, pairs, merging }) => ({ name, ...decide(pairs, merging) }));
  const sum = (key: keyof Decided) => rows.reduce((total, row) => total + row[key], 0);
  const all = { name: 'all', right: sum('right'), wrong: sum('wrong'), missed: sum('missed'), surprise: sum('surprise') };
  for (const { name, right, wrong, missed, surprise } of [...rows, all]) {
    given.print(`${what} of ${name}: ${right} rightly joined, ${wrong} wrongly, ${missed} missed, surprise ${surprise.toFixed(1)}\n`);
  }
}
const { change, ...copies } = learn(heldOut.map(({ pairs }) => pairs));
write('merge.json', copies);
write('targets.json', change);

function write(file: string, model: object): void {
  writeFileSync(join(DATA, 'model', file), `${JSON.stringify(model, null, 2)}\n`);
}
