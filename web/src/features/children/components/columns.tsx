import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Child, ChildView } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { fieldTexts } from '../fieldTexts'
import { ageOf, birthOf, firstGuardian, firstPhone, schoolOf, spacedPhone } from '../format'
import { childTexts } from '../texts'
import { ChildBadges } from './ChildBadges'
import styles from './ChildRows.module.css'

export interface ChildColumn {
  key: string
  header: string
  width?: string
  /** On paper, where pixels are too many. */
  paper?: string
  cell: (child: Child) => ReactNode
}

/** The columns of a view: what the reader does not see has no column. */
export function useColumns(view: ChildView): ChildColumn[] {
  const t = useTexts(childTexts).list
  const words = useTexts(fieldTexts)
  const second = (text: ReactNode) => (text ? <span className={`second ${styles.second}`}>{text}</span> : null)
  const name: ChildColumn = {
    key: 'name',
    header: t.column.name,
    width: '21%',
    paper: '22%',
    cell: (child) => (
      <>
        <Link to={`/tre-em/${child.id}`} className={styles.name}>
          {child.full_name}
        </Link>
        {second(`${child.code} · ${words.sex[child.sex]}`)}
      </>
    ),
  }
  const born: ChildColumn = {
    key: 'born',
    header: t.column.born,
    width: '120px',
    paper: '19mm',
    cell: (child) => (
      <>
        <span className="num">{birthOf(child)}</span>
        {second(ageOf(child, words))}
      </>
    ),
  }
  const place: ChildColumn = {
    key: 'place',
    header: t.column.place,
    width: '16%',
    cell: (child) => (
      <>
        {child.neighborhood?.name}
        {second(child.address)}
      </>
    ),
  }
  const school: ChildColumn = {
    key: 'school',
    header: t.column.school,
    width: '18%',
    cell: (child) => schoolOf(child, words),
  }
  const guardian: ChildColumn = {
    key: 'guardian',
    header: t.column.guardian,
    width: '17%',
    cell: (child) => (
      <>
        {firstGuardian(child, words)}
        {second(spacedPhone(firstPhone(child)))}
      </>
    ),
  }
  if (view === 'contact') {
    return [
      name,
      { key: 'year', header: t.column.year, width: '100px', cell: (child) => child.birth_year },
      place,
      school,
      {
        key: 'phone',
        header: t.column.phone,
        width: '120px',
        cell: (child) => <span className="num">{spacedPhone(firstPhone(child))}</span>,
      },
      {
        key: 'swim',
        header: t.column.swim,
        width: '100px',
        cell: (child) => (child.can_swim === null ? '' : child.can_swim ? words.yes : words.no),
      },
      { key: 'warning', header: t.column.warning, cell: (child) => child.medical_warning },
    ]
  }
  if (view === 'health') {
    return [
      name,
      born,
      place,
      guardian,
      {
        key: 'insurance',
        header: t.column.insurance,
        width: '160px',
        cell: (child) => (
          <>
            <span className="num">{child.health_insurance_no ?? t.noCard}</span>
            {second(child.health_insurance_valid_to ? t.until(formatDate(child.health_insurance_valid_to)) : null)}
          </>
        ),
      },
      {
        key: 'health',
        header: t.column.health,
        cell: (child) => [child.disability, child.illness, child.medical_warning].filter(Boolean).join('; '),
      },
    ]
  }
  return [
    name,
    born,
    place,
    school,
    guardian,
    {
      key: 'state',
      header: t.column.state,
      cell: (child) => (
        <span className={styles.badges}>
          <ChildBadges child={child} />
        </span>
      ),
    },
  ]
}
