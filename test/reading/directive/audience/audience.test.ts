import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../../../src/model/message.ts';
import { organisation, type Person } from '../../../../src/model/organisation.ts';
import { audienceOf, calledUpon } from '../../../../src/reading/directive/audience/index.ts';
import { withWholeCounts } from '../../../../src/reading/directive/audience/said-in-full.ts';
import { COUNTY, inOneGroup, message, someone } from '../../../kit/audience-builders.ts';

function asked(text: string, given: Partial<Envelope> = {}): string {
  const { people, unclear } = audienceOf(text, message(text, given), COUNTY);
  return people.join(' ') + (unclear ? ' ?' : '');
}

const ALL: Partial<Envelope> = { group: 'all' };
const BY_LEADER: Partial<Envelope> = { sender: { id: 'vice', name: '魏' } };

describe('villages, communities and sections', () => {
  it.each([
    ['各村今天下班前把台账报农服中心', {}, 'east east-clerk north street west'],
    ['各村书记明天九点到三楼开会', {}, 'east north street west'],
    ['各村明天前报清淤米数', ALL, 'east east-clerk north street west'],
    ['各标段今天把日报发群里', ALL, 'one two'],
    ['3点村委会集合,明天看苗', ALL, 'east east-clerk first north one second street two west ?'],
    ['各烟村今天把膜盖好', ALL, 'east east-clerk north street west'],
    ['各村书记上线,手机关静音', ALL, 'east north street west'],
    ['各组今天把人数报我', { group: 'team' }, 'first second'],
    ['各村今天把人数报我', { group: 'team' }, 'east east-clerk'],
    ['三个村把名单报我', {}, 'east east-clerk north west'],
    ['四个村(社区)书记明天参会', {}, 'east north street west'],
    ['东沟、西坪两个村各派一辆车,每村拉400株', {}, 'east east-clerk west'],
    ['【提示】各社区值班照常。沿河、北渡两家的水泵明天试转', {}, 'north street'],
    ['参会:一、二标项目经理,应急办、农服中心主要负责人', ALL, 'farm one safety two'],
    ['各村明天报表,西坪已报的不用再报', {}, 'east east-clerk north street'],
    ['各村都来,北渡不动', {}, 'east east-clerk street west'],
    ['各村来镇仓库拉物资,北渡今年不配', {}, 'east east-clerk street west'],
    ['各村书记都到;林芳开会,廖长海请假,这两位不算', {}, 'street west'],
    ['老海、林芳书记,你们两个村各出4个人', {}, 'east north'],
    ['东沟3号、北渡5号两处漏水。林芳书记、老廖,13号前把照片报我', {}, 'east north'],
    ['各村10点前报人数。机关各办我这边逐间点,不用报', ALL, 'east east-clerk north street west'],
    ['各位组长,名单今晚给我', { group: 'team' }, 'first second'],
    ['各社区今晚报数', { group: 'community' }, 'street'],
    ['各网格今晚报数', { group: 'community' }, 'grid'],
    ['今晚两委会,组长也来', { group: 'team' }, 'east east-clerk first second'],
    ['三个涉林的村听一下,承诺书周五前交', {}, 'east east-clerk north west'],
    ['两个涉林的村听一下,承诺书周五前交', {}, 'east east-clerk north west ?'],
    ['三个村和沿河社区每天16:00前报一次', {}, 'east east-clerk north street west'],
    ['请东沟、西坪和两个标段明天报一次', ALL, 'east east-clerk one two west'],
    ['柏镇带队去现场,本群的都来', {}, 'east east-clerk north safety street vice west'],
    ['两个标段各出10人,东沟村、西坪村半专业队各出8人', ALL, 'east east-clerk one two west'],
    ['两个村把周五前的表补上', ALL, 'east east-clerk north west ?'],
    ['参会:各村书记、应急办、一标、二标项目部主要负责人', ALL, 'east north one safety street two west'],
    ['四个村的数我都看了。林芳,今晚写个原因发我', {}, 'east'],
    ['东沟、西坪、北渡三家书记自己来', {}, 'east north west'],
    ['东沟、西坪、北渡三家书记明天参会', {}, 'east north west'],
    ['各村书记、东沟、西坪负责人明天到会', {}, 'east north street west'],
    ['各村组织群众转移,今晚8点前报数', {}, 'east east-clerk north street west'],
    ['各村明天报表,东沟、西坪负责同志已到', {}, 'east east-clerk north street west'],
    ['各村书记,名册要定了。东沟、西坪请摸清楚,周五前发我', {}, 'east west'],
    ['各村书记,名册要定了。东沟、西坪请先报,其他村下周', {}, 'east north street west'],
    ['两个梨村明天拉枝条,粉碎机架在西坪老砖窑', {}, 'east east-clerk north west ?'],
    ['各村支部书记、文书:明天三楼测评', {}, 'east east-clerk north street west'],
    ['两个梨村明天拉枝条', {}, 'east east-clerk north west ?'],
    ['各村周五前报签约数。西坪是安置村,不报。', {}, 'east east-clerk north street'],
    ['离田面积按村报,明天上午10点前发我', {}, 'east east-clerk north street west'],
    ['各村注意,排班表,林芳、梅英子、老廖你们三个明天报我', {}, 'east north west'],
    ['东沟9户、西坪8户,名单我私发了。两个村今天下午4点前把卡号报我', ALL, 'east east-clerk west'],
    ['东沟9户、西坪8户。三个村今天下午4点前报我', ALL, 'east east-clerk north west'],
    ['各村书记、两个标段明天参会', ALL, 'east north one street two west'],
    ['东沟村林芳、北渡廖长海明天到会', {}, 'east north'],
    ['大铲车明早开到西坪去,林芳跟车', {}, 'east'],
    ['请老廖去看看,梅英子拉绳;林芳记下车牌,打过药的先不许卖', {}, 'east north west'],
    ['各村报人选摸底表,三个村今天先送。一个社区单独搞', {}, 'east east-clerk north west'],
    ['东沟、西坪两村和一标、二标两个标段明天报', ALL, 'east east-clerk one two west'],
    ['各村把值班表排出来,晚上8点前发老高', { mentions: ['safety'] }, 'east east-clerk north street west'],
    ['林芳,沟今天清完,梅英子去验', {}, 'east west'],
    ['要加送水车的村(东沟、西坪)填一下申请表,每村限2台', ALL, 'east east-clerk west'],
    ['东沟村、西坪村各备三户,屋里收拾利索', ALL, 'east east-clerk west'],
    ['那你写个情况说明吧梅书记', {}, 'west'],
    ['林芳,你跟英子把三个月的账查到底', {}, 'east west'],
    ['林芳,你跟英子说一声', {}, 'east'],
    ['小芳啊,门口那块公示栏还是去年的', {}, 'east'],
    ['英姐,你们马上在树底下拉绳子', {}, 'west'],
    ['各村也要报值班表,机关的另外报,莫混起', ALL, 'east east-clerk north street west'],
    ['银行退回来几户,东沟3户、西坪2户。这两个村找着本人,周五前送来', ALL, 'east east-clerk west'],
    ['林芳、梅英子,明早碰个头。林芳你那边路烂,不用来', {}, 'west'],
    ['明早大樟树下集合;各村这次不抽人,高主任带队', ALL, 'safety'],
    ['今晚20:00视频会商,各村在村部接入,本群全体参加', ALL, 'east east-clerk farm first north one safety second street two vice west'],
    ['各村主要负责人明天九点到三楼开会', {}, 'east north street west'],
    ['东沟、西坪每村推荐2人,名单明天报我', {}, 'east east-clerk west'],
    ['各村、两家项目部注意了,明天来领告知书', ALL, 'east east-clerk north one street two west'],
    ['林芳给我发一下低保台账', {}, 'east'],
    ['林芳、梅英子,东沟已报的名册今晚再核一遍', {}, 'east west'],
    ['林芳、梅英子,表周五前报。林芳你打电话跟老廖说不用来了', {}, 'east west'],
    ['北方 冷空气南下,各村做好防冻', {}, 'east east-clerk north street west'],
    ['西平 东沟 北渡三家听着,表明天报', {}, 'east east-clerk north west'],
    ['林芳、梅英子带两个人去现场,老廖也去', {}, 'east north west'],
    ['各村明天来拉种子,林芳和梅英子两个人过磅', {}, 'east east-clerk north street west'],
    ['会计们 林芳 梅英子两个人 13号下午5点前给我', {}, 'east west'],
    ['各村各派两个人值守,林芳、梅英子、老廖你们三个明天报我', {}, 'east north west'],
    ['各村不报的今天下班前补上', {}, 'east east-clerk north street west'],
    ['各村抓紧报表,东沟、西坪填得好,大家学习', {}, 'east east-clerk north street west'],
    ['各村都要报,像东沟、西坪每村报了5个就很好', {}, 'east east-clerk north street west'],
    ['各村把值班表报党政办,主要领导签字盖章', {}, 'east east-clerk north street west'],
    ['请分管领导、应急办主任明天参加视频会', { group: 'villages' }, 'safety vice'],
    ['各村由分管领导带队检查', ALL, 'east east-clerk north street west'],
    ['各村明天报表,非本群人员请各自转达', ALL, 'east east-clerk north street west'],
    ['机关的单独报我一份', ALL, 'farm safety'],
    ['梅书记周五要来县里交材料,我替他收', {}, 'east east-clerk north street west ?'],
    ['应急办、农服中心各来一人,高主任早上给我打电话了', ALL, 'farm safety'],
    ['党委班子、应急办明天参加党委会', ALL, 'boss safety vice'],
    ['低保的数据,高主任、梅书记17日上午给我比对', ALL, 'safety west'],
    ['各村报摸底表,北渡没得卡点,不排', {}, 'east east-clerk street west'],
    ['各村报摸底表,书记签字。三个村明年单独搞,这次不报', {}, 'street'],
    ['灯会人多,林书记出20个人的名单', {}, 'east'],
    ['东沟、西坪开会,魏镇长主持', ALL, 'east east-clerk west'],
    ['林书记来,高主任主持', ALL, 'east safety'],
    ['请老廖、林书记各写一页纸', {}, 'east north'],
    ['小芳、阿海,今天把水泵试一遍', {}, 'east north'],
    ['请高振把资料盒送来,梅书记那盒也一样', {}, 'safety west'],
    ['林芳 梅英子你也听着 草全部拉走', {}, 'east west'],
    ['村里值班表发给宁小雨,别以为长海替你们填了。西坪先报', { sender: { id: 'vice', name: '魏' } }, 'west'],
  ])('%s', (text, given, people) => expect(asked(text, given)).toBe(people));
});

