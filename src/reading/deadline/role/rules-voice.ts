/** Whose time it is: a rumour's, that of a condition, of what is always so, of a thing that needn't be done. */

import { withoutRumour } from './official.ts';
import type { RoleRule, Scene } from './scene.ts';
import { ADDRESSED } from './speaker.ts';

export const hearsay: RoleRule = {
  id: 'role/hearsay',
  hint: '听据传谣说隔外兄别关真他她被信闻',
  role({ left: sentenceLeft, rest, text, phrase, clauseLeft }) {
    const left = withoutRumour(sentenceLeft, rest);
    if (
      /(?:听说|听讲|(?<![票数证依收单凭论])据[说传]|风传|盛传|有人[说传]|(?:都|在|疯|盛|乱|外面)传|传着?说|传言|(?<!核实|查证|核查|回应|处置|澄清|删除|关于)网传|谣传|好像说|(?<!把[^。;]{0,30})听(?!我)[^,。!?请]{1,6}(?:说|讲))[^。!?]{0,24}$/.test(
        left,
      )
    )
      return 'other';
    if (/是真的(?:吗|么|假)|真的假的|(?:别|不要|勿)(?:再)?(?:乱|瞎)?传(?=$|[,。!])/.test(rest)) return 'other';
    if (
      OF_THIRD.test(clauseLeft) ||
      /你(?:们)?(?:信|敢信)(?:吗|不|么)|鬼才信/.test(rest) ||
      /(?:看|刷)(?:到|了)?(?:个|条)?新闻[^。]{0,16}$/.test(left)
    )
      return 'other';
    if (ELSEWHERE.test(left) && !ADDRESSED.test(left) && !ADDRESSED.test(rest)) return 'other';
    if (/(?:跟|和|与)(?:咱|我|俺)们?[^,。]{0,4}(?:没关系|无关|不相干)|不(?:归|关)(?:咱|我)们?/.test(rest)) return 'other';
    return /听说没/.test(text.slice(Math.max(0, phrase.start - 20), phrase.start)) ? 'other' : null;
  },
};

/** 房东让她月底前搬走, 她妹妹学校要求六一前交, 工地被责令三天内整改: asked of somebody else. */
const OF_THIRD =
  /^\s?(?:[他她]们|人家)[^,。我你咱请让]{0,4}$|(?:[一-龥](?:让|叫|要|催)|要求|逼|命令|责令)[他她]们?(?:务必|必须)?$|(?:^|,)[^,。]{0,2}[他她][^,。我你咱]{0,8}(?:要求|规定|让|通知)[^,。]{0,2}$|(?<![我咱俺村镇][^,。]{0,4})被(?:责令|要求|勒令|限令?|通知)[^,。]{0,2}$/;

/** 隔壁县要求6月20日前安装到位: of others. */
const ELSEWHERE = /(?:隔壁|外|兄弟|别的|邻)[一-龥]{0,2}(?:[县镇乡村市区群]|街道|社区|单位)[^,。]{0,6}(?:要求|通知|规定|说|发的?|定的?|传)/;

/** 平时下班前都要关好电脑: what is always so. */
export const usual: RoleRule = {
  id: 'role/usual',
  hint: '平通往般养愿',
  role({ left, rest }) {
    return /(?:^|[,。;])(?:平时|平常|通常|往常|一般情况下)[^,。;]{0,6}$|(?:^|[,。;])一般$/.test(left) ||
      /养成[^,]{0,4}习惯|自愿参加/.test(rest)
      ? 'other'
      : null;
  },
};

/** What may happen at any time, or to anybody: 哪天跳到红色, 抽到哪个村. Who owes something now (谁没交) is another. */
const ANY_TIME =
  /(?:(?<!、)哪(?:[天个家村户组](?!在|[^,。;]{0,16}(?:多少|好多|几[个家户斤亩]))|里(?![做有还最不该差好在]))|(?<!是)谁|凡是?|每[当逢]|一旦|只要|但凡|(?:往|今|以)后|要是|如果|万一|倘若|假如|(?<![宛倘])若)(?![^,。;]{0,12}[没未缺差欠漏])[^,。;)]{1,30}[,\s][^。;]{0,24}$/;

/** 哪天跳到五级红色,各村书记当晚就睡村部; 抽到哪个村,半小时内把台账带来: counted from what hasn't happened. */
function isWhenever({ left, phrase: { slots } }: Scene): boolean {
  const isCounted = slots.day?.anaphoric !== undefined || (slots.duration !== null && slots.duration.base !== 'unplaced');
  return isCounted && ANY_TIME.test(left);
}

/** 发现问题当日上报. */
function isIfFound({ phrase, clauseLeft }: Scene): boolean {
  return phrase.slots.day?.anaphoric !== undefined && /(?:发现|发生|出现|遇到?|遇有)[^,。]{1,8}$/.test(clauseLeft);
}

/** 今夜若降雪: the time is that of the condition. */
const IF_THEN = /^(?:要是|如果?|假如|若是?|倘若|万一)(?!有[^,。]{0,6}[请报])/;

