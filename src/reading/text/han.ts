/** Chinese characters, by code unit: the block that work chats are written in. */
export const FIRST_HAN = 0x4e00;
export const LAST_HAN = 0x9fff;

export function isHan(code: number): boolean {
  return code >= FIRST_HAN && code <= LAST_HAN;
}
