// C0 and C1 controls, line separators, and what turns or hides text: marks of direction, zero widths, the byte order mark.
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
const lengthMax = 200

/**
 * The last part of a path, without characters that cannot be seen, at most 200 long with its ending kept:
 * names are shown to people and written into exports.
 */
export function plainName(name: string): string {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? ''
  const plain = last.replace(unseen, '').trim().normalize('NFC')
  if (plain === '' || /^\.+$/.test(plain)) return 'file'
  const letters = [...plain]
  if (letters.length <= lengthMax) return plain
  const ending = [...(/\.[^.]{1,10}$/.exec(plain)?.[0] ?? '')]
  return [...letters.slice(0, lengthMax - ending.length), ...ending].join('')
}
