import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNonce, hasher, zeroBits } from './proof'

const hex = (hash: Uint32Array) => Array.from(hash, (word) => word.toString(16).padStart(8, '0')).join('')
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the proof that a busy server asks for', () => {
  it('hashes as everybody does, wherever the blocks end', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.nat(), (prefix, nonce) => {
        expect(hex(hasher(prefix)(String(nonce)))).toBe(sha256(prefix + String(nonce)))
      }),
    )
    for (let length = 50; length < 70; length += 1) {
      expect(hex(hasher('a'.repeat(length))('7'))).toBe(sha256(`${'a'.repeat(length)}7`))
    }
  })

  it('counts the zeros in front', () => {
    expect(zeroBits(new Uint32Array([0x00ff_ffff, 0]))).toBe(8)
    expect(zeroBits(new Uint32Array([0, 0x4000_0000]))).toBe(33)
    expect(zeroBits(new Uint32Array([0x8000_0000]))).toBe(0)
  })

  it('finds a number', async () => {
    const challenge = '1717376400.0123456789abcdef.5f2b8c'
    const nonce = await findNonce(challenge, 12)
    expect(Number.parseInt(sha256(`${challenge}.${nonce}`).slice(0, 3), 16)).toBe(0)
  })
})
