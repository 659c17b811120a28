/** Forwards of somebody who gives tasks: whole, in part, by name only, or with a word that they are to be followed. */
import { acknowledges } from '../../acknowledgement.ts';
import { givesTasks } from '../../standing.ts';
import type { MessageView } from '../../view.ts';
import { isCutOff, isPlaceholder, isRecord, pointsToPicture } from '../forwards.ts';
import { ownText, type Rule } from '../rule.ts';

const AS_TOLD =
  /照办|照此|按此|遵照|(?:按|照)(?:着)?(?:图|表|通知|文件|附件|要求|上面|上头|这个|上述|以上)[^,。!?]{0,6}(?:办|做|执行|落实|来|报|填|改)|(?:抓紧|认真|请|要)(?:组织)?(?:落实|执行|贯彻)/u;
const TELLING = ['hazard', 'appeal', 'handIn', 'deeds'] as const;
const SHORT = 30;
const FEW = 16;

export const forwards: readonly Rule[] = [
  {
    id: 'forward.record-of-giver',
    label: 'opaque',
    weight: 12,
    says: '布置工作的人转来的东西,这里看不到内容,可能有任务',
    hits: (view) => isPlaceholder(view) && givesTasks(view.standing),
  },
  {
    id: 'forward.record-of-others',
    label: 'share',
    weight: 9,
    says: '不布置工作的人转来的聊天记录,没有说到险情、诉求、要办的事',
    hits: (view) => isRecord(view) && !givesTasks(view.standing) && TELLING.every((list) => view.words(list) === 0),
  },
  {
    id: 'forward.cut-off',
    label: 'directive',
    weight: 4,
    says: '布置工作的人的话没有显示完',
    hits: (view) => givesTasks(view.standing) && isCutOff(view),
  },
  {
    id: 'forward.as-told',
    label: 'directive',
    weight: 7,
    says: '要求照转来的办',
    hits: (view) => givesTasks(view.standing) && view.surface.bare.length <= SHORT && AS_TOLD.test(view.surface.bare) && isSaidDown(view),
  },
  {
    id: 'forward.see-picture',
    label: 'part',
    weight: 12,
    says: '要紧的内容在图里、附件里',
    hits: (view) => givesTasks(view.standing) && view.surface.bare.length <= FEW && pointsToPicture(view) && isSaidDown(view),
  },
];

/** Neither a promise to do so nor a question whether to. */
function isSaidDown(view: MessageView): boolean {
  return acknowledges(view) === null && !/^(?:我|俺|咱)|[?]|[吗么呢]$/u.test(ownText(view).trim());
}
