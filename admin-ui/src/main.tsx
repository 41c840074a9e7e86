import { startApp } from '@tsumugi/kit/ui/app/start-app.tsx'
import { pages } from './routes.tsx'
import { useNav } from './use-nav.ts'

startApp({ basePath: '/office', pages, useNav })
