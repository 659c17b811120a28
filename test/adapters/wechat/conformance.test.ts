import { provesConformance } from '../conformance.ts';
import { openBench } from './bench.ts';

provesConformance({ kind: 'wechat', givesAgain: false, open: openBench });
