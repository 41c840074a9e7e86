import { Select } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { reviewWords } from '@tsumugi/kit/words/review.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { type Ref, useMemo } from 'react'
import { type Clause, matching } from '../work/ManualSheet.tsx'

/** So many clauses used lately stand first. */
const recentMax = 4

/** Clauses cited lately for an order, newest first, remembered on this device. */
export function useRecentClauses(orderId: string) {
  const [recent, setRecent] = useLocalStorage<string[]>({ key: `tsumugi.clauses.${orderId}`, defaultValue: [] })
  const note = (clauseId: string) =>
    setRecent((before) => [clauseId, ...before.filter((id) => id !== clauseId)].slice(0, recentMax))
  return { recent, note }
}

interface ClausePickerProps {
  clauses: readonly Clause[]
  /** Ids of clauses used lately. */
  recent: readonly string[]
  value: string | null
  onChange: (clauseId: string) => void
  error: string | null
  inputRef: Ref<HTMLInputElement>
  /** In a drawer this takes the keyboard. */
  isFirst: boolean
}

/** Chooses a clause of the manual by typing a few letters; those used lately come first. */
export function ClausePicker({ clauses, recent, value, onChange, error, inputRef, isFirst }: ClausePickerProps) {
  const t = useWords(reviewWords)
  const groups = useMemo(() => {
    const items = clauses.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))
    const lately = recent.flatMap((id) => items.filter((item) => item.value === id))
    const others = items.filter((item) => !lately.includes(item))
    return [
      { group: t('clausesRecent'), items: lately },
      { group: t('clausesAll'), items: others },
    ].filter((group) => group.items.length > 0)
  }, [clauses, recent, t])
  return (
    <Select
      ref={inputRef}
      label={t('clause')}
      placeholder={t('clausePlaceholder')}
      data={groups}
      value={value}
      onChange={(next) => next && onChange(next)}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      nothingFoundMessage={t('clauseNothing')}
      maxDropdownHeight={280}
      // Beside its field in the page too: outside of it, screen readers would find it in no part of the page.
      comboboxProps={{ withinPortal: false }}
      error={error}
      {...(isFirst && { 'data-autofocus': true })}
      // Words of the clause's text lead to it as well, not only its title.
      filter={({ options, search }) => {
        const found = new Set(matching(clauses, search).map(({ id }) => id))
        return options.map((option) =>
          'group' in option
            ? { ...option, items: option.items.filter((item) => found.has(String(item.value))) }
            : option,
        )
      }}
    />
  )
}
