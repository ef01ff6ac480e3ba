import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { loadShared } from '@/app/(by-link)/shared/[token]/load-shared';
import { SharedGap } from '@/app/(by-link)/shared/[token]/shared-gap';
import { SharedPlan } from '@/app/(by-link)/shared/[token]/shared-plan';
import { SharedRecord } from '@/app/(by-link)/shared/[token]/shared-record';
import type { UserId } from '@/lib/auth/user-id';
import type { SharedKind, SharedPart } from '@/lib/domain/share/kinds';
import { getWords } from '@/lib/export/words';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { getSharedPage, saveNewSharedPage } from '@/lib/queries/shared-pages';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const career = 'devops';

async function prepare(): Promise<UserId> {
  const user = await makePerson();
  await saveCheckIn(user, {
    career,
    catalogue: 'c',
    note: 'canary-note',
    requestKey: 'k',
    ratings: [{ skill: 'coding', level: 2, evidence: 'canary-evidence', sure: null }],
  });
  return user;
}

/** What whoever opens the page is shown. */
async function open(
  user: UserId,
  { kind, parts }: { kind: SharedKind; parts: SharedPart[] },
): Promise<string> {
  const made = { career, name: 'canary-for', kind, parts, since: null, until: '2030-01-01' };
  const id = await saveNewSharedPage(user, { ...made, endsAt: new Date('2030-01-02') });
  const page = await getSharedPage(user, id);
  if (!page) throw new Error('The page was not kept.');
  const view = await loadShared({ userId: user, page });
  if (view.kind === 'gap') return `${view.by}${renderToStaticMarkup(<SharedGap gap={view.gap} />)}`;
  if (view.kind === 'plan') return `${view.by}${renderToStaticMarkup(<SharedPlan plan={view.plan} />)}`;
  return `${view.by}${renderToStaticMarkup(<SharedRecord record={view.record} words={getWords('en-GB')} />)}`;
}

describe('what a shared page shows', () => {
  it.each(['gap', 'record'] as const)('of the %s is what its owner ticked and no more', async (kind) => {
    const user = await prepare();
    const bare = await open(user, { kind, parts: [] });
    expect(bare).toMatch(/^null</);
    expect(bare).toContain('Coding');
    expect(bare).toContain('by own rating alone');
    expect(bare).not.toContain('canary');
    const told = await open(user, { kind, parts: ['name', 'evidence'] });
    expect(told).not.toMatch(/^null</);
    expect(told).toContain('canary-evidence');
    for (const kept of ['canary-note', 'canary-for']) expect(told).not.toContain(kept);
  });

  it('says that there is no plan where there is none at the moment', async () => {
    const user = await prepare();
    expect(await open(user, { kind: 'plan', parts: [] })).toContain('There is no plan at this moment.');
  });
});
