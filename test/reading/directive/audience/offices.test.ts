import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../../../src/model/message.ts';
import { organisation, type Person } from '../../../../src/model/organisation.ts';
import { audienceOf } from '../../../../src/reading/directive/audience/index.ts';
import { COUNTY, inOneGroup, message } from '../../../kit/audience-builders.ts';

const NOBODY: Person = { id: '', name: '', title: '', roles: ['cadre'], areas: [], duties: [], aliases: [], accounts: {}, digestAt: null };
const PEOPLE: readonly Person[] = [
  { ...NOBODY, id: 'boss', name: '柏松林', title: '管委会主任', roles: ['leader'] },
  { ...NOBODY, id: 'vice', name: '魏东来', title: '管委会副主任', roles: ['leader', 'cadre'] },
  { ...NOBODY, id: 'clerk', name: '宁小雨', title: '党政综合办干事' },
  { ...NOBODY, id: 'office', name: '高振川', title: '党政综合办主任' },
  { ...NOBODY, id: 'safety', name: '赵敏芝', title: '安全环保局局长' },
  { ...NOBODY, id: 'air', name: '林芳华', title: '安全环保局环保专管员', duties: ['环保'] },
  { ...NOBODY, id: 'social', name: '樊丽云', title: '社会事业局局长' },
  { ...NOBODY, id: 'land', name: '花正刚', title: '征地拆迁组组长' },
  { ...NOBODY, id: 'grid-1', name: '肖禾青', title: '一号网格企业网格员', areas: ['一号网格'] },
  { ...NOBODY, id: 'grid-2', name: '孙磊明', title: '二号网格企业网格员', areas: ['二号网格'] },
  { ...NOBODY, id: 'east', name: '万福田', title: '东港村党总支书记', areas: ['东港村'] },
  { ...NOBODY, id: 'west', name: '马大路', title: '西圩村党支部书记', areas: ['西圩村'] },
];
const everybody = PEOPLE.map(({ id }) => id);
const ZONE = organisation({
  ...COUNTY,
  people: PEOPLE,
  groups: [
    { platform: 'wechat', id: 'all', name: '全体干部群', department: '', members: everybody },
    {
      platform: 'wechat',
      id: 'task',
      name: '迎检专班',
      department: '',
      members: ['vice', 'clerk', 'office', 'safety', 'grid-1', 'grid-2'],
    },
  ],
});

it('an office is called by the name in brackets, by a short one, and by its head alone', () => {
  const people: readonly Person[] = [
    { ...NOBODY, id: 'clerk', name: '宁小雨', title: '党政办主任' },
    { ...NOBODY, id: 'junior', name: '劳嘉乐', title: '党政办干事' },
    { ...NOBODY, id: 'fire', name: '车永利', title: '应急办(防火办)主任' },
    { ...NOBODY, id: 'market', name: '阮慧明', title: '市场监督管理所所长' },
    { ...NOBODY, id: 'sights', name: '屠晓岚', title: '景区管理办公室主任' },
    { ...NOBODY, id: 'boats', name: '谈金根', title: '古镇摇橹船联合工会主席' },
    { ...NOBODY, id: 'rents', name: '温杰明', title: '出租屋管理服务中心主任' },
  ];
  const org = organisation({
    ...COUNTY,
    people,
    groups: [{ platform: 'wechat', id: 'all', name: '群', department: '', members: people.map(({ id }) => id) }],
  });
  const called = (text: string) => audienceOf(text, message(text, { group: 'all' }), org).people.join(' ');
  expect(called('防火办、市监所明天上午报表')).toBe('fire market');
  expect(called('母婴室上锁(景区办)、熟食摊无证(市监所),请立行立改')).toBe('market sights');
  expect(called('防火办、船工会每天报一次')).toBe('boats fire');
  expect(called('防火办、出租屋中心来人')).toBe('fire rents');
  expect(called('参会:党政办、防火办、市监所负责人')).toBe('fire market');
});

function asked(text: string, given: Partial<Envelope> = {}): string {
  const { people, unclear } = audienceOf(text, message(text, { group: 'all', ...given }), ZONE);
  return people.join(' ') + (unclear ? ' ?' : '');
}

describe('offices', () => {
  it.each([
    ['综合办、安环局、社事局手上有线索的,29号10点之前告诉我', 'office safety social'],
    ['征地组把协议扫描件发我', 'land'],
    ['各局办12月值班表,明天中午12点前发我', 'office safety social'],
    ['三个科室把10月重点工作发我邮箱', 'office safety social'],
    ['各局每周五中午12点前交一页周报', 'office safety social'],
    ['安环局环保专管员今天去看', 'air'],
    ['下午3点二楼碰头,综合办、安环局到场', 'office safety'],
    ['各家写一页纸,办所就是党政、社事、安环三家', 'office safety social'],
    ['几位主任,每个办一页纸,征地、安环、社事三家', 'land safety social'],
    ['两个局注意,自查表明天下班前交', 'safety social'],
  ])('%s', (text, people) => expect(asked(text)).toBe(people));
});

