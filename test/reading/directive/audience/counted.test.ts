import { expect, it } from 'vitest';
import { organisation, type Person } from '../../../../src/model/organisation.ts';
import { audienceOf } from '../../../../src/reading/directive/audience/index.ts';
import { inOneGroup, message, someone } from '../../../kit/audience-builders.ts';

function asked(text: string, people: readonly Person[]): string {
  const { people: found, unclear } = audienceOf(text, message(text), inOneGroup(people));
  return found.join(' ') + (unclear ? ' ?' : '');
}

const QUARRY = [
  someone('roads', '冯俊', '综合执法队队长'),
  someone('land', '韦鸣', '自然资源所所长'),
  someone('blue', '高振邦', '宏砺石业公司安全部长'),
  someone('jade', '林美琪', '玉琢石材厂行政主管'),
  someone('gold', '史武', '金岩采石场场长'),
  someone('ridge', '韦大力', '上坳村党支部书记', ['上坳村']),
];

it.each([
  ['三家:清运联单明天中午12点前传我邮箱', 'blue gold jade'],
  ['三家采场和厂子听好,每天上午10点前报一条', 'blue gold jade'],
  ['转商会通知,名单月底前报。三家直接报我就行', 'blue gold jade'],
  ['高部长 史场长 上坳路口石子掉一地,明早八点前你两家叫人扫干净', 'blue gold'],
])('among offices as many firms are asked as are counted: %s', (text, people) => expect(asked(text, QUARRY)).toBe(people));

const TEAM = [
  someone('one', '欧阳杰', '驻柏垭村第一书记、工作队队长', ['柏垭村']),
  someone('two', '聂思雨', '驻黄泥坡村工作队队员', ['黄泥坡村']),
  someone('three', '苟永福', '柏垭村党支部书记', ['柏垭村']),
  someone('four', '简开明', '黄泥坡村党支部书记', ['黄泥坡村']),
];

it('who is counted by a post is whoever has it by title, and not a place', () => {
  expect(asked('日志每周五前上传,两个工作队员人人都要传', TEAM)).toBe('one two');
});

const TEAMS = [
  someone('lead-e', '邓凯', '驻水磨村工作队队长', ['水磨村']),
  someone('lead-w', '许楠', '驻岩脚村工作队队长', ['岩脚村']),
  someone('east', '杨再发', '水磨村党支部书记', ['水磨村']),
  someone('west', '覃秋云', '岩脚村党支部书记', ['岩脚村']),
];

it.each([
  ['各队长:独居老人再走一遍,两个队都要做,走访台账16号下班前交', 'lead-e lead-w'],
  ['水磨、岩脚两个队,每队写一户搬迁户的故事,明天下班前发我', 'lead-e lead-w'],
  ['水磨、岩脚两个村的坟墓座数明天下班前报我', 'east lead-e lead-w west'],
])('teams that are counted are asked by who heads them: %s', (text, people) => {
  expect(asked(text, TEAMS).split(' ').toSorted().join(' ')).toBe(people);
});

it('all of a group are called by the name that it has', () => {
  const people = [someone('boat', '金德厚', '顺舟公司经理'), someone('town', '屠威', '城建站站长'), someone('news', '凌飞', '宣传站干事')];
  const org = inOneGroup(people);
  const named = { ...org, groupByKey: new Map([...org.groupByKey].map(([key, group]) => [key, { ...group, name: '活动筹备组' }])) };
  const text = '彩排定在14日15:00,请筹备组成员全部到场:金总带彩旗队';
  expect(audienceOf(text, message(text), named).people).toEqual(['boat', 'news', 'town']);
});

it('each of the places isn’t one of them misspelt', () => {
  const people = [someone('du', '杜艳', '杜村党支部书记', ['杜村']), someone('yan', '阎生', '阎家营党支部书记', ['阎家营'])];
  expect(asked('各村:\n台账周五下班前报我', people)).toBe('du yan');
});

it('who sees to the whole is asked beside those who are counted', () => {
  const people = [
    someone('hall', '马建国', '文化站站长'),
    someone('dam', '罗定海', '坝央村党支部书记', ['坝央村']),
    someone('lane', '班香英', '纳朗村党支部书记', ['纳朗村']),
  ];
  expect(asked('明天联排,坝央、纳朗两支鼓队着盛装,马站长统筹,请两位书记把人带齐', people)).toBe('dam hall lane');
});

const SUMU = [
  someone('social', '白燕', '社会事务办公室主任'),
  someone('grass', '朝克', '草原工作站站长'),
  someone('vet', '那顺', '畜牧兽医站站长'),
  someone('party', '乌兰', '党政办主任'),
  someone('north', '巴图', '都兰嘎查党支部书记', ['都兰嘎查']),
  someone('south', '其木格', '浩来嘎查党支部书记', ['浩来嘎查']),
];

