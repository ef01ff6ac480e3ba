import type { Career } from '../career/career';
import type { Post } from '../career/schema';
import { toTitleWords } from './words';

/**
 * Other names of posts, in the words of toTitleWords(). A name fits a title that holds all its words; the one with the
 * most words is taken, of equal ones the first.
 */
const NAMES: readonly (readonly [post: string, names: readonly string[]])[] = [
  ['devops-engineer', ['devops engineer', 'devops consultant', 'devops specialist', 'devops']],
  ['site-reliability-engineer', ['site reliability engineer', 'site reliability', 'production engineer']],
  ['platform-engineer', ['platform engineer']],
  ['build-engineer', ['build engineer', 'release engineer', 'build and release engineer']],
  ['release-manager', ['release manager']],
  ['system-engineer', ['system engineer', 'infrastructure architect']],
  ['automation-architect', ['automation architect', 'devops architect', 'cloud architect']],
  ['cyber-security-engineer', ['security engineer', 'application security engineer']],
  ['security-analyst', ['security analyst', 'soc analyst', 'security operations analyst']],
  ['security-manager', ['security manager', 'head of security', 'ciso']],
  [
    'linux-administrator',
    ['linux administrator', 'unix administrator', 'linux system administrator', 'linux engineer'],
  ],
  [
    'system-administrator',
    [
      'system administrator',
      'server administrator',
      'windows administrator',
      'it administrator',
      'infrastructure engineer',
      'infrastructure administrator',
    ],
  ],
  [
    'cloud-engineer',
    [
      'cloud engineer',
      'cloud administrator',
      'aws engineer',
      'azure engineer',
      'cloud infrastructure engineer',
    ],
  ],
  ['cloud-support-engineer', ['cloud support', 'cloud support engineer']],
  ['database-administrator', ['database administrator', 'database engineer', 'sql administrator']],
  [
    'it-operations-manager',
    ['it manager', 'infrastructure manager', 'it operations manager', 'head of infrastructure', 'head of it'],
  ],
  [
    'it-operations-technician',
    [
      'data centre technician',
      'data center technician',
      'it operations technician',
      'operations technician',
      'noc technician',
    ],
  ],
  [
    'network-engineer',
    ['network engineer', 'network administrator', 'network analyst', 'network technician'],
  ],
  [
    'engineering-manager',
    [
      'engineering manager',
      'development manager',
      'head of engineering',
      'software manager',
      'cto',
      'head of development',
    ],
  ],
  [
    'software-developer',
    [
      'software developer',
      'software engineer',
      'application developer',
      'developer',
      'java engineer',
      'python engineer',
      'mobile engineer',
    ],
  ],
  ['qa-lead', ['qa lead', 'test lead', 'qa manager', 'test manager']],
  [
    'qa-engineer',
    [
      'qa engineer',
      'test engineer',
      'test automation engineer',
      'qa analyst',
      'test analyst',
      'qa test',
      'software test',
    ],
  ],
  ['product-manager', ['product manager']],
  ['product-owner', ['product owner', 'business analyst']],
  ['scrum-master', ['scrum master', 'delivery manager', 'agile coach']],
  ['change-release-coordinator', ['change coordinator', 'release coordinator', 'change manager']],
  [
    'data-analyst',
    ['data analyst', 'bi analyst', 'business intelligence analyst', 'reporting analyst', 'data analytics'],
  ],
  [
    'it-support-team-lead',
    ['help desk lead', 'it support lead', 'support lead', 'help desk manager', 'it support manager'],
  ],
  [
    'second-line-support',
    [
      'second line support',
      '2nd line support',
      'second line',
      '2nd line',
      'third line',
      '3rd line',
      'application support',
      'desktop support',
      'desktop engineer',
      'support engineer',
    ],
  ],
  [
    'entry-role-it-support',
    [
      'it support',
      'help desk',
      'support technician',
      'support analyst',
      'technical support',
      'first line support',
      '1st line',
      'it technician',
      'computer technician',
      'desk technician',
    ],
  ],
];

/** Words that say how high a post stands: junior 1, senior 3, lead 4. */
const RANKS: readonly (readonly [rank: number, words: readonly string[]])[] = [
  [0, ['trainee', 'apprentice']],
  [1, ['junior']],
  [3, ['senior']],
  [5, ['principal', 'staff', 'distinguished']],
  [4, ['lead', 'head', 'manager', 'director', 'chief', 'architect']],
];

/** Words by which work is taken to be work in IT where no post is known for it. */
const IT_WORDS = new Set(
  'it software system network cloud data database server developer devops security infrastructure technology computer hardware web sql linux digital telecom automation technical informatics programming analytics'.split(
    ' ',
  ),
);

export type MatchedPost = { post: string; isExact: boolean };

/** The post of the catalogue that a title of work names best, or other work in IT; null for what is no work in IT. */
export function matchPost(career: Career, title: string): MatchedPost | null {
  const text = toTitleWords(title);
  if (text === '') return null;
  const same = career.posts.find((post) => listTitles(post).includes(text));
  if (same) return { post: same.id, isExact: true };
  const words = new Set(text.split(' '));
  const rank = RANKS.find(([, marks]) => marks.some((mark) => words.has(mark)))?.[0] ?? null;
  const base = findByName(career, words);
  if (base) return { post: findOfRank(career, base, { rank, words }).id, isExact: false };
  if (![...words].some((word) => IT_WORDS.has(word))) return null;
  const other = career.postById.get(`other-it-work-rank-${Math.min(3, rank ?? 2)}`);
  return other ? { post: other.id, isExact: false } : null;
}

/** A title of the catalogue may name two: "QA tester or build technician". */
function listTitles({ title }: Post): string[] {
  return [title, ...title.split(' or ')].map(toTitleWords);
}

function findByName(career: Career, words: ReadonlySet<string>): Post | null {
  let best: { post: Post; size: number } | null = null;
  for (const [id, names] of NAMES) {
    const post = career.postById.get(id);
    for (const name of names) {
      const parts = name.split(' ');
      if (post && parts.length > (best?.size ?? 0) && parts.every((part) => words.has(part)))
        best = { post, size: parts.length };
    }
  }
  return best?.post ?? null;
}

/** The post beside the one named that stands as high as the title says: of its own kind, else of its family. */
function findOfRank(
  career: Career,
  base: Post,
  { rank, words }: { rank: number | null; words: ReadonlySet<string> },
): Post {
  if (rank === null || rank === base.rank || base.leads) return base;
  const isApprentice = words.has('apprentice');
  const nearest = career.posts
    .filter(({ family, leads, apprenticeship }) => {
      if (family !== base.family || apprenticeship !== isApprentice) return false;
      return leads === (words.has('manager') || words.has('head') || words.has('director'));
    })
    .map((post) => ({ post, off: Math.abs(post.rank - rank), alike: countShared(post, base) }))
    .filter(({ post }) => (rank < base.rank ? post.rank < base.rank : post.rank > base.rank))
    .sort((one, other) => one.off - other.off || other.alike - one.alike)[0];
  return nearest?.post ?? base;
}

function countShared(post: Post, base: Post): number {
  const words = new Set(toTitleWords(base.title).split(' '));
  return toTitleWords(post.title)
    .split(' ')
    .filter((word) => words.has(word)).length;
}
