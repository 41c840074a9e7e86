import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** Modules of libraries that write `<style>` elements, and our own that do the same through constructable style sheets. */
const REPLACED: [RegExp, string][] = [
  [/[\\/]@mantine[\\/]core[\\/]esm[\\/]core[\\/]InlineStyles[\\/]InlineStyles\.mjs$/, 'replaced/InlineStyles.tsx'],
  [/[\\/]react-style-singleton[\\/]dist[\\/].*[\\/]singleton\.js$/, 'replaced/style-singleton.ts'],
]

/**
 * Lets the pages live under `style-src 'self'`: Mantine's responsive props and the scroll lock of its dialogs would write
 * inline style sheets into the page, which that policy refuses. Also trims the typeface to the format every browser reads.
 */
export function policyFriendlyStyles(): Plugin {
  return {
    name: 'tsumugi-style-sheets',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer || importer.includes('/replaced/')) return null
      if (!/InlineStyles\.mjs$|singleton/.test(source)) return null
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      const replacement = REPLACED.find(([pattern]) => found && pattern.test(found.id))
      return replacement ? fileURLToPath(new URL(replacement[1], import.meta.url)) : null
    },
    transform(code, id) {
      if (!/@fontsource[\\/].*\.css/.test(id)) return null
      return { code: code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, ''), map: null }
    },
  }
}