it('as many offices as were listed in the item before are asked where it is pointed back at', () => {
  const items = ['一、工作小结,社会事务办、草原站、兽医站29日前发我邮箱;', '二、公务车封存,上述三家30日17:00前把钥匙交我。'];
  const whole = message(items.join('\n'), { mentions: ['*'] });
  expect(audienceOf(items[1] ?? '', whole, inOneGroup(SUMU)).people).toEqual(['grass', 'social', 'vet']);
});

it('all of the group come, whoever is hailed beside', () => {
  expect(asked('各位书记、同志们:30日15:00主题党日,群里同志都参加,书记带一名学员', SUMU)).toBe('grass north party social south vet');
});

it('two posts that are hailed are all who head an office', () => {
  expect(asked('各位站长主任,各家的车有几台,明早上班前报我', SUMU)).toBe('grass party social vet');
});

it('how many each place has counts no places', () => {
  const more = [someone('third', '敖其', '乌苏嘎查党支部书记', ['乌苏嘎查']), ...SUMU];
  expect(asked('都兰3个、浩来7个,你两个书记亲自把人送上车', more)).toBe('north south');
});

it('who heads one of the kind that is counted is asked, whatever the places are called', () => {
  const grids = [
    someone('a', '陆华', '新硐A区网格长', ['新硐A区']),
    someone('b', '班梅', '新硐B区网格长', ['新硐B区']),
    someone('village', '廖明', '坡厂村党支部书记', ['坡厂村']),
    someone('work', '欧晨', '劳务专干'),
  ];
  expect(asked('桌椅今天下午5点前摆好,两个网格出三个人', grids)).toBe('a b');
});

it('an office is called by the number that people dial', () => {
  const bureau = [
    someone('calls', '宁可', '12315投诉举报中心主任'),
    someone('law', '雷为', '综合执法大队大队长'),
    someone('food', '耿峰', '餐饮股股长'),
  ];
  expect(asked('执法大队、12315中心把值班人员报丁小满', bureau)).toBe('calls law');
});

it('who heads the last office of a long list is asked, though nobody of it sits in the group', () => {
  const stations = ['应急消防', '渔业渔港', '城建环保', '民政社保'].map((name, at) => someone(`s${at}`, `林${name}`, `${name}站站长`));
  const away = someone('news', '凌飞', '宣传文化站站长');
  const whole = inOneGroup([...stations, away]);
  const org = organisation({ ...whole, groups: whole.groups.map((group) => ({ ...group, members: stations.map(({ id }) => id) })) });
  const text = '参会:应急、渔业、城建、民政、宣传站站长';
  expect(audienceOf(text, message(text), org).people).toEqual(['news', 's0', 's1', 's2', 's3']);
});

const MINES = [
  someone('coal', '蒋武', '黑石岭煤矿安全矿长', ['黑石岭煤矿']),
  someone('spar', '彭林', '龙背冲萤石矿矿长', ['龙背冲萤石矿']),
  someone('stone', '贺连', '鹰嘴岩采石场负责人', ['鹰嘴岩采石场']),
  someone('town', '邓勇', '石壁镇应急办主任', ['石壁镇']),
];

it.each([
  ['各矿今天把复工表发我', 'coal spar stone'],
  ['慰问困难矿工,一个矿报3名', 'coal spar stone'],
  ['龙背冲 黑石岭两座,每天17点前填平台', 'coal spar'],
])('a quarry is a mine, and a mine is called without what it digs: %s', (text, people) => expect(asked(text, MINES)).toBe(people));

it('leaders who look after a village are called as such', () => {
  const leader = { roles: ['leader', 'cadre'] as const };
  const people = [
    someone('first', '景平', '副乡长(包柳树岔村)', [], leader),
    someone('second', '苟霞', '副乡长(包堡子梁村)', [], leader),
    someone('third', '杜强', '武装部部长', [], leader),
    someone('willow', '柳川', '柳树岔村党支部书记', ['柳树岔村']),
    someone('beam', '魏财', '堡子梁村党支部书记', ['堡子梁村']),
  ];
  expect(asked('明早7:30灾情会商,参加:包村领导、各村支书', people)).toBe('beam first second willow');
  expect(asked('例会往后推,9点半开,在家的都来', people)).toBe('beam first second third willow');
});

const SCHOOLS = [
  someone('mill', '程世荣', '石碾中心校校长', ['石碾']),
  someone('pass', '罗明川', '垭口中心校校长', ['垭口']),
  someone('crane', '田家龙', '白鹞中心校校长', ['白鹞']),
  someone('store', '伍根生', '白鹞中心校后勤主任'),
  someone('craft', '毕国良', '县职业中学校长', ['职业中学']),
  someone('young', '秦小月', '县机关幼儿园园长', ['机关幼儿园']),
  someone('safe', '庞新民', '安全股股长'),
  someone('media', '简一雪', '教育技术中心主任'),
];

