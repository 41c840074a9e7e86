import { apiScopes } from '@tsumugi/kit/contract/access.ts'
import { type RefusalCode, refusals } from '@tsumugi/kit/contract/refusals.ts'
import { type DocsLanguage, docsWords } from './docs-words.ts'
import { type Schema, schemaText } from './schema-text.ts'

interface Operation {
  operationId: string
  tags: string[]
  summary: string
  'x-permission'?: string
  parameters: { name: string; in: string; required: boolean; schema: Schema; description?: string }[]
  requestBody?: { content: Record<string, { schema?: Schema }> }
  responses: Record<string, { content?: Record<string, { schema?: Schema }>; 'x-refusals'?: RefusalCode[] }>
}
/** openapi.json, as far as it is shown. */
export interface OpenApi {
  info: { version: string }
  paths: Record<string, Record<string, Operation>>
}

/** The contract as one page that needs no script: every address can be unfolded, found by Ctrl+F and linked to. */
export function docsPage({ info, paths }: OpenApi, language: DocsLanguage): string {
  const t = docsWords[language]
  const other = language === 'ja' ? 'en' : 'ja'
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const tags = [...new Set(all.flatMap(({ operation }) => operation.tags))]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t.title}</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<header>
<h1>${t.title} <small>${text(info.version)}</small></h1>
<p>${t.lead}</p>
<p><a href="?lang=${other}" lang="${other}" hreflang="${other}">${t.other}</a> · <a href="/api/openapi.json">${t.file}</a></p>
</header>
<nav aria-label="${t.contents}">${tags.map((tag) => `<a href="#${tag}">${tag}</a>`).join(' ')}</nav>
<main>
<h2>${t.begin}</h2>
<dl>${t.rules.map(([name, rule]) => `<dt>${name}</dt><dd>${text(rule)}</dd>`).join('')}</dl>
${tags
  .map(
    (tag) => `<section aria-labelledby="${tag}"><h2 id="${tag}" lang="en">${tag}</h2>
${all
  .filter(({ operation }) => operation.tags.includes(tag))
  .map((each) => operationHtml(each, language))
  .join('\n')}</section>`,
  )
  .join('\n')}
</main>
</body>
</html>
`
}

function operationHtml(
  { path, method, operation }: { path: string; method: string; operation: Operation },
  language: DocsLanguage,
): string {
  const t = docsWords[language]
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const answer = Object.values(operation.responses['200']?.content ?? {})[0]?.schema
  return `<details id="${operation.operationId}">
<summary><code class="method" data-method="${method}">${method}</code> <code>${text(path)}</code> <span lang="en">${text(operation.summary)}</span></summary>
<p>${opensTo(operation, language)}</p>
${parametersHtml(operation, language)}
${shapeHtml(t.body, body, operation)}
${shapeHtml(t.answer, answer, operation)}
${refusalsHtml(operation, language)}
</details>`
}

/** Who may: the permission, and the scope a key needs for it. */
function opensTo(operation: Operation, language: DocsLanguage): string {
  const t = docsWords[language]
  const permission = operation['x-permission']
  if (!permission) return t.open
  const scopes = Object.entries<readonly string[]>(apiScopes).filter(([, actions]) => actions.includes(permission))
  const names = scopes.map(([scope]) => `<code>${scope}</code>`)
  const key = permission === 'me.read' ? '' : names.length > 0 ? `${t.scope}: ${names.join(' ')}` : t.noKey
  return [`${t.permission}: <code>${permission}</code>`, key].filter(Boolean).join(' · ')
}

function parametersHtml({ parameters }: Operation, language: DocsLanguage): string {
  const t = docsWords[language]
  if (parameters.length === 0) return ''
  const rows = parameters.map(
    ({ name, in: where, required, schema }) =>
      `<tr><th scope="row"><code>${text(name)}</code></th><td>${where}</td><td><code>${text(schemaText(schema))}</code></td><td>${required ? t.yes : t.no}</td></tr>`,
  )
  return `<h3>${t.parameters}</h3>
<table><thead><tr><th scope="col">${t.name}</th><th scope="col">${t.where}</th><th scope="col">${t.shape}</th><th scope="col">${t.needed}</th></tr></thead>
<tbody>${rows.join('')}</tbody></table>`
}

function shapeHtml(title: string, schema: Schema | undefined, { operationId }: Operation): string {
  if (!schema) return ''
  // A long line scrolls, and what scrolls must be within reach of the keyboard.
  return `<h3>${title}</h3>
<pre tabindex="0" role="region" aria-label="${title} ${operationId}"><code>${text(schemaText(schema))}</code></pre>`
}

function refusalsHtml({ responses }: Operation, language: DocsLanguage): string {
  const codes = Object.values(responses).flatMap((response) => response['x-refusals'] ?? [])
  if (codes.length === 0) return ''
  const items = codes.map(
    (code) => `<li><code>${refusals[code].status} ${code}</code> ${text(refusals[code][language])}</li>`,
  )
  return `<h3>${docsWords[language].refusals}</h3><ul>${items.join('')}</ul>`
}

function text(raw: string): string {
  return raw.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
