import { Component, type ReactNode } from 'react'

interface GuardProps {
  children: ReactNode
  onFailure?: () => void
}

/** A part that cannot be fetched (no network, replaced by a new version) must not take the page with it. */
export class Guard extends Component<GuardProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch() {
    this.props.onFailure?.()
  }

  override render() {
    return this.state.failed ? null : this.props.children
  }
}
