import { describe, expect, it } from 'vitest';
import { services } from '../../../src/app.ts';
import { audienceSets, toldOf } from './cases.ts';

const sets = audienceSets(services());

describe.each(sets)('whom the orders of $name ask', ({ org, cases }) => {
  it.each(cases.filter(({ open }) => open !== true))('$text', (one) => {
    expect(toldOf(one, org)).toEqual({ missing: [], extra: [] });
  });

  it('names none as open that is read rightly', () => {
    const open = cases.filter((one) => one.open === true && toldOf(one, org).missing.length + toldOf(one, org).extra.length === 0);
    expect(open.map(({ text }) => text)).toEqual([]);
  });
});
