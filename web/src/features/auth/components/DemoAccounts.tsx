import type { PublicInfo } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { words } from '@/lib/words'
import { authTexts } from '../texts'
import styles from './DemoAccounts.module.css'

interface DemoAccountsProps {
  accounts: PublicInfo['demo_accounts']
  onPick: (username: string) => void
}

/** The one password of the demo is public; a real server never sends this list. */
const DEMO_PASSWORD = 'BaDinh@2024!'

export function DemoAccounts({ accounts, onPick }: DemoAccountsProps) {
  const t = useTexts(authTexts).demo
  const roles = useTexts(words).role
  return (
    <section className={styles.box} aria-labelledby="demo">
      <h2 id="demo" className={styles.title}>
        {t.title}
      </h2>
      <p className="second">
        {t.hint} {t.password(DEMO_PASSWORD)}
      </p>
      <ul className={styles.list}>
        {accounts.map((account) => (
          <li key={account.username}>
            <button type="button" className={styles.account} onClick={() => onPick(account.username)}>
              <strong>{account.username}</strong>
              <span>{roles[account.role]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
