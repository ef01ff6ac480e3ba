import type { Career } from '@/lib/domain/career/career';
import type { Post } from '@/lib/domain/career/schema';
import { formatCount } from '@/lib/wording/format';
import { Breadcrumb } from '../../breadcrumb';
import { CanDoList } from '../../can-do-list';
import { describePlace } from '../../describe-post';
import { Fold } from '../../fold';
import { AroundPart, ExperienceList, GettingPart } from '../../post-parts';
import { SourceList } from '../../source-list';

/** A post on the way: what is asked for it, how one gets it, what it teaches and what it leads to. */
export function PostArticle({ career, post }: { career: Career; post: Post }) {
  const find = (ids: Iterable<string>) => [...ids].flatMap((id) => career.canDoById.get(id) ?? []);
  const asked = find(post.hireAt?.canDo ?? []);
  const teaches = find(post.teaches);
  return (
    <article className="flex flex-col gap-8">
      <header>
        <Breadcrumb href="/roles#posts" label="Posts on the way" here={post.title} />
        <p className="eyebrow">{describePlace(career, post)}</p>
        <h1 className="mt-1 text-[clamp(1.7rem,1.3rem+1.6vw,2.4rem)]">{post.title}</h1>
        <p className="mt-3 text-lg text-soft">{post.description}</p>
      </header>
      <GettingPart career={career} post={post} />
      <section aria-labelledby="asked" className="flex flex-col gap-2">
        <h2 id="asked">What is asked for it</h2>
        <ExperienceList career={career} post={post} />
        {asked.length > 0 ? (
          <Fold
            id="asked-can-dos"
            summary={`${formatCount(asked.length, 'thing')} that must be true of you`}
            note="and what they rest on"
          >
            <CanDoList career={career} canDos={asked} />
          </Fold>
        ) : null}
        <Fold
          id="taught"
          summary={`${formatCount(teaches.length, 'thing')} that doing it shows`}
          note="half of them after half the time"
        >
          <CanDoList career={career} canDos={teaches} />
        </Fold>
      </section>
      <AroundPart career={career} post={post} />
      <Fold id="sources" summary="Sources" note={`${post.sources.length}`}>
        <SourceList sources={post.sources} />
        <p className="hint">What a post asks, teaches and how long it is kept is our judgement from these.</p>
      </Fold>
    </article>
  );
}
