import { expect, it } from 'vitest';
import { listHeldPosts, saveHeldPost, saveNewHeldPosts } from '@/lib/queries/held-posts';
import { getKeptPlan, savePlan } from '@/lib/queries/plans';
import { savePostStart } from '@/lib/queries/post-start';
import { readStagedPlan } from '@/tests/support/sample-plan';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const career = 'devops';
const desk = { post: 'entry-role-it-support', since: '2024-03', until: null };
const added = { post: 'linux-administrator', since: '2026-11', until: null };
const document = readStagedPlan();

async function settle() {
  const user = await makePerson();
  await saveNewHeldPosts(user, { career, posts: [desk] });
  const saved = await savePlan(user, { document, reason: 'made' });
  const [held] = await listHeldPosts(user, career);
  if (!saved.ok || !held) throw new Error('Nothing was saved to begin with.');
  const ended = [
    { id: held.id, basedOn: held.changedAt, post: desk.post, since: desk.since, until: '2026-10' },
  ];
  const start = { career, added, ended, plan: { document, reason: 'continued', basedOn: saved.id } };
  return { user, planId: saved.id, held, start };
}

it('records a post, ends the one before, and keeps the plan, in one', async () => {
  const { user, planId, start } = await settle();
  expect(await savePostStart(user, start)).toBe(true);
  expect(await listHeldPosts(user, career)).toMatchObject([{ ...desk, until: '2026-10' }, added]);
  const kept = await getKeptPlan(user, career);
  expect(kept?.reason).toBe('continued');
  expect(kept?.id).not.toBe(planId);
});

it('records nothing where the plan was replaced meanwhile', async () => {
  const { user, start, held } = await settle();
  const other = await savePlan(user, { document, reason: 'made' });
  expect(await savePostStart(user, start)).toBe(false);
  expect(await listHeldPosts(user, career)).toEqual([held]);
  expect((await getKeptPlan(user, career))?.id).toBe(other.ok && other.id);
});

it('records nothing where a post was changed meanwhile', async () => {
  const { user, planId, start, held } = await settle();
  const changed = { ...desk, since: '2024-01', id: held.id, basedOn: held.changedAt };
  await saveHeldPost(user, changed);
  expect(await savePostStart(user, start)).toBe(false);
  expect(await listHeldPosts(user, career)).toMatchObject([{ ...desk, since: '2024-01' }]);
  expect((await getKeptPlan(user, career))?.id).toBe(planId);
});

it('records the post alone where there is no plan that goes on', async () => {
  const { user, planId, start } = await settle();
  expect(await savePostStart(user, { ...start, plan: null })).toBe(true);
  expect(await listHeldPosts(user, career)).toHaveLength(2);
  expect((await getKeptPlan(user, career))?.id).toBe(planId);
});
