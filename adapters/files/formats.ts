/** Every format of chat exports, in the order in which they are tried. A new one is a folder beside these and a line here. */
import { chatJsonl } from './chat-jsonl/index.ts';
import { qqText } from './qq-text/index.ts';
import { telegramDesktop } from './telegram-desktop/index.ts';

export const FORMATS = [telegramDesktop, chatJsonl, qqText] as const;

export type FormatName = (typeof FORMATS)[number]['name'];
