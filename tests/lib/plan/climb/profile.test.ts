import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { profileSchema, readPreferences } from '@/lib/domain/climb/profile';
import type { PlanState } from '@/lib/plan/climb/plan-state';
import { buildClimbProfile } from '@/lib/plan/climb/profile';
import { toStanding } from '@/tests/support/climb/climb-standing';
import { buildClimber } from '@/tests/support/climb/solved';
import { buildSamplePlan } from '@/tests/support/sample-plan';
import { recordStep, TODAY } from '@/tests/support/standing';

const career = loadCareer();
const climber = buildClimber();
const { preferences } = climber;
const project = career.steps.find(
  ({ kind, teaches }) =>
    kind === 'project' && teaches.every((id) => career.canDoById.get(id)?.skill === 'coding'),
);
if (!project) throw new Error('The catalogue has no project for coding alone.');
const [taught = ''] = project.teaches;
const done = recordStep(project.id, {
  status: 'done',
  finishedOn: TODAY,
  recordedAt: `${TODAY}T18:00:00.000Z`,
});

const rate = (takenAt: string) => ({
  latest: new Map([
    ['coding', { skill: 'coding', level: 1, evidence: null, sure: null, takenAt, checkInId: 'check-in' }],
  ]) as PlanState['standing']['latest'],
});

