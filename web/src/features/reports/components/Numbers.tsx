import { useQuery } from '@tanstack/react-query'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Figure, IndicatorCatalogue } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { usePhone } from '@/ui/DataTable'
import { StatusTag } from '@/ui/StatusTag'
import { byBlock, byDimension, changeInWords, hasRows, type Block } from '../figures'
import { catalogueQuery } from '../queries'
import { reportTexts } from '../texts'
import { useReach } from '../useReach'
import { Fold } from './Fold'
import styles from './reports.module.css'

interface NumbersProps {
  figures: Figure[]
  year: number
  /** Each number opens the list behind it; an older revision has none to open here. */
  openable?: boolean
  onWrite?: (figure: Figure) => void
}

/** The numbers by the blocks of the appendix, last year's beside them. */
export function Numbers({ figures, year, openable = false, onWrite }: NumbersProps) {
  const t = useTexts(reportTexts).number
  const catalogue = useQuery(catalogueQuery)
  const blocks = byBlock(figures, catalogue.data)
  return (
    <Card title={t.title}>
      <div id="so-lieu" className={`${styles.parts} ${styles.anchor}`} tabIndex={-1} data-quiet-focus>
        {blocks.map((block) => (
          <Fold
            key={block.code}
            heading={<h3 className={styles.heading}>{block.title}</h3>}
            aside={<span className="second">{t.blockAside(block.figures.length)}</span>}
          >
            <BlockView block={block} year={year} catalogue={catalogue.data} openable={openable} onWrite={onWrite} />
          </Fold>
        ))}
      </div>
    </Card>
  )
}

interface BlockProps {
  block: Block
  year: number
  catalogue: IndicatorCatalogue | undefined
  openable: boolean
  onWrite?: (figure: Figure) => void
}

