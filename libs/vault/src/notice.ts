export const noticeStates = ['open', 'answered', 'set-aside'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** What somebody without an account tells a group: „Fehler melden / Hinweis geben“. */
export interface Notice {
  /** Random UUID. */
  readonly id: string;
  readonly municipality: string;
  readonly measure: string;
  /** The entry it is about; absent: the measure as a whole. */
  readonly entry?: string;
  readonly text: string;
  readonly source?: string;
  /** For questions back; never shown in public. */
  readonly email?: string;
  readonly receivedAt: number;
  /** From then on nobody finds it any more. */
  readonly expiresAt: number;
  readonly state: NoticeState;
  /** For the group alone. */
  readonly note?: string;
  readonly settledAt?: number;
  /** Pseudonym of whoever dealt with it. */
  readonly settledBy?: string;
}

/** What came of it. */
export type Settlement = Pick<Notice, 'state' | 'note' | 'settledAt' | 'settledBy'>;
