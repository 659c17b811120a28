import { describe, expect, it } from 'vitest';
import { newTime } from '../../../src/reading/directive/likeliest-kind.ts';
import { saysMoved } from '../../../src/reading/directive/moved-time.ts';
import { seenAs } from '../../kit/change-builders.ts';

describe('the time that holds after a change', () => {
  it.each([
    ['台账不等周四了 提早一天 明天下班前全部交', '明天下班前'],
    ['体检提前啦:医院周四下午就封名单,所以截到18日中午12点', '18日中午12点'],
    ['视频会往后推了反正明天下午不开了你们不用跑了', undefined],
    ['周六的雷雨改在上午了。彩排恢复到周六下午三点整', '周六下午三点整'],
    ['三点那个会明天不去啦,周三早上9点再去', '周三早上9点'],
    ['名单再给一晚上,明天上午10点给我', '明天上午10点'],
    ['名单的事松口了,周五中午12点前给她都行', '周五中午12点前'],
    ['县视频会改到周日了,明天的推进会还是恢复原时间,上午8:30', '上午8:30'],
    ['夜查照旧!区里的会改明天了。还是今晚七点半西村门口', '今晚七点半'],
    ['归档的事拖到今天怪我', undefined],
    ['台账恢复原定时限,明天下班前报我,昨晚“放宽到23日”的说法作废', '明天下班前'],
    ['自查表宽限到周六作废,窗口周六关门,还是老时间,今天下午5点前交', '今天下午5点前'],
    ['再改回来:县里的会不开了,陆镇长明天上午在家,推进会仍按原来的,19日上午9:00', '19日上午9:00'],
    ['再改回来:会商会还是15:00,县里视频会挪到晚上了', '15:00'],
    ['开航再往后挪,改到20日早上6点。交单时间还是今天下班', '今天下班'],
    ['交表时间顺到20日中午12点前', '20日中午12点前'],
    ['督查会仍放回明天(17日)下午开,时间15:00,人员不变。昨天说的18日上午不再执行', '明天(17日)下午开,时间15:00'],
    ['督查会又挪回明天了,下午3点,别按后天安排', '明天了,下午3点'],
    ['清零提前:省里18号一早拉数,17号下班前必须清完', '17号下班前'],
    ['休市顺延一天,18日零时起执行,各镇17日24点前清空', '17日24点前'],
    ['市局检查改到20日了,台账不用今天赶,19日中午12点前给少峰就行', '19日中午12点前'],
  ])('%s', (text, phrase) => expect(newTime(seenAs(text, 'update')[0])?.phrase).toBe(phrase));

  it('is said to be another by a word that puts it earlier', () => {
    expect(saysMoved(seenAs('台账提早一天,明天下班前交', 'update')[0])).toBe(true);
    expect(saysMoved(seenAs('台账明天下班前交', 'update')[0])).toBe(false);
    expect(saysMoved(seenAs('这个不急,先挂个号:2027年度津贴预审,1月5日前给我', 'update')[0])).toBe(false);
    expect(saysMoved(seenAs('台账不急了,周五下班前给我', 'update')[0])).toBe(true);
  });
});
