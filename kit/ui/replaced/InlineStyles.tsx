import { type InlineStylesProps, stylesToString } from '@mantine/core'
import { useInsertionEffect } from 'react'
import { adoptStyle } from './adopt-style.ts'

/** Stands in for Mantine's part of the same name; see `style-sheets.ts`. */
export function InlineStyles({ deduplicate: _, ...styles }: InlineStylesProps & { deduplicate?: boolean }) {
  const rules = stylesToString(styles)
  useInsertionEffect(() => adoptStyle(rules), [rules])
  return null
}
