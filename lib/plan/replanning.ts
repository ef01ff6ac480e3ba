import 'server-only';
import { createHash } from 'node:crypto';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Profile } from '@/lib/domain/planner/profile';
import { hasPlanBasisChanged, type Replanning } from '@/lib/domain/planner/replan';
import { buildProfile, countFinished, listBegun } from '@/lib/plan/profile';
import { getReplanning } from '@/lib/planner/client';
import type { StepProgress } from '@/lib/queries/step-progress';
import type { Standing } from './standing';

const PAGE_MS = 600;

type Input = { standing: Standing; kept: PlanDocument; progress: readonly StepProgress[] };

/** What replanning offers a person now. */
export async function loadReplanning({ standing, kept, progress }: Input): Promise<Replanning> {
  const { career, today } = standing;
  // Asked here too, so that a page whose plan rests on the same as before waits for no worker.
  if (!hasBasisChanged({ standing, kept, progress })) return { kind: 'none' };
  const profile = buildStandingProfile({ standing, kept, progress });
  return getReplanning(career, profile, { plan: kept, records: progress, today });
}

/** Whether anything that a kept plan rests on is another than when it was made. */
export function hasBasisChanged(input: Input): boolean {
  const { standing, kept, progress } = input;
  const profile = buildStandingProfile(input);
  return hasPlanBasisChanged(standing.career, { kept, profile, records: progress });
}

/** Stands for all that an offer rests on but the day: while it is the same, so is what is offered. */
export function computeOfferBasis({ standing, kept, progress }: Input): string {
  const { career } = standing;
  const profile = buildStandingProfile({ standing, kept, progress });
  const statuses = progress.map(({ step, status }) => `${step} ${status}`).sort();
  return createHash('sha256')
    .update(JSON.stringify([career.version, kept, profile, statuses]))
    .digest('base64url');
}

function buildStandingProfile({ standing, kept, progress }: Input): Profile {
  const { goal } = standing;
  const begun = new Set(listBegun(progress).map(({ step }) => step));
  const preferences = goal?.preferences ?? kept.profile.preferences;
  const profile = buildProfile({
    standing,
    progress,
    preferences: {
      ...preferences,
      // What was pinned for having been begun when the plan was made is not the person's own choice.
      pinned: [
        ...new Set([...preferences.pinned, ...kept.profile.preferences.pinned.filter((id) => begun.has(id))]),
      ],
    },
    holdings: goal?.holdings ?? kept.profile.holdings,
  });
  return countFinished(profile, { standing, kept, progress });
}

/**
 * The same within the time of a page; null while it is still being worked out, which goes on meanwhile. Nothing where
 * the person has kept their plan before all that it rests on now.
 */
export async function loadReplanningSoon(input: Input): Promise<Replanning | null> {
  const { keptMineFor } = input.standing.account.settings;
  if (keptMineFor !== null && keptMineFor === computeOfferBasis(input)) return { kind: 'none' };
  const answer = loadReplanning(input);
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PAGE_MS);
  });
  return Promise.race([answer, patience]).finally(() => clearTimeout(timer));
}
