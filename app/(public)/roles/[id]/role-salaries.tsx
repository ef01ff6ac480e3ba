import type { Career } from '@/lib/domain/career/career';
import type { Salary } from '@/lib/domain/career/fact-schemas';
import type { Role } from '@/lib/domain/career/schema';
import { formatMoney, formatPartialDate } from '@/lib/wording/format';
import { Fold } from '../../fold';
import { SourceList } from '../../source-list';

/** The published salary figures that name a role, as published: nothing averaged, converted or brought up to date. */
export function RoleSalaries({ career, role }: { career: Career; role: Role }) {
  const salaries = career.salaries.filter((salary) => salary.roles.includes(role.id));
  return (
    <section aria-labelledby="pay">
      <h2 id="pay">What it pays</h2>
      {salaries.length === 0 ? (
        <p className="mt-3">
          Not known. None of the sources that we read gives a figure for this title, and we do not guess one.
        </p>
      ) : (
        <>
          <p className="mt-1 mb-2 text-soft">
            Figures exactly as published: not adjusted, not converted. Look at the date before you rely on
            one.
          </p>
          {salaries.map((salary) => (
            <SalaryFigure key={salary.id} salary={salary} />
          ))}
        </>
      )}
    </section>
  );
}

function SalaryFigure({ salary }: { salary: Salary }) {
  return (
    <Fold
      id={salary.id}
      summary={
        <span>
          <span>{salary.place}: </span>
          <strong>{formatFigure(salary)}</strong>
          <span className="font-normal text-ink">{` a ${salary.period}, ${salary.measure}`}</span>
        </span>
      }
      note={salary.asOf ? `describes ${formatPartialDate(salary.asOf)}` : 'period not stated'}
    >
      <p>
        For “{salary.roleTitle}”. Read on{' '}
        {salary.accessed ? formatPartialDate(salary.accessed) : 'a day not recorded'}.
        {salary.note ? ` ${salary.note}` : ''}
      </p>
      <SourceList sources={salary.sources} />
    </Fold>
  );
}

function formatFigure(salary: Salary): string {
  const money = (amount: number) => formatMoney({ amount, currency: salary.currency });
  const range =
    salary.low !== null && salary.high !== null ? `${money(salary.low)} to ${money(salary.high)}` : '';
  if (salary.amount === null) return range || 'No figure';
  return range ? `${money(salary.amount)} (${range})` : money(salary.amount);
}
