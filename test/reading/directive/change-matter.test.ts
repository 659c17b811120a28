import { describe, expect, it } from 'vitest';
import { readChange } from '../../kit/change-builders.ts';
import { at } from '../../kit/digest-builders.ts';

describe('what a change is about', () => {
  it('is told by its words without the times', () => {
    const { topics, times } = readChange('值班表改到11月18日中午12点前');
    expect(topics).toContain('值班');
    expect(topics.some((topic) => /[月日点午\d]/u.test(topic))).toBe(false);
    expect(times).toContain(at('2026-11-18 12:00'));
  });

  it('is named by the first words that name anything', () => {
    expect(readChange('更正:值班表是11月18日中午12点前').head).toContain('值班');
  });

  it('is named by two characters as well', () => {
    expect(readChange('还有三季度总结,书记说督查走了再弄,改到11月19号上班前').head).toEqual(['总结']);
  });

  it('is not whom it speaks to', () => expect(readChange('许县长,水利的会改到明天两点半了').head).toContain('水利'));

  it('is not that more is said', () => expect(readChange('补一句:流感苗那个数单独写').head).toContain('流感'));

  it('is not why, unless nothing else is named', () => {
    expect(readChange('因工单办理需要,收费公示那张表改到明天下班前').topics).not.toContain('工单');
    expect(readChange('因工单办理需要,改到明天下班前').topics).toContain('工单');
  });

  it('stands before the verb that moves it, not in the clause that tells what has happened', () => {
    const { head, topics } = readChange('这几天路断了,低保核对往后放,11月19日下班前交');
    expect(head).toContain('低保');
    expect(topics).not.toContain('路断');
  });

  it('is not whose word it is', () => {
    expect(readChange('替盖所长说一声:对账单不用交了').head).toContain('账单');
    expect(readChange('刚接电话,资料盒改到明天下班前').head).toContain('资料');
    expect(readChange('接种名单改到明天下班前').head).toContain('接种');
  });

  it('stands in the sentence that moves it, though that tells what stays, too', () => {
    const { topics } = readChange('今天的调度会由9:30改到下午2:30,地点文化站二楼不变。已经出门的请先回去忙');
    expect(topics).toContain('调度');
  });

  it('is no day that is over, nor the new one said twice', () => {
    expect(readChange('对照表仍按今天下班前,昨天转的作废').oldDay).not.toBe('2026-11-15');
    expect(readChange('自评表延到明天(17日)中午12点').oldDay).toBeNull();
  });

  it('may have been taken back where it says that it counts again', () => {
    expect(readChange('昨天说的取消不算数,培训照旧').revives).toBe(true);
    expect(readChange('培训取消').revives).toBe(false);
  });

  it('is what is pointed at, not who is let off', () => {
    expect(readChange('国庆那张线上销售额我从后台自己导出来了,老板们别填了').head.slice(0, 2)).toEqual(['国庆', '线上']);
    expect(readChange('加油卡登记那个,机关里说按老办法拿派车单加油,大家不用登').head).toEqual(['加油', '油卡', '卡登', '登记']);
    expect(readChange('昨天让大家装的那个软件,县里今早发话叫停').head).toContain('软件');
    expect(readChange('饲草那个去年底州里统计过了,数我这里有,不用了').head).toEqual(['饲草']);
    expect(readChange('钉钉群里那个跑操视频不拍了').head).not.toContain('钉钉');
  });

  it('stands in the clause whose deed is denied, whoever is told before that something is said', () => {
    const { head } = readChange('宝子们说个事儿,婆媳评选先别弄了,写好的留着');
    expect(head).toContain('婆媳');
    expect(head).not.toContain('宝子');
  });

  it('is called by its festival as well', () => expect(readChange('元旦那张 三个站都不用排了').head).toContain('元旦'));

  it('is not what goes on as it is, nor what is another matter', () => {
    expect(readChange('推选会先停下来,改好再说。联审表照交。').topics).not.toContain('联审');
    expect(readChange('婆媳评选先不弄了,最美家庭是另一回事').topics).not.toContain('家庭');
  });
});
