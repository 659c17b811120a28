/** What is forwarded, and what stands below it in the words of who passes it on. */

/** "转:…", "抄送各股室". */
const FORWARDED = /^\s*(?:[【〔[(]?转|抄送)/u;

export function isForwarded(text: string): boolean {
  return FORWARDED.test(text);
}

/** What stands below a forward in the words of who passes it on: "【转】各街道:…\n——我们自己先审一道。埂头、柳叶把表填好". */
const LOCAL = /^\s*[【〔[(]?转[^\n]{10,}\n+\s*[—-]{1,4}\s*(?<own>[\s\S]{8,})$/u;

/** Where it begins; null where there is none. */
export function localPartAt(text: string): number | null {
  const own = LOCAL.exec(text)?.groups?.['own'];
  return own === undefined ? null : text.length - own.length;
}
