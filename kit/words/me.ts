import { area } from './words.ts'

export const meWords = area('me', {
  ja: {
    places: '所属と役割',
    everywhere: '全体',
    documents: '書面',
  },
  en: {
    places: 'Where you belong',
    everywhere: 'Everywhere',
    documents: 'Documents',
  },
})
