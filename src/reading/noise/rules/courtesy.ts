/** Praise, greetings, small talk, adverts and orders to the program. */
import { givesTasks } from '../../standing.ts';
import { type Rule, textRule } from '../rule.ts';

export const courtesy: readonly Rule[] = [
  { id: 'praise.words', label: 'flattery', weight: 3, says: '夸人、表态的话', hits: (view) => view.words('praise') > 0 },
  { id: 'praise.many', label: 'flattery', weight: 2, says: '几处都是夸人的话', hits: (view) => view.words('praise') > 1 },
  {
    id: 'praise.flowers',
    label: 'flattery',
    weight: 2,
    says: '带着玫瑰、点赞的表情',
    hits: (view) =>
      /\[(?:玫瑰|强|鼓掌|赞|爱心|抱拳|合十|烟花|庆祝|给力|鲜花|奋斗|敬礼|握手)\]|👍|🌹|👏|💪|🙏/u.test(view.message.text) &&
      view.surface.bare.length > 1,
  },
  {
    id: 'praise.of-field',
    label: 'flattery',
    weight: 1,
    says: '下面的人对上面的人说的',
    hits: (view) => view.standing === 'field' && view.words('praise') > 0,
  },
  textRule(
    'praise.pledge',
    'flattery',
    4,
    '表决心的套话',
    /坚决(?:拥护|落实|打赢|完成|贯彻|不|向|做到)|(?:一定|必将|誓)[^,。]{0,10}(?:不负|不辜负|打赢|冲|拿下)|向[^,。]{1,10}(?:学习|致敬|看齐)|跟着[^,。]{1,8}干|学习榜样/u,
  ),
  {
    id: 'greeting.words',
    label: 'greeting',
    weight: 6,
    says: '问候',
    hits: (view) =>
      view.surface.bare.length <= 40 &&
      /^(?:各位|大家|同志们|亲们|群里)?[^,。]{0,10}(?:早上好|上午好|中午好|下午好|晚上好|早安|晚安|节日快乐|新年好|新年快乐|周末愉快)|^(?:大家|各位[^,。]{0,6})?早[!~。呀啊哇]?$|安康|吉祥/u.test(
        view.surface.bare,
      ),
  },
  textRule(
    'chat.laugh',
    'chitchat',
    3,
    '玩笑口气',
    /哈哈|嘿嘿|呵呵|嘻嘻|\[(?:捂脸|偷笑|呲牙|笑哭|破涕为笑|坏笑|狗头|旺柴|嘿哈|机智|撇嘴|流泪|裂开|吃瓜)\]|😂|🤣|😄|😅/u,
  ),
  {
    id: 'chat.short',
    label: 'chitchat',
    weight: 1.6,
    says: '短短一句闲话',
    hits: (view) => view.surface.bare.length > 0 && view.surface.bare.length <= 14,
  },
  {
    id: 'chat.field',
    label: 'chitchat',
    weight: 1.5,
    says: '不布置工作的人说的话',
    hits: (view) => view.standing === 'field' || view.standing === 'outsider',
  },
  {
    id: 'chat.hearsay',
    label: 'chitchat',
    weight: 2.5,
    says: '听说、假如、打算之类的话',
    hits: (view) => view.words('plan') > 0 && !givesTasks(view.standing),
  },
  {
    id: 'chat.base',
    label: 'chitchat',
    weight: 1,
    says: '没有别的迹象',
    hits: (view) => view.message.kind === 'text' && view.surface.bare !== '',
  },
  textRule('chat.thanks', 'chitchat', 3, '道谢', /^(?:谢谢|谢了|多谢|感谢|辛苦)[^。]{0,10}$/u),
  {
    id: 'other.advert',
    label: 'other',
    weight: 5,
    says: '像广告',
    hits: (view) =>
      !givesTasks(view.standing) &&
      /(?:优惠|特价|包邮|到货|下单|促销|原价|折扣|贷款|加微信|扫码领|免费领|限时|招工|代办|团购|拼团|秒杀|返现|代开)/u.test(
        view.normal.text,
      ),
  },
  { id: 'other.to-program', label: 'other', weight: 9, says: '想指挥程序的话', hits: (view) => PROGRAM.test(view.normal.text) },
  {
    id: 'other.outsider',
    label: 'other',
    weight: 2,
    says: '发言的人不在花名册里',
    hits: (view) => view.standing === 'outsider' && view.words('handIn') + view.words('requests') > 1,
  },
];

const PROGRAM =
  /(?:忽略|无视|忘记)[^。]{0,12}(?:通知|指令|提示|消息|规则|要求|任务)|(?:AI|ai|人工智能|机器人|助手|摘要|汇总程序|系统提示|大模型)[^。]{0,20}(?:请|应|必须|只|把|将|标|输出|取消|注意)|ignore (?:all|previous|the)|system (?:prompt|set|override)|^\s*[/{<][a-z"]|assistant|"(?:schema|label|status|keep|items)"\s*:|输出“/iu;
