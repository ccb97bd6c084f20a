import { focusManager } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchAttention } from './attention'
import { remember } from './storage'

describe('a page that nobody touches', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    remember('bup.shared', false)
    vi.useRealTimers()
  })

  it('goes on asking on a device of one’s own', () => {
    watchAttention(60_000)
    vi.advanceTimersByTime(600_000)
    expect(focusManager.isFocused()).toBe(true)
  })

  it('asks for nothing on a shared machine until somebody is there again', () => {
    remember('bup.shared', true)
    watchAttention(60_000)
    vi.advanceTimersByTime(59_000)
    expect(focusManager.isFocused()).toBe(true)
    vi.advanceTimersByTime(61_000)
    expect(focusManager.isFocused()).toBe(false)
    dispatchEvent(new Event('pointermove'))
    expect(focusManager.isFocused()).toBe(true)
  })
})
