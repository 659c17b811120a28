/**
 * What takes the force from a time that looks like a deadline: who speaks (`speaker.ts`), or that it is only talked about
 * (`only-talk.ts`), called off (`called-off.ts`) or told as done (`brought.ts`). Asked of deadlines alone, so that most texts never pay for it.
 */
import { brought } from './brought.ts';
import { calledOff } from './called-off.ts';
import type { Judged } from './index.ts';
import { isNews, mentioned, news, onRecord, untrue } from './only-talk.ts';
import { otherWorlds } from './other-worlds.ts';
import type { RoleRule, Scene } from './scene.ts';
import { type Speaker, speakerOf } from './speaker.ts';
import { toldOff } from './told-off.ts';

/** A corrected time may stand in quotation marks: “9月31日”应为“9月30日”. */
export type Veto = (scene: Scene, isCorrected: boolean) => Judged | null;

const TALK: readonly RoleRule[] = [untrue, onRecord, calledOff, brought, toldOff, otherWorlds];

/** After a greeting an order may come. */
const HANDS_IN = /交(?!流|通)|报|发(?!红包|财)|填|完成|送到|整改|清/;

export function vetoesOf(text: string): Veto {
  let speaker: Speaker | null | undefined;
  let rules: readonly RoleRule[] = [];
  return (scene, isCorrected) => {
    if (speaker === undefined) {
      speaker = speakerOf(text);
      rules = isNews(text) ? [mentioned, news, ...TALK] : [mentioned, ...TALK];
    }
    if (speaker !== null && !(speaker === 'greeting' && HANDS_IN.test(scene.clauseRight === '' ? scene.rest : scene.clauseRight)))
      return { role: 'other', rule: `role/${speaker}` };
    for (const rule of rules) {
      if (isCorrected && rule === mentioned) continue;
      const role = rule.role(scene);
      if (role !== null) return { role, rule: rule.id };
    }
    return null;
  };
}
