/** Heads alone where heads are called; names run together; the rest of a circle; stations of places; halls and troupes. */
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../src/model/organisation.ts';
import { audienceOf } from '../../../../src/reading/directive/audience/index.ts';
import { withMarksBetween } from '../../../../src/reading/directive/audience/run-together.ts';
import { withoutStations, withSharedSuffix } from '../../../../src/reading/directive/audience/said-in-full.ts';
import { inOneGroup, message, someone } from '../../../kit/audience-builders.ts';

const askedOf =
  (people: readonly Person[]) =>
  (text: string, given = {}): string =>
    audienceOf(text, message(text, given), inOneGroup(people, { org: '渌川县' })).people.join(' ');

const CLERK = someone('clerk', '丁小文', '局办公室科员', [], { roles: ['cadre', 'admin'] });

describe('heads', () => {
  const asked = askedOf([
    CLERK,
    someone('h1', '卜院长', '青溪镇卫生院院长', ['青溪镇卫生院']),
    someone('h1-ward', '费小护', '青溪镇卫生院公卫科科长', ['青溪镇卫生院']),
    someone('h2', '尹大夫', '白渡乡卫生院院长', ['白渡乡卫生院']),
    someone('m', '甘站长', '县监测站站长'),
    someone('m-deputy', '荀工', '县监测站副站长'),
    someone('t', '戚队长', '综合执法大队大队长'),
    someone('t-staff', '路小兵', '综合执法大队科员'),
    someone('farm', '殷家贵', '农业股股长'),
    someone('seed', '谷向阳', '种子站站长'),
  ]);
  it.each([
    ['监测站、执法大队两位负责人,编外名单今天报我', 'm t'],
    ['监测站、执法大队把编外名单今天报我', 'm m-deputy t'],
    ['青溪和白渡两家卫生院的院长都到岗带班', 'h1 h2'],
    ['青溪和白渡两家卫生院今晚把冰箱温度抄给我', 'h1 h1-ward h2'],
    ['各站站长下午四点来一趟', 'm seed'],
    ['监测站负责人签字后把表交来', 'm m-deputy'],
  ])('%s', (text, people) => expect(asked(text)).toBe(people));
});

describe('circles beside heads', () => {
  const asked = askedOf([
    CLERK,
    someone('v1', '杨胜财', '七里村党支部书记', ['七里村']),
    someone('v2', '罗洪林', '双石村党支部书记', ['双石村']),
    someone('v2-first', '秦文斌', '双石村驻村第一书记', ['双石村']),
    someone('fire', '舒永强', '应急办主任'),
  ]);
  it('are asked, too, where they are named', () => {
    expect(asked('参会人员:各村党支部书记、驻村第一书记,应急办主要负责人')).toBe('fire v1 v2 v2-first');
  });
});

describe('names run together', () => {
  const people = [
    CLERK,
    someone('a', '甘一', '红旗村书记', ['红旗村']),
    someone('b', '乙二', '沙洼村书记', ['沙洼村']),
    someone('c', '丙三', '金岭村书记', ['金岭村']),
    someone('d', '丁四', '柳湾村书记', ['柳湾村']),
  ];
  it.each([
    ['红旗沙洼金岭,年终总结每家两页', '红旗、沙洼、金岭,年终总结每家两页'],
    ['红旗沙洼两个村今天报', '红旗、沙洼两个村今天报'],
    ['红旗沙洼路口有积水', '红旗沙洼路口有积水'],
    ['红旗、沙洼今天报', '红旗、沙洼今天报'],
    ['红旗村红旗小学', '红旗村红旗小学'],
  ])('%s', (text, read) => expect(withMarksBetween(text, people)).toBe(read));
  it('are asked as a list is', () => expect(askedOf(people)('红旗沙洼金岭把表退回重填,今天交')).toBe('a b c'));
});

describe('those who are left', () => {
  const asked = askedOf([
    CLERK,
    someone('a', '甘一明', '红旗村书记', ['红旗村']),
    someone('b', '薛二春', '沙洼村书记', ['沙洼村']),
    someone('c', '贺三平', '金岭村书记', ['金岭村']),
    someone('p', '白玉梅', '组织委员', [], { duties: ['组织', '包村:红旗'] }),
    someone('q', '雷鸣山', '执法队队长', [], { duties: ['执法', '包村:沙洼'] }),
    someone('r', '刘拴柱', '抽水站站长', [], { duties: ['灌溉', '包村:金岭'] }),
  ]);
  it.each([
    ['排查表。红旗上礼拜就交了,免。剩下的都算上,今天下班前交来', 'b c'],
    ['走访本。玉梅上个月就走完了,免;其余包村的,26号下班前交来', 'q r'],
    ['体检车先走红旗、沙洼。两村支书组织老人,明早7点前到村部', 'a b'],
    ['写得好,让别的村照着画个瓢,玉梅抽空写个千把字', 'p'],
    ['9月份排值班。谁哪几天值不成,明天12点前说。甘书记和我每周各带一天,不用报', 'a b c'],
  ])('%s', (text, people) => expect(asked(text)).toBe(people));
});

