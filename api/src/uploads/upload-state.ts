import type { UploadState } from '@tsumugi/kit/contract/uploads.ts'

// arriving ──finish──▶ checking ──take──▶ taken
//    │                     └──refuse──▶ refused
//    └──────────cancel──────────┬──────────┘
//                               ▼
//                           cancelled

/** Every move of an upload: the states it may start from and the one it ends in. */
export const uploadMoves = {
  finish: { from: ['arriving'], to: 'checking' },
  take: { from: ['checking'], to: 'taken' },
  refuse: { from: ['checking'], to: 'refused' },
  cancel: { from: ['arriving', 'refused'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly UploadState[]; to: UploadState }>
export type UploadMove = keyof typeof uploadMoves