describe('everybody whose phone rings', () => {
  it.each([
    ['@所有人 月报在平台提交', { group: 'county', mentions: ['*'] }, 'east east-clerk north street west'],
    ['@所有人 全体人员月报在平台提交', { group: 'county', mentions: ['*'] }, 'east east-clerk north safety street west'],
    ['工作组下午碰一下,本群的都来', { group: 'county' }, 'east east-clerk north safety street west'],
    ['东部片区联络组碰一下,各位带上难处', { group: 'county' }, 'east east-clerk north safety street west'],
  ])('%s', (text, given, people) => expect(asked(text, given)).toBe(people));
});

describe('an item of a list', () => {
  const of = (item: string, whole: string, mentions: readonly string[]): string =>
    audienceOf(item, message(whole, { mentions, group: 'all' }), COUNTY).people.join(' ');

  it('is for those whom its own marks ring', () => {
    const whole = '三件事:1、@高振 泵今天到位;2、@林芳 @梅英子 沟明天清完';
    const mentions = ['safety', 'east', 'west'];
    expect(of('1、@高振 泵今天到位', whole, mentions)).toBe('safety');
    expect(of('2、@林芳 @梅英子 沟明天清完', whole, mentions)).toBe('east west');
    expect(of(whole, whole, mentions)).toBe('east safety west');
  });

  it('is for who stands at its head, where the marks show no names', () => {
    const whole = '督办:(1)应急办:巡查台账今天上传;(2)农服中心:行程表明天上传';
    expect(of('(1)应急办:巡查台账今天上传', whole, ['safety', 'farm'])).toBe('safety');
    expect(of('(2)农服中心:行程表明天上传', whole, ['safety', 'farm'])).toBe('farm');
  });
});

