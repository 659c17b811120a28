/** Teams that only titles number, and who else a headquarters calls: heads of firms, an office by its short name, all of several kinds. */
import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../../../src/reading/directive/audience/index.ts';
import { withNumberedTeams } from '../../../../src/reading/directive/audience/numbered-teams.ts';
import { inOneGroup, message, someone } from '../../../kit/audience-builders.ts';

const TEAMS = [
  someone('t1', '甘一鸣', '攻坚一组组长', ['青湾村']),
  someone('t2', '费二娘', '攻坚二组组长', ['白渡村']),
  someone('t3', '荀三立', '攻坚三组组长', ['黄坡村']),
  someone('t4', '蒋四海', '攻坚四组组长', ['赤岭村']),
];
const PEOPLE = [
  someone('clerk', '丁小文', '指挥部办公室科员', [], { roles: ['cadre', 'admin'] }),
  someone('chief', '卜总成', '副县长、总指挥', [], { roles: ['leader'] }),
  someone('deputy', '尹副良', '局党组成员、副局长', [], { roles: ['leader', 'cadre'] }),
  ...TEAMS,
  someone('f1', '汤有财', '青湾股份公司董事长', ['青湾村']),
  someone('f2', '汪大发', '白渡股份公司总经理', ['白渡村']),
  someone('flood', '常防水', '县防汛抗旱指挥部办公室主任'),
  someone('news', '路信息', '防汛办信息员'),
  someone('dams', '庞水库', '水库股股长'),
  someone('staff', '戚正邦', '消防大队参谋'),
];

describe('teams that go by numbers', () => {
  it.each([
    ['各组:今天核对账户', '甘一鸣、费二娘、荀三立、蒋四海:今天核对账户'],
    ['各攻坚组组长到会', '甘一鸣、费二娘、荀三立、蒋四海到会'],
    ['四个组长盯到底', '甘一鸣、费二娘、荀三立、蒋四海盯到底'],
    ['三个组长盯到底', '三个组长盯到底'],
    ['一组、三组请填转移人数', '甘一鸣、荀三立请填转移人数'],
    ['二到四组今晚值守', '费二娘、荀三立、蒋四海今晚值守'],
    ['发一组照片过来', '发一组照片过来'],
    ['榜单:一组 31户,四组+6', '榜单:一组 31户,四组+6'],
    ['各组织单位报名', '各组织单位报名'],
    ['五组不存在', '五组不存在'],
    ['消防演练准备一组灭火器', '消防演练准备一组灭火器'],
    ['分三组入户', '分三组入户'],
    ['二组那边卡住了', '二组那边卡住了'],
    ['先看一组、二组的合同', '先看一组、二组的合同'],
    ['青湾村三组的公告栏被撕了,一组去补', '青湾村三组的公告栏被撕了,甘一鸣去补'],
    ['各组员到指挥部', '各组员到指挥部'],
    ['一组、四组还没报', '甘一鸣、蒋四海还没报'],
    ['三组下午5点前把表报来', '荀三立下午5点前把表报来'],
    ['一组二组上午10点到', '甘一鸣费二娘上午10点到'],
    ['请各组组织群众参加', '请甘一鸣、费二娘、荀三立、蒋四海组织群众参加'],
    ['一组副组长送钥匙', '一组副组长送钥匙'],
    ['一至二组今天报,3-4组明天报', '甘一鸣、费二娘、荀三立、蒋四海:甘一鸣、费二娘今天报,荀三立、蒋四海明天报'],
  ])('%s', (text, read) => expect(withNumberedTeams(text, PEOPLE, PEOPLE)).toBe(read));

  it('are places where places are called so, and not all of them where few of their heads are', () => {
    const places = [...PEOPLE, someone('p', '祝田生', '组长', ['柳湾一组'])];
    expect(withNumberedTeams('各组今天报数', places, places)).toBe('各组今天报数');
    expect(withNumberedTeams('各组今天报数', PEOPLE, TEAMS.slice(0, 1))).toBe('各组今天报数');
  });
});

