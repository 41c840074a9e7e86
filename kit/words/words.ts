export type Language = 'ja' | 'en'

/** Every language the screens speak, the first being the one a new visitor gets. */
export const LANGUAGES = ['ja', 'en'] as const satisfies readonly Language[]

/** An English entry may give a singular and a plural; `count` chooses. */
type English = string | { one: string; other: string }

/** The words of one area of the screens: one flat list of keys, in Japanese and in English. */
export interface Area<J extends Record<string, string> = Record<string, string>> {
  name: string
  ja: J
  en: Record<keyof J, English>
}

/**
 * Declares the words of one area. English must have exactly the Japanese keys: one too few or too many does not compile.
 * `{{name}}` marks a place to fill; the function from `useWords` then asks for `name`.
 */
export function area<const J extends Record<string, string>>(
  name: string,
  words: { ja: J; en: Record<keyof NoInfer<J>, English> },
): Area<J> {
  return { name, ja: words.ja, en: words.en }
}

type Places<Text> = Text extends `${string}{{${infer Place}}}${infer Rest}` ? Place | Places<Rest> : never

/** Turns a key into words; asks for values exactly when the Japanese text has places to fill. */
export type Translate<J> = <K extends keyof J & string>(
  key: K,
  ...values: [Places<J[K]>] extends [never] ? [] : [values: Record<Places<J[K]>, string | number>]
) => string

/** The area as i18next wants it: a plural pair becomes `key_one` and `key_other`. */
export function entriesOf(words: Area, language: Language): Record<string, string> {
  const entries: Record<string, string> = {}
  for (const [key, text] of Object.entries<English>(words[language])) {
    if (typeof text === 'string') entries[key] = text
    else {
      entries[`${key}_one`] = text.one
      entries[`${key}_other`] = text.other
    }
  }
  return entries
}
