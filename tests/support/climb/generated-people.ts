import type { Career } from '@/lib/domain/career/career';
import type { Post, Role } from '@/lib/domain/career/schema';
import { type Profile, profileSchema } from '@/lib/domain/climb/profile';
import { addDays } from '@/lib/domain/day';
import { OBJECTIVES, PLATFORMS, STEP_KINDS } from '@/lib/domain/lists';
import { SeededRandom } from '../seeded-random';

const REGIONS = ['UK', 'UK', 'US', 'any'] as const;
type Region = (typeof REGIONS)[number];

/**
 * Makes people for measuring the planner: every role in turn, with a history of posts or none,
 * levels and exceptions to them, holdings, platforms, budgets, deadlines, weeks off, notice and posts that may be left.
 * The same career, count and seed give the same people.
 */
export function generatePeople(career: Career, { count, seed }: { count: number; seed: number }): Profile[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const role = career.roles[index % career.roles.length];
    if (!role) throw new RangeError('a career without roles has no people');
    return keepBusy(generatePerson(career, role, random), index);
  });
}

/** Every eighth person is free for another post some months after the start only. */
function keepBusy(profile: Profile, index: number): Profile {
  if (index % 8 !== 5) return profile;
  const { start } = profile.preferences;
  return { ...profile, preferences: { ...profile.preferences, freeFrom: addDays(start, 9 * (index % 40)) } };
}

function generatePerson(career: Career, role: Role, random: SeededRandom): Profile {
  const region = random.pick(REGIONS);
  const posts = generateHistory(career, role, { region, random });
  const levels = generateLevels(career, role, random);
  return profileSchema.parse({
    career: career.id,
    role: role.id,
    levels,
    ...generateExceptions(career, role, { levels, random }),
    holdings: generateHoldings(career, { isInWork: posts.some(({ current }) => current), random }),
    posts,
    leavePost: random.chance(0.15),
    ...generateChoices(career, { region, random }),
  });
}

/** Nobody's first post, one post, or a climb of up to three, the last of them held now or left. */
function generateHistory(
  career: Career,
  role: Role,
  { region, random }: { region: Region; random: SeededRandom },
): Profile['posts'] {
  const goal = career.posts.find((post) => post.role === role.id);
  const top = Math.max(0, (goal?.rank ?? 1) - random.whole(0, 2));
  const isHere = (post: Post) => post.region === 'any' || post.region === region;
  const rungs = random.pick([0, 1, 1, 2, 3]);
  const history: Profile['posts'] = [];
  for (let rung = 1; rung <= rungs; rung += 1) {
    const rank = Math.max(0, top - (rungs - rung));
    const open = career.posts.filter(
      (post) =>
        post.rank === rank &&
        post.id !== goal?.id &&
        isHere(post) &&
        history.every((held) => held.post !== post.id),
    );
    if (open.length === 0) continue;
    const post = random.pick(open);
    const weeks = random.whole(0, Math.round(2.5 * post.tenureWeeks));
    history.push({ post: post.id, weeks, current: false });
  }
  const last = history.at(-1);
  if (last && random.chance(0.75)) last.current = true;
  return history;
}

/** Levels between none and the role's own, most people somewhere on the way. */
function generateLevels(career: Career, role: Role, random: SeededRandom): Record<string, number> {
  const closeness = random.pick([0, 0.25, 0.5, 0.75, 1]);
  const levels: Record<string, number> = {};
  for (const { id } of career.skills) {
    const target = role.targets[id] ?? 0;
    const level = Math.min(target, Math.floor(target * closeness + random.fraction()));
    if (level > 0 || random.chance(0.8)) levels[id] = level;
  }
  return levels;
}

function generateExceptions(
  career: Career,
  role: Role,
  { levels, random }: { levels: Record<string, number>; random: SeededRandom },
): Pick<Profile, 'also' | 'except' | 'letStand'> {
  const isRated = ({ skill, level }: Career['canDos'][number]) => level <= (levels[skill] ?? 0);
  const known = career.canDos.filter(isRated).map(({ id }) => id);
  const next = career.canDos.filter(
    (canDo) => !isRated(canDo) && canDo.level <= (levels[canDo.skill] ?? 0) + 1,
  );
  const asked = [...(career.askedByRole.get(role.id) ?? [])].filter((id) => !known.includes(id));
  const pick = (ids: readonly string[], most: number): string[] =>
    random.chance(0.4) ? random.sample(ids, random.whole(1, most)) : [];
  const also = pick(
    next.map(({ id }) => id),
    4,
  );
  const letStand = random.chance(0.3) ? pick(asked, 3).filter((id) => !also.includes(id)) : [];
  return { also, except: pick(known, 6), letStand };
}

function generateHoldings(
  career: Career,
  { isInWork, random }: { isInWork: boolean; random: SeededRandom },
): string[] {
  const unlikely = isInWork ? ['out-of-work', 'career-break', 'in-post'] : [];
  return career.holdings
    .filter(({ id }) => !unlikely.includes(id) && random.chance(0.12))
    .map(({ id }) => id);
}

function generateChoices(
  career: Career,
  { region, random }: { region: Region; random: SeededRandom },
): Pick<Profile, 'done' | 'preferences'> {
  const start = addDays('2026-12-07', 7 * random.whole(0, 26));
  const ids = career.steps
    .filter((step) => step.status === 'active' && (step.region === 'any' || step.region === region))
    .map(({ id }) => id);
  const preferences = {
    start,
    hoursPerWeek: random.whole(3, 20),
    workHoursPerWeek: random.pick([0, 2, 4, 4, 4, 8]),
    maxParallel: random.whole(1, 5),
    hourWorth: random.pick([0, 5, 10, 10, 10, 25]),
    budget: random.chance(0.35)
      ? { amount: random.whole(0, 60) * 50, currency: random.pick(['GBP', 'GBP', 'USD', 'EUR'] as const) }
      : null,
    deadline: random.chance(0.25) ? addDays(start, 7 * random.whole(52, 416)) : null,
    region,
    platform: random.chance(0.3) ? random.pick(PLATFORMS) : null,
    weeksOff: random.chance(0.4) ? generateWeeksOff(start, random) : [],
    optimiseFor: random.pick(OBJECTIVES),
    pinned: random.chance(0.1) ? random.sample(ids, 1) : [],
    excluded: random.chance(0.25) ? random.sample(ids, random.whole(1, 3)) : [],
    excludedKinds: random.chance(0.1) ? [random.pick(STEP_KINDS)] : [],
  };
  const done = random.chance(0.3) ? random.sample(ids, random.whole(1, 4)) : [];
  return { done, preferences };
}

/** One to three breaks; not all of them begin with a week of the plan. */
function generateWeeksOff(start: string, random: SeededRandom): Profile['preferences']['weeksOff'] {
  return Array.from({ length: random.whole(1, 3) }, () => {
    const from = addDays(start, random.whole(0, 500));
    return { from, to: addDays(from, random.whole(6, 40)) };
  });
}
