import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './WorkHeader.module.css'

/** One small fact in the line under a title; `help` explains it to those who point at it or reach it by keyboard. */
export function Fact({ help, children }: { help?: string; children: ReactNode }) {
  if (help === undefined) return <span className={styles.fact}>{children}</span>
  return (
    <Tooltip label={help} multiline maw={340} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={styles.factButton}>
        {children}
      </button>
    </Tooltip>
  )
}
