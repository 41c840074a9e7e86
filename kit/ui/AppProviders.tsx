import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './tokens.css'
import './base.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { type Client, ClientContext } from './client/client-context.ts'
import { theme } from './theme.ts'

const schemes = localStorageColorSchemeManager({ key: 'tsumugi.scheme' })

/** Everything a page stands in: look, colours by day and night, answers and their cache, messages. Once per app. */
export function AppProviders({ client, children }: { client: Client; children: ReactNode }) {
  useEffect(() => {
    void import('./fonts.ts')
  }, [])
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={schemes}
      // Both would be inline style sheets; tokens.css and base.css say the same from a file.
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={client.queries}>
        <ClientContext value={client}>
          <Notifications position="bottom-right" limit={3} />
          {children}
        </ClientContext>
      </QueryClientProvider>
    </MantineProvider>
  )
}
