import type { CanDo, Career } from './career';
import { findCareerProblems } from './career-problems';
import { listCanDos, listSteps } from './entries';
import { type CareerFiles, careerFilesSchema, type Post, type Role } from './schema';

/**
 * Builds the index of a career from its files.
 * Throws a ZodError when a file does not have the shape of the schema, and an Error that lists every broken
 * reference, repeated id or cycle when the files do not fit together.
 */
export function buildCareer(input: { id: string; version: string; files: unknown }): Career {
  const files = careerFilesSchema.parse(input.files);
  const problems = findCareerProblems(files);
  if (problems.length > 0) throw new Error(`The career ${input.id} has problems: ${problems.join('; ')}`);
  const { skills, roles, posts, requirements } = files;
  const canDos = listCanDos(skills.skills);
  const canDoById = indexById(canDos);
  const beforeById = collectBefore(canDoById);
  const askedByRole = new Map(
    roles.roles.map((role) => [role.id, collectAsked(role, canDos, requirements)] as const),
  );
  return {
    id: input.id,
    version: input.version,
    compiled: files['steps-learning'].compiled,
    scale: skills.scale,
    scaleAlignment: skills.scaleAlignment,
    skills: skills.skills,
    canDos,
    roles: roles.roles,
    roleChanges: roles.changes,
    families: posts.families,
    doors: posts.doors,
    posts: posts.posts,
    steps: listSteps(files),
    ownSteps: [],
    holdings: requirements.holdings,
    certification: requirements.certification,
    salaries: files.salaries.salaries,
    crosswalk: files.crosswalk.crosswalk,
    rates: files.rates,
    examples: files.examples.examples,
    skillById: indexById(skills.skills),
    canDoById,
    roleById: indexById(roles.roles),
    familyById: indexById(posts.families),
    postById: indexById(posts.posts),
    stepById: indexById(listSteps(files)),
    holdingById: indexById(requirements.holdings),
    beforeById,
    askedByRole,
    askedByPost: new Map(posts.posts.map((post) => [post.id, collectHireAt(post, askedByRole, beforeById)])),
    experienceOfRole: requirements.experience,
    experienceOfPost: new Map(
      posts.posts.map((post) => [
        post.id,
        post.hireAt?.experience ?? requirements.experience[post.role ?? ''] ?? [],
      ]),
    ),
    notAsked: requirements.notAsked,
    alsoAsked: requirements.alsoAsked,
    alsoAskedWhy: requirements.alsoAskedWhy,
  };
}

/** The transitive closure of `after`, which has no cycle. */
function collectBefore(canDoById: ReadonlyMap<string, CanDo>): Map<string, Set<string>> {
  const before = new Map<string, Set<string>>();
  const visit = (id: string): Set<string> => {
    const known = before.get(id);
    if (known) return known;
    const found = new Set<string>();
    for (const first of canDoById.get(id)?.after ?? [])
      for (const each of [first, ...visit(first)]) found.add(each);
    before.set(id, found);
    return found;
  };
  for (const id of canDoById.keys()) visit(id);
  return before;
}

function collectAsked(
  role: Role,
  canDos: readonly CanDo[],
  { notAsked, alsoAsked }: Pick<CareerFiles['requirements'], 'notAsked' | 'alsoAsked'>,
): Set<string> {
  const without = new Set(notAsked[role.id]);
  const beside = new Set(alsoAsked[role.id]);
  const isAsked = ({ id, skill, topic, level }: CanDo) =>
    beside.has(id) ||
    (level <= (role.targets[skill] ?? 0) && !without.has(id) && !without.has(`${skill}/${topic}`));
  return new Set(canDos.filter(isAsked).map(({ id }) => id));
}

function collectHireAt(
  post: Post,
  askedByRole: ReadonlyMap<string, ReadonlySet<string>>,
  beforeById: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  if (!post.hireAt) return askedByRole.get(post.role ?? '') ?? new Set();
  return new Set(post.hireAt.canDo.flatMap((id) => [id, ...(beforeById.get(id) ?? [])]));
}

function indexById<T extends { id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
