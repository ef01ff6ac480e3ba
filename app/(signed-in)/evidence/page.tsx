import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { OnePressForm } from '@/components/one-press-form';
import { PageLinks, readPage } from '@/components/page-links';
import { requireUserOrPost } from '@/lib/auth/session';
import type { Career } from '@/lib/domain/career/career';
import { listTrue } from '@/lib/domain/climb/standing';
import { listSupported } from '@/lib/domain/proof/evidence';
import { computeProofStates } from '@/lib/domain/proof/states';
import { loadStanding } from '@/lib/plan/standing';
import { listEvidence } from '@/lib/queries/evidence';
import { listGivenAnswers } from '@/lib/queries/second-look-answers';
import { formatCount } from '@/lib/wording/format';
import { SignedOutPost } from '../signed-out-post';
import { putBackEvidenceAction } from './actions';
import { ItemCard } from './item-card';
import { type CanDoGroup, ItemForm } from './item-form';
import { ProofTable } from './proof-table';

export const metadata: Metadata = { title: 'Evidence' };

const ITEMS_PER_PAGE = 10;

type Search = Partial<Record<'saved' | 'removed' | 'page' | 'change' | 'gone', string | string[]>>;

export default async function EvidencePage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUserOrPost('/evidence');
  if (!user) return <SignedOutPost />;
  const [search, standing] = await Promise.all([searchParams, loadStanding(user.id)]);
  const { career, role, today, latest } = standing;
  const [items, given] = await Promise.all([
    listEvidence(user.id, career.id),
    listGivenAnswers(user.id, career.id),
  ]);
  const own = [...latest.values()];
  const held = listTrue(career, {
    levels: Object.fromEntries(own.map(({ skill, level }) => [skill, level])),
    also: own.flatMap(({ also }) => also ?? []),
    except: own.flatMap(({ except }) => except ?? []),
  });
  const asked = career.askedByRole.get(role.id) ?? new Set<string>();
  const groupsWith = (chosen: readonly string[]) => listGroups(career, new Set([...asked, ...chosen]));
  const savedAt = items.findIndex(({ id }) => id === (search.change ?? search.saved));
  const { page, last } = readPage(
    savedAt < 0 ? search.page : String(Math.floor(savedAt / ITEMS_PER_PAGE) + 1),
    { count: items.length, perPage: ITEMS_PER_PAGE },
  );
  return (
    <div className="mx-auto flex max-w-[52rem] flex-col gap-8">
      <header>
        <h1>Evidence</h1>
        <p className="mt-3 max-w-[68ch] text-lg text-soft">
          Things that you can point at when somebody asks. What your ratings say is your word alone; with an
          item it is shown; where somebody whom you asked chose the same level, they say so too.
        </p>
        <p className="mt-1">
          <a href="/progress/second-look" className="inline-flex min-h-11 items-center">
            Ask somebody for a second look
          </a>
        </p>
      </header>
      {savedAt >= 0 && search.saved ? <Notice>Saved.</Notice> : null}
      {search.gone || (search.change && items.every(({ id }) => id !== search.change)) ? (
        <Notice tone="attention">This item does not exist any more, so nothing was saved.</Notice>
      ) : null}
      {typeof search.removed === 'string' ? (
        <Notice>
          <span>Removed.</span>
          <OnePressForm
            action={putBackEvidenceAction}
            entries={{ id: search.removed }}
            label="Undo removing it"
          >
            Undo
          </OnePressForm>
        </Notice>
      ) : null}
      <ProofTable career={career} states={computeProofStates(career, { held, items, given })} />
      <section className="card flex flex-col gap-4" aria-labelledby="add">
        <h2 id="add">Add evidence</h2>
        <p className="text-soft">{`What it can show is what ${role.title} asks for. One item may show many things.`}</p>
        <ItemForm
          key={items.length}
          changed={null}
          fields={{ title: '', day: today, text: '', url: '', canDos: [] }}
          groups={groupsWith([])}
          today={today}
        />
      </section>
      {items.length > 0 ? (
        <section className="flex flex-col gap-4" aria-labelledby="items">
          <h2 id="items">What you have</h2>
          <ul className="flex flex-col gap-4">
            {items.slice((page - 1) * ITEMS_PER_PAGE, page * ITEMS_PER_PAGE).map((item) => (
              <ItemCard
                key={`${item.id} ${item.changedAt}`}
                career={career}
                item={item}
                groups={item.id === search.change ? groupsWith(listSupported(career, item)) : null}
                today={today}
              />
            ))}
          </ul>
          <PageLinks
            label="Pages of evidence"
            page={page}
            last={last}
            total={formatCount(items.length, 'item')}
            hrefOf={(to) => `/evidence?page=${to}`}
          />
        </section>
      ) : null}
    </div>
  );
}

/** The can-dos by skill and level. */
function listGroups(career: Career, shown: ReadonlySet<string>): CanDoGroup[] {
  return career.skills.flatMap(({ id, name, levels }) => {
    const withSome = levels.flatMap(({ level, canDo = [] }) => {
      const canDos = canDo.filter((one) => shown.has(one.id)).map((one) => ({ id: one.id, text: one.text }));
      return canDos.length > 0 ? [{ level, canDos }] : [];
    });
    return withSome.length > 0 ? [{ id, name, levels: withSome }] : [];
  });
}
