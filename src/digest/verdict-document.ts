/** A verdict as the open format writes it. */
import type { Verdict } from '../model/reading.ts';

export function verdictDocument({ platform, group, id, label, keep, unsure, confidence, reasons }: Verdict): object {
  return { platform, group, id, label, keep, unsure, confidence, reasons };
}
