import { describe, expect, it } from 'vitest'
import { emptyMarks, type ImageMarks } from './answer.ts'
import { emptyHistory, recorded, redone, stepsMax, undone } from './shape-history.ts'

const marks = (label: string): ImageMarks => ({ ...emptyMarks(), labels: [label] })

describe('undo and redo', () => {
  it('walks back and forth through the same marks', () => {
    const [a, b, c] = [marks('a'), marks('b'), marks('c')]
    const done = recorded(recorded(emptyHistory, a), b)
    const back = undone(done, c)
    expect(back?.marks).toBe(b)
    const further = undone(back!.history, back!.marks)
    expect(further?.marks).toBe(a)
    expect(undone(further!.history, a)).toBeNull()
    const forth = redone(further!.history, further!.marks)
    expect(forth?.marks).toBe(b)
    expect(redone(forth!.history, forth!.marks)?.marks).toBe(c)
  })

  it('forgets what was undone once something new is done', () => {
    const back = undone(recorded(emptyHistory, marks('a')), marks('b'))
    expect(redone(recorded(back!.history, marks('a')), marks('c'))).toBeNull()
  })

  it('keeps a bounded number of steps', () => {
    let history = emptyHistory
    for (let i = 0; i < stepsMax + 50; i++) history = recorded(history, marks(String(i)))
    expect(history.past).toHaveLength(stepsMax)
    expect(history.past[0]?.labels).toEqual(['50'])
  })
})
