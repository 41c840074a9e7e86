/** A sentence that must hold of the data. */
export interface DataCheck {
  sentence: string
  /** The same in Japanese, for the office. */
  ja: string
  /** One statement that answers the rows for which the sentence does not hold. */
  sql: string
}
