import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { describeOldTrade } from '@/lib/wording/search-old-trade';

const career = loadCareer();
const held = (post: string, weeks: number, current = false) => ({ post, weeks, current });
const junior = 'entry-role-junior-developer';

test('names the highest post that was held to who has none now', () => {
  const posts = [held(junior, 60), held('software-developer', 104)];
  const [told] = describeOldTrade(career, { posts }, 'build-engineer');
  expect(told).toMatch(/^You have worked as Software developer\./);
  expect(told).toMatch(/from the first week/);
});

test('says nothing to who is in a post, was in one for weeks only, or looks for that very post', () => {
  const next = 'junior-devops-engineer';
  expect(describeOldTrade(career, { posts: [held(junior, 60, true)] }, next)).toEqual([]);
  expect(describeOldTrade(career, { posts: [held(junior, 20)] }, next)).toEqual([]);
  expect(describeOldTrade(career, { posts: [held(junior, 60)] }, junior)).toEqual([]);
  expect(describeOldTrade(career, {}, next)).toEqual([]);
});
