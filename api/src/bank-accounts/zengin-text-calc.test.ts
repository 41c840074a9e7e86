import { describe, expect, it } from 'vitest'
import { zenginText } from './zengin-text-calc.ts'

const party = (name: string, bytesMax = 30) => zenginText(name, 'party', bytesMax)

describe('a name for the bank', () => {
  it.each([
    ['やまだ　たろう', 'ﾔﾏﾀﾞ ﾀﾛｳ'],
    ['シャープ', 'ｼﾔ-ﾌﾟ'],
    ['キャノン', 'ｷﾔﾉﾝ'],
    ['カ）ヤマダショウテン', 'ｶ)ﾔﾏﾀﾞｼﾖｳﾃﾝ'],
    ['ヴァイオリン', 'ｳﾞｱｲｵﾘﾝ'],
    ['ジョー・スミス', 'ｼﾞﾖ-.ｽﾐｽ'],
    ['ﾔﾏﾀﾞｰﾊﾅｺ', 'ﾔﾏﾀﾞ-ﾊﾅｺ'],
    ['ヤマダ   john', 'ﾔﾏﾀﾞ JOHN'],
    ['パピプペポ', 'ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ'],
  ])('%s is written %s', (name, text) => {
    expect(party(name)).toEqual({ text, isCut: false })
  })

  it.each([
    ['', 'empty'],
    ['　', 'empty'],
    ['山田タロウ', 'kanji'],
    ['ヲガワ', 'wo'],
    ['アﾞ', 'mark'],
    ['ﾟアイ', 'mark'],
    ['ヤマダ，タロウ', 'sign'],
    ['ヤマダ🙂', 'sign'],
  ])('%s is refused: %s', (name, problem) => {
    expect(party(name)).toEqual({ problem })
  })

  it('is cut to the field without parting a kana from its mark', () => {
    expect(party('ヤマダ', 3)).toEqual({ text: 'ﾔﾏ', isCut: true })
    expect(party('ヤマダ', 4)).toEqual({ text: 'ﾔﾏﾀﾞ', isCut: false })
    expect(party('ヤマト', 2)).toEqual({ text: 'ﾔﾏ', isCut: true })
  })

  it('of a bank takes no brackets', () => {
    expect(zenginText('ミツビシユ－エフジエイ', 'bank', 15)).toEqual({ text: 'ﾐﾂﾋﾞｼﾕ-ｴﾌｼﾞｴｲ', isCut: false })
    expect(zenginText('ｶ)ヤマダ', 'bank', 15)).toEqual({ problem: 'sign' })
  })
})
