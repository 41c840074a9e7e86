import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { common } from '../../words/common.ts'
import { useWords } from '../../words/use-words.ts'
import { useFailureText } from './failure-text.ts'

/** No time-out penalty: a message with something to do stays until it is closed. */
const READ_MS = 7_000

/** Short messages at the edge of the screen: `done('提出しました', undo)` and `failed(reason)`. */
export function useToast() {
  const t = useWords(common)
  const failureText = useFailureText()
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': t('close') }
    return {
      done(text: string, undo?: () => void) {
        const id = notifications.show({
          message: undo ? (
            <>
              {text}
              <Button
                variant="subtle"
                onClick={() => {
                  notifications.hide(id)
                  undo()
                }}
              >
                {t('undo')}
              </Button>
            </>
          ) : (
            text
          ),
          autoClose: undo ? false : READ_MS,
          color: 'green',
          closeButtonProps,
        })
      },
      failed(failure: unknown) {
        const { title, text } = failureText(failure)
        notifications.show({ title, message: text, autoClose: false, color: 'red', closeButtonProps })
      },
    }
  }, [t, failureText])
}