describe('a place and a title', () => {
  it('call the one of that place', () => {
    expect(asked('请应急办和西坪梅书记、北渡廖书记上线')).toBe('north safety west');
  });

  it('are counted together, however far apart they stand', () => {
    expect(asked('这次只给东沟和北渡名额。两位书记请把名单报我')).toBe('east north');
  });
});

describe('the public', () => {
  it('is in no list: who else reads it is not told by it', () => {
    expect(asked('各位乡亲:卡号今晚10点前交给自己组长', { group: 'team' })).toMatch(/\?$/u);
  });
});

describe('persons', () => {
  it.each([
    ['林书记、廖书记,下午把人数给我', {}, 'east north'],
    ['廖书记下午把人数给我', {}, 'north'],
    ['东沟、西坪听着:一标门口那截路明天要通', ALL, 'east east-clerk west'],
    ['西平、北渡:明早八点前把发电机拖来', {}, 'north west'],
    ['北渡 西坪 群租房三日内摸清报我', {}, 'north west'],
    ['表报给赵敏芝,西坪今天要交', {}, 'west'],
    ['振海,西坪村部的线今天断电', {}, 'west'],
    ['应急办高主任都来', ALL, 'safety'],
    ['老廖主持,樊书记来听听', {}, 'north street'],
    ['由樊丽书记牵头、廖长海配合,周四前全部清空', {}, 'north street'],
    ['由樊丽汇总,廖长海今天报', {}, 'north'],
    ['廖长海把表给我,不是机关值班表', ALL, 'north'],
    ['长海你带两个人过去,敏芝那边把抽水机送到', BY_LEADER, 'farm north'],
  ])('%s', (text, given, people) => expect(asked(text, given)).toBe(people));

  it('takes an @ in the words where the platform marks none', () => {
    expect(asked('从今天起@林芳 @梅英子 两个村每晚报价')).toBe('east west');
  });

  it('takes who is rung above a list only where an item names nobody itself', () => {
    const list = '@高振 @赵敏芝 三件事:①录音拷来;②各村:台账今天交;③写一页评估';
    const given = { group: 'all', mentions: ['safety', 'farm'], text: list };
    expect(asked('②各村:台账今天交;', given)).toBe('east east-clerk north street west');
    expect(asked(list, given)).toContain('safety');
  });

  it('is for the offices that stand at its head in a list', () => {
    const list = '三件事:1、应急、农服:说明今天给我;2、农服中心:名册周三前';
    const given = { group: 'offices', mentions: ['safety', 'farm', 'vice'], text: list };
    expect(asked('1、应急、农服:说明今天给我;', given)).toBe('farm safety');
  });

  it('takes those who are mentioned, and not those who are only spoken of', () => {
    expect(asked('值班表重排一下,长海连着值了三天', { mentions: ['safety'] })).toBe('safety');
  });
});

