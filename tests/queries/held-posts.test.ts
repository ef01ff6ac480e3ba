import { expect, it } from 'vitest';
import { deleteHeldPost, listHeldPosts, saveHeldPost, saveNewHeldPosts } from '@/lib/queries/held-posts';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const career = 'devops';
const support = { post: 'entry-role-it-support', since: '2021-01', until: '2024-02' };
const linux = { post: 'linux-administrator', since: '2024-03', until: null };

it('gives back posts as they were added, the earliest first, changed and removed', async () => {
  const user = await makePerson();
  expect(await saveNewHeldPosts(user, { career, posts: [linux, support] })).toHaveLength(2);
  const [first, second] = await listHeldPosts(user, career);
  expect([first, second]).toMatchObject([support, linux]);
  const { id = '', changedAt: basedOn = '' } = second ?? {};
  const ended = { ...linux, until: '2026-01' };
  expect(await saveHeldPost(user, { ...ended, id, basedOn })).toEqual({ ok: true, before: second });
  expect(await saveHeldPost(user, { ...linux, id, basedOn })).toMatchObject({ ok: false, current: ended });
  expect(await deleteHeldPost(user, id)).toMatchObject(ended);
  expect(await deleteHeldPost(user, id)).toBeNull();
  expect(await listHeldPosts(user, career)).toMatchObject([support]);
  expect(await listHeldPosts(user, 'security')).toEqual([]);
});

it('adds a post of the same months once, as a form that is sent twice asks', async () => {
  const user = await makePerson();
  await saveNewHeldPosts(user, { career, posts: [linux] });
  expect(await saveNewHeldPosts(user, { career, posts: [linux] })).toEqual([]);
  expect(await saveNewHeldPosts(user, { career, posts: [{ ...linux, since: '2025-01' }] })).toHaveLength(1);
  expect(await listHeldPosts(user, career)).toHaveLength(2);
});

it('cannot see, change or remove another person’s posts', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()];
  const [id = ''] = await saveNewHeldPosts(ada, { career, posts: [linux] });
  const [made] = await listHeldPosts(ada, career);
  expect(await listHeldPosts(bob, career)).toEqual([]);
  const basedOn = made?.changedAt ?? '';
  expect(await saveHeldPost(bob, { ...support, id, basedOn })).toEqual({ ok: false, current: null });
  expect(await deleteHeldPost(bob, id)).toBeNull();
  expect(await listHeldPosts(ada, career)).toEqual([made]);
});

it('security 5.b: keeps at most fifty for one person', async () => {
  const user = await makePerson();
  const posts = Array.from({ length: 50 }, (_, year) => ({ ...linux, since: `${1970 + year}-01` }));
  await saveNewHeldPosts(user, { career, posts });
  await expect(saveNewHeldPosts(user, { career, posts: [linux] })).rejects.toThrow('at most 50 posts');
  expect(await listHeldPosts(user, career)).toHaveLength(50);
});
