/** Praise, greetings, small talk, adverts and orders to the program. */
import { givesTasks } from '../../standing.ts';
import type { Rule } from '../rule.ts';

export const courtesy: readonly Rule[] = [
  { id: 'praise.words', label: 'flattery', weight: 3, says: '夸人、表态的话', hits: (view) => view.words('praise') > 0 },
  { id: 'praise.many', label: 'flattery', weight: 2, says: '几处都是夸人的话', hits: (view) => view.words('praise') > 1 },
  {
    id: 'praise.flowers',
    label: 'flattery',
    weight: 2,
    says: '带着玫瑰、点赞的表情',
    hits: (view) =>
      view.surface.stickers > 0 &&
      view.surface.bare.length > 1 &&
      /\[(?:玫瑰|强|鼓掌|赞|爱心|抱拳|合十|烟花|庆祝|给力|鲜花|奋斗|敬礼|握手)\]|👍|🌹|👏|💪|🙏/u.test(view.message.text),
  },
  {
    id: 'praise.of-field',
    label: 'flattery',
    weight: 1,
    says: '下面的人对上面的人说的',
    hits: (view) => view.standing === 'field' && view.words('praise') > 0,
  },
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
  {
    id: 'other.outsider',
    label: 'other',
    weight: 2,
    says: '发言的人不在花名册里',
    hits: (view) => view.standing === 'outsider' && view.words('handIn') + view.words('requests') > 1,
  },
];
