import { useEffect, useRef, useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { TextInput } from '@/ui/inputs'
import { Sheet } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { byCode, type Line } from '../checkin'
import { checkinTexts } from '../checkinTexts'
import styles from './checkin.module.css'

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
type DetectorMaker = new (options: { formats: string[] }) => Detector

/** The browser's own reader of codes, where it has one: no picture leaves the device. */
const maker = (): DetectorMaker | undefined => (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector

interface ScanProps {
  lines: Line[]
  /** What became of it, in words; null for a child that may not come in. */
  onChild: (line: Line) => string | null
  onClose: () => void
}

export function ScanSheet({ lines, onChild, onClose }: ScanProps) {
  const t = useTexts(checkinTexts).scanSheet
  const video = useRef<HTMLVideoElement>(null)
  const [typed, setTyped] = useState('')
  const [camera, setCamera] = useState(maker() !== undefined)
  const [told, setTold] = useState<{ ok: boolean; text: string } | null>(null)
  const last = useRef('')
  const take = (code: string, again: boolean) => {
    if (!again && code === last.current) return
    last.current = code
    const line = byCode(lines, code)
    const done = line ? onChild(line) : null
    if (!line) setTold({ ok: false, text: t.unknown })
    else if (done) setTold({ ok: true, text: t.done(line.full_name, done) })
  }
  const taking = useRef(take)
  useEffect(() => {
    taking.current = take
  })

  useEffect(() => {
    const Maker = maker()
    if (!Maker || !camera) return undefined
    let stopped = false
    let stream: MediaStream | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (detector: Detector) => {
      if (stopped || !video.current) return
      const found = await detector.detect(video.current).catch(() => [])
      if (found[0]) taking.current(found[0].rawValue, false)
      timer = setTimeout(() => void look(detector), 250)
    }
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (stopped || !video.current) return
      video.current.srcObject = stream
      await video.current.play()
      await look(new Maker({ formats: ['qr_code'] }))
    }
    void begin().catch(() => setCamera(false))
    return () => {
      stopped = true
      clearTimeout(timer)
      stream?.getTracks().forEach((track) => track.stop())
    }
  }, [camera])

  return (
    <Sheet opened onClose={onClose} title={t.title}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          take(typed, true)
          setTyped('')
        }}
      >
        {camera ? (
          <>
            <p className="second">{t.aim}</p>
            <video ref={video} className={styles.video} muted playsInline />
          </>
        ) : (
          <p className="second">{t.noCamera}</p>
        )}
        {told ? (
          <Notice tone={told.ok ? 'ok' : 'danger'} live>
            {told.text}
          </Notice>
        ) : null}
        <TextInput
          label={t.typed}
          description={t.hint}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={12}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" disabled={typed.trim() === ''}>
            {t.go}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
