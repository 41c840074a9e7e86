import { useCallback } from 'react'
import { refusalSentence } from '../../contract/refusals.ts'
import { common } from '../../words/common.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'
import { Refused, ServerFailed, Unreachable } from '../client/refused.ts'

/** A failure as people read it: what happened and what to do next. */
export interface FailureText {
  title: string
  text: string
}

/** Turns anything a call threw into words in the reader's language. */
export function useFailureText(): (failure: unknown) => FailureText {
  const t = useWords(common)
  const language = useLanguage()
  return useCallback(
    (failure) => {
      if (failure instanceof Unreachable) return { title: t('unreachableTitle'), text: t('unreachableText') }
      if (failure instanceof Refused) {
        const title = failure.status === 404 ? t('notFoundTitle') : t('refusedTitle')
        return { title, text: refusalSentence(failure.code, failure.facts, language) }
      }
      const id = failure instanceof ServerFailed ? failure.id : null
      return { title: t('failedTitle'), text: id ? t('failedText', { id }) : t('failedTextPlain') }
    },
    [t, language],
  )
}
