import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { planDocumentSchema } from '@/lib/domain/climb/document';
import { type Followed, toFollowed } from '@/lib/domain/climb/follow/followed';
import { listRequirements } from '@/lib/domain/plan/glance/requirements';
import { listRows } from '@/lib/domain/plan/glance/row';
import { describeKinds } from '@/lib/wording/plan-kinds';

const career = loadCareer();
const read = (name: string): Followed =>
  toFollowed(planDocumentSchema.parse(JSON.parse(readFileSync(`tests/support/plans/${name}.json`, 'utf8'))));

test('says of each kind why a plan has none of it', () => {
  const plan = read('changer');
  const sentences = describeKinds(career, { plan, excludedKinds: [] });
  expect(sentences.degree).toMatch(/experience in posts counts instead/);
  expect(sentences['entry-role']).toMatch(/^The posts on the way stand in the climb: IT support/);
  expect([sentences.certification, sentences.course, sentences.project, sentences.practice]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  const graduate = plan.requirements.map((asked) =>
    asked.id === 'experience' ? { ...asked, by: ['bachelors-related'] } : asked,
  );
  const held = describeKinds(career, { plan: { ...plan, requirements: graduate }, excludedKinds: [] });
  expect(held.degree).toMatch(/^None needed: you already have this \(.*degree/);
  const administrator = read('administrator');
  expect(describeKinds(career, { plan: administrator, excludedKinds: [] })['entry-role']).toMatch(
    /from where you are/,
  );
  const without: Followed = {
    ...administrator,
    steps: administrator.steps.filter(({ kind }) => kind !== 'course'),
  };
  expect(describeKinds(career, { plan: without, excludedKinds: ['course'] }).course).toBe(
    'None: you chose to leave out courses.',
  );
  expect(
    describeKinds(career, { plan: { ...without, status: 'infeasible', steps: [] }, excludedKinds: [] })
      .degree,
  ).toMatch(/no plan/);
});

test('requirements are told with their labels, by steps of the plan or what is held', () => {
  const plan = read('administrator');
  const today = plan.start;
  const requirements = listRequirements(career, {
    plan,
    rows: listRows(plan.steps, { records: [], today }),
    held: new Set(['linux-administrator']),
  });
  expect(requirements.map(({ label }) => label)).toEqual([
    'Certification',
    ...(career.experienceOfRole['devops-engineer'] ?? []).map(({ label }) => label),
  ]);
  expect(requirements.map(({ isMet }) => isMet)).toEqual([false, true, true]);
  expect(requirements[0]?.by[0]?.order).toBeGreaterThan(0);
  expect(requirements[1]?.by).toEqual([{ id: 'linux-administrator', order: null }]);
});
