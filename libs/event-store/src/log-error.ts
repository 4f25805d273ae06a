/** What the log refuses or could not do. `code` is public: clients and translations rely on it. */
export class LogError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A stream name, event type, id or position that no store could keep. */
export class NotStorable extends LogError {
  constructor(message: string, options?: ErrorOptions) {
    super('log/not-storable', message, options);
  }
}
