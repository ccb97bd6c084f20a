/** What a person is about to do with a case; each has its dialog. */
export type Deed =
  | 'note'
  | 'assign'
  | 'measure'
  | 'separate'
  | 'extend'
  | 'end'
  | 'refer'
  | 'police'
  | 'propose_closing'
  | 'close'
  | 'reject_closing'
  | 'transfer'
  | 'reopen'
  | 'implement'
  | 'decide'
  | 'files'
  | 'identify'
  | 'closed_note'
  | 'link'

export interface Doing {
  what: Deed
  /** The measure, or the referral, that it is about. */
  id?: string
}

export type Do = (what: Deed, id?: string) => void
