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
});
