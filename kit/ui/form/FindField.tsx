import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { common } from '../../words/common.ts'
import { useWords } from '../../words/use-words.ts'
import { type Named, useField } from './use-field.tsx'

/** Something that can be chosen. */
export interface Choice {
  value: string
  label: string
}

interface FindFieldProps extends Named {
  description?: string
  placeholder?: string
  /** Called in every drawing with what is looked for, settled: answers what was found for it. A hook. */
  useFound: (search: string) => readonly Choice[]
  /** After something was chosen. */
  onChosen?: () => void
}

/** One of many, found by typing part of its name; what was chosen stays chosen while something else is looked for. */
export function FindField({ name, label, optional = false, useFound, onChosen, ...rest }: FindFieldProps) {
  const t = useWords(common)
  const { field, shared } = useField({ name, label, optional })
  const [chosen, setChosen] = useState<Choice | null>(null)
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search.trim(), 200)
  const found = useFound(settled === chosen?.label ? '' : settled)
  const data = chosen && !found.some(({ value }) => value === chosen.value) ? [chosen, ...found] : [...found]
  return (
    <Select
      {...rest}
      {...shared}
      ref={field.ref}
      name={field.name}
      onBlur={field.onBlur}
      searchable
      clearable={optional}
      nothingFoundMessage={t('nothingFound')}
      data={data}
      // The server has looked already.
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={setSearch}
      value={field.value ?? null}
      onChange={(value) => {
        setChosen(data.find((each) => each.value === value) ?? null)
        field.onChange(value)
        onChosen?.()
      }}
    />
  )
}
