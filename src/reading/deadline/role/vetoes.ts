/**
 * What takes the force from a time that looks like a deadline: who speaks (`speaker.ts`), or that it is only talked about
 * (`only-talk.ts`). Asked of deadlines alone, so that most texts never pay for it.
 */
import type { Judged } from './index.ts';
import { mentioned, news, onRecord, untrue } from './only-talk.ts';
import type { RoleRule, Scene } from './scene.ts';
import { type Speaker, speakerOf } from './speaker.ts';

/** A corrected time may stand in quotation marks: “9月31日”应为“9月30日”. */
export type Veto = (scene: Scene, isCorrected: boolean) => Judged | null;

const TALK: readonly RoleRule[] = [news, untrue, onRecord];

export function vetoesOf(text: string): Veto {
  let speaker: Speaker | null | undefined;
  return (scene, isCorrected) => {
    speaker = speaker === undefined ? speakerOf(text) : speaker;
    if (speaker !== null) return { role: 'other', rule: `role/${speaker}` };
    const rules = isCorrected ? TALK : [mentioned, ...TALK];
    for (const rule of rules) {
      const role = rule.role(scene);
      if (role !== null) return { role, rule: rule.id };
    }
    return null;
  };
}
