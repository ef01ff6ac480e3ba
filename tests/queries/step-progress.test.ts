import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/lib/queries/database';
import {
  listStepEvents,
  listStepProgress,
  type StepProgressEntry,
  saveStepProgress,
  saveStepsProgress,
} from '@/lib/queries/step-progress';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const build = (changes: Partial<StepProgressEntry> = {}): StepProgressEntry => ({
  career: 'devops',
  step: 'cka',
  status: 'in-progress',
  startedOn: '2026-03-01',
  finishedOn: null,
  hoursSpent: null,
  expiresOn: null,
  note: null,
  evidence: null,
  ...changes,
});

describe('saveStepProgress', () => {
  it('keeps every event and lists how each step stands', async () => {
    const user = await makePerson();
    await saveStepProgress(user, build({ now: new Date('2026-03-01T00:00:00Z') }));
    const done = build({
      status: 'done',
      finishedOn: '2026-05-01',
      hoursSpent: 82.5,
      expiresOn: '2028-05-01',
      evidence: 'https://example.org/badge',
      note: 'hard',
      now: new Date('2026-05-01T00:00:00Z'),
    });
    await saveStepProgress(user, done);
    await saveStepProgress(user, build({ step: 'aws-saa', status: 'todo', startedOn: null }));
    const { career: _career, now: _now, ...stands } = done;
    expect(await listStepProgress(user, 'devops')).toMatchObject([
      { step: 'aws-saa', status: 'todo' },
      stands,
    ]);
    const events = await listStepEvents(user, { career: 'devops', step: 'cka' });
    expect(events.map((event) => event.status)).toEqual(['done', 'in-progress']);
  });

  it('orders events of one moment by their arrival', async () => {
    const user = await makePerson();
    const now = new Date('2026-03-01T00:00:00Z');
    for (const status of ['in-progress', 'done', 'todo', 'dropped'] as const) {
      await saveStepProgress(user, build({ status, now }));
    }
    expect(await listStepProgress(user, 'devops')).toMatchObject([{ status: 'dropped' }]);
  });

  it('keeps one event of a form sent several times', async () => {
    const user = await makePerson();
    const entry = build({ basedOn: null });
    const answers = await Promise.all([1, 2, 3].map(() => saveStepProgress(user, entry)));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, false, true]);
    expect(await listStepEvents(user, { career: 'devops', step: 'cka' })).toHaveLength(1);
  });

  it('answers a conflict to a form that is out of date', async () => {
    const user = await makePerson();
    await saveStepProgress(user, build({ basedOn: null }));
    const stale = await saveStepProgress(user, build({ status: 'done', basedOn: null }));
    expect(stale).toMatchObject({ ok: false, current: { status: 'in-progress' } });
    const current = stale.ok ? null : stale.current;
    expect(await saveStepProgress(user, build({ status: 'done', basedOn: current?.id }))).toMatchObject({
      ok: true,
    });
  });

  it('refuses hours below 0', async () => {
    const user = await makePerson();
    await expect(saveStepProgress(user, build({ hoursSpent: -1 }))).rejects.toThrow('step_progress_hours');
  });
});

it('cannot see another person’s step progress', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()];
  await saveStepProgress(ada, build());
  expect(await listStepProgress(bob, 'devops')).toEqual([]);
  expect(await listStepEvents(bob, { career: 'devops', step: 'cka' })).toEqual([]);
  expect(await saveStepProgress(bob, build({ basedOn: null }))).toMatchObject({ ok: true });
  expect(await listStepProgress(ada, 'devops')).toHaveLength(1);
});

it('keeps two people’s events apart where they have one id', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()];
  for (const [owner, status] of [
    [ada, 'done'],
    [bob, 'dropped'],
  ] as const) {
    await getDatabase().write((tx) =>
      tx.run(sql`
        insert into step_progress (person_id, id, career, step, status, recorded_at)
        values (${owner}, 'brought-in', 'devops', 'cka', ${status}, '2026-03-01T00:00:00.000Z')`),
    );
  }
  expect(await listStepProgress(ada, 'devops')).toMatchObject([{ status: 'done' }]);
  expect(await listStepProgress(bob, 'devops')).toMatchObject([{ status: 'dropped' }]);
});

it('saves a week of several steps whole, or not at all where one has moved on', async () => {
  const user = await makePerson();
  const under = build();
  const ids: string[] = [];
  for (const step of ['cka', 'lfcs']) {
    const saved = await saveStepProgress(user, { ...under, step });
    if (saved.ok) ids.push(saved.id);
  }
  const [cka = '', lfcs = ''] = ids;
  const week = [
    { ...under, step: 'cka', hoursSpent: 3, basedOn: cka },
    { ...under, step: 'lfcs', hoursSpent: 2, basedOn: lfcs },
  ];
  expect(await saveStepsProgress(user, week)).toBe(true);
  expect(await saveStepsProgress(user, week)).toBe(false);
  const standing = await listStepProgress(user, 'devops');
  expect(standing.map(({ step, hoursSpent }) => [step, hoursSpent])).toEqual([
    ['cka', 3],
    ['lfcs', 2],
  ]);
  const [now] = standing;
  const half = [
    { ...under, step: 'cka', hoursSpent: 9, basedOn: now?.id ?? '' },
    { ...under, step: 'lfcs', hoursSpent: 9, basedOn: lfcs },
  ];
  expect(await saveStepsProgress(user, half)).toBe(false);
  expect(await listStepProgress(user, 'devops')).toEqual(standing);
});
