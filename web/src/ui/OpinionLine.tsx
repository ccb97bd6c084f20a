import { IconMessagePlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { SummerConsent } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { IconButton } from './Button'
import { TextInput } from './inputs'
import { standing, type Asked, type Said } from '@/lib/opinions'
import { opinionTexts } from './opinionTexts'
import styles from './OpinionLine.module.css'

/** Whoever is asked, as the line shows them. */
export type AskedChild = Asked & { full_name: string; birth_year: number; grade?: string; phone?: string | null }

interface OpinionLineProps {
  member: AskedChild
  said: Said
  onSay?: (more: Partial<Said>) => void
}

export function OpinionLine({ member, said, onSay }: OpinionLineProps) {
  const t = useTexts(opinionTexts)
  const [writing, setWriting] = useState(false)
  const noted = writing || said.note !== ''
  return (
    <li className={styles.opinion} data-half={standing(member, said) === 'half' || undefined}>
      <div className="row-between">
        <span>
          <strong>{member.full_name}</strong>{' '}
          <span className="second">{[member.birth_year, member.grade].filter(Boolean).join(' · ')}</span>
          <br />
          {member.phone ? (
            <a className="second" href={`tel:${member.phone}`}>
              {member.phone}
            </a>
          ) : null}
        </span>
        {onSay && !noted ? (
          <IconButton label={t.addNote(member.full_name)} onClick={() => setWriting(true)}>
            <IconMessagePlus size={20} aria-hidden />
          </IconButton>
        ) : null}
      </div>
      <div className={styles.voices}>
        <Voice
          who={t.parents}
          name={member.full_name}
          value={said.parents}
          onSay={onSay && ((parents) => onSay({ parents }))}
        />
        {member.must_be_asked ? (
          <Voice
            who={t.child}
            name={member.full_name}
            value={said.child}
            onSay={onSay && ((child) => onSay({ child }))}
          />
        ) : (
          <p className="small muted">{t.young}</p>
        )}
      </div>
      {standing(member, said) === 'half' ? <p className="today small">{t.half}</p> : null}
      {noted && onSay ? (
        <TextInput
          label={t.note}
          placeholder={t.noteHint}
          aria-label={`${t.note}: ${member.full_name}`}
          maxLength={500}
          value={said.note}
          onChange={(event) => onSay({ note: event.currentTarget.value })}
        />
      ) : said.note ? (
        <p className="pre second">{said.note}</p>
      ) : null}
    </li>
  )
}

interface VoiceProps {
  who: string
  name: string
  value: SummerConsent | null
  onSay?: (value: SummerConsent | null) => void
}

/** A second tap takes the word back. */
function Voice({ who, name, value, onSay }: VoiceProps) {
  const t = useTexts(opinionTexts)
  return (
    <div role="group" aria-label={t.of(who, name)} className={styles.voice}>
      <span className="second">{who}</span>
      {(['agrees', 'declines'] as const).map((one) => (
        <button
          key={one}
          type="button"
          className={styles.rate}
          aria-pressed={value === one}
          disabled={!onSay}
          onClick={() => onSay?.(value === one ? null : one)}
        >
          {t[one]}
        </button>
      ))}
    </div>
  )
}
