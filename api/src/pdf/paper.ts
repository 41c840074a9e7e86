/** A document as it is to be read, before it is drawn. All texts are in its language already. */
export interface Paper {
  title: string
  language: 'ja' | 'en'
  /** Written into the file; the same paper gives the same bytes. */
  madeAt: Date
  /** Name and value, at the upper right: number, date … */
  facts: readonly PaperFact[]
  /** Whom it is for, the name first. */
  to: readonly string[]
  /** Whom it is from, the name first. */
  from: readonly string[]
  lead?: string
  /** The amount in one large line. */
  total?: PaperFact
  tables: readonly PaperTable[]
  /** Below the tables, one paragraph each. */
  notes: readonly string[]
}

/** A name and what it is. */
export interface PaperFact {
  name: string
  value: string
}

/** A table; `foot` lines are set off below the rows. */
export interface PaperTable {
  title?: string
  columns: readonly PaperColumn[]
  rows: readonly (readonly string[])[]
  foot?: readonly (readonly string[])[]
}

/** A column: `fill` takes the room that is left, else it is as wide as its longest text or so many points. */
export interface PaperColumn {
  title: string
  align?: 'start' | 'end'
  width?: 'fill' | 'fit' | number
}
