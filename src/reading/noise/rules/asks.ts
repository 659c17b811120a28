/** Asking for a deed: directives, tasks of pure traffic, changes of known tasks, and notices without a task. */
import { givesTasks } from '../../standing.ts';
import type { MessageView } from '../../view.ts';
import type { Rule } from '../rule.ts';

function asksForDeed(view: MessageView): boolean {
  return view.words('handIn') + view.words('deeds') > 0;
}

function addresses(view: MessageView): boolean {
  return view.words('everyone') > 0 || (view.message.mentions?.length ?? 0) > 0 || view.surface.mentionNames.length > 0;
}

function startsWithSelf(view: MessageView): boolean {
  return /^(?:我|俺|咱|本村|我们|阿拉)/u.test(view.surface.bare);
}

/** The sender has given a task in this group not long ago. */
function hasAsked({ message, context }: MessageView): boolean {
  return context.recent.some(({ senderId, label }) => senderId === message.sender.id && label === 'directive');
}

function hasEvent(view: MessageView): boolean {
  return view.times.otherTimes.some((time) => time.role === 'event');
}

const CHANGE =
  /改(?:到|为|成|在|期)|推迟|延期|延到|延至|延长|顺延|往后(?:挪|推|延)|提前(?:到|至)|取消|作废|不用(?:再)?(?:报|填|交|来|弄|去|参加|发)|别(?:再)?(?:填|报|交|弄|来|去|发)了|不(?:开|搞|办|报|填|交|弄)了|暂停|暂缓|照旧|恢复|更正|以(?:此|这[个条]|新)[^,。]{0,4}为准|发错|搞错|写错|说错|勘误|缓一缓|缓到|撤回|收回/u;
/** The same without any word for it: something is put back or forth, need not be done, goes on after all. */
const TURN =
  /(?:先|都)(?:别|莫|不要)(?:急着)?(?:动笔|动手|填|报|交|弄|做|办|跑|来|去|印|发)(?!错|漏)|[往朝][后前](?:放|拖|提|移|错|延)|(?:拖|宽|换|推|松|缓)到|宽限|放宽|叫停|撤掉|先停了|停(?:一停|了)(?=[,。!])|接着(?:干|填|报|办|用)|先?不用[^,。!?]{1,8}了|不用(?:再|都)?(?:守|等|扫|管|写|盖|传|看|跑|统计|准备|上)|不(?:收|验|查|评|看|来|去|要|统计|扫|单开|检|催)了|(?:时间|地点|会议|日期|安排|内容)(?:变更|有变|变动|调整)|再(?:变|改|调)一?(?:回|次|下)|提前(?:[!,。]|收|交|报)|推后|暂不|又要[^,。]{0,6}了/u;
/** "《…通知》作废": whoever says it. */
const VOID = /(?:通知|文件|方案|表格?|要求|函|办法)[^。,!?]{0,8}(?:作废|废止|停止执行|予以撤销|收回)/u;
const MISTAKEN = /发错|搞错|写错|看错|弄错|点错|错了/u;
const REMIND =
  /还[差缺欠]|还(?:有|剩)[^。]{0,16}(?:没|未)(?:报|交|填|到|发|来|回|完成|签|录)|(?:没|未)(?:报|交|填|到|发|来|回)的|就差|就等|就剩|只差|只剩|(?:[村组格家办站院局队校社区])还(?:没有|没动静|没影)(?:$|[,。!])|催(?:一下|了|报|办)|再(?:次)?(?:提醒|催|说一遍|喊)|(?:最后|仅剩)[^。]{0,6}(?:小时|天|分钟)|抓紧(?:报|交|填|发|时间)|怎么还(?:没|不)|(?:缺|欠)[^,。]{1,12}(?:村|社区|组|家|表|份)/u;
