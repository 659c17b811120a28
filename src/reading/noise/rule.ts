/** What a noise rule is: an id, the label that it speaks for, a weight, a sentence for people, and a test of the view. */
import type { Label } from '../../model/label.ts';
import type { Span } from '../../model/span.ts';
import { originalSpan } from '../text/normalise.ts';
import type { MessageView } from '../view.ts';

export interface Rule {
  readonly id: string;
  readonly label: Label;
  /** Added to the label's score when the rule hits; negative speaks against the label. */
  readonly weight: number;
  /** One Chinese sentence that says what was seen. */
  readonly says: string;
  /** True or the place that hit. */
  readonly hits: (view: MessageView) => boolean | Span;
}

/** A rule that hits where a pattern matches the sender's own words. */
export function textRule(id: string, label: Label, weight: number, says: string, pattern: RegExp): Rule {
  return { id, label, weight, says, hits: (view) => findOwn(view, pattern) };
}

/** The sender's own words, as they stand below a quote. */
export function ownText({ normal, surface }: MessageView): string {
  return surface.ownStart === 0 ? normal.text : normal.text.slice(surface.ownStart);
}

/** Where a pattern matches the sender's own words. */
export function findOwn(view: MessageView, pattern: RegExp): Span | false {
  const { ownStart } = view.surface;
  const match = pattern.exec(ownText(view));
  if (match === null) return false;
  return originalSpan(view.normal, ownStart + match.index, ownStart + match.index + match[0].length);
}
