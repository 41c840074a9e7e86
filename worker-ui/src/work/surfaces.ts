import { lazy } from 'react'

/** The picture to work on; comes when a page first needs it. */
export const Editor = lazy(() => import('@tsumugi/kit/surfaces/image/Editor.tsx'))

/** The picture to look at. */
export const Viewer = lazy(() => import('@tsumugi/kit/surfaces/image/Viewer.tsx'))
