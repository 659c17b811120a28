import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemKind } from '../../../../src/model/reading.ts';
import { titleOf } from '../../../../src/reading/directive/title/index.ts';
import { wordPlaces } from '../../../../src/reading/text/word-places.ts';

/** @param times words of the text that name times; the first is the deadline */
function titled(text: string, times: readonly string[] = [], kind: ItemKind = 'directive'): string {
  const spans = times.map((phrase) => [text.indexOf(phrase), text.indexOf(phrase) + phrase.length] as const);
  const names = wordPlaces(['杨柳塘村', '杨柳塘', '石佛寺村', '石佛寺', '卢广财']);
  return titleOf(kind, { text, region: [0, text.length], times: spans, deadlineAt: spans[0]?.[0] ?? null, names });
}

describe('titles', () => {
  it.each([
    ['各村:请将《秸秆禁烧责任书》签好,25日前交到农技站,逾期通报。', ['25日前'], '《秸秆禁烧责任书》签好'],
    ['杨柳塘、石佛寺:你们两个村的公益岗人员花名册,明天下班前发我。', ['明天下班前'], '公益岗人员花名册'],
    ['天越来越冷了,根据县里部署,各村把敬老院的消防栓逐个查一遍,周五前报结果。', ['周五前'], '敬老院的消防栓逐个查一遍'],
    ['各社区把6月23日8时到25日8时的带班领导、抢险队员名单报来', ['6月23日8时到25日8时'], '各社区把带班领导、抢险队员名单报来'],
    ['清明三天(3号到5号)护林值守表今天发群里', ['3号到5号', '今天'], '清明三天护林值守表发群里'],
    ['请@卢广财把两台移动泵调到南门', [], '两台移动泵调到南门'],
    ['关于开展城中村消防夜查的通知:22日晚8点,牌坊下集合,带执法记录仪', ['22日晚8点'], '城中村消防夜查'],
    ['【关于报送上半年工作总结的通知】请各村月底前报党政办', ['月底前'], '报送上半年工作总结'],
    ['请各村明天18点前把五保供养名单报民政办', ['明天18点前'], '五保供养名单报民政办'],
    ['三家单位把供水台账报水利站', [], '供水台账报水利站'],
    ['补一句,反诈宣传台账别忘了,月底前传到云盘', ['月底前'], '反诈宣传台账'],
  ])('names the thing and the deed: %s', (text, times, words) => {
    expect(titled(text, times)).toContain(words);
  });

  it('keeps a word that begins with 在, and takes a house for no gathering', () => {
    expect(titled('11月在谈项目清单开始收了,在线表格填完', ['11月'])).toBe('在谈项目清单开始收了,在线表格填完');
    expect(titled('周六晚上8点半,管委会门口集合,夜查,查宿舍用电和小旅馆', ['周六晚上8点半'], 'meeting')).not.toBe('管委会');
    expect(titled('今晚7点两委会,书琴把账带上', ['今晚7点'], 'meeting')).toBe('两委会,书琴把账带上');
  });

  it('begins with what an item of a list is headed by, and not with whom it is for', () => {
    expect(titled('一、三八节走访。各村推荐困难妇女1至2名(姓名、住址、情况一句话),28日前报妇联', ['28日前'])).toMatch(/^三八节走访:/u);
    expect(titled('一、机关各办所。推荐困难妇女1至2名(姓名、住址、情况一句话),28日前报妇联', ['28日前'])).not.toMatch(/^机关各办所:/u);
  });

  it('leaves out times, address, threats and who is asked', () => {
    const title = titled('各村注意:20日17点前把河长制巡河记录补齐,谁拖后腿谁上会说明。', ['20日17点前']);
    expect(title).toBe('河长制巡河记录补齐');
    const called = titled('各位书记、文书:18号下午2点,沙窝机耕路,请厂家来做农机现场演示,每村带两个机手来看', ['18号下午2点']);
    expect(called).not.toContain('文书');
  });

  it('joins where and what, which a story tells one after the other', () => {
    expect(titled('睡前说个事 老粮站后墙那一截 砖头掉了好几块 墙根也空了 我先走了', [], 'hazard')).toMatch(
      /^老粮站后墙那一截,(?:砖头掉了好几块|墙根也空了)$/u,
    );
  });

  it('names a work order by its number and by what it is about', () => {
    const order = '【12345工单HD0713-06】来电人反映红沟村三组自来水断水三天,请红沟村收到后24小时内处理并回复来电人。';
    expect(titled(order, ['收到后24小时内'])).toMatch(/^工单HD0713-06:.*自来水断水三天/u);
  });

  it('lets a notice begin as it does, with its times', () => {
    expect(titled('报告一下,我明天上午10点送孩子看牙,已请假', ['明天上午10点'], 'notice')).toBe('我明天上午10点送孩子看牙,已请假');
    expect(titled('上面那个是假的,镇长没换号,人已经移出去了', [], 'notice')).toBe('上面那个是假的,镇长没换号,人已经移出去了');
  });

  it('keeps to the words by which a danger was known', () => {
    const text = '说一声 南坡那台老泵房 夜里一直滋滋响 门口停着我的三轮车 明天还要去赶集卖菜';
    const source = { text, region: [0, text.length], times: [], deadlineAt: null, names: null } as const;
    const told = titleOf('hazard', { ...source, telltales: [{ at: text.indexOf('滋滋'), weight: 1 }] });
    expect(told).toContain('滋滋响');
  });

  it('takes the gathering for a meeting', () => {
    const notice = '会议通知:今天下午14:00,镇政府三楼大会议室召开安全生产部署会。参加人员:各村书记。';
    expect(titled(notice, ['今天下午14:00'], 'meeting')).toBe('安全生产部署会');
    expect(titled('定于明天上午9点在三楼召开安全生产调度会,请各站所参加', ['明天上午9点'], 'meeting')).toBe('安全生产调度会');
  });

  it('takes the gathering of the sentence that names its time', () => {
    const text = '各村把会议记录归档,防汛调度会定的事都落实了。另,18号上午8点半开迎汛讲评会,书记到会';
    expect(titleOf('meeting', { text, region: [0, text.length], times: [], deadlineAt: text.indexOf('18号'), names: null })).toBe(
      '迎汛讲评会',
    );
  });

  it('leaves out what only stands for a chat record', () => {
    expect(titled('[聊天记录] 交通假日专班\n每村出一个引导岗,8点到岗')).toContain('每村出一个引导岗');
  });

  it('takes the cells of a table one by one', () => {
    const title = titled('|2|养老认证进度表|各村|社保所|', [], 'directive');
    expect(title).toContain('养老认证进度表');
    expect(title).not.toContain('|');
  });

  it('puts a telling heading first, a common one never', () => {
    expect(titled('【森林防火】护林员巡山记录上传系统', [])).toMatch(/^森林防火:/u);
    expect(titled('【紧急通知】护林员巡山记录上传系统', [])).not.toContain('紧急通知');
  });

  it('tells the danger, not how it was met', () => {
    expect(titled('昨晚散步路过学校后墙,墙根裂了两指宽的缝,往外歪了', [], 'hazard')).toContain('裂');
  });

  it('is never longer than a line and never empty', () => {
    const kinds: readonly ItemKind[] = ['directive', 'meeting', 'hazard', 'appeal', 'notice', 'traffic'];
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.constantFrom(...kinds), (text, kind) => {
        const title = titled(text, [], kind);
        expect([...title].length).toBeLessThanOrEqual(26);
        expect(title === '' ? text.trim() : title).toBe(title);
      }),
    );
  });
});
