import type { Child } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { Select } from '@/ui/Select'
import type { useHouseForm } from '@/ui/useHouseForm'
import { isMasked, type ChildValues } from '../childForm'
import { ETHNIC_GROUPS, fieldTexts } from '../fieldTexts'
import { childTexts } from '../texts'
import { usePlaces } from '../usePlaces'
import { BirthField } from './BirthField'
import { GuardianFields } from './GuardianFields'

interface ChildFieldsProps {
  house: ReturnType<typeof useHouseForm<ChildValues>>
  /** The record that is edited; none for a new child. */
  child?: Child
}

const asData = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** One form for adding and editing. Nothing here is offered to the browser's memory of what was typed. */
export function ChildFields({ house, child }: ChildFieldsProps) {
  const t = useTexts(childTexts).form
  const words = useTexts(fieldTexts)
  const { field: label } = words
  const { field } = house
  const { me } = useSession()
  const neighborhoods = usePlaces('neighborhood', [child?.neighborhood])
  const schools = usePlaces('school', [child?.school])
  const off = { autoComplete: 'off' } as const
  return (
    <>
      <Card title={t.who}>
        <div className="stack">
          <TextInput label={label.full_name} maxLength={100} {...off} {...field('full_name')} />
          <div className="cols-2">
            <BirthField house={house} />
            <Select label={label.sex} allowDeselect={false} data={asData(words.sex)} {...field('sex')} />
            <TextInput
              label={label.personal_id}
              description={isMasked(child?.personal_id) ? t.idMasked(child?.personal_id ?? '') : t.idHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              inputMode="numeric"
              maxLength={20}
              {...off}
              {...field('personal_id')}
            />
            <Select label={label.ethnicity} searchable clearable data={ETHNIC_GROUPS} {...field('ethnicity')} />
          </div>
        </div>
      </Card>
      <Card title={t.home}>
        <div className="stack">
          <div className="cols-2">
            <Select
              label={label.neighborhood_id}
              description={child ? t.neighborhoodFixed : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              searchable
              clearable
              disabled={child !== undefined || me.user.role === 'neighborhood'}
              data={neighborhoods}
              {...field('neighborhood_id')}
            />
            <TextInput
              label={label.address}
              description={t.addressHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={300}
              {...off}
              {...field('address')}
            />
            <TextInput label={label.permanent_address} maxLength={300} {...off} {...field('permanent_address')} />
            <TextInput label={label.temporary_address} maxLength={300} {...off} {...field('temporary_address')} />
          </div>
        </div>
      </Card>
      <Card title={t.school}>
        <div className="cols-2">
          <Select
            label={label.school_id}
            searchable
            clearable
            disabled={me.user.role === 'school'}
            data={schools}
            {...field('school_id')}
          />
          <TextInput label={label.grade} placeholder={t.gradeHint} maxLength={20} {...off} {...field('grade')} />
        </div>
      </Card>
      <Card title={t.guardians}>
        <GuardianFields house={house} />
      </Card>
      <HealthFields house={house} swims />
      <Card title={t.family}>
        <div className="stack">
          <div className="cols-2">
            <Select label={label.poverty} allowDeselect={false} data={asData(words.poverty)} {...field('poverty')} />
          </div>
          <Textarea label={label.notes} autosize minRows={2} maxLength={4000} {...off} {...field('notes')} />
        </div>
      </Card>
    </>
  )
}

/** All that the health station writes. */
export function HealthFields({ house, swims = false }: Pick<ChildFieldsProps, 'house'> & { swims?: boolean }) {
  const t = useTexts(childTexts).form
  const words = useTexts(fieldTexts)
  const { field: label } = words
  const { field } = house
  const below = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[]
  return (
    <Card title={t.health}>
      <div className="stack">
        <div className="cols-2">
          <TextInput
            label={label.health_insurance_no}
            description={t.insuranceHint}
            inputWrapperOrder={below}
            maxLength={25}
            autoComplete="off"
            {...field('health_insurance_no')}
          />
          <DateField label={label.health_insurance_valid_to} {...field('health_insurance_valid_to')} />
          <TextInput
            label={label.disability}
            description={t.disabilityHint}
            inputWrapperOrder={below}
            maxLength={300}
            autoComplete="off"
            {...field('disability')}
          />
          <Select
            label={label.disability_degree}
            clearable
            data={asData(words.degree)}
            {...field('disability_degree')}
          />
          {swims ? (
            <Select
              label={label.can_swim}
              placeholder={words.unknown}
              clearable
              data={[
                { value: 'yes', label: words.yes },
                { value: 'no', label: words.no },
              ]}
              {...field('can_swim')}
            />
          ) : null}
        </div>
        <Textarea
          label={label.illness}
          autosize
          minRows={2}
          maxLength={4000}
          autoComplete="off"
          {...field('illness')}
        />
        <Textarea
          label={label.medical_warning}
          description={t.warningHint}
          inputWrapperOrder={below}
          autosize
          minRows={2}
          maxLength={4000}
          autoComplete="off"
          {...field('medical_warning')}
        />
      </div>
    </Card>
  )
}
