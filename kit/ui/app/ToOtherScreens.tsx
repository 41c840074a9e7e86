import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { shell } from '../../words/shell.ts'
import { useWords } from '../../words/use-words.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page } from '../parts/Page.tsx'

/** Takes somebody who opened the wrong one of the two screens to their own; the button is for those it does not take. */
export function ToOtherScreens({ href }: { href: string }) {
  const t = useWords(shell)
  useEffect(() => window.location.replace(href), [href])
  return (
    <Page title={t('otherScreens')}>
      <EmptyState
        title={t('otherScreensTitle')}
        action={
          <Button component="a" href={href}>
            {t('toOtherScreens')}
          </Button>
        }
      >
        {t('otherScreensText')}
      </EmptyState>
    </Page>
  )
}
