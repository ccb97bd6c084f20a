import { IconCurrentLocation } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTexts } from '@/lib/i18n'
import { pointText } from '@/lib/points'
import { Button } from './Button'
import { TextInput } from './inputs'
import { pointTexts } from './pointTexts'
import { toast } from './toast'

interface PointFieldProps {
  id?: string
  value?: string
  onChange: (text: string) => void
  error?: ReactNode
}

/** A place as map programs write it, or where the phone stands. */
export function PointField({ id, value = '', onChange, error }: PointFieldProps) {
  const t = useTexts(pointTexts)
  const [asking, setAsking] = useState(false)
  const here = () => {
    setAsking(true)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setAsking(false)
        onChange(pointText({ lat: coords.latitude, lng: coords.longitude }))
      },
      () => {
        setAsking(false)
        toast.error(t.refused)
      },
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  }
  return (
    <div className="stack" style={{ gap: 8 }}>
      <TextInput
        label={t.label}
        description={t.hint}
        maxLength={60}
        id={id}
        error={error}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {'geolocation' in navigator ? (
        <div>
          <Button
            size="sm"
            variant="default"
            loading={asking}
            leftSection={<IconCurrentLocation size={18} aria-hidden />}
            onClick={here}
          >
            {t.here}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
