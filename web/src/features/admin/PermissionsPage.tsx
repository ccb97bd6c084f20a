import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MatrixRow, Role } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { words } from '@/lib/words'
import { Card } from '@/ui/Card'
import { usePhone } from '@/ui/DataTable'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { Select } from '@/ui/Select'
import styles from './components/Permissions.module.css'
import { matrixQuery } from './queries'
import { adminTexts } from './texts'

export default function PermissionsPage() {
  const t = useTexts(adminTexts).permissions
  const query = useQuery(matrixQuery)
  const phone = usePhone()
  return (
    <Page title={t.title} subtitle={t.subtitle}>
      <QueryView query={query}>
        {(matrix) => (phone ? <ByRole matrix={matrix} /> : <Table matrix={matrix} />)}
      </QueryView>
    </Page>
  )
}

function useNames() {
  const t = useTexts(adminTexts).permissions
  const scopes: Record<string, string> = t.scopes
  const resources: Record<string, string> = t.resources
  return {
    resource: (code: string) => resources[code] ?? code,
    scope: (code: string) => scopes[code] ?? code,
  }
}

function Table({ matrix }: { matrix: MatrixRow[] }) {
  const t = useTexts(adminTexts).permissions
  const roleNames = useTexts(words).role
  const { me } = useSession()
  const names = useNames()
  const roles = (Object.keys(roleNames) as Role[]).filter((role) => matrix.some((row) => row.role === role))
  const resources = [...new Set(matrix.map((row) => row.resource))]
  return (
    <Card flush>
      <p className={styles.legend}>{t.legend}</p>
      {/* A wide table scrolls inside its own box, which therefore takes the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.resource}</th>
              {roles.map((role) => (
                <th key={role} scope="col" data-mine={role === me.user.role || undefined}>
                  {roleNames[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {resources.map((resource) => (
              <tr key={resource}>
                <th scope="row">{names.resource(resource)}</th>
                {roles.map((role) => {
                  const cells = matrix.filter(
                    (row) => row.role === role && row.resource === resource && row.actions.length > 0,
                  )
                  return (
                    <td key={role} data-mine={role === me.user.role || undefined}>
                      {cells.length === 0 ? (
                        <span className="muted" aria-label={t.none}>
                          –
                        </span>
                      ) : (
                        cells.map((cell) => (
                          <p key={cell.scope + cell.actions.join('')}>
                            <abbr title={cell.actions.map((a) => t.actions[a]).join(', ')}>
                              {cell.actions.map((a) => t.letters[a]).join('')}
                            </abbr>
                            <span className="small muted"> – {names.scope(cell.scope)}</span>
                          </p>
                        ))
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function ByRole({ matrix }: { matrix: MatrixRow[] }) {
  const t = useTexts(adminTexts).permissions
  const roleNames = useTexts(words).role
  const { me } = useSession()
  const names = useNames()
  const [role, setRole] = useState<Role>(me.user.role)
  const rows = matrix.filter((row) => row.role === role && row.actions.length > 0)
  return (
    <>
      <Select
        label={t.pick}
        data={Object.entries(roleNames).map(([value, label]) => ({ value, label }))}
        value={role}
        allowDeselect={false}
        onChange={(value) => setRole((value ?? me.user.role) as Role)}
      />
      <Card>
        <dl className={styles.list}>
          {rows.map((row) => (
            <div key={row.resource + row.scope + row.actions.join('')}>
              <dt>{names.resource(row.resource)}</dt>
              <dd>
                {row.actions.map((a) => t.actions[a]).join(', ')}{' '}
                <span className="muted">– {names.scope(row.scope)}</span>
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </>
  )
}
