import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { CopyText } from '@/ui/CopyText'
import { Modal } from '@/ui/Modal'
import { integrationTexts } from '../texts'

export interface Secret {
  body: string
  parts: { label: string; text: string }[]
}

/** What is shown once stays until somebody says that they have it. */
export function SecretModal({ secret, onClose }: { secret: Secret | null; onClose: () => void }) {
  const t = useTexts(integrationTexts).secret
  return (
    <Modal opened={secret !== null} onClose={() => undefined} must title={t.title} size="md">
      {secret ? (
        <div className="stack">
          <p>{secret.body}</p>
          {secret.parts.map(({ label, text }) => (
            <div key={label} className="stack-2">
              <p className="small muted">{label}</p>
              <CopyText label={label} text={text} />
            </div>
          ))}
          <Button onClick={onClose}>{t.kept}</Button>
        </div>
      ) : null}
    </Modal>
  )
}
