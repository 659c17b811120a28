/** No alert goes out twice, and none is remembered longer than its directive. */
import { expect, it } from 'vitest';
import { alertKey, GivenAlerts } from '../../src/flow/given-alerts.ts';

it('knows what was given, from the keys that the store keeps', () => {
  const given = new GivenAlerts([alertKey('gu yan', 'd-1', 'due'), alertKey('mei', 'd-2', 'hazard')]);
  given.add('mei', 'd-2', 'changed');
  expect(given.has('gu yan', 'd-1', 'due')).toBe(true);
  expect(given.has('gu yan', 'd-1', 'urgent')).toBe(false);
  expect(given.has('gu yan', 'd-2', 'due')).toBe(false);
  expect(given.has('mei', 'd-2', 'changed') && given.has('mei', 'd-2', 'hazard')).toBe(true);
});

it('forgets what was given for directives that are gone', () => {
  const given = new GivenAlerts([alertKey('gu-yan', 'd-1', 'due'), alertKey('gu-yan', 'd-2', 'due')]);
  given.keep(new Map([['d-2', {}]]));
  expect(given.has('gu-yan', 'd-1', 'due')).toBe(false);
  expect(given.has('gu-yan', 'd-2', 'due')).toBe(true);
});
