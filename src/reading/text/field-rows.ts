/** Rows of two cells that name the fields of a notice ("时间|12月8日15:00") are read as they are mostly written: "时间:12月8日15:00". Nothing moves. */
const FIELD =
  '事项|任务|议题|主题|名称|内容|时间|日期|时限|期限|截止|截止时间|地点|会场|集合地点|参加|参会|参加人员|参会人员|人员|对象|要求|要带|携带|带队|范围|方式|格式|联系人|填报|报送|提交|回传|备注|说明';
const ROW = new RegExp(`(?<=^|\\n)(?<field>\\s?(?:${FIELD})\\s?)[|｜](?=[^|｜\\n]+(?:\\n|$))`, 'gu');
/** One row alone may be part of a table. */
const ENOUGH = 2;

export function withFields(text: string): string {
  if (!text.includes('\n') || !(text.includes('|') || text.includes('｜'))) return text;
  const rows = text.match(ROW);
  return rows === null || rows.length < ENOUGH ? text : text.replace(ROW, '$<field>:');
}
