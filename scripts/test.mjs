// npm test: the front of scripts/test.ts, which needs packages.
process.argv.splice(2, 0, 'test')
await import('./run.mjs')
