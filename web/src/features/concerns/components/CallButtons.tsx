import { useTexts } from '@/lib/i18n'
import { concernTexts } from '../texts'
import styles from './concerns.module.css'

export function CallButtons() {
  const t = useTexts(concernTexts).form
  return ['111', '113'].map((number) => (
    <a key={number} href={`tel:${number}`} className={styles.call}>
      {t.call(number)}
    </a>
  ))
}
