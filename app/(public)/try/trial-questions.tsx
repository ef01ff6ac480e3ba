import type { Career } from '@/lib/domain/career/career';
import { MOST_QUESTIONS, pickQuestions } from '@/lib/domain/climb/questions';
import { computeDayInZone } from '@/lib/domain/day';
import { listFirstHoldings } from '@/lib/domain/plan-questions';
import { ANSWER_FIELD, listTrialPosts, type Trial } from '@/lib/domain/trial';
import { toHeldPosts } from '@/lib/domain/work';
import { TrialFields } from './trial-fields';
import { TrialLimits, TrialWork } from './trial-person';

/** Fields of which the form has its own. */
const OWN: readonly string[] = ['except', 'sure', 'held', 'hours', 'money', 'post', 'years'];

/** What a first plan leans on most and the levels alone say, to be corrected; the answers stand in the address. */
export function TrialQuestions({ career, trial }: { career: Career; trial: Trial }) {
  const { role, levels, except, sure, held } = trial;
  const said = [...except, ...sure].flatMap((id) => career.canDoById.get(id) ?? []);
  const ratings = { levels, also: [], except };
  const today = computeDayInZone({ instant: new Date(), timeZone: 'UTC' });
  const posts = toHeldPosts(listTrialPosts(trial, today), today);
  const asked = pickQuestions(career, { role: role.id, ratings, done: [], posts });
  const others = asked.filter(({ id }) => !sure.includes(id));
  const questions = [...said, ...others.slice(0, Math.max(0, MOST_QUESTIONS - said.length))];
  return (
    <section aria-labelledby="questions">
      <form method="get" action="/try" className="card flex flex-col gap-5">
        <TrialFields trial={trial} isKept={(name) => !OWN.includes(name)} />
        <h2 id="questions">Make it fit you better</h2>
        <TrialLimits trial={trial} />
        <TrialWork career={career} trial={trial} />
        <fieldset>
          <legend className="label mb-2">What you hold</legend>
          {listFirstHoldings(career, posts).map(({ id, label }) => (
            <label key={id} className="check">
              <input type="checkbox" name="held" value={id} defaultChecked={held.includes(id)} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        {questions.length > 0 ? (
          <div>
            <h3>Is this so?</h3>
            <p className="hint mb-2">Your levels say so. Where one is not so yet, the plan teaches it.</p>
            {questions.map(({ id, text }) => (
              <fieldset
                key={id}
                className="flex flex-col gap-x-6 gap-y-1 border-line border-t py-2 sm:flex-row sm:items-center"
              >
                <legend className="sr-only">{text}</legend>
                <p aria-hidden="true" className="grow">
                  {text}
                </p>
                <div className="flex shrink-0 gap-6">
                  <Answer id={id} value="yes" label="Yes" isChosen={sure.includes(id)} />
                  <Answer id={id} value="no" label="Not yet" isChosen={except.includes(id)} />
                </div>
              </fieldset>
            ))}
          </div>
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

function Answer({
  id,
  value,
  label,
  isChosen,
}: {
  id: string;
  value: string;
  label: string;
  isChosen: boolean;
}) {
  return (
    <label className="check">
      <input type="radio" name={ANSWER_FIELD + id} value={value} defaultChecked={isChosen} />
      <span>{label}</span>
    </label>
  );
}
