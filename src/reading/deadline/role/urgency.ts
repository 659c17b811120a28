/** How soon the words want it, apart from any time. */
import type { Urgency } from '../../../model/deadline.ts';

const IMMEDIATE =
  /立即|马上(?!就?要|就?到|就?是|就?国庆|就?过年|就?春节|中秋|元旦|放假|来临|入|下雨|降)|立刻|即刻|第一时间|速回|速报|速交|速速|火速|十万火急/u;
const SOON = /尽快|抓紧|尽早|赶紧|赶快|尽速|从速|抓点紧|越快越好/u;

export function urgencyOf(text: string): Urgency {
  if (IMMEDIATE.test(text)) return 'immediate';
  return SOON.test(text) ? 'soon' : 'none';
}
