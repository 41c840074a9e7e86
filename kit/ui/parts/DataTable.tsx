import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent, ReactNode } from 'react'
import { common } from '../../words/common.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './DataTable.module.css'

export interface Column<Row> {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end of their column. */
  align?: 'end'
  /** Keeps the cell on one line: for dates, counts and names. */
  whole?: boolean
  /** Shows a button in the heading that sorts by this column. */
  sortable?: boolean
}

export interface Sorting {
  key: string
  direction: 'up' | 'down'
}

interface DataTableProps<Row> {
  /** What the table holds, for those who cannot see it. */
  caption: string
  /** The first column names the row: it is the row's heading, its link, and the title of its card on a phone. */
  columns: readonly [Column<Row>, ...Column<Row>[]]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The address a row opens. */
  rowHref?: (row: Row) => string
  sorting?: Sorting
  onSort?: (sorting: Sorting) => void
  /** Shown instead of the rows when there are none: an `EmptyState`. */
  empty?: ReactNode
  /** The rest of the list, from `useRows`. */
  more?: { hasMore: boolean; isLoadingMore: boolean; more: () => void }
}

/**
 * Rows and columns that read as a table, walk by arrow keys (↑ ↓ Home End between rows that open something), and become
 * one card per row on a phone.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowHref, empty, more } = props
  const t = useWords(common)
  if (rows.length === 0 && empty) return empty
  return (
    <div className={styles.frame}>
      <table className={styles.table} role="table" onKeyDown={walkRows}>
        <caption className={styles.hidden}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Heading key={column.key} column={column} sorting={props.sorting} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" data-opens={rowHref ? true : undefined}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" role="rowheader" data-whole={column.whole || undefined}>
                    {rowHref ? (
                      <Link to={rowHref(row)} className={styles.opens} data-row-link>
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </th>
                ) : (
                  <td key={column.key} role="cell" data-align={column.align} data-whole={column.whole || undefined}>
                    <span className={styles.name} aria-hidden="true">
                      {column.title}
                    </span>
                    <div className={styles.content}>{column.cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {more?.hasMore && (
        <div className={styles.more}>
          <Button variant="default" loading={more.isLoadingMore} onClick={more.more}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  )
}

interface HeadingProps<Row> {
  column: Column<Row>
  sorting: Sorting | undefined
  onSort: ((sorting: Sorting) => void) | undefined
}

function Heading<Row>({ column, sorting, onSort }: HeadingProps<Row>) {
  const t = useWords(common)
  const direction = sorting?.key === column.key ? sorting.direction : null
  const Arrow = direction === 'up' ? IconArrowUp : IconArrowDown
  return (
    <th
      scope="col"
      role="columnheader"
      data-align={column.align}
      aria-sort={direction === 'up' ? 'ascending' : direction === 'down' ? 'descending' : undefined}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          className={styles.sort}
          title={t('sortBy', { column: column.title })}
          onClick={() => onSort({ key: column.key, direction: direction === 'up' ? 'down' : 'up' })}
        >
          {column.title}
          <Arrow size={16} aria-hidden className={direction ? undefined : styles.faint} />
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}

function walkRows(event: KeyboardEvent<HTMLTableElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')]
  const at = links.findIndex((link) => link === document.activeElement)
  if (at < 0) return
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
  const link = target === undefined ? undefined : links[target]
  if (!link) return
  event.preventDefault()
  link.focus()
}
