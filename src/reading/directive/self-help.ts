/**
 * A demand that is nobody's duty (a wasps' nest, lost keys): people can help themselves with a kind word. An emergency never is one,
 * nor is a work order, nor what is somebody's duty.
 */
import lexicon from '../../../data/lexicon/duties.json' with { type: 'json' };
import { isSomebodysDuty } from './audience/duty-holders.ts';
import { isMisconduct } from './misconduct.ts';

const SMALL_TROUBLE = new RegExp(lexicon.selfHelp.about.join('|'), 'u');
const EMERGENCY = new RegExp(lexicon.selfHelp.emergency.join('|'), 'u');
const WORK_ORDER = /12345|工单|[A-Za-z]{1,6}\d{2,}-\d+|时限|承办|主办/u;

export function isSelfHelp(text: string): boolean {
  return SMALL_TROUBLE.test(text) && !EMERGENCY.test(text) && !WORK_ORDER.test(text) && !isMisconduct(text) && !isSomebodysDuty(text);
}
