/**
 * "南地着火了", "草垛子着了 快来人", "电梯关人了 两个": that something terrible is going on, in so many words, and "把人都撤出来", that people are to be
 * brought out of it. Among thousands of short remarks such a one looks like one more of them, so it is believed by its words alone.
 */
import type { Label } from '../../model/label.ts';
import { givesTasks } from '../standing.ts';
import type { MessageView } from '../view.ts';

/** What is to be taken for. */
export type Alarm = Extract<Label, 'hazard' | 'directive'>;

/** What is longer tells enough for itself. */
const LONGEST = 60;

const FIRE =
  '(?<![打没未无不别会怕防易能要得点])(?:着|起|失)火(?:了|啦|咯|喽|!|$)|(?:烧|燃)起来(?:了|啦|咯)|(?<=[地草秸秆山林坡垛房屋棚库楼柴坪坳梁子])(?:又|也|都)?着(?:了|啦)(?![^,。!?\\s])|(?:电动|电瓶)车(?:又|也|都)?着(?:了|啦|火)|火头[^,。!?]{0,6}(?:高|大|压不住)|火势[^,。!?]{0,4}(?:大|猛|不住)|(?<!不|打得火就是)冒(?:黑|浓|大)烟';
const PERSON =
  '(?:[一二两三几\\d]个)?(?:娃娃?|小孩|孩子|老人|老[汉头太]|[\\u4e00-\\u9fff]?大[爷娘妈伯叔]|奶奶|爷爷|婆婆|阿[婆公]|学生|游客|工人|有人|[一二两三\\d]个人)';
const FALLEN_IN = `${PERSON}[^,。!?]{0,6}(?:掉|摔|跌|滑|栽|落)(?:到|进|下|落|入)?[^,。!?]{0,3}[水河塘沟井坑渠湖海江崖窖池]`;
const LOST = `${PERSON}[^,。!?]{0,6}(?:不见了|走丢了?|走失了?|找不[到着](?:人|了))`;
const FAINTED = '[晕昏](?:倒|过去)(?:了|啦|在)|[人他她](?:都|已经|快)?没气了';
const TRAPPED =
  '(?:电梯|井下|[井屋水车]里|楼上)[^,。!?]{0,4}[困关](?:了|着|住)?[^,。!?]{0,3}(?:人|[一二两三四五六七八九十\\d]个)|(?<![没未无有])(?:人|[一二两三四五六七八九十\\d]个)被?困[在住]';
const FALLEN_DOWN = '(?:房子?|屋|墙|屋顶|堤|坝|路|桥|山体?|坎|埂|渠)[^,。!?\\d]{0,3}[塌垮坍](?:了|啦|下来)';
const HURT = '(?<![没未无])(?:砸|撞|埋|电|咬)[到着倒住](?:了)?(?:人|[一二两三几\\d]个(?!月))|有人触电';
const HELP = '(?:快|赶紧|马上)[点些]?来(?:[几个些]|几个)?人(?!手)|快[打叫喊](?:119|120|110|救护车|消防)';
const BREAKS_OUT =
  '[冒涌]出?来?[浑黄泥][水浆]|[漫翻](?:过|上)[堤坝桥](?:了|来|顶)|决口(?:了|啦)|[漏泄](?:煤气|[气氨氯])了|煤气味[^,。!?]{0,4}[大重冲浓]';
const ALARM = new RegExp([FIRE, FALLEN_IN, LOST, FAINTED, TRAPPED, FALLEN_DOWN, BREAKS_OUT, HURT, HELP].join('|'), 'u');

/** Over, somewhere else or at another time, only thought of, a drill, a joke. */
const NOT_NOW =
  /灭|扑|控制|处[置理]|解除|获救|救[上出下起]|脱险|送(?:[到去往]|医)|找[到着]了|没[事伤]|平安|莫担心|不用慌|演练|模拟|如果|万一|一旦|要是|防|避免|严禁|禁止|不会|\?|去年|前年|那年|上[周月次回]|以前|小时候|从前|[笑哈嘿]|宣传|昨|前[天晚夜]|电视|新闻|梦|[像似]的|差点|险[些险]|外地|邻[市县]|通报|案例|教训|收到|[谢恩]|辛苦|食堂|菩萨/u;

const PEOPLE = '(?:人员?|群众|老人|老百姓|娃娃?们?|孩子们?|学生|住户|游客|工人|乘客|船员)';
const OUT = '(?:撤|转移|疏散|接|带|劝|喊)(?:出来|出去|走|离|下来|下去|回来|下山|上岸|过来|开|到[^,。!?了]{1,8})?';
const AT_ONCE = '(?:都|全部?|先|马上|立[即刻]|赶[紧快]|统统|一律)';
const TO_SAFETY = new RegExp(
  `${PEOPLE}[^,。!?]{0,4}${AT_ONCE}[^,。!?]{0,2}${OUT}(?=[,。!\\s]|$)|${AT_ONCE}(?:撤离?|停[工航课业]|熄火|关阀|断电|拉闸|转移|疏散)(?=[,。!\\s]|$)`,
  'u',
);
const DONE_OR_OWN = /\?|已|了没|没有|[谢恩]|辛苦|收到|好的|昨|刚才|[笑哈嘿]|如果|万一|演练|要是|我们?这?(?:先|马上|赶紧|都|去|把|来)/u;

/** What it cries: that a danger is there now, or, where the sender may order it, that people be brought to safety. */
export function alarmOf({ surface: { bare }, standing }: MessageView): Alarm | null {
  if (bare.length > LONGEST) return null;
  if (ALARM.test(bare) && !NOT_NOW.test(bare)) return 'hazard';
  return givesTasks(standing) && TO_SAFETY.test(bare) && !DONE_OR_OWN.test(bare) ? 'directive' : null;
}