describe('places and what they have', () => {
  const stations = [
    someone('s1', '牛大勇', '柳垒街道服务站站长', ['柳垒街道']),
    someone('s2', '宋明霞', '听湖街道服务站站长', ['听湖街道']),
    someone('c1', '丁秀莲', '荷心社区服务站站长', ['荷心社区']),
    someone('c2', '卢胜利', '校场社区服务站专干', ['校场社区']),
  ];
  it.each([
    ['各街道站到仓库领慰问品', '各街道 到仓库领慰问品'],
    ['每个街道站组织30人', '每个街道 组织30人'],
    ['各社区站、各街道站,今天报', '各社区、各街道,今天报'],
    ['各街道站所今天报', '各街道站所今天报'],
  ])('%s', (text, read) => expect(withoutStations(text, stations)).toBe(read));
  it('are called by their stations', () => {
    const asked = askedOf([CLERK, ...stations]);
    expect(asked('各街道站到仓库领慰问品,周五15:00')).toBe('s1 s2');
    expect(asked('各社区站把档案备好,周四9点抽查')).toBe('c1 c2');
  });

  const halls = askedOf([
    CLERK,
    someone('troupe', '熊巧兰', '县采茶剧团团长'),
    someone('books', '喻文静', '县图书馆馆长', ['县图书馆']),
    someone('t1', '钟富贵', '枫林镇文化站站长', ['枫林镇']),
    someone('t2', '赖春梅', '石鼓镇文化站站长', ['石鼓镇']),
  ]);
  it.each([
    ['请剧团、图书馆报车证数量,27日12:00前', 'books troupe'],
    ['请各乡镇文化站做好总结,6日报办公室', 't1 t2'],
    ['各站今天报值班表', 't1 t2'],
  ])('%s', (text, people) => expect(halls(text)).toBe(people));
});

describe('offices', () => {
  const asked = askedOf([
    someone('clerk', '邝文静', '党政办主任', [], { roles: ['cadre', 'admin'] }),
    someone('social', '茹秀萍', '社会事务办主任'),
    someone('build', '栾大勇', '城建办主任'),
    someone('safety', '靳海滨', '应急办主任'),
    someone('grid', '苗春雨', '网格化服务中心主任'),
    someone('toll', '计芳芳', '柏岔收费站站长'),
    someone('rest', '乔勇', '柏岔服务区经理'),
    someone('park', '闻斌', '枢纽物流园运营经理'),
    someone('road', '莫建平', '高速路政四中队中队长'),
  ]);
  it.each([
    ['各位主任,社会事务、城建、应急、网格四家各列一张清单,周三12点前给我', 'build grid safety social'],
    ['请应急、城建、社会事务每周五下午3点前报一次安排', 'build safety social'],
    ['收费站、服务区、物流园每天16:00前报一次货车数', 'park rest toll'],
    ['路政、收费站、应急办,主要负责同志明天9点到会', 'road safety toll'],
    ['其他部门也在催,城建办今天把报表给我', 'build'],
    ['其余站所务必今天报', 'build grid park rest road safety social toll'],
  ])('%s', (text, people) => expect(asked(text)).toBe(people));

  it('are as many as are rung, where so many are counted', () => {
    expect(asked('各位主任早,三个办所主任都要到村里', { mentions: ['social', 'build', 'safety'] })).toBe('build safety social');
  });

  const sections = askedOf([
    CLERK,
    someone('vice', '彭丽娅', '县委组织部副部长、县委人才办主任', [], { roles: ['leader', 'cadre'] }),
    someone('org', '鲁敏生', '县委组织部组织科科长'),
    someone('cadres', '万承毅', '县委组织部干部科科长'),
    someone('files', '戴莉莉', '县干部人事档案管理中心主任'),
    someone('sent', '廖凯', '驻七汊村第一书记', ['七汊村']),
    someone('sent2', '梅俊', '驻鸭棚村第一书记', ['鸭棚村']),
    someone('town', '方德海', '芦墩镇党委组织委员', ['芦墩镇']),
  ]);
  it.each([
    ['组织科、干部科、档案中心、人才办各出2个人的名字,今天下班前发我', 'cadres files org vice'],
    ['第一书记一人一条,每周五5点前写在日志里', 'sent sent2'],
    ['第一书记的年度述职,28日前发我邮箱', 'sent sent2'],
  ])('%s', (text, people) => expect(sections(text)).toBe(people));
});

