import type { Career } from '@/lib/domain/career/career';
import { listPostsAfter, listPostsBefore } from '@/lib/domain/career/post-links';
import type { Post } from '@/lib/domain/career/schema';
import { formatCount } from '@/lib/wording/format';
import { describeExperience, describeLength, describePlace } from './describe-post';
import { Fold } from './fold';
import { StepLines } from './step-lines';

/** What is asked beside skills for a post, and each way to meet it. */
export function ExperienceList({ career, post }: { career: Career; post: Post }) {
  const asked = career.experienceOfPost.get(post.id) ?? [];
  if (asked.length === 0) return <p>No earlier work and no degree.</p>;
  return (
    <ul className="flex flex-col gap-3">
      {asked
        .map((experience) => describeExperience(career, experience))
        .map(({ label, ways }) => (
          <li key={label}>
            <p>{label}.</p>
            <p className="hint max-w-[80ch]">Met by {ways.join('; or ')}.</p>
          </li>
        ))}
    </ul>
  );
}

/** How one gets a post: what is asked to be seen, how to look for it, and how long that takes. */
export function GettingPart({ career, post }: { career: Career; post: Post }) {
  const seen = post.asksToSee;
  const steps = seen?.of.flatMap((id) => career.stepById.get(id) ?? []) ?? [];
  return (
    <section aria-labelledby="getting" className="flex flex-col gap-2">
      <h2 id="getting">How one gets it</h2>
      {post.howToGet ? <p>{post.howToGet}</p> : null}
      <p className="hint">
        Plans count {formatCount(post.searchWeeks, 'week')} for the search, and{' '}
        {describeLength(post.tenureWeeks)} in it before the next rung is likely. Both are estimates.
      </p>
      {seen ? (
        <Fold
          id="asks-to-see"
          summary={`Employers ask to see ${seen.count === 1 ? 'one finished piece' : `${seen.count} finished pieces`} of work`}
          note={`any of ${steps.length}`}
        >
          <StepLines steps={steps} />
        </Fold>
      ) : null}
    </section>
  );
}

/** The posts from which this one is the next, and those that it leads to. */
export function AroundPart({ career, post }: { career: Career; post: Post }) {
  const sides = [
    { id: 'before', title: 'People come to it from', posts: listPostsBefore(career, post) },
    { id: 'after', title: 'It leads to', posts: listPostsAfter(career, post) },
  ];
  return (
    <section aria-labelledby="around">
      <h2 id="around">The posts around it</h2>
      <p className="hint mb-1">
        Moves that a mentor would name: one rank up, or aside into work that is near.
      </p>
      {sides
        .filter(({ posts }) => posts.length > 0)
        .map(({ id, title, posts }) => (
          <Fold key={id} id={id} summary={title} note={formatCount(posts.length, 'post')}>
            <PostList career={career} posts={posts} />
          </Fold>
        ))}
    </section>
  );
}

export function PostList({ career, posts }: { career: Career; posts: readonly Post[] }) {
  return (
    <ul className="grid gap-x-10 md:grid-cols-2">
      {posts.map((post) => (
        <li key={post.id} className="flex flex-wrap items-baseline gap-x-3">
          <a
            href={post.role === post.id ? `/roles/${post.id}` : `/steps/${post.id}`}
            className="inline-flex min-h-8 items-center"
          >
            {post.title}
          </a>
          <span className="hint">
            {describePlace(career, post)}
            {post.region === 'any' ? '' : `, ${post.region} only`}
          </span>
        </li>
      ))}
    </ul>
  );
}
