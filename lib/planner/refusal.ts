/** Why the planner did not work something out: its queue is full, or the work took more than it may. */
type Reason = 'busy' | 'too-long' | 'too-large';

const NAME = 'PlannerRefusal';

const SENTENCES: Readonly<Record<Reason, string>> = {
  busy: 'Many plans are being worked out just now, so yours was not. Nothing was changed. Try again in a minute.',
  'too-long':
    'Working out this plan took too long, so it was stopped. Nothing was changed. Leave out some of your own steps, or plan with more hours a week.',
  'too-large':
    'Working out this plan took too much memory, so it was stopped. Nothing was changed. Leave out some of your own steps, or plan with more hours a week.',
};

/** An answer that the planner does not give. `message` is a sentence for the person. */
export class PlannerRefusal extends Error {
  override readonly name = NAME;
  /** By this Next tells the error page, which learns nothing else of an error, what happened. */
  readonly digest: string;

  constructor(readonly reason: Reason) {
    super(SENTENCES[reason]);
    this.digest = `planner-${reason}`;
  }

  /** By name, since each bundle of one process may hold a copy of the class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === NAME;
  }
}

/** An answer, or the refusal in its place, for a page that says so where the answer would stand. */
export function orRefusal<T>(answer: Promise<T>): Promise<T | PlannerRefusal> {
  return answer.catch((error: unknown) => {
    if (error instanceof PlannerRefusal) return error;
    throw error;
  });
}

/** The sentence of a refusal by its digest, for the error page; undefined for another error. */
export function describeRefusal(digest: string | undefined): string | undefined {
  const reason = /^planner-(.+)$/.exec(digest ?? '')?.[1];
  return reason && Object.hasOwn(SENTENCES, reason) ? SENTENCES[reason as Reason] : undefined;
}

/** What work ends with when nobody waits for it any more. Next logs no error of this name. */
export function makeAbortError(): Error {
  return new DOMException('Nobody waits for this any more.', 'AbortError');
}