describe('circles', () => {
  it.each([
    ['各办所负责人八点整碰头', { group: 'offices' }, 'farm safety'],
    ['机关全体今早七点半集合大清扫', { group: 'offices' }, 'farm safety vice'],
    ['值班表各办各村今天报我', { group: 'all' }, 'east east-clerk farm north safety street west'],
    ['周三早上机关和各村全部上街扫雪', { group: 'all' }, 'east east-clerk farm north safety street vice west'],
    ['机关干部今晚上堤', { group: 'offices' }, 'farm safety vice'],
    ['机关大院的各位都要到', { group: 'offices' }, 'farm safety vice'],
    ['今晚集合,群里的一个不落', {}, 'east east-clerk north safety street vice west'],
    ['跟班子各位领导说一声,走访记录周五前交我', { group: 'offices' }, 'boss vice'],
    ['海子,表今天下午报我', {}, 'north'],
    ['全体人员今晚在岗', { group: 'offices' }, 'farm safety vice'],
    ['好消息!北渡村廖长海书记入围“最美村官”,请大家动动手指投一票', {}, 'east east-clerk north street west'],
    ['@所有人 东沟村林芳进了前二十,请大家投一票', { group: 'offices', mentions: ['*'] }, 'farm safety'],
    ['请机关各位今晚在岗', { group: 'offices' }, 'farm safety vice'],
    ['各位领导、各部门负责人:不能值班的日子今天报我', { group: 'offices' }, 'boss farm safety vice'],
    ['大家今天把表填了', {}, 'east east-clerk north street west'],
    ['林业站坟山火源点和应急办那张是一张表,各村填一次', {}, 'east east-clerk north street west'],
  ])('%s', (text, given, people) => expect(asked(text, given)).toBe(people));

  it('says where nobody is named', () => expect(asked('水泵今天试转,拍视频')).toBe('east east-clerk north street west ?'));
});

