import type { Icon } from '@tabler/icons-react'

/** One main page: a rail entry on wide screens, a tab on phones. Five tabs at most; pages `aside` stand in the menu of the person instead. */
export interface NavEntry {
  to: string
  label: string
  icon: Icon
  /** Needed now and then: on phones it stands in the menu of the person and not among the tabs. */
  aside?: boolean
}
