import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Child, ChildView } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { childTexts } from '../texts'
import { useColumns } from './columns'
import styles from './ChildRows.module.css'

/** Whether the page is on its way to the printer: then every loaded row stands in the document, not a window of them. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const on = () => flushSync(() => setPrinting(true))
    const off = () => setPrinting(false)
    addEventListener('beforeprint', on)
    addEventListener('afterprint', off)
    return () => {
      removeEventListener('beforeprint', on)
      removeEventListener('afterprint', off)
    }
  }, [])
  return printing
}

export function PrintList({ view, rows }: { view: ChildView; rows: Child[] }) {
  const t = useTexts(childTexts).list
  const columns = useColumns(view)
  return (
    <>
      <table className={styles.print}>
        <thead>
          <tr>
            <th scope="col">{'#'}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" style={{ width: column.paper }}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((child, index) => (
            <tr key={child.id}>
              <td>{index + 1}</td>
              {columns.map((column) => (
                <td key={column.key}>{column.cell(child)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">{t.printNote}</p>
    </>
  )
}
