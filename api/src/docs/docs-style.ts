/** The look of the docs page; a file of its own to the browser, because the policy allows no styles within a page. */
export const docsStyle = `
:root { color-scheme: light dark; --ink: #23201c; --soft: #5c564e; --page: #fbf8f1; --sheet: #fffefb; --line: #cfc7ba; --accent: #a8400f; }
@media (prefers-color-scheme: dark) { :root { --ink: #f1ece3; --soft: #b9b1a5; --page: #181410; --sheet: #221d18; --line: #4a423a; --accent: #ff9d66; } }
* { box-sizing: border-box; }
body { max-width: 60rem; padding: 1.5rem 1.125rem 6rem; margin: 0 auto; font: 1rem/1.8 system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; color: var(--ink); background: var(--page); }
h1 { font-size: 1.75rem; line-height: 1.4; } h1 small { font-size: 1rem; font-weight: 400; color: var(--soft); }
h2 { padding-block-start: 1rem; margin-block: 2rem 0.75rem; font-size: 1.25rem; } h3 { margin-block: 1rem 0.25rem; font-size: 1rem; }
a { color: var(--accent); } nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
nav a { padding-block: 0.25rem; }
dt { font-weight: 700; } dd { margin: 0 0 0.75rem; }
details { padding: 0 1rem; margin-block-end: 0.5rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 0.5rem; }
summary { padding-block: 0.625rem; overflow-wrap: anywhere; cursor: pointer; } details[open] { padding-block-end: 1rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { font: 0.9375em ui-monospace, "SFMono-Regular", monospace; } .method { display: inline-block; min-width: 4rem; font-weight: 700; }
.method[data-method="GET"] { color: var(--soft); } .method:not([data-method="GET"]) { color: var(--accent); }
summary span { display: block; color: var(--soft); }
table { display: block; overflow-x: auto; border-collapse: collapse; } th, td { padding: 0.375rem 1rem 0.375rem 0; text-align: start; border-block-end: 1px solid var(--line); overflow-wrap: anywhere; }
pre { padding: 0.75rem 1rem; overflow-x: auto; line-height: 1.6; background: var(--page); border-radius: 0.375rem; }
ul { padding-inline-start: 1.25rem; }
`
