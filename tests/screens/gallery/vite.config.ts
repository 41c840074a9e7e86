import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { screenSettings } from '../../../kit/ui/screen-settings.ts'

// The gallery is built like the screens and never becomes part of them.
export default defineConfig({
  ...screenSettings('/'),
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    ...screenSettings('/').build,
    outDir: fileURLToPath(new URL('../../.out/gallery', import.meta.url)),
    emptyOutDir: true,
  },
  preview: {
    headers: {
      'content-security-policy':
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'",
    },
  },
})
