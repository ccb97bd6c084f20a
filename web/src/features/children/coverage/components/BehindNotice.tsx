import { Link, useSearchParams } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { behindQuery, COVERAGE_FILTERS } from '../links'
import { coverageTexts } from '../texts'

/** Above the list that a number of the coverage has opened: whom it shows, and the way back. */
export function BehindNotice() {
  const t = useTexts(coverageTexts)
  const [params, setParams] = useSearchParams()
  const { programme, reached, year } = behindQuery(params)
  if (!programme) return null
  const what = reached === undefined ? t.entitled : reached ? t.reached : t.notReached
  const drop = () =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        for (const name of COVERAGE_FILTERS) next.delete(name)
        return next
      },
      { replace: true },
    )
  return (
    <Notice
      actions={
        <Button size="sm" variant="default" onClick={drop}>
          {t.dropFilter}
        </Button>
      }
    >
      <strong>
        {t.programme[programme].name}: {what.toLowerCase()}
        {year ? `, ${year}` : ''}
      </strong>{' '}
      <Link to={`/tre-em/khong-bo-sot${year ? `?nam=${year}` : ''}`}>{t.title}</Link>
    </Notice>
  )
}