const CLOSED =
  /齐了|收齐|办结|销号|算了了|(?:不用|不必|无需)再(?:管|报|催|盯)|(?:已经?|都)(?:解除|处理完|报完|交齐|汇总完)|告一段落|到此为止|结案|收官|解除|任务结束|圆满结束|(?:[两三四五六七八九十0-9]{1,4}(?:家|个村|村|社区|份|张|户|组)|全)都?齐(?!心|全|刷|力|头)/u;

export const asks: readonly Rule[] = [
  { id: 'ask.giver', label: 'directive', weight: 0.8, says: '说话的人平时布置工作', hits: (view) => givesTasks(view.standing) },
  { id: 'ask.field', label: 'directive', weight: -2.2, says: '说话的人平时不布置工作', hits: (view) => view.standing === 'field' },
  { id: 'ask.outsider', label: 'directive', weight: -6, says: '说话的人不在花名册里', hits: (view) => view.standing === 'outsider' },
  { id: 'ask.deadline', label: 'directive', weight: 2.2, says: '有截止时间', hits: (view) => view.times.deadlines[0]?.span ?? false },
  { id: 'ask.deed', label: 'directive', weight: 1.6, says: '要人做事、交东西', hits: asksForDeed },
  {
    id: 'ask.request',
    label: 'directive',
    weight: 1.2,
    says: '有“请、务必、抓紧”一类要求的话',
    hits: (view) => view.words('requests') > 0,
  },
  {
    id: 'ask.addressed',
    label: 'directive',
    weight: 1.4,
    says: '点名或对大家说的',
    hits: (view) => addresses(view) && givesTasks(view.standing),
  },
  {
    id: 'ask.object',
    label: 'directive',
    weight: 0.6,
    says: '说到表、名单、照片一类要交的东西',
    hits: (view) => view.words('objects') > 0 && asksForDeed(view),
  },
  {
    id: 'ask.meeting',
    label: 'directive',
    weight: 2.6,
    says: '通知开会、集合的时间',
    hits: (view) => view.words('meeting') > 0 && hasEvent(view) && givesTasks(view.standing),
  },
  {
    id: 'ask.event-with-deed',
    label: 'directive',
    weight: 1,
    says: '有时间,有要做的事',
    hits: (view) => hasEvent(view) && asksForDeed(view) && givesTasks(view.standing),
  },
  {
    id: 'ask.urgent',
    label: 'directive',
    weight: 1.4,
    says: '要求马上办',
    hits: (view) => view.times.urgency !== 'none' && asksForDeed(view),
  },
  {
    id: 'ask.long',
    label: 'directive',
    weight: 0.8,
    says: '成段的布置',
    hits: (view) => view.surface.bare.length > 45 && asksForDeed(view) && givesTasks(view.standing),
  },
  { id: 'ask.hearsay', label: 'directive', weight: -1.5, says: '听说、假如、往年的话', hits: (view) => view.words('plan') > 0 },
  {
    id: 'ask.reply',
    label: 'directive',
    weight: -1.5,
    says: '是在回别人的话',
    hits: (view) => view.reply !== undefined && (view.reply.label === 'question' || view.reply.label === 'directive'),
  },
  {
    id: 'ask.list',
    label: 'directive',
    weight: 1,
    says: '分条布置',
    hits: (view) => givesTasks(view.standing) && asksForDeed(view) && /(?:^|\n)\s*(?:1|一|①)[.、)]/u.test(view.normal.text),
  },
  {
    id: 'traffic.words',
    label: 'traffic',
    weight: 2.4,
    says: '转发、点赞、投票、打卡一类',
    hits: (view) => view.words('traffic') > 0 && givesTasks(view.standing),
  },
  {
    id: 'traffic.many',
    label: 'traffic',
    weight: 2.2,
    says: '几处都是转发、点赞、打卡',
    hits: (view) => view.words('traffic') > 1 && givesTasks(view.standing),
  },
  {
    id: 'traffic.asked',
    label: 'traffic',
    weight: 2,
    says: '要求大家去转、去投、去答',
    hits: (view) =>
      view.words('traffic') > 0 &&
      (addresses(view) || view.times.deadlines.length > 0 || view.words('requests') > 0) &&
      givesTasks(view.standing),
  },
  {
    id: 'update.change',
    label: 'update',
    weight: 4.6,
    says: '改动或取消先前的事',
    hits: (view) => givesTasks(view.standing) && CHANGE.test(view.surface.bare) && !startsWithSelf(view),
  },
  {
    id: 'update.turn',
    label: 'update',
    weight: 2.4,
    says: '说往后放、不用了、接着办一类的话',
    hits: (view) => givesTasks(view.standing) && TURN.test(view.surface.bare) && !CHANGE.test(view.surface.bare) && !startsWithSelf(view),
  },
  {
    id: 'update.void',
    label: 'update',
    weight: 6,
    says: '说先前的通知作废',
    hits: (view) => VOID.test(view.surface.bare) && view.surface.bare.length < 120,
  },
  {
    id: 'update.mistaken',
    label: 'update',
    weight: 8,
    says: '说自己刚布置的发错了、写错了',
    hits: (view) => MISTAKEN.test(view.surface.bare) && hasAsked(view),
  },
  {
    id: 'update.of-own',
    label: 'update',
    weight: 4,
    says: '改自己刚布置的事',
    hits: (view) => !givesTasks(view.standing) && hasAsked(view) && (CHANGE.test(view.surface.bare) || TURN.test(view.surface.bare)),
  },
  {
    id: 'update.old-time',
    label: 'update',
    weight: 2.5,
    says: '写着旧时间和新时间',
    hits: (view) => view.times.otherTimes.some((time) => time.role === 'old'),
  },
  {
    id: 'update.remind',
    label: 'update',
    weight: 4.4,
    says: '催还没交的',
    hits: (view) => givesTasks(view.standing) && REMIND.test(view.surface.bare),
  },
  {
    id: 'update.closed',
    label: 'update',
    weight: 3.4,
    says: '宣布办完、收齐了',
    hits: (view) => givesTasks(view.standing) && CLOSED.test(view.surface.bare),
  },
  {
    id: 'update.reply',
    label: 'update',
    weight: 1,
    says: '回的是先前布置的那条',
    hits: (view) => view.reply?.label === 'directive' && (CHANGE.test(view.surface.bare) || REMIND.test(view.surface.bare)),
  },
  { id: 'part.before-or-after', label: 'part', weight: 3.4, says: '和前后几条连成一件事', hits: (view) => isFragment(view) },
  {
    id: 'notice.words',
    label: 'notice',
    weight: 2.2,
    says: '天气、停水、通报一类的告知',
    hits: (view) => view.words('notice') > 0 && givesTasks(view.standing) && view.surface.bare.length > 14,
  },
  {
    id: 'notice.giver',
    label: 'notice',
    weight: 1.6,
    says: '布置工作的人说的一段话',
    hits: (view) => givesTasks(view.standing) && view.surface.bare.length > 24,
  },
  {
    id: 'notice.heading',
    label: 'notice',
    weight: 2,
    says: '有题头',
    hits: (view) => givesTasks(view.standing) && /^【[^】]+】/u.test(view.surface.bare),
  },
];

/** A short line right after (or before) the same person's task: the deadline, the form, the names. */
function isFragment(view: MessageView): boolean {
  if (!givesTasks(view.standing) || view.surface.bare.length > 40 || view.surface.bare === '') return false;
  const last = view.turnBefore.at(-1);
  if (last === undefined) return false;
  const gap = view.message.sentAt - last.message.sentAt;
  return gap <= 180_000 && (asksForDeed(last) || last.times.deadlines.length > 0) && !CHANGE.test(view.surface.bare);
}

export const REMIND_PATTERN = REMIND;
export const CLOSED_PATTERN = CLOSED;
