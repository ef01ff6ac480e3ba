import type { Metadata } from 'next';
import { getUser } from '@/lib/auth/session';
import { loadCareer } from '@/lib/catalogue';
import { searchCareer, searchSchema } from '@/lib/domain/career/search';
import { formatCount } from '@/lib/wording/format';
import { SiteHeader } from '../(signed-in)/site-header';
import { PublicHeader } from '../public-header';
import { SearchForm } from '../search-form';
import { FoundGroup } from './found-group';
import { listGroups } from './list-groups';
import { loadFoundInPlan } from './load-found-in-plan';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const NOTHING = 'Nothing is found';

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { text, count } = await find(await searchParams);
  return {
    title: text === '' ? 'Search' : `${count === 0 ? NOTHING : `${count} found`} for “${text}”`,
    description: 'Steps, skills, roles and what one can do, and your own plan where you are signed in.',
    robots: { index: false, follow: true },
  };
}

/** What the search finds, in groups: for somebody signed in, their own plan first. */
export default async function SearchPage({ searchParams }: Props) {
  const { user, text, count, groups } = await find(await searchParams);
  return (
    <>
      {user ? <SiteHeader /> : <PublicHeader />}
      <main id="content" className="page">
        <h1 className="text-[clamp(1.7rem,1.3rem+1.6vw,2.4rem)]">
          {text === '' ? 'Search' : count === 0 ? NOTHING : `${formatCount(count, 'place')} found`}
        </h1>
        <div className="mt-3 max-w-[44rem]">
          <SearchForm id="words" text={text} />
        </div>
        {text !== '' && count === 0 ? (
          <p className="mt-6">
            <span>{`Nothing holds every word of “${text}”.`}</span> Use fewer or shorter words, or look
            through the <a href="/roles">roles</a>, <a href="/skills">skills</a> and{' '}
            <a href="/steps">steps</a>.
          </p>
        ) : null}
        <div className="mt-6 grid items-start gap-x-10 gap-y-6 lg:grid-cols-2">
          {groups.map((group) => (
            <FoundGroup key={group.id} group={group} />
          ))}
        </div>
      </main>
    </>
  );
}

async function find(search: Awaited<Props['searchParams']>) {
  const { q: text } = searchSchema.parse(search);
  const user = await getUser();
  const career = loadCareer();
  const inPlan = user && text !== '' ? await loadFoundInPlan(user.id, text) : [];
  const groups = listGroups({ career, text, inPlan, found: searchCareer(career, text) });
  return { user, text, groups, count: groups.reduce((sum, group) => sum + group.count, 0) };
}
