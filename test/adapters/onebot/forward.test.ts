import { provesConformance } from '../conformance.ts';
import { openBench, openForward } from './bench.ts';

provesConformance({ kind: 'onebot', givesAgain: true, open: (hasty) => openBench(openForward, hasty) });