describe('bodies and posts', () => {
  const BUREAU = inOneGroup([
    someone('clerk', '宁小雨', '会计股股长'),
    someone('budget', '贺丽萍', '预算股股长'),
    someone('edu', '乔岚', '县教育局计财股股长'),
    someone('farm', '侯建军', '县农业农村局计财股股长'),
    someone('road', '莫立峰', '县交通运输局财务股股长'),
    someone('wood', '葛爽', '县林业局财务股股长'),
    someone('city', '申斌', '县城投公司财务部部长'),
    someone('north-office', '左家和', '南塍乡财政所所长', ['南塍乡']),
    someone('south-office', '庞慧', '鼓坪镇财政所所长', ['鼓坪镇']),
  ]);
  const STREET = inOneGroup([
    someone('clerk', '宁小雨', '社保专干'),
    someone('one', '骆春生', '三车间社区党委书记', ['三车间社区']),
    someone('one-aide', '武阳', '三车间社区社工', ['三车间社区'], { duties: ['退管员'] }),
    someone('two', '戴明河', '匣钵巷社区党委书记', ['匣钵巷社区']),
    someone('two-aide', '沙莉', '匣钵巷社区居委会副主任', ['匣钵巷社区'], { duties: ['调解', '退管员(兼)'] }),
  ]);
  const PARKS = inOneGroup([
    someone('clerk', '宁小雨', '能源节能科科长'),
    someone('harbour', '陶卫星', '临港产业园管理办副主任', ['临港产业园']),
    someone('salt', '谷峰', '盐化工集中区管理办主任', ['盐化工集中区']),
    someone('fish', '滕玉兰', '海产加工园管理站站长', ['海产加工园']),
    someone('flats', '韦广田', '南尖盐场场长', ['南尖盐场']),
  ]);

  it.each([
    ['各单位财务负责人:复核表28日17:00前发会计股', BUREAU, 'city edu farm road wood'],
    ['各预算单位、各财政所:最后一批用款计划25日12:00截止', BUREAU, 'city edu farm north-office road south-office wood'],
    ['交通、城投你们两家没付的最多,每天下午5点前把笔数报我', BUREAU, 'city road'],
    ['@所有人 25号下午两点半 我办公室 所长碰头会,一个所讲10分钟', BUREAU, 'north-office south-office'],
    ['各社区退管员老师好,名单今天下班前发我', STREET, 'one-aide two-aide'],
    ['各社区退管员明天来领表,书记不用来', STREET, 'one-aide two-aide'],
    ['各园区今天把压降数报我', PARKS, 'fish harbour salt'],
    ['三个园区今天把压降数报我', PARKS, 'fish harbour salt'],
  ])('%s', (text, org, people) => expect(audienceOf(text, message(text), org).people.join(' ')).toBe(people));
});

