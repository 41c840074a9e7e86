import { refusalSentence, refusals } from '@tsumugi/kit/contract/refusals.ts'
import { jobNameWords } from '@tsumugi/kit/words/jobs.ts'
import { useLanguage, useWords } from '@tsumugi/kit/words/use-words.ts'

/** A job's name in the reader's language; one this version does not know goes by its own. */
export function useJobName(): (name: string) => string {
  const t = useWords(jobNameWords)
  return (name) => (name in jobNameWords.ja ? t(name as keyof typeof jobNameWords.ja) : name)
}

/** Why a try failed: a refusal as people read it, anything else as the program said it. */
export function useJobError(): (error: string) => string {
  const language = useLanguage()
  return (error) => (error in refusals ? refusalSentence(error as keyof typeof refusals, {}, language) : error)
}
