/**
 * npm run train:merge: learns from the labelled chats by what copies are told, writes data/model/merge.json, and prints how well a model
 * decides that was learned without the chat. The same corpus gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../../src/app.ts';
import { heldOutRules } from '../held-out-rules.ts';
import { DATA } from '../noise/labelled-chats.ts';
import { asksDecided } from './decided.ts';
import { learn } from './learn.ts';

const given = services();
const heldOut = [...(await heldOutRules(given)).values()];
const rows = heldOut.map(({ name, pairs, rules }) => ({ name, ...asksDecided(pairs, rules.merging) }));
for (const { name, right, wrong, missed } of rows) given.print(`${name}: ${right} rightly merged, ${wrong} wrongly, ${missed} missed\n`);
const sum = (key: 'right' | 'wrong' | 'missed' | 'surprise') => rows.reduce((total, row) => total + row[key], 0);
given.print(
  `all: ${sum('right')} rightly merged, ${sum('wrong')} wrongly, ${sum('missed')} missed, surprise ${sum('surprise').toFixed(1)}\n`,
);
writeFileSync(join(DATA, 'model/merge.json'), `${JSON.stringify(learn(heldOut.flatMap(({ pairs }) => pairs)), null, 2)}\n`);
