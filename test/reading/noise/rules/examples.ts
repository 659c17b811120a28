/** For every rule that looks at more than the text: messages that it must hit, and messages that it must not. */
import { field, leader, office, outsider, type Said } from '../kit.ts';

export interface Examples {
  readonly hits: readonly Said[];
  readonly misses: readonly Said[];
}

const TABLE = '各村周五17点前把冬灌面积表报农服中心';
const asked = { who: 'office', label: 'directive' } as const;
const ownAsk = { who: 'field', label: 'directive', own: true } as const;
const question = { who: 'field', label: 'question' } as const;
const danger = { who: 'office', label: 'hazard' } as const;
const demand = { who: 'office', label: 'appeal' } as const;
const asksOutside = { who: 'outsider', label: 'question', text: '沙子能不能堆路边两天' } as const;
const picture = { who: 'field', label: 'photo_dump', kind: 'image' } as const;

export const EXAMPLES: Readonly<Record<string, Examples>> = {
  'kind.system': { hits: [field('某某加入了群聊', { kind: 'system' })], misses: [field('加入')] },
  'kind.recall': { hits: [field('', { kind: 'recall' })], misses: [field('撤回')] },
  'kind.recall-of-ask': {
    hits: [office('', { kind: 'recall', recalls: 'b0', before: [asked] })],
    misses: [
      office('', { kind: 'recall', recalls: 'b0', before: [{ who: 'field', label: 'ack' }] }),
      office('', { kind: 'recall', recalls: 'gone' }),
    ],
  },
  'kind.redpacket': { hits: [field('', { kind: 'redpacket' })], misses: [field('发个红包')] },
  'kind.sticker': { hits: [field('', { kind: 'sticker' }), field('[强][强]')], misses: [field('收到[强]'), leader('[聊天记录]')] },
  'kind.voice-of-giver': {
    hits: [leader('', { kind: 'voice' })],
    misses: [field('', { kind: 'voice' }), leader('明天开会', { kind: 'voice' })],
  },
  'kind.voice': { hits: [field('', { kind: 'voice' })], misses: [leader('', { kind: 'voice' })] },
  'kind.picture-of-giver': {
    hits: [office('', { kind: 'image' })],
    misses: [office('', { kind: 'image', before: [picture] }), field('', { kind: 'image' }), office('见图', { kind: 'image' })],
  },
  'kind.picture': { hits: [field('', { kind: 'image' })], misses: [field('东头塌了', { kind: 'image' }), field('照片')] },
  'kind.picture-burst': { hits: [field('', { kind: 'image', before: [picture] })], misses: [field('', { kind: 'image' })] },
  'kind.file-of-giver': {
    hits: [office('', { kind: 'file' })],
    misses: [field('', { kind: 'file' }), office('', { kind: 'file', first: office(TABLE) })],
  },
  'kind.file-with-ask': { hits: [office('', { kind: 'file', first: office(TABLE) })], misses: [office('', { kind: 'file' })] },
  'kind.file-of-field': { hits: [field('', { kind: 'file' })], misses: [office('', { kind: 'file' })] },
  'kind.link': { hits: [field('早起喝水好', { kind: 'link' })], misses: [field('早起喝水好')] },
  'kind.bare-link': { hits: [field('', { kind: 'link' })], misses: [office('请大家转发这篇推文到朋友圈并截图', { kind: 'link' })] },
  'kind.location': { hits: [field('', { kind: 'location' })], misses: [field('我在闸口')] },
  'forward.record-of-giver': {
    hits: [leader('[聊天记录]'), office('[合并转发] ')],
    misses: [field('[聊天记录]'), office('[强]'), office('群聊的聊天记录\n老周: 收到')],
  },
  'forward.record-of-others': {
    hits: [field('群聊的聊天记录\n二嫂: 今天猪肉便宜\n三姨: 多少一斤')],
    misses: [leader('群聊的聊天记录\n二嫂: 今天猪肉便宜'), field('群聊的聊天记录\n老何: 河坝那边垮了一截'), field('聊天记录找不到了')],
  },
  'forward.cut-off': {
    hits: [leader('各位书记,昨天县里开了会,要求我们这周内把…'), office('转县里:请各镇于今日16时前将…[内容过长,已截断]')],
    misses: [leader('我昨天从水库边走回来,走了整整一个下午...'), office('请大家稍等…'), field('各位书记,昨天县里开了会,要求我们这周内把…')],
  },
  'forward.as-told': {
    hits: [office('「县局小高:请各镇今天报表」\n- - - - - -\n各村照办'), leader('按图上的办'), office('请抓紧落实')],
    misses: [office('好的,照办'), field('各村照办'), office('要不要照办?'), office('我照此报了')],
  },
  'forward.see-picture': {
    hits: [office('名单见图'), office('时间地点看附件'), leader('按下表分工')],
    misses: [office('这张照片拍得好'), field('名单见图'), office('名单见图?'), office('表填好了')],
  },
  'ack.whole': { hits: [field('收到'), field('好的主任')], misses: [office('收到请回复'), field('还没收到表')] },
  'ack.with-promise': { hits: [field('收到,马上去办')], misses: [office('请各村收到后报表'), field('马上去办')] },
  'ack.chain-line': {
    hits: [field('接龙\n1. 柳沟 到', { kind: 'chain' })],
    misses: [office('报到接龙\n1. 例', { kind: 'chain' }), field('接龙')],
  },
  'ack.chain-opened': {
    hits: [office('报到接龙\n1. 例', { kind: 'chain' })],
    misses: [
      field('报到接龙\n1. 例', { kind: 'chain' }),
      office('报到接龙\n1. 例\n2. 到', { kind: 'chain', before: [{ ...asked, kind: 'chain', text: '报到接龙\n1. 例' }] }),
    ],
  },
  'praise.words': { hits: [field('书记辛苦了')], misses: [field('表交了')] },
  'praise.many': { hits: [field('感谢领导关怀,向榜样致敬')], misses: [field('明天报表')] },
  'praise.flowers': { hits: [field('讲得好[玫瑰][玫瑰]')], misses: [field('[玫瑰]'), field('讲得好')] },
  'praise.of-field': { hits: [field('镇长辛苦')], misses: [leader('大家辛苦')] },
  'chat.short': { hits: [field('吃了没')], misses: [field('[强]'), office(`${TABLE},逾期的书面说明原因`)] },
  'chat.field': { hits: [field('今天真冷'), outsider('有人吗')], misses: [leader('今天真冷')] },
  'chat.hearsay': { hits: [field('听说明天要检查')], misses: [office('听说明天要检查'), field('明天检查')] },
  'chat.base': { hits: [field('今天真冷')], misses: [field('', { kind: 'image' })] },
  'other.advert': { hits: [outsider('新到货特价,加微信')], misses: [office('消费券优惠政策请各村宣传'), outsider('有人在吗')] },
  'other.outsider': { hits: [outsider('请大家务必上报材料')], misses: [office('请大家务必上报材料'), outsider('早')] },
  'ask.giver': { hits: [leader('在吗'), office('在吗')], misses: [field('在吗'), outsider('在吗')] },
  'ask.field': { hits: [field('在吗')], misses: [leader('在吗')] },
  'ask.outsider': { hits: [outsider('在吗')], misses: [field('在吗')] },
  'ask.deadline': { hits: [office(TABLE)], misses: [office('请报冬灌面积表')] },
  'ask.deed': { hits: [office('把表报上来')], misses: [office('今天真冷')] },
  'ask.request': { hits: [office('务必重视')], misses: [field('今天真冷')] },
  'ask.addressed': { hits: [office('各村注意'), office('来一下', { mentions: ['field'] })], misses: [field('各村注意'), office('天冷')] },
  'ask.object': { hits: [office('把名单报上来')], misses: [office('报上来吧')] },
  'ask.meeting': { hits: [office('明天上午9点在三楼开会')], misses: [field('明天上午9点在三楼开会'), office('会议开得好')] },
  'ask.event-with-deed': {
    hits: [office('明天上午9点在三楼开会,带上台账')],
    misses: [field('明天上午9点在三楼开会,带上台账'), office('带上台账')],
  },
  'ask.urgent': { hits: [office('立即上报')], misses: [office('上报')] },
  'ask.long': {
    hits: [office('为做好今冬农田水利工作,各村要对沟渠、闸口、机井逐一登记造册,摸清底数,填写登记表并附照片,报送农服中心汇总')],
    misses: [
      office('把表报上来'),
      field('为做好今冬农田水利工作,我们村对沟渠、闸口、机井逐一登记造册,摸清底数,填写登记表并附照片,明天报送'),
    ],
  },
  'ask.hearsay': { hits: [office('听说要检查')], misses: [office('明天检查')] },
  'ask.reply': { hits: [office('按户填', { before: [question], replies: true })], misses: [office('按户填', { before: [question] })] },
  'ask.list': { hits: [office('1. 各村报表\n2. 各村清沟')], misses: [field('1. 各村报表\n2. 各村清沟'), office('各村报表')] },
  'traffic.words': { hits: [office('给最美渡口投票')], misses: [field('给最美渡口投票'), office('各村报表')] },
  'traffic.many': { hits: [office('关注公众号并转发朋友圈')], misses: [office('各村报表')] },
  'traffic.asked': { hits: [office('请大家给最美渡口投票')], misses: [field('请大家给最美渡口投票'), office('请大家报表')] },
  'update.change': { hits: [office('明天的会取消')], misses: [field('明天的会取消'), office('明天开会')] },
  'update.turn': {
    hits: [office('参保核对往后放一放'), office('大家不用守在村委会了'), office('那张表先别动笔')],
    misses: [field('参保核对往后放一放'), office('明天开会'), office('明天的会取消')],
  },
  'update.void': {
    hits: [outsider('昨日所发的统计通知作废')],
    misses: [outsider('通知已收到'), office('请报面积表')],
  },
  'update.mistaken': {
    hits: [field('哎呀发错群了', { before: [ownAsk] })],
    misses: [field('哎呀发错群了', { before: [asked] }), field('收到', { before: [ownAsk] })],
  },
  'update.of-own': {
    hits: [field('刚才那个不用报了', { before: [ownAsk] })],
    misses: [field('刚才那个不用报了', { before: [asked] }), field('好的', { before: [ownAsk] })],
  },
  'update.old-time': { hits: [office('会议由周三上午9点改到周四下午3点')], misses: [office('会议定在周四下午3点')] },
  'update.remind': {
    hits: [office('面积表还差柳沟村'), office('就剩老柏了'), office('二组还没有,今晚都算')],
    misses: [field('还差两户'), office('请报面积表')],
  },
  'update.closed': { hits: [office('面积表收齐了')], misses: [field('收齐了'), office('请报面积表')] },
  'update.reply': {
    hits: [office('这个取消', { before: [asked], replies: true })],
    misses: [office('这个取消'), office('好', { before: [asked], replies: true })],
  },
  'part.before-or-after': {
    hits: [office('用统一表样', { first: office(TABLE) })],
    misses: [office('用统一表样'), field('用统一表样', { first: field(TABLE) }), office('刚才那个取消', { first: office(TABLE) })],
  },
  'notice.words': {
    hits: [office('明天北片停水检修管道,六点恢复供水')],
    misses: [field('明天北片停水检修管道,六点恢复供水'), office('停水')],
  },
  'notice.giver': {
    hits: [office('昨天的暖冬行动全镇一共走访了三百多户,老人们都挺高兴的样子')],
    misses: [office('好'), field('昨天的暖冬行动全镇一共走访了三百多户,老人们都挺高兴的样子')],
  },
  'notice.heading': { hits: [office('【水情】今晨平稳')], misses: [field('【水情】今晨平稳'), office('水情平稳')] },
  'report.figures': { hits: [field('柳沟村核验农机14台')], misses: [office('柳沟村核验农机14台'), field('柳沟村在核验')] },
  'report.of-field': { hits: [field('我们村的沟都看过一遍')], misses: [office('我们村的沟都看过一遍'), field('看过')] },
  'report.figures-of-field': { hits: [field('柳沟12户30人')], misses: [field('柳沟12户'), office('柳沟12户30人')] },
  'report.caption': { hits: [field('沟已经清到村口', { kind: 'image' })], misses: [field('', { kind: 'image' }), field('沟已经清到村口')] },
  'question.form': { hits: [field('这个表谁来填?')], misses: [field('表填了'), field('啥?')] },
  'question.work': { hits: [field('这个表谁来填?')], misses: [field('你吃了没有呢?')] },
  'question.of-giver': { hits: [office('你们村的表交了吗?')], misses: [field('表交了吗?')] },
  'answer.reply': {
    hits: [office('按户填', { before: [question], replies: true })],
    misses: [field('按户填', { before: [question], replies: true }), office('按户填')],
  },
  'answer.after-question': {
    hits: [office('按户填', { before: [question] })],
    misses: [office('按户填'), field('按户填', { before: [question] })],
  },
  'hazard.words': { hits: [field('东头墙塌了')], misses: [field('表交了')] },
  'hazard.many': { hits: [field('河堤渗水,还冒泡')], misses: [field('表交了')] },
  'hazard.of-field': { hits: [field('刚看见河堤脚下在渗水')], misses: [office('刚看见河堤脚下在渗水')] },
  'hazard.as-notice': { hits: [office('各村今天17点前排查塌方点')], misses: [field('东头墙塌了'), office('东头墙塌了')] },
  'hazard.too': {
    hits: [outsider('俺家墙根也裂了', { before: [danger] }), field('西头也在冒水', { before: [danger] })],
    misses: [outsider('俺家墙根也裂了'), field('收到,我也马上去看', { before: [danger] }), office('西头也在冒水', { before: [danger] })],
  },
  'appeal.too': {
    hits: [outsider('我家也停了三天了', { before: [demand] })],
    misses: [outsider('我家也停了三天了'), outsider('谢谢,我家也好了', { before: [demand] })],
  },
  'appeal.words': { hits: [field('老杨家来反映路灯不亮')], misses: [field('表交了')] },
  'appeal.many': { hits: [field('群众投诉停水没人管,来信访了')], misses: [field('表交了')] },
  'appeal.outsider': { hits: [outsider('我家停水三天没人管')], misses: [field('群众反映停水')] },
  'appeal.plain': { hits: [office('投诉处理了吗')], misses: [field('群众投诉')] },
  'notice.warning': {
    hits: [field('别碰!人离开门口', { before: [danger] }), outsider('先莫喝井里的水', { before: [danger] })],
    misses: [
      field('别碰!人离开门口'),
      leader('别碰!人离开门口', { before: [danger] }),
      field('别碰它行不行?', { before: [danger] }),
      field('别乱讲', { before: [danger] }),
    ],
  },
  'hazard.proof': {
    hits: [outsider('我有监控', { before: [{ who: 'outsider', label: 'hazard', own: true }] })],
    misses: [
      outsider('我有监控'),
      outsider('我有监控', { before: [danger] }),
      outsider('谢谢', { before: [{ who: 'outsider', label: 'hazard', own: true }] }),
    ],
  },
  'answer.to-outsider': {
    hits: [field('两天可以,留出半边走车', { before: [asksOutside] })],
    misses: [
      field('两天可以,留出半边走车'),
      field('两天可以,留出半边走车', { before: [{ who: 'field', label: 'question', text: '沙子能不能堆路边?' }] }),
      field('堆多少?', { before: [asksOutside] }),
    ],
  },
  'answer.echo': {
    hits: [
      office('填,空着也填', { before: [{ who: 'field', label: 'question', text: '外出的填不填' }] }),
      field('这次不打', { before: [{ who: 'outsider', label: 'question', text: '猫能打吗' }] }),
    ],
    misses: [
      office('空着也填'),
      office('下回再说', { before: [{ who: 'field', label: 'question', text: '外出的填不填' }] }),
      field('填,空着也填', { before: [{ who: 'field', label: 'question', text: '外出的填不填' }] }),
    ],
  },
  'update.release': {
    hits: [leader('可以了,收队'), office('没事了,都回吧')],
    misses: [field('收队'), leader('大家都回信了吗'), leader('各村报面积表')],
  },
  'update.own-danger-over': {
    hits: [field('找着了,大家都回吧', { before: [{ who: 'field', label: 'hazard', own: true }] })],
    misses: [
      field('找着了,大家都回吧', { before: [danger] }),
      field('找着了', { before: [{ who: 'field', label: 'hazard', own: true }] }),
      field('大家都回吧'),
    ],
  },
};
