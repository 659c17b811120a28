/** What is told because of what was just said: a warning called out at a danger, an answer to a question, the word that a danger is over. */
import { HOUR, MINUTE } from '../../../model/instant.ts';
import type { Label } from '../../../model/label.ts';
import { acknowledges } from '../../acknowledgement.ts';
import { givesTasks } from '../../standing.ts';
import type { MessageView, RecentMessage } from '../../view.ts';
import { echoesQuestion } from '../echo.ts';
import { questionFormOf } from '../model/signals/question.ts';
import type { Rule } from '../rule.ts';

const WARNING_REACH = 15 * MINUTE;
const WARNING_LENGTH = 40;
/** "别碰", "谁都不准进去", "离远点": what somebody near the danger is to keep from with hands and feet. */
const WARNS =
  /(?:别|莫|勿|甭|不要|不准|不许|不得|不能|禁止|严禁)(?:再|先|乱|都|拿|用手|用|往|去|到|给)?[^,。!?]{0,2}(?:碰|摸|动|靠|过去|进|走|踩|捡|丢|扔|倒|喝|吃|沾|挨|推|拉闸|合闸|围|下水|下去|上去|出来|出门|开门|开窗|点火|抽烟|浇|泼)|(?:离|站|躲|退|让|跑)(?:它|那|那里|那边)?(?:远|开)|绕(?:开|着走|道|行)/u;
const PROOF_REACH = 10 * MINUTE;
const PROOF = /监控|记录仪|视频|录音|录像|照片|拍(?:了|下|到)|证据|收据|票据|截图|欠条|车牌/u;
const ANSWER_REACH = 10 * MINUTE;
const ANSWER_BACK = 3;
const DANGER_REACH = 12 * HOUR;
/** "都回吧", "收队", "不用再找了": nobody need go on. */
const RELEASES =
  /收队|解散|各回各|(?:都|各[村组队家位]+|大家|全部)(?:都|也)?(?:可以|就)?(?:回|撤|散)(?:去|来|吧|了|家|岗)?(?:$|[,。! ])|都回去|(?:不用|不必)(?:再|都)?(?:找|守|等|盯|来)|可以(?:回|撤|散)(?:去|来|了|家)?(?:$|[,。! ])/u;
const FOUND = /找(?:着|到)(?:了|啦)|没事(?:了|啦)|救(?:上|出|下|起)来|(?:全|都|已经?)(?:灭|堵住|扑灭)了?|虚惊|解除|排除/u;
const DANGERS: ReadonlySet<Label> = new Set<Label>(['hazard', 'directive', 'update']);

export const telling: readonly Rule[] = [
  {
    id: 'notice.warning',
    label: 'notice',
    weight: 7,
    says: '刚有人说到险情,喊大家别碰、别靠近',
    hits: (view) =>
      !givesTasks(view.standing) &&
      view.surface.bare.length <= WARNING_LENGTH &&
      recently(view, WARNING_REACH, ({ label }) => label === 'hazard') &&
      WARNS.test(view.surface.bare) &&
      questionFormOf(view) === 0,
  },
  {
    id: 'hazard.proof',
    label: 'hazard',
    weight: 4,
    says: '刚说了险情、线索,又说有凭据',
    hits: (view) =>
      recently(view, PROOF_REACH, ({ label, senderId }) => label === 'hazard' && senderId === view.message.sender.id) &&
      PROOF.test(view.surface.bare),
  },
  {
    id: 'answer.to-outsider',
    label: 'answer',
    weight: 2.5,
    says: '刚有群众问,村、社区的人回的话',
    hits: (view) =>
      view.standing === 'field' &&
      questionJustBefore(view)?.standing === 'outsider' &&
      questionFormOf(view) === 0 &&
      acknowledges(view) === null &&
      view.surface.bare.length >= 2,
  },
  {
    id: 'answer.echo',
    label: 'answer',
    weight: 2.5,
    says: '接着问话里的字眼回答',
    hits: (view) => {
      const asked = questionJustBefore(view);
      return asked !== undefined && mayAnswer(view, asked) && echoesQuestion(view.surface.bare, asked.asks);
    },
  },
  {
    id: 'update.release',
    label: 'update',
    weight: 4,
    says: '说大家可以收队、回去了',
    hits: (view) => givesTasks(view.standing) && view.surface.bare.length <= 80 && RELEASES.test(view.surface.bare),
  },
  {
    id: 'update.own-danger-over',
    label: 'update',
    weight: 7,
    says: '自己先前说的险情了结了,叫大家回去',
    hits: (view) =>
      recently(view, DANGER_REACH, ({ label, senderId }) => senderId === view.message.sender.id && DANGERS.has(label)) &&
      RELEASES.test(view.surface.bare) &&
      FOUND.test(view.surface.bare),
  },
];

function recently({ message, context: { recent } }: MessageView, reach: number, is: (other: RecentMessage) => boolean): boolean {
  for (let index = recent.length - 1; index >= 0; index--) {
    const other = recent[index];
    if (other === undefined || message.sentAt - other.sentAt > reach) return false;
    if (is(other)) return true;
  }
  return false;
}

function questionJustBefore({ message, context: { recent } }: MessageView): RecentMessage | undefined {
  for (let back = 1; back <= ANSWER_BACK; back++) {
    const other = recent[recent.length - back];
    if (other === undefined || message.sentAt - other.sentAt > ANSWER_REACH) return undefined;
    if (other.senderId !== message.sender.id && other.question > 0) return other;
  }
  return undefined;
}

/** Whoever gives tasks answers anybody; others answer those who ask from outside. */
function mayAnswer({ standing }: MessageView, asked: RecentMessage): boolean {
  return givesTasks(standing) || (standing === 'field' && asked.standing === 'outsider');
}
