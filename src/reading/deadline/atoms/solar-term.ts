/** The solar terms that are seldom meant by their name alone (雨水, 白露): limits only where 前 or 当天 follows. */
import type { FestivalId } from '../calendar/index.ts';
import type { Recogniser } from './atom.ts';

const TERMS: Readonly<Record<string, FestivalId>> = {
  小寒: 'lesserCold',
  大寒: 'greaterCold',
  雨水: 'rainWater',
  惊蛰: 'insectsWake',
  春分: 'springEquinox',
  小满: 'grainFull',
  芒种: 'grainInEar',
  小暑: 'lesserHeat',
  大暑: 'greaterHeat',
  处暑: 'heatEnds',
  白露: 'whiteDew',
  秋分: 'autumnEquinox',
  寒露: 'coldDew',
};

export const solarTerm: Recogniser = {
  id: 'atom/solar-term',
  hint: '蛰芒暑露寒满雨分',
  also: '前当那',
  pattern: new RegExp(`(?:${Object.keys(TERMS).join('|')})(?=[”"]?(?:之前|以前|前(?!后)|当[天日]|那[天日]))`, 'g'),
  read(_groups, _frame, { 0: name }) {
    const festival = TERMS[name];
    return festival === undefined
      ? null
      : { kind: 'day', form: 'festival', pattern: { every: 'festival', festival }, fixed: false, certain: true };
  },
};
