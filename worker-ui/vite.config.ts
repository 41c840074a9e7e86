import { defineConfig } from 'vite'
import { screenSettings } from '../kit/ui/screen-settings.ts'

export default defineConfig(screenSettings('/'))
