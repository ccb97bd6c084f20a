import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTexts } from '@/lib/i18n'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { TextInput } from '@/ui/inputs'
import { Select } from '@/ui/Select'
import { placeOf, superiorOf, wardName, type SetupDraft, type WardKind } from '../draft'
import { setupTexts } from '../texts'
import type { StepProps } from '../useSetup'
import styles from './setup.module.css'

const KINDS: WardKind[] = ['ward', 'commune', 'zone']
const HOTLINES = 5

export function WardStep({ draft, change, wrong }: StepProps) {
  const texts = useTexts(setupTexts)
  const { words } = texts
  const t = texts.ward
  const { ward } = draft
  const set = (fields: Partial<SetupDraft['ward']>) => change({ ward: { ...ward, ...fields } })
  const setLine = (at: number, fields: Partial<SetupDraft['ward']['hotlines'][number]>) =>
    set({ hotlines: ward.hotlines.map((line, index) => (index === at ? { ...line, ...fields } : line)) })
  return (
    <>
      <p>{t.body}</p>
      <Card>
        <div className="stack">
          <div className="cols-2">
            <Select
              label={t.kind}
              allowDeselect={false}
              data={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
              value={ward.kind}
              onChange={(kind) => kind && set({ kind: kind as WardKind })}
            />
            <TextInput
              id="ward.name"
              label={t.name}
              description={t.nameHint}
              maxLength={100}
              value={ward.name}
              error={wrong['ward.name']}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
          </div>
          <div className="cols-2">
            <TextInput
              label={t.province}
              description={t.provinceHint}
              maxLength={100}
              value={ward.province}
              onChange={(event) => set({ province: event.currentTarget.value })}
            />
            <TextInput
              id="ward.superior"
              label={t.superior}
              description={t.superiorHint}
              maxLength={150}
              value={superiorOf(draft, words)}
              error={wrong['ward.superior']}
              onChange={(event) => set({ superior: event.currentTarget.value })}
            />
          </div>
          <div className="cols-2">
            <TextInput
              id="ward.place"
              label={t.place}
              description={t.placeHint}
              maxLength={100}
              value={placeOf(draft)}
              error={wrong['ward.place']}
              onChange={(event) => set({ place: event.currentTarget.value })}
            />
            <TextInput
              id="ward.address"
              label={t.address}
              description={t.addressHint}
              maxLength={200}
              value={ward.address}
              error={wrong['ward.address']}
              onChange={(event) => set({ address: event.currentTarget.value })}
            />
          </div>
        </div>
      </Card>
      <Card title={t.hotlines}>
        <div className="stack">
          <p className="second">{t.hotlinesHint}</p>
          {ward.hotlines.map((line, at) => (
            // Rows have no ids; one that is taken out moves the others up.
            <div key={at} className="cols-3">
              <TextInput
                id={`hotline.${at}.label`}
                label={t.label}
                maxLength={80}
                value={line.label}
                error={wrong[`hotline.${at}.label`]}
                onChange={(event) => setLine(at, { label: event.currentTarget.value })}
              />
              <TextInput
                id={`hotline.${at}.phone`}
                label={t.phone}
                type="tel"
                maxLength={20}
                value={line.phone}
                error={wrong[`hotline.${at}.phone`]}
                onChange={(event) => setLine(at, { phone: event.currentTarget.value })}
              />
              <div className={styles.line} style={{ gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'end' }}>
                <TextInput
                  label={t.hours}
                  maxLength={80}
                  value={line.hours ?? ''}
                  onChange={(event) => setLine(at, { hours: event.currentTarget.value })}
                />
                <IconButton
                  label={t.drop(line.label || line.phone || String(at + 1))}
                  tone="danger"
                  onClick={() => set({ hotlines: ward.hotlines.filter((_, index) => index !== at) })}
                >
                  <IconTrash size={20} aria-hidden />
                </IconButton>
              </div>
            </div>
          ))}
          {ward.hotlines.length < HOTLINES ? (
            <div>
              <Button
                variant="default"
                leftSection={<IconPlus size={20} aria-hidden />}
                onClick={() =>
                  set({
                    hotlines: [
                      ...ward.hotlines,
                      { label: ward.hotlines.length === 0 ? t.labelProposal : '', phone: '', hours: '' },
                    ],
                  })
                }
              >
                {t.addHotline}
              </Button>
            </div>
          ) : null}
        </div>
      </Card>
      <Card title={t.preview}>
        <DocumentHead name={wardName(draft, words)} place={placeOf(draft)} />
      </Card>
    </>
  )
}

/** As Decree 30/2020 lays it out: the People's Committee on the left, the nation on the right. */
export function DocumentHead({ name, place }: { name: string; place: string }) {
  const t = useTexts(setupTexts).ward
  return (
    <div className={styles.preview} lang="vi">
      <div>
        <strong>{t.printedCommittee}</strong>
        <strong className={styles.upper}>{name || '…'}</strong>
      </div>
      <div>
        <strong>{t.printedNation}</strong>
        <strong>{t.motto}</strong>
        <em>{t.date(place || '…')}</em>
      </div>
    </div>
  )
}
