/** The public holidays by the names that stand before 前 and 后. */
import type { FestivalId } from '../calendar/index.ts';

export const HOLIDAY_NAMES: readonly (readonly [name: string, festival: FestivalId])[] = [
  ['元旦', 'newYear'],
  ['春节', 'spring'],
  ['清明', 'qingming'],
  ['五一', 'labour'],
  ['劳动节', 'labour'],
  ['端午', 'dragonBoat'],
  ['中秋', 'midAutumn'],
  ['国庆', 'national'],
  ['十一', 'national'],
];
