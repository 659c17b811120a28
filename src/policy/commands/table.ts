/** Every command that people can give the bot, in one list: its words, who may give it, and what it takes. What it says of itself is in data/lang. */
import type { Role } from '../../model/organisation.ts';

/**
 * `numbers`: one or several, or none where something is quoted · `number?`: one at most · `number+text`: a number, then words ·
 * `id`: one word without spaces.
 */
export type Takes = 'nothing' | 'numbers' | 'number?' | 'text' | 'text?' | 'number+text' | 'id' | 'id?';

export interface CommandSpec {
  readonly name: CommandName;
  /** One of these roles is needed; none = everybody, also whom nobody knows yet. */
  readonly roles: readonly Role[];
  /** The first one is that of help and of sentences. */
  readonly words: readonly string[];
  readonly takes: Takes;
  /** It reads days of chat again: whoever gives it is told so at once, and gets the answer when it is done. */
  readonly slow?: true;
}

export const COMMAND_NAMES = [
  'today',
  'all',
  'show',
  'done',
  'acknowledge',
  'decline',
  'undo',
  'missed',
  'help',
  'bind',
  'unbind',
  'confirm',
  'drop',
  'post',
  'amend',
  'revoke',
  'receipts',
  'urge',
  'join',
  'leave',
  'rules',
  'mute',
  'rehearse',
  'falseAlarm',
  'overlooked',
  'status',
  'bindCode',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

const READER: readonly Role[] = ['cadre', 'leader'];
const LEADER: readonly Role[] = ['leader'];
const ADMIN: readonly Role[] = ['admin'];
const ANYBODY: readonly Role[] = [];
const KNOWN: readonly Role[] = ['cadre', 'leader', 'admin'];

export const COMMANDS: readonly CommandSpec[] = [
  { name: 'today', roles: READER, words: ['今日', '今天', '今日日要', '今日群要', '日要', '今日要', 'today'], takes: 'nothing' },
  { name: 'all', roles: READER, words: ['全部', '所有', '全文', '看全部', 'all'], takes: 'nothing' },
  { name: 'show', roles: READER, words: ['原文', '查看', '看', '详情', '展开'], takes: 'numbers' },
  {
    name: 'done',
    roles: READER,
    words: ['完成', '已完成', '办完', '已办完', '办结', '已办结', '办好', '已办', '做完', '做好', '搞定', '完結', 'done'],
    takes: 'numbers',
  },
  { name: 'acknowledge', roles: READER, words: ['收到', '已收到', '知道', '知悉', '已阅', '已悉', '明白'], takes: 'numbers' },
  {
    name: 'decline',
    roles: READER,
    words: ['不是我的', '不是我', '不归我管', '不归我', '与我无关', '和我无关', '跟我无关', '不关我事', '不是我的事'],
    takes: 'numbers',
  },
  { name: 'undo', roles: READER, words: ['撤销', '撤回', '撤消', '反悔', '撤銷', 'undo'], takes: 'nothing' },
  { name: 'missed', roles: READER, words: ['漏了', '遗漏', '漏掉'], takes: 'text?' },
  { name: 'help', roles: KNOWN, words: ['帮助', '幫助', '菜单', '指令', '命令', '怎么用', '使用说明', 'help'], takes: 'nothing' },
  { name: 'bind', roles: ANYBODY, words: ['绑定', '綁定', 'start', 'bind'], takes: 'id?' },
  { name: 'unbind', roles: KNOWN, words: ['解绑', '解除绑定', '取消绑定', '解綁', 'unbind'], takes: 'nothing' },
  { name: 'confirm', roles: KNOWN, words: ['确认', '确定', '確認', '好的确认', '确认下发'], takes: 'nothing' },
  { name: 'drop', roles: KNOWN, words: ['取消', '算了', '不发了', '先不发'], takes: 'nothing' },
  { name: 'post', roles: LEADER, words: ['下发', '下發'], takes: 'text' },
  { name: 'amend', roles: LEADER, words: ['更正'], takes: 'number+text' },
  { name: 'revoke', roles: LEADER, words: ['作废', '作廢'], takes: 'numbers' },
  { name: 'receipts', roles: LEADER, words: ['回执', '回執'], takes: 'number?' },
  { name: 'urge', roles: LEADER, words: ['催', '催办', '催一下'], takes: 'numbers' },
  { name: 'join', roles: ADMIN, words: ['入群'], takes: 'text?' },
  { name: 'leave', roles: ADMIN, words: ['退群'], takes: 'text?' },
  { name: 'mute', roles: ADMIN, words: ['规则停用', '规则 停用', '规则mute', '规则 mute', '停用规则', '停用'], takes: 'id', slow: true },
  { name: 'rehearse', roles: ADMIN, words: ['规则试跑', '规则 试跑', '试跑规则', '试跑'], takes: 'id', slow: true },
  { name: 'rules', roles: ADMIN, words: ['规则', '規則'], takes: 'nothing' },
  { name: 'falseAlarm', roles: ADMIN, words: ['误报', '誤報'], takes: 'numbers', slow: true },
  { name: 'overlooked', roles: ADMIN, words: ['漏报', '漏報'], takes: 'text?', slow: true },
  { name: 'status', roles: ADMIN, words: ['状态', '狀態', 'status'], takes: 'nothing' },
  { name: 'bindCode', roles: ADMIN, words: ['绑定码', '綁定碼'], takes: 'text' },
];

export function commandSpec(name: CommandName): CommandSpec {
  const found = COMMANDS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no such command: ${name}`);
  return found;
}

/** Whether somebody with these roles may give it. */
export function mayGive(name: CommandName, roles: readonly Role[]): boolean {
  const needed = commandSpec(name).roles;
  return needed.length === 0 || needed.some((role) => roles.includes(role));
}
