import { ActionIcon, Button, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconArrowLeft, IconBook2, IconMapPin } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import type { ReactNode } from 'react'
import type { Assignment } from './desk-view.ts'
import { Fact } from './Fact.tsx'
import { useFee } from './use-fee.ts'
import styles from './WorkHeader.module.css'

interface WorkHeaderProps {
  assignment: Pick<Assignment, 'order' | 'number' | 'feeYen' | 'hourly' | 'state'>
  /** Where the arrow leads. */
  backTo?: string
  backLabel?: string
  /** Behind title, task and pay. */
  facts?: ReactNode
  /** What was saved and when. */
  saved?: ReactNode
  /** Buttons; the last one is the next step. */
  children?: ReactNode
}

/** What one works on, how it stands, and the ways out. */
export function WorkHeader({ assignment, backTo = '/', backLabel, facts, saved, children }: WorkHeaderProps) {
  const t = useWords(workWords)
  const fee = useFee()
  return (
    <div className={styles.header}>
      <ActionIcon component={Link} to={backTo} aria-label={backLabel ?? t('toToday')} className={styles.back}>
        <IconArrowLeft size={22} aria-hidden />
      </ActionIcon>
      <div className={styles.words}>
        <h1 className={styles.title} title={assignment.order.title}>
          {assignment.order.title}
        </h1>
        <p className={styles.facts}>
          <Fact>{t('task', { number: assignment.number })}</Fact>
          <Fact>{fee(assignment)}</Fact>
          {facts}
        </p>
      </div>
      {saved && <div className={styles.saved}>{saved}</div>}
      <div className={styles.actions}>{children}</div>
    </div>
  )
}

/** The button that opens the manual; a mark alone where there is no room for its word. */
export function ManualButton({ isOpen, onClick }: { isOpen: boolean; onClick: () => void }) {
  const t = useWords(workWords)
  return (
    <SideButton icon={<IconBook2 size={20} aria-hidden />} label={t('manual')} isOpen={isOpen} onClick={onClick}>
      {t('manual')}
    </SideButton>
  )
}

/** The button that opens the pins, with how many still wait. */
export function PinsButton({ count, isOpen, onClick }: { count: number; isOpen: boolean; onClick: () => void }) {
  const t = useWords(workWords)
  return (
    <SideButton
      icon={<IconMapPin size={20} aria-hidden />}
      label={t('pinsCount', { count })}
      isOpen={isOpen}
      onClick={onClick}
      count={count}
    >
      {t('pins')}
    </SideButton>
  )
}

interface SideButtonProps {
  icon: ReactNode
  label: string
  isOpen: boolean
  onClick: () => void
  count?: number
  children: ReactNode
}

function SideButton({ icon, label, isOpen, onClick, count, children }: SideButtonProps) {
  return (
    <Tooltip label={label}>
      <Button variant="default" onClick={onClick} aria-expanded={isOpen} className={styles.sideButton}>
        <span className={styles.inside}>
          {icon}
          <span className={styles.word} aria-hidden="true">
            {children}
          </span>
          {count !== undefined && count > 0 && (
            <span className={styles.count} aria-hidden="true">
              {count}
            </span>
          )}
          <VisuallyHidden>{label}</VisuallyHidden>
        </span>
      </Button>
    </Tooltip>
  )
}
