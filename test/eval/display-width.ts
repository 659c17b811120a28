/** How many columns of a terminal a text takes: Chinese characters, full-width signs and emoji take two, marks none. */

const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const MARK = /[\p{Mn}\p{Me}\p{Cf}]/u;

export function displayWidth(text: string): number {
  return [...text].reduce((width, sign) => width + (MARK.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1), 0);
}

export function padToWidth(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
