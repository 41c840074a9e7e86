import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { common } from '../../words/common.ts'
import { useWords } from '../../words/use-words.ts'
import { useTimeFactor } from '../app/time-factor.ts'
import { useFailureText } from './failure-text.ts'

/** No time-out penalty: a message with something to do stays until it is closed, and the rest as long as its reader wants. */
const READ_MS = 7_000

/** Short messages at the edge of the screen: `done('提出しました', undo)`, `doneWithNext(text, '次へ', go)` and `failed(reason)`. */
export function useToast() {
  const t = useWords(common)
  const failureText = useFailureText()
  const readMs = READ_MS * useTimeFactor()
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': t('close') }
    function show(text: string, action?: { label: string; run: () => void }) {
      const id = notifications.show({
        message: action ? (
          <>
            {text}
            <Button
              variant="subtle"
              onClick={() => {
                notifications.hide(id)
                action.run()
              }}
            >
              {action.label}
            </Button>
          </>
        ) : (
          text
        ),
        autoClose: action || readMs === Number.POSITIVE_INFINITY ? false : readMs,
        color: 'green',
        closeButtonProps,
      })
    }
    return {
      done: (text: string, undo?: () => void) => show(text, undo && { label: t('undo'), run: undo }),
      doneWithNext: (text: string, label: string, run: () => void) => show(text, { label, run }),
      failed(failure: unknown) {
        const { title, text } = failureText(failure)
        notifications.show({ title, message: text, autoClose: false, color: 'red', closeButtonProps })
      },
    }
  }, [t, failureText, readMs])
}
