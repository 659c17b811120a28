/** What is forwarded, and what stands below it in the words of who passes it on. */

/** "转:…", "抄送各股室". */
const FORWARDED = /^\s*(?:[【〔[(]?转|抄送)/u;

export function isForwarded(text: string): boolean {
  return FORWARDED.test(text);
}

/**
 * What stands below a forward in the words of who passes it on: "【转】各街道:…\n——我们自己先审一道。埂头、柳叶把表填好"; "上面写的3号你们不要看。
 * 我们镇…"; below what another office has written, and is quoted: "市局通知:“…”\n——各矿12月8日17:30前就得到宣教股邮箱".
 */
const LOCAL =
  /^\s*(?:[【〔[(]?转[^\n]{10,}|[\u4e00-\u9fff]{2,12}(?:通知|要求|来文|原文|发文|文件)[^\n“”]{0,6}[:][“"][^\n]{10,}[”"])\n+\s*(?:[—-]{1,4}\s*|(?=(?:上[面头边]|以上|原文)[^,。;\n]{0,10}|(?:我们|咱们?|俺们|本)(?:[村镇乡县区局校]|街道)))(?<own>[\s\S]{8,})$/u;

/** Where it begins; null where there is none. */
export function localPartAt(text: string): number | null {
  const own = LOCAL.exec(text)?.groups?.['own'];
  return own === undefined ? null : text.length - own.length;
}