describe('persons of a place', () => {
  const asked = askedOf([
    CLERK,
    someone('x', '岑小燕', '新墟社区书记', ['新墟社区']),
    someone('x-grid', '冼月娇', '新墟社区网格员', ['新墟社区']),
    someone('y', '何炎生', '蚬桥社区书记', ['蚬桥社区']),
    someone('troupe', '罗世鸣', '剧团副团长'),
  ]);
  it.each([
    ['明天下午3点,新墟文化广场拉动演练。新墟岑书记、蚬桥何书记带队参加', 'x y'],
    ['阿罗,灯和字幕你开场前对完光', 'troupe'],
  ])('%s', (text, people) => expect(asked(text)).toBe(people));
});

it('a time in front of a word that ends like a place shares no suffix with it', () => {
  expect(withSharedSuffix('Word竖版,周四中午12点前发我')).toBe('Word竖版,周四中午12点前发我');
  expect(withSharedSuffix('慰问名单,每个社区报10户')).toBe('慰问名单,每个社区报10户');
});

describe('offices of other kinds', () => {
  const asked = askedOf([
    CLERK,
    someone('sky', '苗晚晴', '县气象台台长'),
    someone('grain', '谭文渊', '县中心粮库业务科副科长'),
    someone('police', '雷红波', '县交警大队中队长'),
    someone('zone', '鲁守廉', '化工园管委会副主任'),
    someone('road', '余大海', '公路养护站站长'),
  ]);
  it.each([
    ['交警、气象台、粮库负责人到三楼主会场', 'grain police sky'],
    ['粮库将烘干设备清单于今天报我', 'grain'],
    ['园区管委会今天把自查表交来', 'zone'],
    ['交警、气象、园区,每周五下午4点前交一份周小结', 'police sky zone'],
    ['养护站在桥头两边各立一块限速牌,14日18:00前立好', 'road'],
  ])('%s', (text, people) => expect(asked(text)).toBe(people));

  const bureau = askedOf([
    CLERK,
    someone('boss', '樊国璋', '县统计局局长', [], { roles: ['leader', 'cadre'] }),
    someone('vice', '谭淑慧', '县统计局副局长', [], { duties: ['普查', '执法'], roles: ['leader', 'cadre'] }),
    someone('invest', '高远航', '县统计局固定资产投资股股长'),
    someone('works', '钱志刚', '县统计局工业能源股股长'),
    someone('count', '江美芳', '县普查中心主任'),
    someone('house', '戴传福', '县统计局住户调查股股长'),
    someone('sum', '余小满', '县统计局综合核算股统计员'),
  ]);
  it.each([
    ['工业、投资、普查、住户四个股室把表和说明给我,8日下班前', 'count house invest works'],
    ['班子成员、各股室负责人、综合股余小满同志参加', 'boss count house invest sum vice works'],
    ['各股室负责人明天参会', 'count house invest works'],
    ['全局同志1月底前填好签名交办公室', 'boss count house invest sum vice works'],
  ])('%s', (text, people) => expect(bureau(text)).toBe(people));

  it('are asked by whoever heads them, be it a leader', () => {
    const people = [
      CLERK,
      someone('school', '鲍文华', '中心小学校长', [], { duties: ['校园安全'], roles: ['leader', 'cadre'] }),
      someone('clinic', '何建中', '镇卫生院院长'),
      someone('teacher', '费小波', '中心小学教导处主任'),
    ];
    expect(askedOf(people)('中心校、卫生院两家负责人明天9点到会')).toBe('clinic school');
  });

  const street = askedOf([
    CLERK,
    someone('c1', '何素珍', '黄葛梯社区党委书记', ['黄葛梯社区']),
    someone('c2', '简文静', '悬空里社区党委书记', ['悬空里社区']),
    someone('p1', '金晓曼', '江岸名都物业项目经理', ['江岸名都小区']),
    someone('p2', '崔成', '半坡花园物业项目经理', ['半坡花园小区']),
  ]);
  it.each([
    ['各社区、各物业:把毒饵站挨个打开看,6日前弄完', 'c1 c2 p1 p2'],
    ['各物业把毒饵补上,6日前弄完', 'p1 p2'],
  ])('%s', (text, people) => expect(street(text)).toBe(people));
});
