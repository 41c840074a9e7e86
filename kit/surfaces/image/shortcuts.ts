/** One line of the list of keys that the shell shows on `?`. */
export interface Shortcut {
  keys: string
  ja: string
  en: string
}

/** Keys of the image surface. They work while the picture has the focus. */
export const shortcuts: readonly Shortcut[] = [
  { keys: 'V', ja: '選ぶ', en: 'Select' },
  { keys: 'B', ja: '枠を描く', en: 'Draw a box' },
  { keys: 'G', ja: '多角形を描く', en: 'Draw a polygon' },
  { keys: 'O', ja: '点を置く', en: 'Place a point' },
  { keys: 'M', ja: '指摘を置く（検品）', en: 'Place a pin (review)' },
  { keys: '1 – 9', ja: 'ラベルを選ぶ', en: 'Choose a label' },
  { keys: '← ↑ → ↓', ja: '十字、または選んだ図形を動かす', en: 'Move the crosshair or the chosen shape' },
  { keys: 'Shift + ←↑→↓', ja: '大きく動かす', en: 'Move by a larger step' },
  {
    keys: 'Alt + ←↑→↓',
    ja: '十字を1ピクセル動かす、図形の大きさを変える',
    en: 'Crosshair by one pixel; resize the shape',
  },
  { keys: 'Enter', ja: '角を決める、多角形の角を直す', en: 'Set a corner; edit the corners of a polygon' },
  { keys: 'Ctrl + Enter', ja: '多角形を閉じる', en: 'Close the polygon' },
  { keys: 'Backspace', ja: '描きかけの角を1つ戻す', en: 'Take back the last corner' },
  { keys: 'Esc', ja: 'やめる、選択を外す', en: 'Cancel; choose nothing' },
  { keys: 'Tab / Shift + Tab', ja: '次の図形、前の図形', en: 'Next shape, previous shape' },
  { keys: 'I', ja: '角を足す（角を直すとき）', en: 'Add a corner (while editing corners)' },
  { keys: 'Delete', ja: '削除', en: 'Delete' },
  { keys: 'Ctrl + Z', ja: '元に戻す', en: 'Undo' },
  { keys: 'Ctrl + Shift + Z', ja: 'やり直す', en: 'Redo' },
  { keys: 'Ctrl + C / Ctrl + V', ja: 'コピー、貼り付け', en: 'Copy, paste' },
  { keys: 'Ctrl + D', ja: '複製', en: 'Duplicate' },
  { keys: '+ / − / 0', ja: '拡大、縮小、全体を表示', en: 'Zoom in, zoom out, show all' },
  { keys: 'Space + drag', ja: '画像を動かす', en: 'Move the image' },
  { keys: 'H', ja: '図形を隠す、表示する', en: 'Hide or show the shapes' },
  { keys: 'N / P', ja: '次の画像、前の画像', en: 'Next image, previous image' },
]
