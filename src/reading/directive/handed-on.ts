/** Somebody speaks for somebody else: forwards, says what a leader or an office above wants, or says that it was told elsewhere already. */
import type { Person } from '../../model/organisation.ts';
import { formsOf } from './audience/address.ts';
import type { People } from './audience/people.ts';

const LEADER = '(?:书记|[镇乡县区局旗院校处站所部股科]长|主任|老板|领导|苏木达|嘎查达)';
const ABOVE = '(?:上面|上头|上级|(?:省|市|县|区|镇|乡|旗|局|街道|苏木|指挥部|总部|党政办|办公室|大群|钉钉群?|工作群)(?:里|上|头|委|府)?)';
const WANTS = '(?:来电|来文|通知|要的|要求|交代|布置|吩咐|强调|发话|定了|点名|催|说|讲)';
const HANDS_ON = new RegExp(
  [
    '^\\s*(?:@\\S+\\s*)*[【〔[(]?(?:转|抄送)',
    '(?:替|代|帮)[^,。;:]{1,8}?(?:说|讲|喊|转|传|催|通知)',
    `${LEADER}(?:刚才?|昨[天晚]|今[天早]|会上|那边)?${WANTS}`,
    `${ABOVE}(?:刚才?|又|也|都|那边)?${WANTS}`,
    '按[^,。;]{1,14}(?:的?要求|安排|通知|口径)',
    '(?:群里|会上)(?:都|也|已经|刚才?)?(?:说|发|讲|通知|布置)',
  ].join('|'),
  'u',
);

export function handsOn(words: string): boolean {
  return HANDS_ON.test(words);
}

/** "盖镇长让我转", "受谭主任委托", "按熊局要求": the leaders whose word it is that somebody passes on. */
export function onBehalfOf(words: string, people: People, sender: Person | undefined): readonly string[] {
  const leaders = people.spokenOf(words).filter((person) => person !== sender && person.roles.includes('leader'));
  return leaders.filter((person) => [...formsOf(person)].some((form) => isWordOf(words, form))).map(({ id }) => id);
}

function isWordOf(words: string, form: string): boolean {
  return words.split(form).some((before, place, parts) => {
    const after = parts[place + 1];
    if (after === undefined || NOT_ON_BEHALF.test(before)) return false;
    return BIDS_AFTER.test(after) || (BIDS_BEFORE.test(before) && BIDS_AFTER_TOO.test(after));
  });
}

const BIDS_AFTER =
  /^(?:书记|主任|[\u4e00-\u9fff]长)?(?:刚才?|昨[天晚]|今[天早]|[早晚]上|[上下]午|会上|散会时|那边|专门|特意|在电话里)?(?:(?:让|叫|托|要)我[再来]?(?:转|传|代|替|[通告]知|告诉|跟|给|催|喊|收(?!拾)|统计|汇总|把|[今明后周][^,。;]{0,6}(?:把|收|催|统计|汇总|通知)|[说讲问发][,:一])|(?:交代|布置|吩咐|强调|指示|发话)(?!的)|要求(?!的|高[,。了]|参加[^,。;]{0,4}的|什么[^,。;]{0,6}[?])|安排(?!的|高|在|好了)|(?:说|讲|定)了?[:,])/u;
const BIDS_BEFORE = /(?:受|(?<![没未不别]|没有)(?:按照?|根据|遵照)|接)$/u;
const BIDS_AFTER_TOO = /^(?:书记|主任|[\u4e00-\u9fff]长)?的?(?:委托|要求|意见|指示|通知|安排|电话)/u;
/** "等潘镇长安排", "以前潘镇长要求的": nothing that is passed on. */
const NOT_ON_BEHALF = /(?:等|问|以前|从前|去年|[没未不别]按照?|没有按照?)$/u;
