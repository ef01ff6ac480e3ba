import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UserId } from '@/lib/auth/user-id';
import { loadCareer } from '@/lib/catalogue';
import { accountDataSchema } from '@/lib/domain/account-data';
import { computeImport, RECORD_LISTS } from '@/lib/domain/account-import';
import { LEVELS, STEP_STATUSES } from '@/lib/domain/lists';
import { OWN_STEP_KINDS } from '@/lib/domain/own-step';
import { preferencesSchema } from '@/lib/domain/planner/profile';
import { SHARED_KINDS, SHARED_PARTS } from '@/lib/domain/share/kinds';
import { readAccountData } from '@/lib/import/read-account-data';
import { getAccountData } from '@/lib/queries/account-data';
import { saveImport } from '@/lib/queries/account-import';
import { deleteAccount } from '@/lib/queries/accounts';
import { listAgreedRatings, saveAgreement } from '@/lib/queries/agreed-ratings';
import { deleteCheckIn, listCheckIns, saveCheckIn } from '@/lib/queries/check-ins';
import { getGoal, saveGoal } from '@/lib/queries/goals';
import { listHoldings } from '@/lib/queries/holdings';
import { listLatestRatings } from '@/lib/queries/latest-ratings';
import { getAccount, saveAccount } from '@/lib/queries/people';
import { listGivenAnswers, saveAnswers } from '@/lib/queries/second-look-answers';
import { listSecondLooks, saveNewSecondLook } from '@/lib/queries/second-looks';
import { listSharedPages, saveNewSharedPage, saveOpening } from '@/lib/queries/shared-pages';
import { saveLinkToken } from '@/lib/queries/tokens';
import { expectHeld } from '@/tests/support/expect-held';
import { makePerson, setUpDatabase } from '../support/database';
import { buildHistoryFile } from '../support/history';
import { buildSamplePlan } from '../support/sample-plan';

setUpDatabase();

const career = loadCareer('devops');
const second = loadCareer('devops');
const preferences = preferencesSchema.parse({ start: '2026-12-07' });

const HEAD = { format: 'rung-data', version: 2 } as const;

async function importText(user: UserId, text: string) {
  const read = await readAccountData(text);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const own = await getAccountData(user, 'devops');
  const merge = computeImport({ file: read.file, own });
  await saveImport(user, { plan: merge, career: 'devops', catalogue: career.version, preferences });
  return merge;
}

async function exportText(user: UserId): Promise<string> {
  return JSON.stringify({ exportedAt: new Date().toISOString(), ...(await getAccountData(user, 'devops')) });
}

const idArbitrary = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
const instantArbitrary = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const dayArbitrary = fc.option(instantArbitrary.map((instant) => instant.slice(0, 10)));
const textArbitrary = fc.option(fc.string({ maxLength: 60, unit: 'grapheme' }));
const skillArbitrary = fc.constantFrom(...career.skills.map((skill) => skill.id));
const stepArbitrary = fc.constantFrom(...career.steps.map((step) => step.id));
const roleArbitrary = fc.constantFrom(...career.roles.map((role) => role.id));
const monthArbitrary = instantArbitrary.map((instant) => instant.slice(0, 7));
const canDosArbitrary = fc.uniqueArray(fc.constantFrom(...second.canDos.map(({ id }) => id)), {
  minLength: 1,
  maxLength: 4,
});
/** A rating carries a list only where something stands in it. */
const exceptionsArbitrary = {
  also: fc.option(canDosArbitrary, { nil: undefined }),
  except: fc.option(canDosArbitrary, { nil: undefined }),
};
const withIds = <T extends { id: string }>(record: fc.Arbitrary<T>) =>
  fc.uniqueArray(record, { selector: (one) => one.id, maxLength: 6 });

