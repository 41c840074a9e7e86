import { useLocalStorage } from '@mantine/hooks'
import { useState } from 'react'

/** What is open beside the picture. */
export interface SideState {
  open: string | null
  set: (key: string | null) => void
  toggle: (key: string) => void
  /** The clause that was asked for last. */
  clauseId: string | null
  openClause: (clauseId: string) => void
  /** Grows when somebody wants to search the manual. */
  searchTurn: number
  searchManual: () => void
  /** Beside the picture, or as a strip above it on narrow screens. */
  arePinsOpen: boolean
  openPins: () => void
  togglePins: () => void
}

/** Wide screens open the manual by themselves unless it was closed before; pins to answer come first. */
export function useSide(isWide: boolean, hasOpenPins: boolean): SideState {
  const [keepsOpen, setKeepsOpen] = useLocalStorage({
    key: 'tsumugi.manual-beside',
    defaultValue: true,
    getInitialValueInEffect: false,
  })
  const [open, setOpen] = useState<string | null>(isWide ? (hasOpenPins ? 'pins' : keepsOpen ? 'manual' : null) : null)
  const [clauseId, setClauseId] = useState<string | null>(null)
  const [searchTurn, setSearchTurn] = useState(0)
  const [isWalking, setWalking] = useState(hasOpenPins)
  const set = (key: string | null) => {
    setOpen(key)
    if (isWide) setKeepsOpen(key !== null)
  }
  return {
    open,
    set,
    toggle: (key) => set(open === key ? null : key),
    clauseId,
    openClause: (id) => {
      setClauseId(id)
      set('manual')
    },
    searchTurn,
    searchManual: () => {
      set('manual')
      setSearchTurn((before) => before + 1)
    },
    arePinsOpen: isWide ? open === 'pins' : isWalking,
    openPins: () => (isWide ? set('pins') : setWalking(true)),
    togglePins: () => (isWide ? set(open === 'pins' ? null : 'pins') : setWalking(!isWalking)),
  }
}