const STATIONS = organisation({
  ...ZONE,
  people: [
    { ...NOBODY, id: 'boss', name: '柏松林', title: '局长', roles: ['leader'] },
    { ...NOBODY, id: 'canal', name: '魏东来', title: '渠道灌溉站站长' },
    { ...NOBODY, id: 'disease', name: '宁小雨', title: '县疾控中心主任' },
    { ...NOBODY, id: 'upper', name: '高振川', title: '上川镇农牧站站长', areas: ['上川镇'] },
    { ...NOBODY, id: 'middle', name: '赵敏芝', title: '中川乡农牧站站长', areas: ['中川乡'] },
    { ...NOBODY, id: 'lower', name: '林芳华', title: '下川乡农牧站站长', areas: ['下川乡'] },
  ],
  groups: [
    { platform: 'wechat', id: 'all', name: '大群', department: '', members: ['boss', 'canal', 'disease', 'upper', 'middle', 'lower'] },
  ],
});

describe('an office of a seat that goes without saying', () => {
  const SEATED = organisation({
    ...ZONE,
    people: PEOPLE.map((person) => (person.id === 'social' ? { ...person, title: '沙梁街道民政办主任' } : person)),
  });
  const of = (text: string): string => audienceOf(text, message(text, { group: 'all' }), SEATED).people.join(' ');

  it('is called without it, and by its stem in a list', () => {
    expect(of('民政办把低保名单发我')).toBe('social');
    expect(of('安环、民政两家今天各报一张')).toBe('safety social');
  });
});

describe('a squad of many words, and a team that was sent', () => {
  const law: Person = { ...NOBODY, id: 'law', name: '郝铁山', title: '综合行政执法队队长' };
  const sent: Person = { ...NOBODY, id: 'sent', name: '俞青川', title: '驻东港村工作队队长', duties: ['驻村帮扶'] };
  const shop: Person = { ...NOBODY, id: 'shop', name: '桑景兰', title: '供销社主任' };
  const school: Person = { ...NOBODY, id: 'school', name: '覃先华', title: '中心校校长' };
  const both: Person = { ...NOBODY, id: 'both', name: '岑志明', title: '副镇长、经济发展局局长', roles: ['leader', 'cadre'] };
  const arms: Person = { ...NOBODY, id: 'arms', name: '雷振波', title: '副镇长、武装部长', roles: ['leader', 'cadre'] };
  const people = [...PEOPLE, law, sent, shop, school, both, arms];
  const members = people.map(({ id }) => id);
  const org = organisation({
    ...ZONE,
    people,
    groups: [{ platform: 'wechat', id: 'all', name: '大群', department: '', members }],
  });

  it.each([
    ['安环、执法两家今天各写一页纸', 'law safety'],
    ['综合办、安环局今天各写一页纸', 'office safety'],
    ['相关站所和两个村书记都来,下午3点二楼', 'both east law office safety school shop social west'],
    ['参会:各办、站、院、校、所负责人,明天9点', 'both law office safety school shop social'],
    ['安环局、经济发展局主要负责人明天9点到会', 'both safety'],
    ['供销社、综合办手里有名单的今天报我', 'office shop'],
    ['执法队、供销社、校里各来一位负责人', 'law shop'],
    ['执法队、供销社、中心校各来一位负责人', 'law school shop'],
    ['各驻村工作队:核查表由队长签字后发我', 'sent'],
  ])('%s', (text, people) => expect(audienceOf(text, message(text, { group: 'all' }), org).people.join(' ')).toBe(people));
});

describe('where what the areas are is called as offices are', () => {
  it.each([
    ['各站把羊只死亡数周五中午12点前交办公室', 'lower middle upper'],
    ['各站把水样周五前送到县疾控中心,表也报县疾控中心', 'lower middle upper'],
    ['各站所周五前报值班表', 'canal disease'],
    ['县疾控中心今天去取水样', 'disease'],
  ])('%s', (text, people) => {
    const ids = audienceOf(text, message(text, { group: 'all' }), STATIONS).people;
    for (const id of people.split(' ')) expect(ids).toContain(id);
    if (!people.includes('canal')) expect(ids).not.toContain('canal');
    if (!people.includes('disease')) expect(ids).not.toContain('disease');
  });
});

describe('who only speaks, or is looked after', () => {
  it.each([
    ['【通知】发布:综合办,对象:各企业网格员,每日16点前报数', 'grid-1 grid-2'],
    ['书记们盯着包组干部一户一户去见,周五填满', 'east west'],
  ])('%s', (text, people) => expect(asked(text)).toBe(people));
});

describe('everybody is rung', () => {
  const ALL = { mentions: ['*'] };

  it('and whoever is brought along reads it too', () => {
    const text = '@所有人 今晚8点夜查,各村书记带一个网格员,穿反光背心';
    expect(asked(text, ALL)).toBe('east grid-1 grid-2 west');
    expect(asked(text)).toBe('east west');
  });

  it('and two circles are hailed', () => {
    const all = 'air east grid-1 grid-2 land office safety social west';
    expect(asked('@所有人 各位书记、各位妹妹:每天下午4:30前报三个数', ALL)).toBe(all);
    expect(asked('@所有人 各位书记:每天下午4:30前报三个数', ALL)).toBe('east west');
  });
});