/** What hangs on luck or others. */
const IF_ONLY = /(?:要是|如果|假如|只要|万一)[^,。;]{1,12},$/;
const THEN_CAN = /^(?:咱|我|大家)们?就(?:能|可以)/;

/** 要是周五前交不上, 如果明天下雨: the time of a condition. 如有异议,请于…前反馈 is another clause. */
export const condition: RoleRule = {
  id: 'role/condition',
  hint: '能发现出是如假倘若万旦设早话想真除一遇逢碰赶哪谁凡每只',
  role(scene) {
    const { left, rest, clauseLeft, phrase, clauseRight } = scene;
    if (
      /(?:^|[,。;\s])?(?:要是|如果|假如|假若|倘若|若是|(?:(?<!^|[。;!\n])若|若(?![^能不需已各你有是要可无未没其遇再则](?:组织|把|将|带|去|负责|牵头|通知|安排|联系)))|除非|万一|一旦|假设|要不是|早知道|早晓得)[^,:]{0,10}$/.test(
        clauseLeft,
      ) &&
      !/如有|若有/.test(clauseLeft)
    )
      return 'other';
    // (遇周末不顺延): whenever it should fall on one.
    if (phrase.edge === null && /(?:遇到?|逢|碰上|赶上)$/.test(clauseLeft)) return 'other';
    if (/(?:^|[,:])(?:一旦|除非)[^,]{1,12},[^,]{0,6}$/.test(left) && !ADDRESSED.test(rest)) return 'other';
    // 明天榜一贴,风一吹就成风筝了: 一 … 就.
    if (phrase.edge === null && /^[^,。]{0,4}一[一-龥]{1,2},[^,。]{0,6}就/.test(rest)) return 'other';
    if (isWhenever(scene) || isIfFound(scene)) return 'other';
    // 老天爷要是给面子,周末咱们就能码完.
    if (phrase.edge === null && IF_ONLY.test(left) && THEN_CAN.test(clauseRight)) return 'other';
    // 今天能交就今天交.
    if (phrase.edge === null && /能[^,。]{0,4}就$/.test(clauseLeft)) return 'other';
    if (phrase.edge === null && IF_THEN.test(clauseRight)) return 'other';
    if (/^真要(?:赶在|是)?$/.test(clauseLeft.trim())) return 'other';
    if (/想(?:要)?(?:在|于|赶在)?$/.test(clauseLeft)) return 'other';
    return phrase.edge === null && /^[^,]{0,8}的话/.test(clauseRight) ? 'other' : null;
  },
};

/** …,群文件里写的8月6日不用管: of another time. */
const OTHER_LEFT = /[,。][^,。]{0,10}(?:写|发|说|定|标)的[^,。]{0,12}不用(?:管|理会)/;

/** 没名单就不用来: only who has none; 别家不用来: only others. */
const UNLESS = /(?:[没不无未][^,。;]{1,10}就|别[家的个村处人]|其[他它余][^,。;]{0,4})[^,。;]{0,2}不用来/;

/** 不用周五前交, 别等到周五, 周五前不用报. */
export const notAsked: RoleRule = {
  id: 'role/not-asked',
  hint: '不无别莫未没谁',
  role({ clauseLeft, clauseRight, rest }) {
    if (
      /(?:不用|用不着|不必|没(?:有)?必要|无[需须]|不需要?|不要求|(?<![分个级类性特差])别|不要|不能|不得|莫|未必|不一定)(?:再)?(?:等到|拖到|拖过|赶在|赶着|急着|卡在|踩着|卡着|掐着|等|赶|卡|在|非得|非要|是)?\s?$/.test(
        clauseLeft,
      ) &&
      !/不得(?:晚|迟)于|不要(?:晚|迟|超)/.test(clauseLeft)
    )
      return 'other';
    if (
      /(?:不是说|又不是|没(?:说|让|要求|规定|人说过?)[^,]{0,6}|谁说|不是要?求?|并非|不急于|不急着|不忙着)(?:非|必须|一定)?(?:要|得)?$/.test(
        clauseLeft,
      )
    )
      return 'other';
    if (/不用(?:申请|管|理会|操心|来)/.test(rest.replace(OTHER_LEFT, '').replace(UNLESS, '')) && !ADDRESSED.test(rest)) return 'other';
    if (/^那[一-龥](?:先|就|暂)?不(?:用)?[交报填发收]/.test(clauseRight)) return 'other';
    if (/^先?不(?:说|管|提(?![交供出])|谈)|^先不(?:用|急|忙|动)?[交报填发收办]/.test(clauseRight)) return 'other';
    // 8月30日前的那份问卷不填了.
    if (/^的[那这](?:份|张|个|批|条|套)[^,。;]{1,12}不(?:用)?(?:填|报|交|做|办|弄|收)了/.test(clauseRight)) return 'other';
    return /^[^,。]{0,4}(?:不用|不必|无需|无须|不需要?|不要)(?:再|另|单独)?(?:报|交|填|发|来|开|参加|上报|做)/.test(clauseRight)
      ? 'other'
      : null;
  },
};
