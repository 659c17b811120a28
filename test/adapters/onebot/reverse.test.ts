import { provesConformance } from '../conformance.ts';
import { openBench, openReverse } from './bench.ts';

provesConformance({ kind: 'onebot', givesAgain: true, open: (hasty) => openBench(openReverse, hasty) });