it('schools are counted by who heads them', () => {
  expect(asked('有水塔的:三个中心校加职中。开学前放干冲洗', SCHOOLS)).toBe('craft crane mill pass');
});

it('a school is no centre', () => {
  const people = [
    someone('mill', '程世荣', '石碾中心校校长', ['石碾中心校']),
    someone('pass', '罗明川', '垭口中心校校长', ['垭口中心校']),
    someone('craft', '毕国良', '县职业中学校长', ['职业中学']),
    someone('media', '简一雪', '教育技术中心主任'),
  ];
  expect(asked('各中心校、职中:实数表3日18点前填完', people)).toBe('craft mill pass');
  expect(asked('各中心校:实数表3日18点前填完。职中走另外的渠道,不填这张', people)).toBe('mill pass');
});

it('a count behind a colon is no hour', () => {
  const people = [
    someone('chief', '韩立山', '应急办主任'),
    someone('east', '吉木牛', '克吉村党支部书记', ['克吉村']),
    someone('west', '沙日达', '依洛村党支部书记', ['依洛村']),
  ];
  expect(asked('韩主任那边的每日巡查再说一遍:2个村天天都要报,17点前', people)).toBe('east west');
});

it('a word for one more thing is nobody’s misspelt name', () => {
  const people = [someone('net', '丁一诺', '炉街社区网格员', ['炉街社区']), someone('sec', '甘小丽', '狗尾村秘书', ['狗尾村'])];
  expect(asked('还有一件:花名册16号中午12点前填好', people)).toBe('net sec ?');
});

it('firms are called by the names of what they run', () => {
  const people = [
    someone('fast', '骆顺', '疾翎快递分拨中心安全员', ['A1库']),
    someone('box', '麻军', '橙筐云仓安全员', ['A2库']),
    someone('dorm', '滕燕', '宿舍区管理员', ['宿舍区']),
  ];
  expect(asked('住宿名单5号24点截止,疾翎、橙筐两家', people)).toBe('box fast');
});

it('whose role gives the group its name are all of it', () => {
  const people = [
    someone('news', '侯俊文', '党政办干事'),
    someone('sec', '甘小丽', '狗尾村秘书', ['狗尾村']),
    someone('head', '雷木生', '杉木村党支部书记', ['杉木村']),
  ];
  const org = inOneGroup(people);
  const named = { ...org, groupByKey: new Map([...org.groupByKey].map(([key, group]) => [key, { ...group, name: '炉背信息员' }])) };
  const text = '各位信息员:17日上午10点,二楼视频室培训';
  expect(audienceOf(text, message(text), named).people).toEqual(['head', 'news', 'sec']);
});

it('who can’t come up is no less asked than before, and who keeps the time is not', () => {
  const people = [someone('saddle', '蒲光明', '马鬃村党支部书记', ['马鬃村']), someone('mill', '简成林', '老碓村党支部书记', ['老碓村'])];
  expect(asked('马鬃路是真的上不去,光明那边延到明天中午12点前,老碓不变', people)).toBe('saddle');
});

it('a table of feedback takes nothing in', () => {
  const people = [someone('base', '姚淑云', '基教股股长'), someone('meal', '甘良', '营养办主任'), someone('safe', '庞新民', '安全股股长')];
  expect(asked('督导反馈表还差姚股长和甘主任', people)).toBe('base meal');
});

it('bodies of a kind that are listed and counted are those, whatever else lies in their places', () => {
  const people = [
    someone('lake', '曹生', '雁湖公路站站长(管雁湖、官圩片县道)', ['雁湖片']),
    someone('reed', '何枝', '芦陂公路站站长', ['芦陂片']),
    someone('town', '梁凤', '雁湖镇交管员', ['雁湖镇']),
    someone('other', '舒波', '芦陂镇交管员', ['芦陂镇']),
  ];
  expect(asked('大雾。雁湖、芦陂两个公路站:人现在上路,7点半以前到位', people)).toBe('lake reed');
});

it('firms are counted by whoever speaks for them', () => {
  const people = [someone('a', '涂莉', '顺泰电子厂人事专员'), someone('b', '钱凤', '锦纺制衣厂人事'), someone('job', '牟平', '就业股股长')];
  expect(asked('两家企业:用工监测表3月18日下班前在线填', people)).toBe('a b');
});

it('who gets nothing of what is handed out needn’t come for it', () => {
  const people = [
    someone('a', '毕永', '北礓村党支部书记', ['北礓村']),
    someone('b', '王贵', '灯垛村党支部书记', ['灯垛村']),
    someone('c', '乔新', '听浪社区党支部书记', ['听浪社区']),
    someone('d', '刘阳', '蓝屿社区党支部书记', ['蓝屿社区']),
  ];
  expect(asked('两个村,救助棉被到了,今天上午11:30前到仓库领。两个社区这批没有,别白跑', people)).toBe('a b');
});
