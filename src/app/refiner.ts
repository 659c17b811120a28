/** The refiner that a configuration asks for. Its package is loaded only then. */
import type { Clock } from '../ports/clock.ts';
import type { Refiner } from '../ports/refiner.ts';
import type { Prepared } from '../service/prepare.ts';

/** Null where refining is off. */
export async function refinerOf({ config: { refine }, refineKey }: Prepared, clock: Clock): Promise<Refiner | null> {
  if (refine.mode === 'off') return null;
  const { openAiRefiner } = await import('../refine/openai/index.ts');
  const { baseUrl, model, timeoutSeconds } = refine;
  return openAiRefiner({ baseUrl, model, key: refineKey, timeoutSeconds, clock });
}
