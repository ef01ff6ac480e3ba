import type { Career } from '@/lib/domain/career/career';
import { pickQuestions } from '@/lib/domain/climb/questions';
import { listFirstHoldings } from '@/lib/domain/plan-questions';
import type { Trial } from '@/lib/domain/trial';
import { TrialFields } from './trial-fields';
import { TrialLimits, TrialWork } from './trial-person';

/** What a first plan leans on most and the levels alone say, to be corrected; the answers stand in the address. */
export function TrialQuestions({ career, trial }: { career: Career; trial: Trial }) {
  const { role, levels, except, held } = trial;
  const said = except.flatMap((id) => career.canDoById.get(id) ?? []);
  const ratings = { levels, also: [], except };
  const asked = pickQuestions(career, { role: role.id, ratings, done: [], posts: [] });
  const questions = [...said, ...asked.slice(0, Math.max(0, asked.length - said.length))];
  return (
    <section aria-labelledby="questions">
      <form method="get" action="/try" className="card flex flex-col gap-5">
        <TrialFields
          trial={trial}
          isKept={(name) => !['except', 'held', 'hours', 'money', 'post', 'years'].includes(name)}
        />
        <h2 id="questions">Make it fit you better</h2>
        <TrialLimits trial={trial} />
        <TrialWork career={career} trial={trial} />
        <fieldset>
          <legend className="label mb-2">What you hold</legend>
          {listFirstHoldings(career, []).map(({ id, label }) => (
            <label key={id} className="check">
              <input type="checkbox" name="held" value={id} defaultChecked={held.includes(id)} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        {questions.length > 0 ? (
          <fieldset>
            <legend className="label mb-2">Your levels say all of this. Mark what is not so yet</legend>
            {questions.map(({ id, text }) => (
              <label key={id} className="check">
                <input type="checkbox" name="except" value={id} defaultChecked={except.includes(id)} />
                <span>{text}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
        <div>
          <button type="submit" className="button" data-look="quiet">
            Plan again with this
          </button>
        </div>
      </form>
    </section>
  );
}
