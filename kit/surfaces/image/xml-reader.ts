import { assertReadable, FormatError } from './export-image.ts'

/** One element of a small XML file: its name, its children and the text directly inside it. Attributes are passed over. */
export interface XmlElement {
  name: string
  children: XmlElement[]
  text: string
}

const depthMax = 32
const namedCharacters: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(namedCharacters, name) ? (namedCharacters[name] as string) : whole
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/**
 * Reads a small XML document such as a Pascal VOC file. It knows no document types, no entities beyond the five
 * named ones and no external references: those are refused, so nothing in a file can make it grow or reach out.
 */
export function readXml(text: string): XmlElement {
  assertReadable(text)
  if (/<!(doctype|entity)/i.test(text)) throw new FormatError('declares_entities', 'file')
  const root: XmlElement = { name: '', children: [], text: '' }
  const open: XmlElement[] = [root]
  const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.:-]*)([^<>]*)>|([^<]+)/y
  while (token.lastIndex < text.length) {
    const at = `character ${token.lastIndex}`
    const found = token.exec(text)
    if (found === null) throw new FormatError('not_xml', at)
    const [, raw, slash, name, rest, chars] = found
    const parent = open[open.length - 1] as XmlElement
    if (raw !== undefined) parent.text += raw
    else if (chars !== undefined) parent.text += decode(chars)
    else if (name !== undefined && slash === '/') {
      if (open.length < 2 || parent.name !== name) throw new FormatError('not_xml', at)
      open.pop()
    } else if (name !== undefined) {
      if (open.length > depthMax) throw new FormatError('too_deep', at)
      const element: XmlElement = { name, children: [], text: '' }
      parent.children.push(element)
      if (!rest?.trimEnd().endsWith('/')) open.push(element)
    }
  }
  const top = root.children[0]
  if (open.length !== 1 || top === undefined || root.children.length !== 1)
    throw new FormatError('not_xml', 'end of file')
  return top
}

/** Text inside an element as XML: the five special characters escaped, characters XML cannot carry left out. */
export function writeXmlText(text: string): string {
  const escapes: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  const carried = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu, '')
  return carried.replace(/[<>&"']/g, (character: string) => escapes[character] as string)
}
