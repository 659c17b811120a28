import { describe, expect, it } from 'vitest';
import { parseRoster } from '../../src/config/roster.ts';
import type { Roster } from '../../src/model/organisation.ts';

function rosterOf(content: unknown): Roster {
  const result = parseRoster(JSON.stringify(content), true);
  if ('mistakes' in result) throw new Error(result.mistakes.join('\n'));
  return result.roster;
}

function mistakesOf(content: unknown): readonly string[] {
  const result = parseRoster(typeof content === 'string' ? content : JSON.stringify(content), true);
  return 'mistakes' in result ? result.mistakes : [];
}

const PERSON = { id: 'gu-yan', name: '顾燕' };

describe('a roster', () => {
  it('tells the keys that it passes over: `role` is easily written for `roles`', () => {
    const content = { org: '东岭镇', motto: '为人民服务', people: [PERSON, { ...PERSON, id: 'two', role: ['leader'] }] };
    expect(parseRoster(JSON.stringify(content), true)).toMatchObject({ unknown: ['people.1.role', 'motto'] });
  });

  it('needs no more than a name', () => {
    expect(rosterOf({ org: '东岭镇' })).toEqual({
      org: '东岭镇',
      timezone: 'Asia/Shanghai',
      workday: { start: 510, end: 1050 },
      digestAt: 1080,
      workdaysOnly: false,
      quietHours: null,
      alertCap: null,
      overdueDays: 3,
      people: [],
      groups: [],
    });
  });

  it('is read as the format shows it; keys that nobody knows are ignored', () => {
    const roster = rosterOf({
      org: '东岭镇',
      timezone: 'Asia/Urumqi',
      workday: { start: '09:00', end: '18:00' },
      digestAt: '18:00',
      quietHours: { from: '21:30', to: '07:30' },
      alertCap: 5,
      overdueDays: 7,
      workdaysOnly: true,
      motto: '为人民服务',
      people: [
        {
          ...PERSON,
          title: '书记',
          roles: ['cadre', 'leader'],
          areas: ['南渡村'],
          duties: ['农机'],
          aliases: ['南渡-燕子'],
          accounts: { telegram: 1001, wechat: 'wxid_guyan' },
          digestAt: '07:30',
          height: 170,
        },
      ],
      groups: [{ platform: 'wechat', id: 'g01', name: '农机群', department: '农服中心', members: ['gu-yan'] }],
    });
    expect(roster).toMatchObject({
      timezone: 'Asia/Urumqi',
      workday: { start: 540, end: 1080 },
      quietHours: { from: 1290, to: 450 },
      alertCap: 5,
      overdueDays: 7,
      workdaysOnly: true,
    });
    expect(roster.people[0]).toEqual({
      ...PERSON,
      title: '书记',
      roles: ['cadre', 'leader'],
      areas: ['南渡村'],
      duties: ['农机'],
      aliases: ['南渡-燕子'],
      accounts: { telegram: '1001', wechat: 'wxid_guyan' },
      digestAt: 450,
    });
    expect(roster.groups[0]?.members).toEqual(['gu-yan']);
  });

  it('is the same in YAML, with numbers for ids and a byte order mark', () => {
    const yaml =
      '\uFEFForg: 东岭镇\npeople:\n  - {id: 1001, name: 顾燕, digestAt: "07:30"}\ngroups:\n  - {platform: qq, id: 77, members: [1001]}\n';
    expect(parseRoster(yaml, false)).toEqual({
      unknown: [],
      roster: rosterOf({
        org: '东岭镇',
        people: [{ id: '1001', name: '顾燕', digestAt: '07:30' }],
        groups: [{ platform: 'qq', id: '77', members: ['1001'] }],
      }),
    });
  });

  it('may have a byte order mark in JSON too', () => {
    expect(parseRoster('\uFEFF{"org":"x"}', true)).toHaveProperty('roster');
  });
});

describe('a mistake', () => {
  it('is named with its place, every one of them', () => {
    const mistakes = mistakesOf({
      org: '',
      timezone: 'Mars/Base',
      digestAt: '25:00',
      alertCap: 0,
      people: [{ name: '甲' }, { id: 'b', name: '', roles: ['king'] }, { id: null, name: '丙', accounts: { telegram: 1e20 } }],
      groups: [{ platform: 'wechat', id: {}, members: 'all' }],
    });
    expect(mistakes.map((mistake) => mistake.split(':')[0])).toEqual([
      'org',
      'timezone',
      'digestAt',
      'alertCap',
      'people.0.id',
      'people.1.name',
      'people.1.roles.0',
      'people.2.id',
      'people.2.accounts.telegram',
      'groups.0.id',
      'groups.0.members',
    ]);
  });

  it.each<readonly [what: string, content: unknown, tells: readonly string[]]>([
    ['a workday that ends before it begins', { org: 'x', workday: { start: '17:00', end: '08:00' } }, ['workday: 17:00 to 08:00']],
    ['a workday of no length', { org: 'x', workday: { start: '08:00', end: '08:00' } }, ['start has to come before end']],
    ['the id of the reader in all groups', { org: 'x', people: [{ ...PERSON, id: '*' }] }, ['"*" is kept']],
    ['an id used twice', { org: 'x', people: [PERSON, PERSON] }, ['"gu-yan" is used twice']],
    [
      'a group listed twice',
      {
        org: 'x',
        groups: [
          { platform: 'qq', id: '1' },
          { platform: 'qq', id: 1 },
        ],
      },
      ['qq 1 is listed twice'],
    ],
    ['a member who is nobody', { org: 'x', groups: [{ platform: 'qq', id: '1', members: ['ghost', 'gone'] }] }, ['"ghost"', '"gone"']],
    [
      'an account of two people',
      {
        org: 'x',
        people: [
          { ...PERSON, accounts: { qq: '1' } },
          { id: 'b', name: '乙', accounts: { qq: 1 } },
        ],
      },
      ['"gu-yan" and "b"'],
    ],
  ])('%s', (_what, content, tells) => {
    const mistakes = mistakesOf(content);
    expect(mistakes).toHaveLength(tells.length);
    for (const [index, words] of tells.entries()) expect(mistakes[index]).toContain(words);
  });

  it('is told in Chinese to those who read Chinese, and never holds a piece of a broken file', () => {
    const result = parseRoster(JSON.stringify({ org: 'x', digestAt: '25:00', people: [{ id: 'a' }, PERSON, PERSON] }), true, 'zh');
    const mistakes = 'mistakes' in result ? result.mistakes.join() : '';
    expect(mistakes).toContain('不是 18:00 这样的时刻');
    expect(mistakes).toContain('people.0.name: 无效输入');
    const broken = parseRoster('{"org":"保密镇","people":[}', true, 'zh');
    expect(broken).toEqual({ mistakes: [expect.stringMatching(/^第 1 行第 \d+ 列:不是合格的 JSON$/u)] });
  });

  it.each(['', '[]', 'null', '{"org":'])('%j is no roster', (text) => {
    expect(mistakesOf(text)).toHaveLength(1);
    expect(parseRoster(text, false)).toHaveProperty('mistakes');
  });

  it('is none where one platform’s group has the id of another’s', () => {
    expect(
      mistakesOf({
        org: 'x',
        groups: [
          { platform: 'qq', id: '1' },
          { platform: 'wechat', id: '1' },
        ],
      }),
    ).toEqual([]);
  });
});