describe('buildClimbProfile', () => {
  it('takes ratings, work and settings as they are', () => {
    const posts = [{ post: 'linux-administrator', weeks: 30, current: true }];
    const standing = toStanding(buildClimber({ also: [taught], posts, leavePost: true }));
    const profile = buildClimbProfile({ standing, progress: [], preferences, holdings: ['bachelors-other'] });
    expect(profile).toEqual({
      ...climber,
      also: [taught],
      posts,
      leavePost: true,
      holdings: ['bachelors-other'],
    });
  });

  it('counts what a finished step teaches as true, also where it was said not to be', () => {
    const standing = toStanding(buildClimber({ levels: { coding: 3 }, except: [taught] }));
    const profile = buildClimbProfile({ standing, progress: [done], preferences, holdings: [] });
    expect(profile.also).toEqual([taught]);
    expect(profile.except).toEqual([]);
    expect(profile.done).toEqual([project.id]);
  });

  it('counts a certificate up to the day on which it lapses, and then in the plan that earned it', () => {
    const standing = toStanding(climber);
    const certificate = recordStep('cka', { status: 'done', expiresOn: TODAY });
    const lapsed = { ...certificate, expiresOn: '2026-12-06' };
    const listDone = (
      progress: typeof certificate,
      followed: Parameters<typeof buildClimbProfile>[0]['followed'],
    ) => buildClimbProfile({ standing, progress: [progress], preferences, holdings: [], followed }).done;
    const followed = toFollowed(buildSamplePlan({ steps: 2 }));
    const [earned] = followed.steps;
    if (!earned) throw new Error('The sample has no steps.');
    expect(listDone(certificate, null)).toEqual(['cka']);
    expect(listDone(lapsed, null)).toEqual([]);
    expect(listDone(lapsed, { ...followed, steps: [{ ...earned, id: 'cka' }] })).toEqual(['cka']);
  });

  it('lets a rating taken since count as it stands', () => {
    const earlier = toStanding(climber, rate(`${TODAY}T17:00:00.000Z`));
    const later = toStanding(climber, rate(`${TODAY}T19:00:00.000Z`));
    const input = { progress: [done], preferences, holdings: [] };
    expect(buildClimbProfile({ ...input, standing: earlier }).also).toEqual([...project.teaches].sort());
    expect(buildClimbProfile({ ...input, standing: later }).also).toEqual([]);
  });

  it('counts what a post has shown since its skill was rated, as far as it was held', () => {
    const post = career.postById.get('entry-role-it-support');
    const shown = post?.teaches.find((id) => (career.canDoById.get(id)?.level ?? 0) > 1) ?? '';
    const skill = career.canDoById.get(shown)?.skill ?? '';
    const rating = { skill, level: 1 as const, evidence: null, sure: null, checkInId: 'check-in' };
    const alsoWith = (takenAt: string | null, span: { from: string; to: string | null }) => {
      const latest = new Map(takenAt === null ? [] : [[skill, { ...rating, takenAt }]]);
      const postSpans = [{ post: post?.id ?? '', ...span }];
      const standing = toStanding(buildClimber({ levels: { [skill]: 1 } }), { latest, postSpans });
      return buildClimbProfile({ standing, progress: [], preferences }).also;
    };
    const whole = { from: '2025-06-01', to: null };
    expect(alsoWith('2025-06-02T09:00:00.000Z', whole)).toContain(shown);
    // Rated afterwards, not rated at all, or left before it was shown.
    expect(alsoWith('2026-12-01T09:00:00.000Z', whole)).not.toContain(shown);
    expect(alsoWith(null, whole)).not.toContain(shown);
    expect(alsoWith('2025-06-02T09:00:00.000Z', { from: '2025-06-01', to: '2025-07-31' })).not.toContain(
      shown,
    );
  });

  it('counts what a post shows when it is taken up again, after the weeks of before', () => {
    const post = career.postById.get('entry-role-it-support') ?? expect.fail('no such post');
    const shown = post.teaches[0] ?? '';
    const skill = career.canDoById.get(shown)?.skill ?? '';
    const takenAt = '2024-01-02T09:00:00.000Z';
    const latest = new Map([
      [skill, { skill, level: 0 as const, evidence: null, sure: null, checkInId: 'check-in', takenAt }],
    ]);
    const alsoWith = (...postSpans: { post: string; from: string; to: string | null }[]) =>
      buildClimbProfile({
        standing: toStanding(buildClimber({ levels: { [skill]: 0 } }), { latest, postSpans }),
        progress: [],
        preferences,
      }).also;
    const before = { post: post.id, from: '2025-01-06', to: '2025-06-01' };
    const again = { post: post.id, from: '2026-09-07', to: null };
    expect(alsoWith(again)).not.toContain(shown);
    expect(alsoWith(before, again)).toContain(shown);
  });

  it('counts nothing of a step under way', () => {
    const progress = [{ ...done, status: 'in-progress' as const }];
    const profile = buildClimbProfile({ standing: toStanding(climber), progress, preferences, holdings: [] });
    expect([profile.also, profile.done]).toEqual([[], []]);
  });

  it('counts the levels of a finished step that the catalogue has lost', () => {
    const sample = buildSamplePlan({ steps: 1 });
    const [step] = sample.steps;
    if (!step) throw new Error('The sample plan has no step.');
    const lost = {
      ...step,
      id: 'lost',
      raises: [{ skill: 'coding', from: 0 as const, to: 2 as const }],
    };
    const followed = toFollowed({ ...sample, steps: [lost] });
    const profile = buildClimbProfile({
      standing: toStanding(climber),
      progress: [{ ...done, step: 'lost' }],
      preferences,
      holdings: [],
      followed,
    });
    expect(profile.levels.coding).toBe(2);
  });

  it('reads a job under way in a plan of the first edition as the post held now', () => {
    const progress = [
      recordStep('entry-role-it-support', { status: 'in-progress', startedOn: '2026-11-02' }),
    ];
    const profile = buildClimbProfile({ standing: toStanding(climber), progress, preferences, holdings: [] });
    expect(profile.posts).toEqual([{ post: 'entry-role-it-support', weeks: 5, current: true }]);
  });

  it('report 2: counts no more weeks of it than a plan takes, however long ago it began', () => {
    const progress = [
      recordStep('entry-role-it-support', { status: 'in-progress', startedOn: '1970-01-01' }),
    ];
    const standing = { ...toStanding(climber), today: '2040-01-01' };
    const profile = buildClimbProfile({ standing, progress, preferences, holdings: [] });
    expect(profile.posts).toEqual([{ post: 'entry-role-it-support', weeks: 3000, current: true }]);
    expect(profileSchema.safeParse(profile).error).toBeUndefined();
  });
});

describe('readPreferences', () => {
  it('gives those of the first edition the defaults of the second', () => {
    const { hourWorth: _h, workHoursPerWeek: _w, platform: _p, weeksOff: _o, ...first } = preferences;
    expect(readPreferences(first)).toEqual(preferences);
    expect(readPreferences(null)).toBeNull();
  });
});
