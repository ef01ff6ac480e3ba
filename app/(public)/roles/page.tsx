import type { Metadata } from 'next';
import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import { listPagedPosts } from '@/lib/domain/career/post-links';
import { formatCount } from '@/lib/wording/format';
import { SKILL_GROUPS } from '@/lib/wording/skill-groups';
import { describePage } from '../describe-page';
import { Fold } from '../fold';
import { PostList } from '../post-parts';

export const metadata: Metadata = describePage({
  title: 'DevOps roles: the ladder and the titles beside it',
  description:
    'What a DevOps engineer does, the rungs from apprentice to principal, related titles, and the posts on the way.',
});

export default function RolesPage() {
  const career = loadCareer();
  const ladder = career.roles
    .filter(({ group }) => group === 'ladder')
    .sort((one, other) => (other.rung ?? 0) - (one.rung ?? 0));
  const related = career.roles.filter(({ group }) => group === 'related');
  return (
    <div className="flex flex-col gap-8">
      <header className="max-w-[50rem]">
        <h1 className="text-[clamp(1.7rem,1.3rem+1.6vw,2.4rem)]">The ladder of DevOps roles</h1>
        <p className="mt-3 text-soft">
          A DevOps engineer keeps software moving from a developer’s change to a service that people use, and
          keeps that service healthy afterwards. The work joins writing code, running servers, security and
          design with a good deal of talking, teaching and adapting.
        </p>
      </header>
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-2">
        <section aria-labelledby="ladder">
          <h2 id="ladder">{formatCount(ladder.length, 'rung')}</h2>
          <p className="hint">
            The top first. The higher rungs have two sides: more depth, or people to lead.
          </p>
          <RoleList roles={ladder} />
        </section>
        <section aria-labelledby="related">
          <h2 id="related">Related titles</h2>
          <p className="hint">Neighbours of the ladder: the same skills in other measures.</p>
          <RoleList roles={related} />
        </section>
      </div>
      <div>
        <Posts career={career} />
        <Skills career={career} />
      </div>
    </div>
  );
}

function RoleList({ roles }: { roles: Career['roles'] }) {
  return (
    <ul className="mt-1">
      {roles.map((role) => (
        <li key={role.id} className="border-b border-line py-1 last:border-none">
          <a href={`/roles/${role.id}`} className="inline-flex min-h-8 items-center font-semibold">
            {role.title}
          </a>
          <p className="hint">{role.description}</p>
        </li>
      ))}
    </ul>
  );
}

function Posts({ career }: { career: Career }) {
  const posts = listPagedPosts(career);
  const families = career.families.filter(({ id }) => posts.some(({ family }) => family === id));
  return (
    <Fold
      id="posts"
      summary={<h2 className="text-xl">Posts on the way</h2>}
      note={`${formatCount(posts.length, 'job')} that lead towards these roles`}
    >
      <p>What each asks for, how one gets it and what it leads to.</p>
      {families.map(({ id, name }) => (
        <section key={id} aria-label={name}>
          <h3 className="text-base">{name}</h3>
          <PostList career={career} posts={posts.filter(({ family }) => family === id)} />
        </section>
      ))}
    </Fold>
  );
}

function Skills({ career }: { career: Career }) {
  return (
    <Fold
      id="skills"
      summary={<h2 className="text-xl">The skills they are described by</h2>}
      note={formatCount(career.skills.length, 'skill')}
    >
      <dl className="grid gap-x-10 gap-y-4 md:grid-cols-2">
        {SKILL_GROUPS.map(({ kind, title }) => (
          <div key={kind}>
            <dt className="label">{title}</dt>
            <dd>
              <ul className="flex flex-wrap gap-x-5">
                {career.skills
                  .filter((skill) => skill.kind === kind)
                  .map((skill) => (
                    <li key={skill.id}>
                      <a href={`/skills/${skill.id}`} className="inline-flex min-h-8 items-center">
                        {skill.name}
                      </a>
                    </li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}
