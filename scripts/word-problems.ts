/** A text, or an English one in singular and plural. */
type Text = string | { one: string; other: string }

/** What is missing in one of two languages: a whole text, its words, or a place to fill that the other does not have. */
export function wordProblems(
  area: string,
  { ja, en }: { ja: Record<string, string>; en: Record<string, Text | undefined> },
): string[] {
  const keys = new Set([...Object.keys(ja), ...Object.keys(en)])
  return [...keys].flatMap((key) => {
    const japanese = ja[key]
    const english = en[key]
    if (!japanese?.trim()) return [`${area}.${key} is missing in Japanese`]
    const texts = typeof english === 'object' ? [english.one, english.other] : [english ?? '']
    if (texts.some((text) => !text.trim())) return [`${area}.${key} is missing in English`]
    const known = placesIn(japanese)
    const unknown = texts.flatMap(placesIn).filter((place) => !known.includes(place))
    return unknown.map((place) => `${area}.${key} fills {${place}} in English only`)
  })
}

function placesIn(text: string): string[] {
  return [...text.matchAll(/\{+(\w+)\}+/g)].map(([, name = '']) => name)
}
