const adopted = new Map<string, { sheet: CSSStyleSheet; users: number }>()

/**
 * Puts rules on the page through a constructable style sheet, which `style-src 'self'` allows because no text of the page
 * becomes a style. The same rules wanted twice are on the page once. Returns the way to take them off again.
 */
export function adoptStyle(rules: string): () => void {
  let entry = adopted.get(rules)
  if (!entry) {
    entry = { sheet: new CSSStyleSheet(), users: 0 }
    entry.sheet.replaceSync(rules)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, entry.sheet]
    adopted.set(rules, entry)
  }
  const { sheet } = entry
  entry.users += 1
  return () => {
    const current = adopted.get(rules)
    if (!current) return
    current.users -= 1
    if (current.users > 0) return
    adopted.delete(rules)
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
  }
}
