import { provesConformance } from '../conformance.ts';
import { openBench } from './bench.ts';

provesConformance({ kind: 'telegram', givesAgain: true, open: openBench });
