import { describeError, log } from '@/lib/log';
import { deleteOldAuditEvents } from '@/lib/queries/audit';
import { deleteExpiredInvitations } from '@/lib/queries/invitations';
import { claimJob, finishJob } from '@/lib/queries/jobs';
import { deleteOldMails } from '@/lib/queries/mail-log';
import { deleteOldPendingImports } from '@/lib/queries/pending-imports';
import { deleteUnfinishedPeople } from '@/lib/queries/people';
import { deleteOldRatingDrafts } from '@/lib/queries/rating-drafts';
import { deleteUngivenAnswers } from '@/lib/queries/second-look-answers';
import { deleteExpiredSessions } from '@/lib/queries/sessions';
import { StorageUnavailableError } from '@/lib/queries/storage';
import { deleteOldThrottles } from '@/lib/queries/throttle';
import { deleteDeadLinkTokens } from '@/lib/queries/tokens';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Longer than any counter counts. */
const THROTTLE_DAYS = 2;
/** Longer than a reminder that was missed is still sent. */
const MAIL_DAYS = 90;
const AUDIT_DAYS = 400;

type Job = { name: string; everyHours: number; run: (now: Date) => Promise<Record<string, number>> };

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS);

/** What servers do from time to time without being asked; each can be run again at any moment. */
const JOBS: readonly Job[] = [
  {
    name: 'clean',
    everyHours: 24,
    run: async (now) => ({
      people: await deleteUnfinishedPeople({ now }),
      invitations: await deleteExpiredInvitations({ now }),
      links: await deleteDeadLinkTokens({ now }),
      sessions: await deleteExpiredSessions({ now }),
      counters: await deleteOldThrottles({ before: daysBefore(now, THROTTLE_DAYS), now }),
      mails: await deleteOldMails({ before: daysBefore(now, MAIL_DAYS) }),
      events: await deleteOldAuditEvents({ before: daysBefore(now, AUDIT_DAYS) }),
      drafts: await deleteOldRatingDrafts({ now }),
    }),
  },
  {
    name: 'clean-imports',
    everyHours: 1,
    run: async (now) => ({
      imports: await deleteOldPendingImports({ now }),
      answers: await deleteUngivenAnswers({ now }),
    }),
  },
];

/** Runs the jobs that are due and that no other server has claimed. Returns what each deleted. Never throws. */
export async function runDueJobs({ now = new Date() } = {}): Promise<Record<string, Record<string, number>>> {
  const done: Record<string, Record<string, number>> = {};
  for (const { name, everyHours, run } of JOBS)
    try {
      if (!(await claimJob(name, { everyHours, now }))) continue;
      const deleted = await run(now);
      await finishJob(name, { now });
      log.info({ job: name, deleted }, 'job done');
      done[name] = deleted;
    } catch (error) {
      // It is due again within the hour, and a database that cannot be used is told of by whoever needs it.
      const level = error instanceof StorageUnavailableError ? 'warn' : 'error';
      log[level]({ job: name, error: describeError(error) }, 'job failed');
    }
  return done;
}

const FIRST_AFTER_MS = 60_000;
const LOOK_EVERY_MS = 10 * 60_000;

/** Looks for due jobs from a minute after the start on. Returns what stops that and waits for one under way. */
export function scheduleJobs({
  firstAfterMs = FIRST_AFTER_MS,
  everyMs = LOOK_EVERY_MS,
} = {}): () => Promise<void> {
  let underWay: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const look = () => {
    underWay = runDueJobs().finally(() => wait(everyMs));
  };
  const wait = (ms: number) => {
    timer = setTimeout(look, ms).unref();
  };
  wait(firstAfterMs);
  return async () => {
    clearTimeout(timer);
    await underWay;
    clearTimeout(timer);
  };
}
