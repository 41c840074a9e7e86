// Runs before everything else. A file, because inline scripts are refused.

// zod would try whether it may make code from text, which the content security policy refuses and the browser reports.
globalThis.__zod_globalConfig = { jitless: true }

// Before the first paint, so that a dark room stays dark while the page loads.
;(() => {
  let scheme = 'auto'
  let language = 'ja'
  const { dataset } = document.documentElement
  try {
    scheme = localStorage.getItem('tsumugi.scheme') || 'auto'
    language = localStorage.getItem('tsumugi.language') || 'ja'
    dataset.text = localStorage.getItem('tsumugi.text') || 'usual'
    dataset.motion = localStorage.getItem('tsumugi.motion') || 'auto'
  } catch {
    // Storage can be switched off; the device decides then.
  }
  if (scheme === 'auto') scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  dataset.mantineColorScheme = scheme
  document.documentElement.lang = language
})()
