import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { canSeal, seal, unseal } from './seal'

const TOLD = { narrative: 'Cháu Bưởi bị nhốt' }

describe('a sealed concern', () => {
  it('opens for its person, under its job, and for nobody else', async () => {
    expect(canSeal()).toBe(true)
    const sealed = await seal('me', 'concern:1', TOLD)
    expect(new TextDecoder().decode(sealed.data)).not.toContain('Bưởi')
    expect(await unseal('me', 'concern:1', sealed)).toEqual(TOLD)
    await expect(unseal('me', 'concern:2', sealed)).rejects.toThrow()
    await expect(unseal('other', 'concern:1', sealed)).rejects.toThrow()
  })

  it('is never sealed twice alike', async () => {
    const [one, two] = [await seal('me', 'concern:1', TOLD), await seal('me', 'concern:1', TOLD)]
    expect(new Uint8Array(one.data)).not.toEqual(new Uint8Array(two.data))
  })
})
