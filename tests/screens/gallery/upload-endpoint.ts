import { endpoint } from '@tsumugi/kit/contract/endpoint.ts'
import { done } from '@tsumugi/kit/contract/values.ts'

/** An upload that no server here answers: the gallery shows what a file looks like that could not be sent. */
export const uploadItem = endpoint({
  name: 'uploadItem',
  method: 'POST',
  path: '/api/gallery',
  action: null,
  summary: 'Takes one file.',
  upload: true,
  answer: done,
  refusals: [],
})
