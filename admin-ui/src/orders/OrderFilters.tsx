import { NativeSelect, TextInput } from '@mantine/core'
import { type OrderState, orderStates } from '@tsumugi/kit/contract/orders.ts'
import { orderWords } from '@tsumugi/kit/words/orders.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Ref } from 'react'
import styles from './OrdersPage.module.css'

interface OrderFiltersProps {
  /** The search field, for the key that goes to it. */
  field: Ref<HTMLInputElement>
  search: string
  onSearch: (search: string) => void
  state: OrderState | ''
  onState: (state: OrderState | '') => void
}

/** Which orders to show: by name or number, by state. */
export function OrderFilters({ field, search, onSearch, state, onState }: OrderFiltersProps) {
  const t = useWords(orderWords)
  return (
    <div className={styles.filters}>
      <TextInput
        ref={field}
        type="search"
        label={t('search')}
        value={search}
        maxLength={80}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('stateFilter')}
        value={state}
        onChange={(event) => onState(event.currentTarget.value as OrderState | '')}
        data={[{ value: '', label: t('allStates') }, ...orderStates.map((each) => ({ value: each, label: t(each) }))]}
      />
    </div>
  )
}
