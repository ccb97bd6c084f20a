/**
 * The number that a busy server asks a sender's machine to find: SHA-256 of `{challenge}.{nonce}` has to begin with
 * `bits` zero bits. By hand, because `crypto.subtle` does not exist on plain http and a promise for each of 65,000
 * tries would take longer than the hash.
 */
const K = new Uint32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
])
const START = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]
const words = new Uint32Array(64)

const turn = (x: number, by: number) => (x >>> by) | (x << (32 - by))

/** One block of 64 bytes into the state. */
function compress(state: Uint32Array, bytes: Uint8Array, from: number): void {
  for (let i = 0; i < 16; i += 1) {
    const at = from + i * 4
    words[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
  }
  for (let i = 16; i < 64; i += 1) {
    const a = words[i - 15]!
    const b = words[i - 2]!
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
    words[i] = words[i - 16]! + s0 + words[i - 7]! + s1
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < 64; i += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i]! + words[i]!) | 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + value
}

/** What begins every try is hashed once; a try then costs a block or two. */
export function hasher(prefix: string): (suffix: string) => Uint32Array {
  const head = new TextEncoder().encode(prefix)
  const whole = head.length - (head.length % 64)
  const middle = new Uint32Array(START)
  for (let at = 0; at < whole; at += 64) compress(middle, head, at)
  const rest = head.slice(whole)
  return (suffix) => {
    const length = rest.length + suffix.length
    const size = length + 9 <= 64 ? 64 : 128
    const block = new Uint8Array(size)
    block.set(rest)
    for (let i = 0; i < suffix.length; i += 1) block[rest.length + i] = suffix.charCodeAt(i)
    block[length] = 0x80
    new DataView(block.buffer).setUint32(size - 4, (whole + length) * 8)
    const state = new Uint32Array(middle)
    for (let at = 0; at < size; at += 64) compress(state, block, at)
    return state
  }
}

export function zeroBits(hash: Uint32Array): number {
  let bits = 0
  for (const word of hash) {
    const zeros = Math.clz32(word)
    bits += zeros
    if (zeros < 32) break
  }
  return bits
}

const BATCH = 2_000
const rest = () => new Promise((resolve) => setTimeout(resolve, 0))

/** In small batches, so that the page goes on answering. */
export async function findNonce(challenge: string, bits: number): Promise<number> {
  const hash = hasher(`${challenge}.`)
  for (let nonce = 0; ; nonce += 1) {
    if (zeroBits(hash(String(nonce))) >= bits) return nonce
    if (nonce % BATCH === BATCH - 1) await rest()
  }
}
