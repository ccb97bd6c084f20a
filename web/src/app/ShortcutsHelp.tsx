import { useTexts } from '@/lib/i18n'
import { Modal } from '@/ui/Modal'
import styles from './ShortcutsHelp.module.css'
import { appTexts } from './texts'

export default function ShortcutsHelp({ onClose }: { onClose: () => void }) {
  const t = useTexts(appTexts).keys
  const rows: [string[], string][] = [
    [['/'], t.search],
    [['n'], t.create],
    [['g', 'h'], t.home],
    [['g', 'v'], t.tasks],
    [['g', 'l'], t.calendar],
    [['g', 'e'], t.children],
    [['g', 'b'], t.concerns],
    [['g', 'k'], t.plans],
    [['g', 'm'], t.obstacles],
    [['g', 't'], t.notifications],
    [['?'], t.help],
    [['Esc'], t.close],
  ]
  return (
    <Modal opened onClose={onClose} title={t.title} size="md">
      <dl className={styles.keys}>
        {rows.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 ? ` ${t.after} ` : ''}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
