import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Serves the harness and the fixtures from the top of the checkout. */
export default defineConfig({
  root: fileURLToPath(new URL('../../../', import.meta.url)),
  plugins: [react()],
  cacheDir: 'tests/.out/vite-image-surface',
  server: { port: 0, host: '127.0.0.1', hmr: false },
  logLevel: 'warn',
})
