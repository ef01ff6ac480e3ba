import type { ReactNode } from 'react';
import type { Career } from '@/lib/domain/career/career';
import type { Lapse } from '@/lib/domain/certificate';
import type { Day } from '@/lib/domain/day';
import type { ShownStage } from '@/lib/domain/plan/glance/climb';
import type { Glance } from '@/lib/domain/plan/glance/glance';
import { nameEntry, nameStage } from '@/lib/domain/plan/glance/names';
import type { PlanRow } from '@/lib/domain/plan/glance/row';
import { formatCount, formatDay } from '@/lib/wording/format';
import { placeRenewal, RenewalRow } from './renewal-row';
import { PlanRowItem, type RowParts } from './row/plan-row';
import { SearchRow } from './search-row';

type Shown = {
  career: Career;
  today: Day;
  glance: Glance;
  isInWork: boolean;
  /** What else is looked for beside a post, and minded. */
  besideOf: (post: string) => readonly string[];
  /** What a row opens to and what was answered there. */
  partsOf: (row: PlanRow) => RowParts;
  /** Certificates that lapse before the plan ends, or soon. */
  lapses: readonly Lapse[];
  /** What stands in the row of the search that the present stage ends with. */
  started: ReactNode;
};

/** The plan in order of time: what is due, what comes next, what comes later; later stages a line each. */
export function PlanLists(shown: Shown) {
  const { career, glance } = shown;
  const { lists, present, ahead } = glance;
  const rowsOf = (rows: readonly PlanRow[]) =>
    rows.map((row) => <PlanRowItem key={row.step.id} row={row} parts={shown.partsOf(row)} />);
  // A fold with a row in it that the address asks for, or that was answered, is open: before script nothing else opens it.
  const isAsked = (row: PlanRow) => {
    const { answer, isOpen } = shown.partsOf(row);
    return isOpen || answer !== null;
  };
  const search = present?.search ?? null;
  const isSearchDue = search !== null && (present?.applyFrom?.on ?? search.start) <= shown.today;
  const searchRows = search
    ? [
        <SearchRow
          key="search"
          career={career}
          rows={glance.rows}
          search={search}
          applyFrom={present?.applyFrom ?? null}
          today={shown.today}
          isInWork={shown.isInWork}
          beside={shown.besideOf(search.post)}
        >
          {shown.started}
        </SearchRow>,
      ]
    : [];
  const renewalsOf = (place: 'now' | 'next' | 'later') =>
    shown.lapses
      .filter((lapse) => placeRenewal(lapse, shown.today) === place)
      .map((lapse) => <RenewalRow key={`renewal-${lapse.step}`} career={career} lapse={lapse} />);
  const [due, soon, later] = [renewalsOf('now'), renewalsOf('next'), renewalsOf('later')];
  const hasLater =
    later.length > 0 || lists.later.length > 0 || ahead.length > 0 || (search !== null && !isSearchDue);
  return (
    <div className="plan-lists">
      <List id="now" title="Now" none="Nothing is left to do.">
        {[...rowsOf(lists.now), ...due, ...(isSearchDue ? searchRows : [])]}
      </List>
      {lists.next.length + soon.length > 0 ? (
        <List id="next" title="Next">
          {[...rowsOf(lists.next), ...soon]}
        </List>
      ) : null}
      {hasLater ? (
        <List id="later" title="Later">
          {[
            ...lists.later.flatMap(({ year, rows }) =>
              year === null
                ? rowsOf(rows)
                : [
                    <Fold
                      key={year}
                      title={year}
                      note={formatCount(rows.length, 'step')}
                      isOpen={rows.some(isAsked)}
                      rows={rowsOf(rows)}
                    />,
                  ],
            ),
            ...(isSearchDue ? [] : searchRows),
            ...later,
            ...ahead.map((stage) => (
              <Fold
                key={stage.stage.startWeek}
                title={nameStage(career, stage.stage)}
                note={describeStage(career, stage)}
                isOpen={stage.rows.some(isAsked)}
                rows={[
                  ...rowsOf(stage.rows),
                  ...(stage.search
                    ? [
                        <SearchRow
                          key="search"
                          career={career}
                          rows={glance.rows}
                          search={stage.search}
                          applyFrom={stage.applyFrom}
                          today={shown.today}
                          isInWork={stage.stage.post !== null}
                          beside={shown.besideOf(stage.search.post)}
                        />,
                      ]
                    : []),
                ]}
              />
            )),
          ]}
        </List>
      ) : null}
      {lists.over.length > 0 ? (
        <details className="plan-over" open={lists.over.some(isAsked) || undefined}>
          <summary>{`Done and dropped, ${formatCount(lists.over.length, 'step')}`}</summary>
          <ol className="plan-list" aria-label="Done and dropped" data-rows="">
            {rowsOf(lists.over)}
          </ol>
        </details>
      ) : null}
    </div>
  );
}

function List({
  id,
  title,
  none,
  children,
}: {
  id: string;
  title: string;
  none?: string;
  children: ReactNode[];
}) {
  const isEmpty = children.flat().filter(Boolean).length === 0;
  return (
    <section aria-labelledby={`list-${id}`}>
      <h2 id={`list-${id}`} className="plan-heading">
        {title}
      </h2>
      {isEmpty ? (
        <p>{none}</p>
      ) : (
        <ol className="plan-list" aria-labelledby={`list-${id}`} data-rows="">
          {children}
        </ol>
      )}
    </section>
  );
}

/** Rows that fold into one line. */
function Fold({
  title,
  note,
  isOpen,
  rows,
}: {
  title: string;
  note: string;
  isOpen: boolean;
  rows: ReactNode[];
}) {
  return (
    <li className="plan-fold">
      <details open={isOpen || undefined}>
        <summary className="fold-line">
          <span className="row-title">{title}</span>
          <span className="row-facts">
            <span>{note}</span>
          </span>
        </summary>
        <ol className="plan-list" aria-label={title} data-rows="">
          {rows}
        </ol>
      </details>
    </li>
  );
}

/** A later stage in a line, with what it rests on. */
function describeStage(career: Career, { stage, start, rows }: ShownStage): string {
  const rest = stage.post === null ? 'what comes before' : `starting as ${nameEntry(career, stage.post)}`;
  return `${formatCount(rows.length, 'step')}, ${formatCount(stage.weeks, 'week')} from ${formatDay(start)}; rests on ${rest}`;
}
