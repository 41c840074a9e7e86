import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'
import { policyFriendlyStyles } from './style-sheets.ts'

/** How both screens are built. `base` is where they lie on the server; in development the API is asked at `API_ORIGIN`. */
export function screenSettings(base: '/' | '/office/'): UserConfig {
  const api = process.env.API_ORIGIN ?? 'http://127.0.0.1:3000'
  return {
    base,
    publicDir: fileURLToPath(new URL('public', import.meta.url)),
    plugins: [policyFriendlyStyles(), react()],
    server: {
      proxy: {
        '/api': api,
        '/socket.io': { target: api, ws: true },
      },
    },
    build: {
      outDir: 'dist',
      target: 'es2023',
      // Fonts and pictures stay files: the content security policy has no `data:` for fonts.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
              { name: 'look', test: /node_modules[\\/](@mantine[\\/](core|hooks|store)|@floating-ui)[\\/]/ },
            ],
          },
        },
      },
    },
  }
}
