import { ActionIcon, Button as MantineButton, type ButtonProps } from '@mantine/core'
import type { ComponentPropsWithoutRef, ReactNode, Ref } from 'react'
import { Link, type To } from 'react-router'

export const Button = MantineButton

export function LinkButton({ to, ...props }: ButtonProps & { to: To; children: ReactNode; replace?: boolean }) {
  return <MantineButton component={Link} to={to} {...props} />
}

interface IconButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'color'> {
  label: string
  tone?: 'plain' | 'light' | 'onBlue' | 'danger'
  ref?: Ref<HTMLButtonElement>
}

/** An icon never stands without a name. */
export function IconButton({ label, tone = 'plain', ...props }: IconButtonProps) {
  const color = tone === 'onBlue' ? '#FFFFFF' : tone === 'danger' ? 'red' : 'bien'
  return (
    <ActionIcon
      aria-label={label}
      title={label}
      variant={tone === 'light' ? 'light' : tone === 'onBlue' ? 'transparent' : 'subtle'}
      color={color}
      {...props}
    />
  )
}
