/** What a task is called: the title that is shown, and the words of it by which copies are found. */
import type { Deadline } from '../../model/deadline.ts';
import { wholeSeconds } from '../../model/message.ts';
import type { ItemKind } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import type { MessageView } from '../view.ts';
import { peopleOf } from './audience/people.ts';
import { normalOffset } from './normal-offset.ts';
import { spansOutsideNames } from './times-of-task.ts';
import { type Telltale, type TitleText, titleOf } from './title/index.ts';
import { topicsOf } from './topics.ts';

export interface Named {
  readonly title: string;
  readonly object: readonly string[];
}

/** Where its words stand, what its times are, and what tells of it most. */
export interface ToName {
  readonly kind: ItemKind;
  readonly region: Span;
  readonly deadline: Deadline | null;
  readonly times: readonly Span[];
  readonly telltales: readonly Telltale[];
}

/** A title keeps the festival in the name of a thing ("端午值守部署会"); of two things in its week the festival tells nothing. */
export function namedByWords(view: MessageView, what: ToName): Named {
  const outside = spansOutsideNames(view, what.times);
  const title = titleIn(view, what);
  const telling = what.kind === 'notice' ? titleIn(view, { ...what, kind: 'directive' }) : title;
  return { title: outside === what.times ? title : titleIn(view, { ...what, times: outside }), object: objectOf(telling, view) };
}

function titleIn(view: MessageView, what: ToName): string {
  return titleOf(what.kind, titleTextOf(view, what));
}

export function titleTextOf(view: MessageView, { kind: _, deadline, ...where }: ToName): TitleText {
  const deadlineAt = deadline === null ? null : normalOffset(view, deadline.span[0]);
  return { ...where, text: view.normal.text, deadlineAt, names: peopleOf(view.context.org).names };
}

/** What is sent without a word is called by what it is; a form is found by its name. */
export function namedWordless(view: MessageView): Named {
  return { title: wordlessTitle(view), object: objectOf(view.message.file?.name ?? '', view) };
}

function wordlessTitle({ message, person }: MessageView): string {
  const name = shortened(person?.name ?? message.sender.name);
  const seconds = wholeSeconds(message);
  if (message.kind === 'voice') return `${name}的语音${seconds === null ? '' : ` ${seconds}″`}`;
  if (message.kind === 'file') return `${name}发的文件${message.file === undefined ? '' : `《${shortened(message.file.name)}》`}`;
  if (message.kind === 'link') return `${name}发的链接`;
  if (message.kind === 'location') return `${name}发的位置`;
  return message.kind === 'video' ? `${name}发的视频` : `${name}发的图片`;
}

const MOST_OF_NAME = 40;
const END_OF_NAME = 12;

/** A title is one line on a screen: of a long name its beginning, and its end, which tells what kind of file it is. */
function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= MOST_OF_NAME) return name;
  return `${characters.slice(0, MOST_OF_NAME - END_OF_NAME - 1).join('')}…${characters.slice(-END_OF_NAME).join('')}`;
}

function objectOf(words: string, view: MessageView): readonly string[] {
  return topicsOf(words, [], peopleOf(view.context.org).names);
}