it("means who heads a school where schools are nobody's place", () => {
  const org = inOneGroup([
    ...COUNTY.people.filter(({ id }) => ['clerk', 'east', 'west'].includes(id)),
    someone('head', '舒萍', '镇中心小学校长'),
    someone('kindergarten', '练芸', '镇幼儿园园长'),
  ]);
  const text = '各位校长、园长好:接种证要查,名单9月8日前交防保站';
  expect(audienceOf(text, message(text), org).people).toEqual(['head', 'kindergarten']);
});

it('tells towns from villages where a county speaks to both', () => {
  const town = (id: string, area: string) => ({
    ...(COUNTY.people.find((one) => one.id === 'street') as Person),
    id,
    areas: [area],
    title: '',
  });
  const people = [...COUNTY.people, town('upper', '上川镇'), town('middle', '中川镇'), town('lower', '下川乡')];
  const members = ['clerk', 'east', 'west', 'upper', 'middle', 'lower'];
  const org = inOneGroup(people, { members });
  const of = (text: string): string => audienceOf(text, message(text), org).people.join(' ');
  expect(of('各村今天下午五点前报收割亩数')).toBe('east east-clerk west');
  expect(of('各乡镇今天回传值班表')).toBe('lower middle upper');
  expect(of('三个乡镇都一样,台账发我')).toBe('lower middle upper');
});

it('hears who is called upon, by mention or at the start', () => {
  expect(calledUpon('西坪 北渡 你俩看一下', message(''), COUNTY)?.people).toEqual(['north', 'west']);
  expect(calledUpon('说个事', message('', { mentions: ['farm'] }), COUNTY)?.people).toEqual(['farm']);
  expect(calledUpon('今天雨大', message(''), COUNTY)).toBeNull();
});

it('no list, however it is joined, keeps its reader waiting', () => {
  const started = process.hrtime.bigint();
  for (const list of ['和'.repeat(4000), '东沟和'.repeat(1300), '和、'.repeat(2000)]) asked(`各村${list}`);
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(3000);
});

it('an office is asked with all others, whatever village its head looks after besides', () => {
  const head = COUNTY.people.find(({ id }) => id === 'farm') as Person;
  const stationed: Person = { ...head, title: '农服中心主任、西坪村包村干部', areas: ['西坪村'], roles: ['cadre', 'admin'] };
  const org = organisation({ ...COUNTY, people: COUNTY.people.map((one) => (one.id === 'farm' ? stationed : one)) });
  expect(audienceOf('各办明天交总结', message('', { group: 'offices' }), org).people).toEqual(['farm', 'safety']);
});

it('who was sent to a village is no secretary of its branch where it has one', () => {
  const sent: Person = {
    ...(COUNTY.people.find(({ id }) => id === 'west') as Person),
    id: 'sent',
    name: '顾一鸣',
    title: '西坪村驻村第一书记',
  };
  const groups = COUNTY.groups.map((group) => (group.id === 'villages' ? { ...group, members: [...group.members, 'sent'] } : group));
  const org = organisation({ ...COUNTY, people: [...COUNTY.people, sent], groups });
  expect(audienceOf('各村支书明天参会', message(''), org).people).not.toContain('sent');
  expect(audienceOf('各村支书、第一书记明天参会', message(''), org).people).toContain('sent');
});

it('an office without a head is asked through whoever speaks for it', () => {
  const lone: Person = { ...(COUNTY.people.find(({ id }) => id === 'farm') as Person), id: 'lone', name: '罗凯', title: '派出所教导员' };
  const groups = COUNTY.groups.map((group) => (group.id === 'offices' ? { ...group, members: [...group.members, 'lone'] } : group));
  const org = organisation({ ...COUNTY, people: [...COUNTY.people, lone], groups });
  expect(audienceOf('各办所明天交总结', message('', { group: 'offices' }), org).people).toEqual(['farm', 'lone', 'safety']);
});