function asked(text: string, more: typeof PEOPLE = []): string {
  return audienceOf(text, message(text), inOneGroup([...PEOPLE, ...more], { org: '渌川县' })).people.join(' ');
}

it.each([
  ['各组报下加班餐人数,17:20前', 't1 t2 t3 t4'],
  ['四个组长、两家股份公司负责人今晚盯到底', 'f1 f2 t1 t2 t3 t4'],
  ['两家股份合作公司:腾空楼逐栋断电,明天报清单', 'f1 f2'],
  ['请防汛办、水库股把值班人员明天报给我', 'dams flood'],
  ['老板们!销售表明天下班前私发我', 'f1 f2'],
  ['老板们都在等,庞股长今天把名单报来', 'dams'],
  ['一鸣、三立,两位辛苦。请戚参谋带你们看一遍消防通道,周五前', 't1 t3'],
  ['各股室、站:明日8:30开局务会,全体同志准时参会', 'dams deputy f1 f2 flood news staff t1 t2 t3 t4'],
  ['防汛办、水库股各报一篇信息,周五交', 'dams flood'],
  ['参会:局领导班子,防汛办、水库股负责人', 'chief dams deputy flood'],
  ['四个组长、戚参谋今晚上线', 'staff t1 t2 t3 t4'],
  ['一鸣、三立,两位辛苦。没搬的逐户做个台账,周四交', 't1 t3'],
  ['一鸣你把青湾白渡的租客摸一次底,9日前发我', 't1'],
  ['各组把表报上来,汤有财你们不用报', 't1 t2 t3 t4'],
  ['一鸣、三立辛苦了。请庞股长把模板改好', 'dams'],
  ['一鸣你牵头,各组组长配合,周五前建好台账', 't1 t2 t3 t4'],
  ['各组都报,一鸣、三立还没报,这两个不用等', 't1 t2 t3 t4'],
  ['各组都到,二娘值班、三立请假,这两位不用来', 't1 t4'],
])('%s', (text, people) => expect(asked(text)).toBe(people));

it('teams and whole circles beside them are both meant', () => {
  const heads = ['青湾村', '白渡村', '黄坡村'].map((area, at) => someone(`v${at}`, `邹${at}平`, `${area}党支部书记`, [area]));
  expect(asked('各组组长、各村书记:把台账30日前交我', heads)).toBe('t1 t2 t3 t4 v0 v1 v2');
});

describe('bodies of a joint meeting', () => {
  const bodies = ['公安局', '民政局', '教育局', '水利局', '交通局', '住建局'].map((body, at) =>
    someone(`b${at}`, `鲍${at}新`, `县${body}联络员`),
  );
  const own = [
    someone('clerk', '丁小文', '县信访局办公室主任', [], { roles: ['cadre', 'admin'] }),
    someone('desk', '凌督办', '县信访局督办科科长'),
    someone('host', '谭书明', '县委常委、政法委书记', [], { roles: ['leader'] }),
  ];
  const told = (text: string, given = {}): string =>
    audienceOf(text, message(text, given), inOneGroup([...own, ...bodies], { org: '渌川县' })).people.join(' ');

  it.each([
    ['各成员单位:台账请于3月3日前导出发我', 'b0 b1 b2 b3 b4 b5'],
    ['除教育局、水利局两家外,其余四家各报案例一篇', 'b0 b1 b4 b5'],
    ['除教育局、水利局外,其余单位周五前各报一篇,教育局、水利局各报两篇', 'b0 b1 b2 b3 b4 b5'],
    ['昨天会议全体人员均参加了,请教育局今天补交发言稿', 'b2'],
  ])('%s', (text, people) => expect(told(text)).toBe(people));

  it('come where everybody is rung, and not only who presides', () => {
    expect(told('六家单位听好,明天下午3点调度会,分管领导都要来,谭书记主持', { mentions: ['*'] })).toBe('b0 b1 b2 b3 b4 b5');
  });
});
