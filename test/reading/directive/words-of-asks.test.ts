import { expect, it } from 'vitest';
import { wordsOfAsks } from '../../../src/reading/directive/words-of-asks.ts';
import { evidence } from '../../kit/digest-builders.ts';
import { anAsk } from '../../kit/ledger-builders.ts';

const TEXT = '林芳、梅英听着。表今天报我。另外水泵明天试转。老廖也来。';

function words(...quotes: readonly string[]): readonly string[] {
  const asks = quotes.map((quote) => anAsk({ evidence: [evidence('g1', 'm1', quote, TEXT.indexOf(quote))] }));
  return wordsOfAsks(asks, TEXT);
}

it('are all of a message that asks for one thing', () => {
  expect(words('表今天报我。')).toEqual([TEXT]);
});

it('begin for each of several behind the one before; the last has the rest', () => {
  expect(words('表今天报我。', '水泵明天试转。')).toEqual(['林芳、梅英听着。表今天报我。', '另外水泵明天试转。老廖也来。']);
});

it('stay as they are quoted where quotes overlap', () => {
  expect(words('表今天报我。', '表今天报我。另外水泵明天试转。')).toEqual(['表今天报我。', '表今天报我。另外水泵明天试转。']);
});

it('leave out what is quoted of another', () => {
  const quoted = `「赵敏:交过了」\n- - - - - - -\n${TEXT}`;
  expect(wordsOfAsks([anAsk({ evidence: [evidence('g1', 'm1', '表今天报我。', quoted.indexOf('表今天'))] })], quoted)).toEqual([TEXT]);
});