it('everybody of a group is everybody of its cadres, also those who lead', () => {
  expect(asked('本群全体明早8点升旗', { group: 'offices' })).toBe('farm safety vice');
  expect(asked('大家明早8点升旗', { group: 'offices' })).toBe('farm safety');
});

it('who has a surname of two characters is called by it', () => {
  const people = COUNTY.people.map((person) => (person.id === 'west' ? { ...person, name: '欧阳霖' } : person));
  const org = inOneGroup(people);
  const of = (text: string): string => audienceOf(text, message(text), org).people.join(' ');
  expect(of('欧阳你跟林芳明天上午把账查到底')).toBe('east west');
  expect(of('欧阳书记,明天上午把账查到底')).toBe('west');
});

it('a secretary is no deputy, and who has no deed yet needn’t be called twice', () => {
  const deputy = { ...(COUNTY.people.find(({ id }) => id === 'east-clerk') as Person), title: '东沟村党支部副书记(大学生村官)' };
  const org = organisation({ ...COUNTY, people: COUNTY.people.map((person) => (person.id === 'east-clerk' ? deputy : person)) });
  const text = '各村书记明天九点到三楼开会';
  expect(audienceOf(text, message(text), org).people).not.toContain('east-clerk');
});

it('whose name has a point in it is called by what stands before it, and of four characters by the first two', () => {
  const named = (id: string, name: string) => (person: Person) => (person.id === id ? { ...person, name } : person);
  const org = inOneGroup(COUNTY.people.map(named('west', '艾尔肯·司马义')).map(named('north', '扎西顿珠')));
  const of = (text: string): string => audienceOf(text, message(text), org).people.join(' ');
  expect(of('艾尔肯今天把表补传')).toBe('west');
  expect(of('艾尔肯书记今天把表补传')).toBe('west');
  expect(of('没发定位的:艾尔肯、扎西书记,今天补传')).toBe('north west');
});

it('a firm is called by its own name or by its trade, and is asked through whoever sits where that is said', () => {
  const someone = COUNTY.people.find(({ id }) => id === 'west') as Person;
  const of = (id: string, name: string, title: string, area: string): Person => ({ ...someone, id, name, title, areas: [area] });
  const firms = [
    of('melt', '赵大勇', '宏泰铸造安全总监', '宏泰铸造'),
    of('safe', '贺强', '恒润新材料安全总监', '恒润新材料'),
    of('hire', '司徒蕾', '恒润新材料HR经理', '恒润新材料'),
    of('drug', '卜晓峰', '康瑞药业行政副总', '康瑞药业'),
    of('herd', '卓玛措', '金草原养殖专业合作社理事长', '金草原养殖专业合作社'),
  ];
  const group = { platform: 'wechat', id: 'firms', name: '企业群', department: '', members: ['boss', 'melt', 'safe', 'drug', 'herd'] };
  const org = organisation({ ...COUNTY, people: [...COUNTY.people, ...firms], groups: [...COUNTY.groups, group] });
  const asks = (text: string): string =>
    audienceOf(text, message(text, { group: 'firms', sender: { id: 'boss', name: '' } }), org).people.join(' ');
  expect(asks('恒润、宏泰两家周五前把台账交来')).toBe('melt safe');
  expect(asks('铸造厂、药厂:监测有缺口,今天查明原因')).toBe('drug melt');
  expect(asks('金草原把门口和场子收拾好')).toBe('herd');
});

it('who goes along, or is taken along, is asked too', () => {
  expect(asked('林芳,明天上午跟老廖一块儿把泵房看一遍')).toBe('east north');
  expect(asked('林芳,我跟老廖一起去看过了,你把单子给我')).toBe('east');
  expect(asked('林芳,我昨天跟老廖一起去看了,你把单子给我')).toBe('east');
  expect(asked('林芳,你下午跑一趟,把老廖也带上')).toBe('east north');
  expect(asked('林芳,今天下午3点前挨家看一遍,老廖带两个人帮她')).toBe('east north');
});

