/** An operator's word that a parked stream may stay as it is. */
export interface Dismissal {
  readonly projection: string;
  readonly stream: string;
  /** The event it is parked at: another one is another matter. */
  readonly event: string;
  readonly reason: string;
  readonly at: number;
}

/** What operators left as it is: nothing that happened in a town, and true for every node. */
export interface Dismissals {
  /** Answers when it is durable; what was said before of the same event is replaced. */
  keep(dismissal: Dismissal): Promise<void>;

  all(): Promise<readonly Dismissal[]>;
}