const fileArbitrary = fc.record({
  account: fc.record({
    name: fc.constant('Ada'),
    email: fc.constant('ada@example.org'),
    timeZone: fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/New_York'),
    settings: fc.record({
      isPreviousShown: fc.boolean(),
      reminderWeeks: fc.option(fc.integer({ min: 1, max: 52 })),
    }),
  }),
  goals: withIds(
    fc.record({
      id: idArbitrary,
      career: fc.constant('devops'),
      role: roleArbitrary,
      preferences: fc.option(fc.constant(preferences)),
      holdings: fc.constantFrom([], ['bachelors-other']),
      setAt: instantArbitrary,
    }),
  ),
  plan: fc.option(fc.constant(buildSamplePlan({ steps: 4 }))),
  checkIns: withIds(
    fc.record({
      id: idArbitrary,
      takenAt: instantArbitrary,
      note: textArbitrary,
      ratings: fc.uniqueArray(
        fc.record({
          skill: skillArbitrary,
          level: fc.constantFrom(...LEVELS),
          evidence: textArbitrary,
          sure: fc.constantFrom('low' as const, 'medium' as const, 'high' as const, null),
          ...exceptionsArbitrary,
        }),
        { selector: (rating) => rating.skill },
      ),
      career: fc.constant('devops'),
      catalogue: fc.constantFrom('c1', 'c2'),
      recordedAt: instantArbitrary,
      removedAt: fc.option(instantArbitrary),
    }),
  ),
  stepProgress: withIds(
    fc.record({
      id: idArbitrary,
      step: stepArbitrary,
      status: fc.constantFrom(...STEP_STATUSES),
      startedOn: dayArbitrary,
      finishedOn: dayArbitrary,
      hoursSpent: fc.option(fc.integer({ min: 0, max: 4000 }).map((quarters) => quarters / 4)),
      expiresOn: dayArbitrary,
      note: textArbitrary,
      evidence: textArbitrary,
      career: fc.constant('devops'),
      recordedAt: instantArbitrary,
    }),
  ),
  ownSteps: withIds(
    fc.record({
      id: idArbitrary.map((id) => `own-${id}`),
      career: fc.constant('devops'),
      kind: fc.constantFrom(...OWN_STEP_KINDS),
      title: fc.string({ maxLength: 40, unit: 'grapheme' }).map((text) => `A ${text}`.trim()),
      url: fc.constantFrom(null, 'https://example.org/a?b=c'),
      hours: fc.nat(500),
      weeks: fc.nat(50),
      cost: fc.constantFrom(null, { amount: 12.5, currency: 'GBP' as const }),
      raises: fc.constantFrom([], [{ skill: 'coding', from: 1 as const, to: 2 as const }]),
      prerequisites: fc.constant([]),
      teaches: fc.option(canDosArbitrary),
      pool: fc.constantFrom('work' as const, null),
      createdAt: instantArbitrary,
      changedAt: instantArbitrary,
      retiredAt: fc.option(instantArbitrary),
    }),
  ),
  forecasts: withIds(
    fc.record({
      id: idArbitrary,
      career: fc.constant('devops'),
      role: roleArbitrary,
      planId: fc.constant('p'),
      madeAt: instantArbitrary,
      basis: fc.constantFrom('catalogue' as const, 'own-hours' as const),
      evenOn: instantArbitrary.map((instant) => instant.slice(0, 10)),
      likelyOn: instantArbitrary.map((instant) => instant.slice(0, 10)),
      stepsLeft: fc.nat(20),
    }),
  ),
  posts: withIds(
    fc
      .record({
        id: idArbitrary,
        career: fc.constant('devops'),
        post: fc.constantFrom(...second.posts.map(({ id }) => id)),
        months: fc.tuple(monthArbitrary, monthArbitrary).map((pair) => pair.toSorted()),
        isCurrent: fc.boolean(),
        changedAt: instantArbitrary,
      })
      .map(({ months: [since = '', until = ''], isCurrent, ...post }) => ({
        ...post,
        since,
        until: isCurrent ? null : until,
      })),
  ),
  holdings: withIds(
    fc.record({
      id: fc.constantFrom(...second.holdings.map(({ id }) => id)),
      career: fc.constant('devops'),
      since: fc.option(monthArbitrary),
      expiresOn: dayArbitrary,
      changedAt: instantArbitrary,
    }),
  ),
  evidence: withIds(
    fc.record({
      id: idArbitrary,
      career: fc.constant('devops'),
      title: fc.string({ maxLength: 40, unit: 'grapheme' }).map((text) => `A ${text}`.trim()),
      day: instantArbitrary.map((instant) => instant.slice(0, 10)),
      text: textArbitrary,
      url: fc.constantFrom(null, 'https://example.org/a?b=c'),
      canDos: fc.option(canDosArbitrary),
      source: fc.constant(null),
      sourceText: fc.constant(null),
      sourceLevel: fc.constant(null),
      createdAt: instantArbitrary,
      changedAt: instantArbitrary,
      removedAt: fc.option(instantArbitrary),
    }),
  ),
  secondLooks: withIds(
    fc.record({
      id: idArbitrary,
      career: fc.constant('devops'),
      name: fc.constantFrom('Grace', 'Mr “O’Neil” 漢字'),
      sees: fc.subarray(['evidence' as const, 'goal' as const]),
      skills: fc.constant(['coding', 'coaching']),
      until: instantArbitrary.map((instant) => instant.slice(0, 10)),
      createdAt: instantArbitrary,
      endsAt: instantArbitrary,
      closedAt: fc.option(instantArbitrary),
      agreed: fc.constantFrom(
        [],
        [
          {
            id: 'talk',
            skill: 'coding',
            level: 2 as const,
            catalogue: 'c1',
            agreedAt: '2026-03-01T00:00:00.000Z',
          },
        ],
      ),
    }),
  ),
  drafts: withIds(
    fc.record({
      id: skillArbitrary,
      career: fc.constant('devops'),
      changedAt: instantArbitrary,
      entered: fc.record(
        {
          level: fc.constantFrom('not-rated', '0', '3', '5'),
          evidence: fc.string({ maxLength: 60, unit: 'grapheme' }),
          sure: fc.constantFrom('' as const, 'low' as const, 'high' as const),
          also: canDosArbitrary,
          except: canDosArbitrary,
          ticked: fc.dictionary(fc.constantFrom('0', '2', '5'), canDosArbitrary),
        },
        { requiredKeys: ['level', 'evidence', 'sure'] },
      ),
    }),
  ),
  sharedPages: withIds(
    fc.record({
      id: idArbitrary,
      career: fc.constant('devops'),
      name: fc.constantFrom('My lead', 'Mr “O’Neil” 漢字'),
      kind: fc.constantFrom(...SHARED_KINDS),
      parts: fc.subarray([...SHARED_PARTS]),
      since: dayArbitrary,
      until: instantArbitrary.map((instant) => instant.slice(0, 10)),
      createdAt: instantArbitrary,
      endsAt: instantArbitrary,
      closedAt: fc.option(instantArbitrary),
      openings: fc
        .uniqueArray(
          instantArbitrary.map((instant) => instant.slice(0, 10)),
          { maxLength: 4 },
        )
        .map((days) => days.toSorted().map((day) => ({ day, count: 1 + Number(day.slice(8)) }))),
    }),
  ),
});

