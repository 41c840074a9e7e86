import { adoptStyle } from './adopt-style.ts'

/** Stands in for react-style-singleton's part of the same name; see `style-sheets.ts`. */
export function stylesheetSingleton() {
  const undo: (() => void)[] = []
  return {
    add: (rules: string) => void undo.push(adoptStyle(rules)),
    remove: () => undo.pop()?.(),
  }
}