function BlockView({ block, year, catalogue, openable, onWrite }: BlockProps) {
  const t = useTexts(reportTexts).number
  const phone = usePhone()
  const [opened, setOpened] = useState<Set<string>>(new Set())
  const toggle = (code: string) => {
    const next = new Set(opened)
    if (!next.delete(code)) next.add(code)
    setOpened(next)
  }
  const more = (figure: Figure) =>
    figure.parts.length > 0 ? (
      <Button
        size="sm"
        variant="subtle"
        className="no-print"
        px={4}
        aria-expanded={opened.has(figure.code)}
        aria-label={t.partsOf(figure.label)}
        leftSection={
          opened.has(figure.code) ? (
            <IconChevronDown size={18} aria-hidden />
          ) : (
            <IconChevronRight size={18} aria-hidden />
          )
        }
        onClick={() => toggle(figure.code)}
      >
        {t.parts}
      </Button>
    ) : null
  const write = (figure: Figure) =>
    onWrite ? (
      <Button
        size="sm"
        variant="default"
        className="no-print"
        aria-label={t.edit(figure.label)}
        onClick={() => onWrite(figure)}
      >
        {t.editShort}
      </Button>
    ) : null
  const parts = (figure: Figure) =>
    opened.has(figure.code) ? <Parts figure={figure} catalogue={catalogue} openable={openable} /> : null
  const change = (figure: Figure) => changeInWords(figure.value, figure.previous, t)
  if (phone) {
    return (
      <ul className={styles.numbers} aria-label={block.title}>
        {block.figures.map((figure) => (
          <li key={figure.code} id={`so-${figure.code}`} tabIndex={-1} data-quiet-focus>
            <Name figure={figure} />
            <p className={styles.big}>
              <Value figure={figure} openable={openable} /> <span className="second">{figure.measure}</span>
            </p>
            {figure.previous !== null || figure.previous_hidden ? (
              <p className="second">
                {t.lastYear(year - 1)}: <Previous figure={figure} />
                {change(figure) ? ` (${change(figure)})` : ''}
              </p>
            ) : null}
            {figure.parts.length > 0 || onWrite ? (
              <div className="row">
                {write(figure)}
                {more(figure)}
              </div>
            ) : null}
            {parts(figure)}
          </li>
        ))}
      </ul>
    )
  }
  return (
    <table className={styles.table}>
      <caption className="sr-only">{block.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.label}</th>
          <th scope="col" className={styles.figure}>
            {t.year(year)}
          </th>
          <th scope="col" className={styles.figure}>
            {t.lastYear(year - 1)}
          </th>
          <th scope="col" className={styles.change}>
            {t.change}
          </th>
          {onWrite ? (
            <th scope="col" className={`${styles.act} no-print`}>
              <span className="sr-only">{t.actions}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {block.figures.map((figure) => (
          <Rows key={figure.code} parts={parts(figure)} columns={onWrite ? 5 : 4}>
            <tr id={`so-${figure.code}`} tabIndex={-1} data-quiet-focus>
              <th scope="row">
                <Name figure={figure} />
                {more(figure)}
              </th>
              <td className={styles.figure}>
                <Value figure={figure} openable={openable} />
              </td>
              <td className={styles.figure}>
                <Previous figure={figure} />
              </td>
              <td className={styles.change}>{change(figure)}</td>
              {onWrite ? <td className={`${styles.act} no-print`}>{write(figure)}</td> : null}
            </tr>
          </Rows>
        ))}
      </tbody>
    </table>
  )
}

function Rows({ children, parts, columns }: { children: ReactNode; parts: ReactNode; columns: number }) {
  return (
    <>
      {children}
      {parts ? (
        <tr className={styles.partsRow}>
          <td colSpan={columns}>{parts}</td>
        </tr>
      ) : null}
    </>
  )
}

function Name({ figure }: { figure: Figure }) {
  const t = useTexts(reportTexts).number
  const phone = usePhone()
  return (
    <span className={styles.name}>
      <span>
        {figure.label}
        {phone ? '' : ` (${figure.measure})`}
      </span>
      {figure.is_manual ? (
        <span className="row">
          <StatusTag tone="orange" icon="pencil">
            {t.manual}
          </StatusTag>
          {figure.computed !== null && figure.computed !== figure.value ? (
            <span className="second">{t.counted(formatNumber(figure.computed))}</span>
          ) : null}
        </span>
      ) : null}
      {figure.note ? <span className="second pre">{t.note(figure.note)}</span> : null}
    </span>
  )
}

/** The way to the list behind a number or a part of it; the other words of the address stay. */
function useRowsLink() {
  const [params] = useSearchParams()
  return (code: string, part?: string) => {
    const next = new URLSearchParams(params)
    next.set('so', code)
    if (part) next.set('phan', part)
    else next.delete('phan')
    return `?${next.toString()}`
  }
}

function Value({ figure, openable }: { figure: Figure; openable: boolean }) {
  const t = useTexts(reportTexts).number
  const { side } = useReach()
  const link = useRowsLink()
  if (figure.hidden) return <span className={styles.hidden}>{t.hidden}</span>
  if (figure.value === null) return <span className={styles.hidden}>{t.none}</span>
  const value = formatNumber(figure.value)
  if (!openable || !hasRows(figure, side === 'above')) return <span className="num">{value}</span>
  return (
    <Link to={link(figure.code)} preventScrollReset className={styles.number} aria-label={t.open(figure.label, value)}>
      {value}
    </Link>
  )
}

function Previous({ figure }: { figure: Figure }) {
  const t = useTexts(reportTexts).number
  if (figure.previous_hidden) return <span className={styles.hidden}>{t.hidden}</span>
  return <span className="num">{figure.previous === null ? t.noneShort : formatNumber(figure.previous)}</span>
}

interface PartsProps {
  figure: Figure
  catalogue: IndicatorCatalogue | undefined
  openable: boolean
}

function Parts({ figure, catalogue, openable }: PartsProps) {
  const t = useTexts(reportTexts).number
  const { side } = useReach()
  const link = useRowsLink()
  const open = openable && hasRows(figure, side === 'above')
  return (
    <div className={styles.dimensions}>
      {byDimension(figure.parts, catalogue).map((dimension) => (
        <div key={dimension.code}>
          <h4>{dimension.title}</h4>
          <ul>
            {dimension.parts.map((part) => (
              <li key={part.key}>
                <span>{part.label}</span>
                {part.value === null ? (
                  <span className={styles.hidden}>{t.hidden}</span>
                ) : open ? (
                  <Link
                    to={link(figure.code, `${part.dimension}:${part.key}`)}
                    preventScrollReset
                    className={styles.number}
                    aria-label={t.open(`${figure.label}, ${part.label}`, formatNumber(part.value))}
                  >
                    {formatNumber(part.value)}
                  </Link>
                ) : (
                  <span className="num">{formatNumber(part.value)}</span>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
