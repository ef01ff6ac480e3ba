import type { Career, Role, Salary } from '@/lib/domain/catalogue';
import { formatMoney, formatPartialDate } from '@/lib/wording/format';
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
          <p className="mt-2 mb-5 text-soft">
            Figures exactly as published: not adjusted, not converted. Look at the date before you rely on
            one.
          </p>
          <ul className="grid items-start gap-5 lg:grid-cols-2">
            {salaries.map((salary) => (
              <SalaryFigure key={salary.id} salary={salary} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function SalaryFigure({ salary }: { salary: Salary }) {
  const facts = [
    { label: 'Where', value: salary.place },
    { label: 'Describes', value: salary.asOf ? formatPartialDate(salary.asOf) : 'Period not stated' },
    { label: 'Read on', value: salary.accessed ? formatPartialDate(salary.accessed) : 'Not recorded' },
  ];
  return (
    <li className="card flex flex-col gap-3">
      <h3>{salary.roleTitle}</h3>
      <p>
        <span className="figure text-2xl">{formatFigure(salary)}</span> a {salary.period}, {salary.measure}
      </p>
      <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-y-1">
        {facts.map((fact) => (
          <div key={fact.label} className="contents">
            <dt className="hint">{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      {salary.note ? <p>{salary.note}</p> : null}
      <SourceList sources={salary.sources} />
    </li>
  );
}

function formatFigure(salary: Salary): string {
  const money = (amount: number) => formatMoney({ amount, currency: salary.currency });
  const range =
    salary.low !== null && salary.high !== null ? `${money(salary.low)} to ${money(salary.high)}` : '';
  if (salary.amount === null) return range || 'No figure';
  return range ? `${money(salary.amount)} (${range})` : money(salary.amount);
}
