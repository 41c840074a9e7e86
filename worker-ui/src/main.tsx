import { startApp } from '@tsumugi/kit/ui/app/start-app.tsx'
import { openPages, pages } from './routes.tsx'
import { useNav } from './use-nav.ts'

startApp({ basePath: '/', pages, openPages, useNav })