describe('a notice that lists who takes part', () => {
  it('takes in leaders, offices, teams, a kind of places and the heads of others', () => {
    const notice =
      '参会人员:管委会班子成员,各局(办)主要负责人,征地组组长,各企业网格员,东港村、西圩村书记。请提前10分钟入场。明早9点,三楼会议室。';
    expect(asked(notice, { mentions: ['*'] })).toBe('boss east grid-1 grid-2 land office safety social vice west');
  });
});

describe('whole circles', () => {
  it.each([
    ['总结全体干部都要写,3日前发我', { mentions: [] }, 'air boss east grid-1 grid-2 land office safety social vice west'],
    ['迎检会明早9点,专班的全部到,林芳华也来', { group: 'task' }, 'air grid-1 grid-2 office safety vice'],
    ['网格的同志们今晚把照片给我', {}, 'grid-1 grid-2'],
  ])('%s', (text, given, people) => expect(asked(text, given).replace('boss ', '')).toBe(people.replace('boss ', '')));

  it('are no narrower for those whom a call to all speaks of', () => {
    expect(asked('投票开始啦,咱们8号肖禾青、19号孙磊明!每天十票', { mentions: ['*'] })).toContain('social');
  });
});

it('the last of a list of offices may be asked for a list of things', () => {
  const people: readonly Person[] = [
    { ...NOBODY, id: 'clerk', name: '宁小雨', title: '党政办主任' },
    { ...NOBODY, id: 'safety', name: '高振川', title: '应急办主任' },
    { ...NOBODY, id: 'city', name: '赵敏芝', title: '城管办主任' },
    { ...NOBODY, id: 'peace', name: '樊丽云', title: '平安建设办主任' },
  ];
  const org = organisation({
    ...COUNTY,
    people,
    groups: [{ platform: 'wechat', id: 'villages', name: '办所群', department: '', members: people.map(({ id }) => id) }],
  });
  const asked = (text: string) => audienceOf(text, message(text), org).people.join(' ');
  expect(asked('应急办、城管办、平安办自查屋里的小太阳、电暖气,下班前报')).toBe('city peace safety');
  expect(asked('应急办、城管办、平安办门口的雪、冰今天都清掉')).toBe('city safety');
});

it('where there are several of just that kind, each of them is meant, and no office of another kind', () => {
  const heads = ['县人社局办公室主任、治欠办联络员', '县审计局办公室主任', '县民政局办公室主任', '县考核办主任'];
  const people = heads.map((title, index): Person => ({ ...NOBODY, id: `h${index}`, name: `高振${index}`, title }));
  const towns = ['石桥镇', '南湾乡'].map(
    (area, index): Person => ({
      ...NOBODY,
      id: `t${index}`,
      name: `林芳${index}`,
      title: `${area}党政办主任`,
      areas: [area],
    }),
  );
  const all = [...people, ...towns];
  const members = all.map(({ id }) => id);
  const org = organisation({
    ...COUNTY,
    people: all,
    groups: [{ platform: 'wechat', id: 'all', name: '办公室群', department: '', members }],
  });
  const text = '消防培训,县直各局和各乡镇各来1名办公室同志';
  expect(audienceOf(text, message(text, { group: 'all', sender: { id: 'x-1', name: '' } }), org).people).toEqual([
    'h0',
    'h1',
    'h2',
    't0',
    't1',
  ]);
});

describe('an office', () => {
  const people: readonly Person[] = [
    { ...NOBODY, id: 'renewal', name: '陆建平', title: '城市更新(征收)办主任' },
    { ...NOBODY, id: 'firms', name: '麻天宇', title: '企业服务科(惠企科)科长' },
    { ...NOBODY, id: 'market', name: '应红梅', title: '市场管理办主任' },
    { ...NOBODY, id: 'port', name: '翁旭东', title: '港务站站长' },
    { ...NOBODY, id: 'fishery', name: '乐大鹏', title: '渔业办主任' },
    { ...NOBODY, id: 'power', name: '奚光明', title: '供电所所长' },
    { ...NOBODY, id: 'road', name: '邱文斌', title: '垭口养护工区区长' },
    { ...NOBODY, id: 'home', name: '辛曼丽', title: '县社会福利院院长' },
  ];
  const own = inOneGroup(people);
  const whom = (text: string) => audienceOf(text, message(text, { sender: { id: 'x-1', name: '' } }), own).people.join(' ');

  it.each([
    ['更新办、供电所9月小结24日前交', 'power renewal'],
    ['征收办24日前交小结', 'renewal'],
    ['企业服务科、惠企科24日前交小结', 'firms'],
    ['参会人员:养护工区、港务站主要负责人', 'port road'],
    ['渔业办港务站市场办供电所负责人30日14:30参加视频会', 'fishery market port power'],
    ['县福利院、市场办春节值班表明天交', 'home market'],
  ])('is called as people call it: %s', (text, people) => expect(whom(text)).toBe(people));
});
