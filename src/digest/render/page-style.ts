/** The look of a digest's page: one column for a phone, light or dark as the reader's device is set. */
import { html } from './escape.ts';

export const PAGE_STYLE = html`
:root { color-scheme: light dark; --text: #1d2125; --quiet: #626b76; --line: #e1e4e8; --paper: #fff; --alarm: #b3261e; --assumed: #8a5a00; --accent: #14599c; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e7ea; --quiet: #9aa4af; --line: #30363d; --paper: #15181c; --alarm: #ff8a80; --assumed: #e3b341; --accent: #7cb8f5; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--text); font: 17px/1.6 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; -webkit-text-size-adjust: 100%; }
.digest { max-width: 40em; margin: 0 auto; padding: 1rem 1rem 2rem; overflow-wrap: anywhere; }
.digest h1 { margin: 0; font-size: 1.2rem; line-height: 1.4; }
.digest h2 { margin: 1.5rem 0 .4rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); font-size: 1rem; color: var(--accent); }
.digest h2 small { margin-left: .6em; font-weight: normal; color: var(--quiet); }
.digest p { margin: .3rem 0; }
.digest ol { margin: 0; padding: 0; list-style: none; }
.digest li { display: grid; grid-template-columns: minmax(2.2em, max-content) 1fr; padding: .35rem 0; }
.digest b { color: var(--quiet); font-variant-numeric: tabular-nums; }
.digest li p { margin: 0; font-size: .9em; }
.digest span, .digest s { unicode-bidi: isolate; }
.digest .title { font-weight: 600; }
.digest .traffic .title { font-weight: normal; }
.digest .alarm { font-weight: 600; color: var(--alarm); }
.digest .assumed { color: var(--assumed); }
.digest .quiet { display: inline-block; }
.digest .quiet, .digest s, .digest footer { color: var(--quiet); }
.digest details { font-size: .85em; color: var(--quiet); }
.digest summary { cursor: pointer; padding: .15rem 0; }
.digest blockquote { margin: .2rem 0 .5rem; padding-left: .7em; border-left: 3px solid var(--line); white-space: pre-line; }
.digest footer { margin-top: 1.5rem; padding-top: .6rem; border-top: 1px solid var(--line); font-size: .85em; }
`;
