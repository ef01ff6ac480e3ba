import { DrizzleQueryError } from 'drizzle-orm';

/** Why the database could not do what was asked, as one of a closed set. */
export type StorageFault = 'busy' | 'read-only' | 'full' | 'unreachable' | 'damaged';

const CAUSE_SENTENCES: Record<StorageFault, string> = {
  busy: 'the database is busy with other work. Try again in a few seconds.',
  'read-only': 'the disk that holds the database cannot be written to. Tell whoever runs this server.',
  full: 'the disk that holds the database is full. Tell whoever runs this server.',
  unreachable: 'the database does not answer. Try again in a minute.',
  damaged: 'the database file is damaged. Tell whoever runs this server.',
};

const FAULT_BY_CODE: readonly (readonly [RegExp, StorageFault])[] = [
  [/^(SQLITE_(BUSY|LOCKED|PROTOCOL)|CLIENT_CLOSED|TRANSACTION_TIMEOUT)/, 'busy'],
  [/^SQLITE_(READONLY|PERM|AUTH)/, 'read-only'],
  [/^SQLITE_FULL/, 'full'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'damaged'],
  [
    /^(SQLITE_(IOERR|CANTOPEN)|HRANA_|SERVER_ERROR|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|UND_ERR)/,
    'unreachable',
  ],
];

const NAME = 'StorageUnavailableError';

/** The database could not be used, and nothing was saved. `message` is a sentence for the person. */
export class StorageUnavailableError extends Error {
  override readonly name = NAME;
  /** By this Next tells the error page, which learns nothing else of an error, what happened. */
  readonly digest = 'storage-unavailable';

  constructor(
    /** What was asked of the database: to read or to save. */
    readonly intent: 'read' | 'save',
    readonly fault: StorageFault,
    /** The driver's own code, for the log. */
    readonly code: string,
  ) {
    super(`Rung could not ${intent} this: ${CAUSE_SENTENCES[fault]}`);
  }

  /** By name, since each bundle of one process may hold a copy of the class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === NAME;
  }

  get isBusy(): boolean {
    return this.fault === 'busy';
  }
  get isReadOnly(): boolean {
    return this.fault === 'read-only';
  }
  get isFull(): boolean {
    return this.fault === 'full';
  }
  get isUnreachable(): boolean {
    return this.fault === 'unreachable';
  }
}

/**
 * Turns a fault of the storage into a StorageUnavailableError. The query builder's own errors carry the SQL and its
 * values, which no log may hold, so any other fault becomes the driver's error beneath.
 */
export function toStorageError(thrown: unknown, intent: 'read' | 'save'): unknown {
  for (let error: unknown = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof StorageUnavailableError) return error;
    const code = findCode(error);
    const fault = FAULT_BY_CODE.find(([pattern]) => pattern.test(code))?.[1];
    if (fault) return new StorageUnavailableError(intent, fault, code);
  }
  return thrown instanceof DrizzleQueryError ? (thrown.cause ?? new Error('A query failed.')) : thrown;
}

function findCode(error: Error): string {
  if ('extendedCode' in error && typeof error.extendedCode === 'string') return error.extendedCode;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.message.startsWith('ConnectionFailed(') ? 'SQLITE_CANTOPEN' : '';
}
