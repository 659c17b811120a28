import { describe, expect, it } from 'vitest';
import { CHANGE_KINDS } from '../../../src/model/change-model.ts';
import { changeOf } from '../../../src/reading/directive/change.ts';
import { chanceOfChange, SHIPPED_CHANGES } from '../../../src/reading/directive/change-chances.ts';
import { kindByRules, signsOf, soundsOff } from '../../../src/reading/directive/likeliest-kind.ts';
import { readChange, seenAs } from '../../kit/change-builders.ts';

describe('what was judged an ask', () => {
  it.each([
    ['那张摸底表不用报了,先别填', true],
    ['哪天预警跳到红色,书记就睡村部,不用再等我通知了', false],
    ['要是下大雨,巡查就不用报了', false],
    ['即日起解除停工令', true],
    ['各位分管领导,召开供应商约谈会,准时上线,不用校长参加', false],
  ])('calls off: %s', (text, is) => expect(soundsOff(...seenAs(text, 'directive', 0.9), SHIPPED_CHANGES)).toBe(is));

  it('surely calls nothing off', () => {
    expect(soundsOff(...seenAs('那张摸底表不用报了,先别填', 'directive', 0.999), SHIPPED_CHANGES)).toBe(false);
  });

  it.each(['那张摸底表不用报了,先别填', '各村把名单报上来', '巡查取消', '会不开了', '报表的事算了', '名单今天交'])(
    'calls off what words and rules together say, however that is found: %s',
    (text) => {
      const [view, verdict] = seenAs(text, 'directive', 0.9);
      const rules = kindByRules(view);
      const chance = chanceOfChange(signsOf(view), rules, 'cancel', SHIPPED_CHANGES);
      const isTimed = view.times.deadlines.length > 0;
      expect(soundsOff(view, verdict, SHIPPED_CHANGES)).toBe(!isTimed && chance >= (rules === 'cancel' ? 0.5 : 0.9));
    },
  );
});

it("who is called to come at an hour isn't told that it is off, whoever else needn't come", () => {
  const [view, verdict] = seenAs('两位科长,11号下午3点到我们公司二楼碰头,别家不用来', 'directive', 0.6);
  expect(soundsOff(view, verdict, SHIPPED_CHANGES)).toBe(false);
});

describe('an update', () => {
  it.each([
    ['哪天预警跳到红色,书记就睡村部,不用再等我通知了', false],
    ['要是挂大风预警,渡船一小时内靠岸,不用等通知', false],
    ['要是下大雨,巡查取消', true],
    ['云太低,航飞取消,飞机收箱', true],
    ['研学团改到12月了,18号不来,带队名单不用报了', true],
    ['研学团改到12月了,带队名单18号下班前报我,纸的名单不用报了', false],
    ['原定的三楼会场取消,人员不变', false],
    ['农机台账旧版模板取消,用新版填', false],
    ['农机台账签字环节取消,其他不变', false],
    ['双休取消,值班表明天下午5点前照报', false],
    ['水泵清单取消,农机台账28日照报', false],
    ['明天三夏推进会,午餐取消,其他照旧', false],
    ['三夏进度表并到农机台账里填,不用另外盖章', false],
    ['低保核查情况里要把收回工单的也写上', false],
    ['低保核查情况先别发群里,哪天公示再另发', false],
    ['答题平台垮了,这回不考核。没答的别答了,答过的当学习', true],
    ['净滩合影别拍了,风太大,简报改用文字', true],
    ['表不用双面了,统一改用单面', false],
    ['没学的不用学了,先把认证做了', false],
    ['暗访取消,台账还是要准备好', false],
    ['旧电脑先别送来镇里,哪天收我另外喊', true],
    ['从今天下午开始灾情不用天天报了,应急响应已结束', true],
    ['灾情不用天天报了,三天一报', false],
    ['两张表合并到一张填,不用单独报,明天下午5点前交', false],
    ['承诺书并到周报附件里了,不用另交', true],
    ['热线已收回工单,国富所长不用办了', true],
    ['旧电脑先别送,哪天收我另外喊', true],
    ['巡查不用去了', true],
    ['火险降了,每天18点报巡山人数那个从今晚起停报', true],
    ['每天18点照报,不停报', false],
    ['组织部打招呼了,从现在起停投,链接也撤了', true],
    ['投票那个停了。一天一票,占了9条消息', true],
    ['山上湿透,防火日报从今天起停,哪天放晴再通知恢复', true],
    ['风转过去了,回港令解除,近岸的可以出去', true],
    ['经研判,即日起解除渔船回港令', true],
    ['昨天解除的回港令照旧有效', false],
    ['酒店的还是不搞,恢复的只有石梯子那边', true],
    ['刚才那条不作数,系统里有', true],
    ['值班表免啦,县委办统一排班下发,还没发我的就不用发了', true],
    ['自查那张表就免啦,没填的别填了,填好的自家留着', true],
    ['书记们,组织部回话说图够用了,没拍的就不用再拍了', true],
    ['数够了,还没交的就算了吧', true],
    ['没交的今天不用交了,明天下午5点前一起交', false],
    ['没走的别走了,会议提前到4点', false],
  ])('calls off only what it says is off: %s', (text, is) => expect(readChange(text).change === 'cancel').toBe(is));
});

it('what has gone up is moved no more, whatever day is named', () => {
  expect(readChange('48处,已上报。明天鲍部长看哪几处先拔。').change).not.toBe('deadline');
  expect(readChange('名单改到明天').change).toBe('deadline');
});

it('what moves a time does so, whatever it adds; what only names the time that stays does not', () => {
  expect(readChange('楼主多在外地,时间放宽到20日中午12点前,其他要求不变').change).toBe('deadline');
  expect(readChange('下午的会换地方了,改在二层多功能厅,还是三点半').change).toBe('amend');
});

it('what is to be done by a time to come isn’t done, unless it says so', () => {
  // By a model that takes everything for done.
  const done = { bias: CHANGE_KINDS.map((kind) => (kind === 'done' ? 9 : 0)), weights: {} };
  const kindOf = (text: string) => changeOf(...seenAs(text, 'update'), done).change;
  expect(kindOf('小仇这个快的,明天下午五点前修好亮起来')).toBe('deadline');
  expect(kindOf('小仇这个快的,修好亮起来')).toBe('done');
  expect(kindOf('路灯修好了,这事办结')).toBe('done');
});

it('goes to the time that is named, and not to the one by which nobody need come', () => {
  const said = (text: string) => readChange(text).deadline?.phrase;
  expect(said('下午的会三点半了啊,别再两点跑来坐冷板凳')).toBe('三点半');
  expect(said('自查表也往前赶,不等下午了,今天中午12点前传上来')).toBe('今天中午12点前');
  expect(said('明哲,培训挪下周二下午两点了,今天别跑')).toBe('下周二下午两点');
});

it('what needn’t be handed in here, too, is not called off', () => {
  const kindOf = (text: string) => changeOf(...seenAs(text, 'update')).change;
  expect(kindOf('园长们,晨检日报我们园也一样要,报到大群,这边不用再报')).not.toBe('cancel');
  expect(kindOf('园长们,晨检日报不用再报了')).toBe('cancel');
});