it('a place that is bidden is asked, whoever is hailed before', () => {
  expect(asked('各位,转来一封信,反映屋面漏雨。一是请东沟村共同上门;二是5个工作日内书面答复')).toBe('east east-clerk');
});

it('one of two posts is asked through both', () => {
  expect(asked('摸底表请各村如实填写,由书记或文书本人送来')).toBe('east east-clerk north street west');
});

it('one for each is for every cadre', () => {
  expect(asked('请本群各位签承诺书,一人一份,周五前交', { group: 'offices' })).toBe('farm safety vice');
});

it('the rest are asked where the others have sent theirs', () => {
  expect(asked('清单东沟送来了,另外两个村呢?')).toBe('north west');
  expect(asked('耳标西坪领过了,剩下两个村后天之前来领')).toBe('east east-clerk north');
});

it('who is let off in the same breath isn’t asked, however the others are called', () => {
  expect(asked('东沟、西坪:考评表周四下班前交。北渡没有物业,不用填')).toBe('east east-clerk west');
});

it('beside a mention an office speaks of a leader, not to one', () => {
  expect(asked('@林芳 柏镇明天上午到村里看,材料今晚发我', { ...ALL, mentions: ['east'] })).toBe('east');
});

it('who serves as a warning isn’t asked by that', () => {
  expect(asked('去年那场风,东沟一夜揭了一千亩。明天中午前都给我压实', BY_LEADER)).not.toBe('east east-clerk');
});

it('grid workers and heads of buildings are several', () => {
  expect(asked('组长明天下午2点到村部培训', { group: 'team' })).toBe('first second');
});

it('a circle is rung by a word before the name', () => {
  expect(asked('麻烦林书记、梅书记各带一个人')).toBe('east west');
  expect(asked('林书记、梅书记要到')).toBe('east west');
});

it('communities are counted beside villages by the first half of their word', () => {
  expect(withWholeCounts('五村三社书记参加')).toBe('五村、三个社区书记参加');
  expect(withWholeCounts('村社书记都来')).toBe('各村、各社区书记都来');
  expect(withWholeCounts('三个村社保卡没领')).toBe('三个村社保卡没领');
});

it('a kind that is left out isn’t asked with the others', () => {
  expect(asked('各村(不含社区):明天中午12点前列个表发我')).toBe('east east-clerk north west');
  expect(asked('各村(社区除外)周五前报')).toBe('east east-clerk north west');
  expect(asked('装了电梯的地方(除沿河)周五前报困人次数')).not.toContain('street');
  expect(asked('各村、各社区(不含幼儿园)周五前报')).toBe('east east-clerk north street west');
});

it('who is listed and counted is asked, whoever is hailed before', () => {
  expect(asked('各位书记下午好。烦请东沟、西坪、北渡三家拟好后先送来,周五前')).toBe('east east-clerk north west');
});

it('all of a group are all, whatever the villages do besides', () => {
  expect(asked('本群各位都在会议室上线,各村用手机接入', BY_LEADER)).toBe('clerk east east-clerk north safety street west');
  expect(asked('明天8点半涵洞口碰头,群里的都来', BY_LEADER)).toBe('clerk east east-clerk north safety street west');
});

it('beside places the units are the offices', () => {
  const group = {
    platform: 'wechat',
    id: 'county-wide',
    name: '县群',
    department: '',
    members: ['clerk', 'safety', 'farm', 'east', 'west'],
  };
  const org = organisation({ ...COUNTY, groups: [...COUNTY.groups, group] });
  const text = '各单位、各村:值班表24日前报党政办';
  expect(audienceOf(text, message(text, { group: 'county-wide' }), org).people).toEqual(['east', 'east-clerk', 'farm', 'safety', 'west']);
});