describe('an account’s data', () => {
  it('security 17 and 22: is the same after export, deletion, a new account and import, and after importing it twice', async () => {
    await fc.assert(
      fc.asyncProperty(fileArbitrary, async (file) => {
        const first = await makePerson();
        await importText(first, JSON.stringify({ ...HEAD, ...file }));
        const exported = await getAccountData(first, 'devops');
        const text = await exportText(first);
        expect(accountDataSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
        await deleteAccount(first);
        const second = await makePerson();
        const expected = {
          ...exported,
          account: { ...exported.account, email: expect.any(String) },
        };
        await importText(second, text);
        expect(await getAccountData(second, 'devops')).toEqual(expected);
        const again = await importText(second, text);
        expect(again.differences).toEqual([]);
        expect(again.added.checkIns).toEqual([]);
        expect(await getAccountData(second, 'devops')).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every record that a file gave', async () => {
    const held = Object.fromEntries(RECORD_LISTS.map((list) => [list, 0]));
    await fc.assert(
      fc.asyncProperty(fileArbitrary, async (file) => {
        const user = await makePerson();
        await importText(user, JSON.stringify({ ...HEAD, ...file }));
        const exported = await getAccountData(user, 'devops');
        for (const part of RECORD_LISTS) {
          const byId = new Map(exported[part].map((record) => [record.id, record]));
          // Evidence comes with ratings and steps too.
          if (part === 'evidence') expect(byId.size).toBeGreaterThanOrEqual(file[part].length);
          else expect(byId.size).toBe(file[part].length);
          held[part] = (held[part] ?? 0) + byId.size;
          for (const record of file[part])
            expect(byId.get(record.id)).toMatchObject({
              ...record,
              ...('ratings' in record ? { ratings: expect.arrayContaining(record.ratings) } : {}),
            });
        }
      }),
      { numRuns: 30 },
    );
    expectHeld(held);
  });

  it('holds what pages saved, with the removed', async () => {
    const user = await makePerson();
    await saveGoal(user, { career: 'devops', role: 'devops-engineer', preferences: null, holdings: [] });
    const entry = {
      career: 'devops',
      catalogue: career.version,
      note: 'n',
      ratings: [{ skill: 'coding', level: 2 as const, evidence: null, sure: null }],
    };
    const kept = await saveCheckIn(user, { ...entry, requestKey: 'k1' });
    const removed = await saveCheckIn(user, { ...entry, requestKey: 'k2' });
    await deleteCheckIn(user, removed.id);
    const text = await exportText(user);
    await deleteAccount(user);
    const again = await makePerson();
    await importText(again, text);
    expect((await listCheckIns(again, 'devops')).map((one) => one.id)).toEqual([kept.id]);
    expect(await listLatestRatings(again, 'devops')).toMatchObject([{ skill: 'coding', level: 2 }]);
    expect(await getGoal(again, 'devops')).toMatchObject({ role: 'devops-engineer' });
  });

  it('brings back shared pages with the days on which they were opened, and no link to them', async () => {
    const user = await makePerson();
    const endsAt = new Date(Date.now() + 86_400_000);
    const page = { career: 'devops', name: 'My lead', kind: 'gap' as const, parts: ['name' as const] };
    const id = await saveNewSharedPage(user, { ...page, since: null, until: '2030-01-01', endsAt });
    await saveLinkToken(user, { hash: 'shared-hash', purpose: 'shared', detail: id, expiresAt: endsAt });
    for (let time = 0; time < 2; time += 1) await saveOpening(user, { id, day: '2026-11-28' });
    const text = await exportText(user);
    expect(text).not.toContain('shared-hash');
    const file = accountDataSchema.parse(JSON.parse(text));
    expect(file.links).toMatchObject([{ purpose: 'shared', of: id }]);
    await deleteAccount(user);
    const again = await makePerson();
    await importText(again, text);
    expect(await listSharedPages(again, 'devops')).toMatchObject([
      { ...page, id, isLinked: false, openings: [{ day: '2026-11-28', count: 2 }] },
    ]);
  });

  it('brings back what was given to the person and what they agreed on, and of links only that there were any', async () => {
    const user = await makePerson();
    const entry = { career: 'devops', catalogue: career.version, note: null };
    const rating = { skill: 'coding', level: 2 as const, evidence: 'A pull request', sure: null };
    await saveCheckIn(user, { ...entry, ratings: [rating], requestKey: 'k1' });
    const look = { career: 'devops', name: 'Grace', sees: [], skills: ['coding', 'coaching'] };
    const endsAt = new Date(Date.now() + 86_400_000);
    const id = await saveNewSecondLook(user, { ...look, until: '2030-01-01', endsAt });
    await saveLinkToken(user, { hash: 'secret-hash', purpose: 'second-look', detail: id, expiresAt: endsAt });
    await saveAnswers(user, {
      secondLookId: id,
      answers: [
        { skill: 'coding', level: 4, reason: 'given' },
        { skill: 'coaching', level: 5, reason: 'not given' },
      ],
    });
    await saveAgreement(user, {
      ...entry,
      requestKey: 'talk',
      name: 'Grace',
      secondLookId: id,
      ratings: [{ skill: 'coding', level: 3 }],
    });
    const text = await exportText(user);
    expect(text).not.toContain('not given');
    expect(text).not.toContain('secret-hash');
    const file = accountDataSchema.parse(JSON.parse(text));
    expect(file.links).toMatchObject([{ purpose: 'second-look', of: id }]);
    expect(file.evidence).toMatchObject([
      { title: 'A pull request', source: 'skill/coding', sourceText: 'A pull request', sourceLevel: 2 },
    ]);
    await deleteAccount(user);
    const again = await makePerson();
    await importText(again, text);
    expect(await listGivenAnswers(again, 'devops')).toMatchObject([
      { name: 'Grace', skill: 'coding', own: { level: 2 }, second: { level: 4 }, reason: 'given' },
    ]);
    expect(await listAgreedRatings(again, 'devops')).toMatchObject([{ skill: 'coding', level: 3 }]);
    expect(await listSecondLooks(again, 'devops')).toMatchObject([{ id, isLinked: false }]);
    expect((await getAccountData(again, 'devops')).evidence).toEqual(file.evidence);
  });

  it('security 5.e: gives a long history back whole and in order, though it comes in pieces', async () => {
    const user = await makePerson();
    const history = JSON.parse(buildHistoryFile(450));
    const stepProgress = Array.from({ length: 450 }, (_, index) => ({
      id: `event-${449 - index}`,
      step: 'cka',
      status: 'in-progress',
      hoursSpent: index,
      recordedAt: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
    }));
    await importText(user, JSON.stringify({ ...history, stepProgress }));
    const data = await getAccountData(user, 'devops');
    expect(data.checkIns.map(({ id }) => id)).toEqual(history.checkIns.map(({ id }: { id: string }) => id));
    expect(data.checkIns.every(({ ratings }) => ratings.length === career.skills.length)).toBe(true);
    expect(data.stepProgress.map(({ hoursSpent }) => hoursSpent)).toEqual([...stepProgress.keys()]);
  });

  it('security 5.f: shows a history that is longer than one reading whole and in order', async () => {
    const user = await makePerson();
    // The pages read 8,000 ratings at a time, so that a piece ends within a check-in here.
    const history = JSON.parse(buildHistoryFile(1_700, { everyDays: 3 }));
    const without = history.checkIns.map(({ ratings, ...rest }: { ratings: object[] }, index: number) => ({
      ...rest,
      ratings: index % 7 === 0 ? ratings.slice(1) : ratings,
    }));
    await importText(user, JSON.stringify({ ...history, checkIns: without }));
    const shown = await listCheckIns(user, 'devops');
    const toText = (all: { id: string; ratings: { skill: string; level: number }[] }[]) =>
      all.map(({ id, ratings }) => `${id} ${ratings.map(({ skill, level }) => skill + level).sort()}`);
    expect(toText(shown.toReversed())).toEqual(toText(without));
  });

  it('takes a file of the first edition, and what was held with its goal', async () => {
    const user = await makePerson();
    const goal = { career: 'devops', role: 'junior-devops-engineer', holdings: ['bachelors-other'] };
    const first = JSON.stringify({ format: 'rung-data', version: 1, goal });
    await importText(user, first);
    expect(await listHoldings(user, 'devops')).toMatchObject([{ id: 'bachelors-other', since: null }]);
    const again = await importText(user, first);
    expect([again.differences, again.added.holdings]).toEqual([[], []]);
    await importText(user, JSON.stringify({ ...HEAD, goal: { ...goal, holdings: ['led-people'] } }));
    expect(await listHoldings(user, 'devops')).toHaveLength(1);
  });

  it('takes a file with only check-ins and a goal', async () => {
    const user = await makePerson();
    await importText(
      user,
      JSON.stringify({
        ...HEAD,
        goal: { career: 'devops', role: 'junior-devops-engineer', preferences: { hoursPerWeek: 5 } },
        checkIns: [{ id: 'a', takenAt: '2020-01-01T00:00:00Z', ratings: [{ skill: 'coding', level: 1 }] }],
        stepProgress: [{ step: 'cka', status: 'done' }],
      }),
    );
    expect(await getGoal(user, 'devops')).toMatchObject({
      role: 'junior-devops-engineer',
      preferences: { ...preferences, hoursPerWeek: 5 },
    });
    expect(await listCheckIns(user, 'devops')).toMatchObject([{ id: 'a', catalogue: career.version }]);
    const again = await importText(
      user,
      JSON.stringify({ ...HEAD, stepProgress: [{ step: 'cka', status: 'done' }] }),
    );
    expect(again.unchangedCount).toBe(1);
  });

  it('report 6: brings back no mail that was stopped, and takes it along where nothing was decided', async () => {
    const [stopped, fresh] = [await makePerson(), await makePerson()];
    await saveAccount(stopped, { settings: { isReminderMailed: true } });
    const file = await exportText(stopped);
    await saveAccount(stopped, { settings: { isReminderMailed: false } });
    for (const user of [stopped, fresh]) await importText(user, file);
    const isMailed = async (user: UserId) => (await getAccount(user)).settings.isReminderMailed;
    expect([await isMailed(stopped), await isMailed(fresh)]).toEqual([false, true]);
  });

  it('saves nothing where one record cannot be saved', async () => {
    const user = await makePerson();
    const file = accountDataSchema.parse({
      ...HEAD,
      checkIns: [{ id: 'a', takenAt: '2020-01-01T00:00:00Z', ratings: [{ skill: 'coding', level: 1 }] }],
    });
    const merge = computeImport({
      file: { ...file, stepProgress: [] },
      own: await getAccountData(user, 'devops'),
    });
    const broken = { ...merge, added: { ...merge.added, stepProgress: [{ id: 'x', status: 'never' }] } };
    await expect(
      saveImport(user, {
        plan: broken as unknown as typeof merge,
        career: 'devops',
        catalogue: career.version,
        preferences,
      }),
    ).rejects.toThrow();
    expect(await listCheckIns(user, 'devops')).toEqual([]);
  });

  it('neither shows another person’s records nor collides with their ids', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const file = (level: number) =>
      JSON.stringify({
        ...HEAD,
        checkIns: [{ id: 'same', takenAt: '2020-01-01T00:00:00Z', ratings: [{ skill: 'coding', level }] }],
      });
    await importText(ada, file(1));
    expect((await getAccountData(bob, 'devops')).checkIns).toEqual([]);
    const merge = await importText(bob, file(5));
    expect(merge.differences).toEqual([]);
    expect(await listLatestRatings(ada, 'devops')).toMatchObject([{ level: 1 }]);
    expect(await listLatestRatings(bob, 'devops')).toMatchObject([{ level: 5 }]);
  });
});
