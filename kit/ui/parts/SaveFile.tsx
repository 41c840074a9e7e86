import { Button, type ButtonProps } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { Endpoint, RequestOf } from '../../contract/endpoint.ts'
import { useClient } from '../client/client-context.ts'
import { useToast } from './use-toast.tsx'

interface SaveFileProps<E extends Endpoint> extends Pick<ButtonProps, 'variant'> {
  label: string
  /** What the button is called for those who do not see what stands around it. */
  spoken?: string
  /** A `download` endpoint whose answer fits into memory. */
  endpoint: E
  request: RequestOf<E>
}

/** Takes a file from the server and lets the device save it under the name the server gives. */
export function SaveFile<E extends Endpoint>({
  label,
  spoken,
  endpoint,
  request,
  variant = 'default',
}: SaveFileProps<E>) {
  const { caller } = useClient()
  const toast = useToast()
  const [isBusy, setBusy] = useState(false)
  async function save() {
    setBusy(true)
    try {
      const download = caller.download as (endpoint: E, request: RequestOf<E>) => ReturnType<typeof caller.download>
      const { blob, fileName } = await download(endpoint, request)
      const address = URL.createObjectURL(blob)
      const link = document.createElement('a')
      link.href = address
      link.download = fileName
      link.click()
      URL.revokeObjectURL(address)
    } catch (failure) {
      toast.failed(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      variant={variant}
      leftSection={<IconDownload size={20} aria-hidden />}
      loading={isBusy}
      {...(spoken !== undefined && { 'aria-label': spoken })}
      onClick={() => void save()}
    >
      {label}
    </Button>
  )
}
