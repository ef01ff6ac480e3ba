import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { listTaughtByPosts } from '@/lib/domain/climb/follow/taught-by-posts';
import { listTrue } from '@/lib/domain/climb/standing';
import { buildSamplePlan, readStagedPlan } from '../../../support/sample-plan';

const career = loadCareer();
const changer = readStagedPlan();

test('tells of each stage what its post shows, once, and nothing that was true or that a step teaches', () => {
  const taught = listTaughtByPosts(career, changer);
  const all = taught.flat();
  expect(taught).toHaveLength(changer.stages.length);
  expect(all.length).toBeGreaterThan(5);
  expect(new Set(all).size).toBe(all.length);
  const known = listTrue(career, changer.profile);
  const bySteps = new Set(changer.steps.flatMap(({ teaches }) => teaches));
  expect(all.filter((id) => known.has(id) || bySteps.has(id))).toEqual([]);
  for (const [place, stage] of changer.stages.entries()) {
    const own = stage.post === null ? [] : (career.postById.get(stage.post)?.teaches ?? []);
    expect(own).toEqual(expect.arrayContaining(taught[place] ?? []));
  }
});

test('tells only the first half of a post that is left at half its time', () => {
  const place = changer.stages.findIndex(({ post }) => post === 'entry-role-it-support');
  const post = career.postById.get(changer.stages[place]?.post ?? '');
  const weeks = Math.ceil((post?.tenureWeeks ?? 0) / 2);
  const stages = changer.stages.map((stage, at) => (at === place ? { ...stage, weeks } : stage));
  const first = post?.teaches.slice(0, Math.ceil((post?.teaches.length ?? 0) / 2)) ?? [];
  const taught = listTaughtByPosts(career, { ...changer, stages })[place] ?? [];
  expect(taught.length).toBeGreaterThan(0);
  expect(first).toEqual(expect.arrayContaining(taught));
});

test('counts the weeks of the same post that were held before', () => {
  const place = changer.stages.findIndex(({ post }) => post === 'entry-role-it-support');
  const post = career.postById.get('entry-role-it-support') ?? expect.fail('no such post');
  const stages = changer.stages.map((stage, at) => (at === place ? { ...stage, weeks: 3 } : stage));
  const listWith = (weeks: number) => {
    const posts = [{ post: post.id, weeks, current: false }];
    return listTaughtByPosts(career, { ...changer, stages, profile: { ...changer.profile, posts } })[place];
  };
  expect(listWith(0)).toEqual([]);
  expect(listWith(post.tenureWeeks / 2 - 3)?.length).toBeGreaterThan(0);
  expect(listWith(post.tenureWeeks)).toEqual([]);
});

test('knows of no post in a plan of version 1', () => {
  expect(listTaughtByPosts(career, buildSamplePlan())).toEqual([]);
});
