/** Hands a file to the browser to keep, under its name. */
export function saveFile({ blob, fileName }: { blob: Blob; fileName: string | null }): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName ?? 'download'
  link.click()
  // Revoking at once would cut the download off in some browsers.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
