/** What is held at a time by its name alone, whatever the next clause asks for: 讲座今天上午10点,来就发鸡蛋; 换届3月18日投票. */
import type { Scene } from './scene.ts';

/** 高考出分6月24日,…: what is held on the day, by its name alone. */
const IS_HELD = /^[一-龥]{0,4}(?:出分|放榜|揭榜|培训|考试|开考|开班|放假|开学|例会|比赛|演练|庙会|开工|开业|体检)$/;
/** These are held and nothing else, however they are called. */
const SHOW =
  /(?:讲座|[讲课]堂|公开课|党课|沙龙|论坛|义[诊剪演卖]|演[出习]|汇演|首演|彩排|电影|大戏|文艺|展演|路演|[村春]晚|(?<![社机协学委工商体误领联合金事教都才就不只将也我你他她们])会|[棋球歌舞跑]赛|大赛|(?:亲子|主题|志愿|文体|猜灯谜|游园|开放日|便民)活动|仪式|典礼)$/;

export function isHeld({ clauseLeft }: Scene): boolean {
  return IS_HELD.test(clauseLeft) || SHOW.test(clauseLeft);
}

/** 村委会换届5月28日投票: on that day all vote. */
export function isVote({ phrase, clauseLeft, clauseRight }: Scene): boolean {
  return (
    phrase.edge === null &&
    /(?:换届|改选|补选|选举)(?:大会)?(?:定在|定于|在|于)?$/.test(clauseLeft) &&
    /^(?:正式|集中|现场|统一)?(?:投票|唱票|计票)(?!率|截止)/.test(clauseRight)
  );
}
