import type { Career } from '@/lib/domain/catalogue';
import { formatList, formatMoney } from '@/lib/wording/format';
import { Formula, Part, Points } from '../prose';
import { Study } from './studies';

/** What a plan is made of and the rules that it keeps. */
export function PlanParts({ career }: { career: Career }) {
  const isTitled = (id: string) => career.stepById.get(id)?.title ?? id;
  return (
    <>
      <Part id="plan" title="What a plan is">
        <p>A plan is a set of steps with weeks for each, such that:</p>
        <Points>
          <li>every target of the role is reached at its end;</li>
          <li>
            everything that the role asks for beside skills is met, by something you hold or by all steps of
            one of the sets that meet it;
          </li>
          <li>it costs no more than your budget and ends by your deadline, where you gave one;</li>
          <li>it holds every step that you pinned and none that you left out.</li>
        </Points>
      </Part>
      <Part id="steps-in-play" title="Which steps are looked at">
        <p>
          Steps that are not retired, are open in your region or everywhere, were not left out by you, and
          need nothing to enter that you do not hold. At most one degree is planned, and none for a person who
          has a related one.
        </p>
        <p>You can add steps of your own, and they are planned by the same rules as the catalogue’s.</p>
        <p>
          A step that you have done counts as finished. Its effect on your level is what you rated, nothing
          more. It may be planned again only while a level that it leads to is not reached.
        </p>
      </Part>
      <Part id="when" title="When a step may start and how long it takes">
        <Points>
          <li>
            It starts when you are at the level that it starts from, in every skill that it raises, and what
            must come first is finished. A course, project or practice that must come first can also be
            skipped when you are already at every level that it leads to.
          </li>
          <li>When it ends, you count as being at the level that it leads to from the next week on.</li>
          <li>
            Study takes whole hours out of your weekly hours. In no week does it take more than its hours
            divided by its least weeks, rounded up, and it never ends sooner than its least weeks.
          </li>
          <li>
            No more steps of study are under way at once than you allow. A step is under way from its first
            week to its last, also in a week without hours.
          </li>
          <li>
            Some practice happens at work. It starts no sooner than a post does:{' '}
            {formatList(career.traits.postFrom.map(isTitled))}. A person who works in the field can start at
            once.
          </li>
          <li>
            A degree, an apprenticeship or an entry role takes your main working time. It lasts exactly its
            weeks, takes none of your study hours, and only one runs at a time, with study beside it.
          </li>
        </Points>
        <p>Week 0 begins on your start date. Weeks are whole.</p>
      </Part>
      <Part id="best" title="Which plan is the best">
        <p>
          First Rung looks for the plan with the fewest weeks. The other three wishes compare only plans that
          are not much longer than that one. Without such a limit the cheapest plan saves a little money with
          years more.
        </p>
        <Objectives />
        <p>
          Plans are compared by the first measure, those equal in it by the second, then by the third. What is
          still equal is settled by the ids of the steps and their weeks, so the same answers always give the
          same plan.
        </p>
      </Part>
      <Part id="proved" title="What “proved” means">
        <p>
          Beside looking for good plans, the planner works out a bound: a value that no plan within your rules
          can beat. Where plan and bound meet in every measure, nothing better exists, and only then does Rung
          say proved. It does so by reasoning over all possible sets of steps, not by trying some (
          <Study id="haslum-2012">Haslum, Slaney and Thiébaux</Study> describe the core of the method).
        </p>
        <p>
          The work is limited by a count of cases looked at, never by a clock, so that a slow machine gives
          the same plan as a fast one. When the count runs out first, you get the best plan found and are told
          how far it can be from the best possible.
        </p>
        <p>
          The proof is about the catalogue: its hours, costs and effects. Where those are estimates, so is the
          plan.
        </p>
      </Part>
      <Part id="no-plan" title="When there is no plan">
        <p>
          Rung says what stands in the way: a level that no step open to you reaches, something asked for that
          no step meets, or a limit of yours. For limits it works out the smallest single change that helps:
          how many hours, how much money, which day, which step let back in. You can take it with one button.
          Where the count of cases runs out first, it says that no plan was found, not that there is none, and
          between which figures the smallest change lies.
        </p>
      </Part>
      <Part id="why" title="“Why this step?”">
        <p>
          The reasons are read from the plan itself: which levels the step brings, what it meets, which later
          steps it opens, and which other steps could stand in its place.
        </p>
      </Part>
      <Part id="follow" title="While you follow a plan">
        <p>The hours still to do are those of the steps that are neither done nor dropped.</p>
        <Formula>hours left = planned hours − hours spent so far on a step under way, never below 0</Formula>
        <p>
          A plan is yours: it stays as it is until you take another. Where a newer catalogue differs, the step
          says how. A certificate that has lapsed, lapses within 120 days or lapses before the plan ends is
          named, so that you can renew it in time.
        </p>
        <p>
          You are reminded a week before a planned step ends, or as it begins where it takes no longer than
          that, and of the next check-in as often as you choose: every six weeks at first.
        </p>
      </Part>
      <ReplanningPart />
      <ForecastPart />
    </>
  );
}

function ReplanningPart() {
  return (
    <Part id="replanning" title="When things change">
      <p>
        After new ratings, other settings or a new catalogue, Rung plans the rest again and sets the result
        beside yours. What is finished or begun stays where it is, and so do the next four weeks: as planned,
        or, where the plan runs late, what comes next in its order.
      </p>
      <p>
        Among the plans at most 5% longer than the shortest it takes the one with the fewest new steps, then
        the one that costs least, then the one that moves your steps least.
      </p>
      <p>
        You are asked only where your plan can no longer be followed or the new one is at least 10% shorter.
        You see what is added, dropped and moved. Taking it is up to you.
      </p>
    </Part>
  );
}

function ForecastPart() {
  return (
    <Part id="forecast" title="The forecast">
      <p>
        A plan says how long its steps take by the catalogue. Study tends to take longer, so the forecast
        shows two dates and never one. Both come from the same scheduler that made the plan.
      </p>
      <Points>
        <li>
          Until three steps are finished with their hours: the plan’s own end, and the end if every step left
          took 1.3 times as long.
        </li>
        <li>
          From three on: how your own hours compare with the planned ones. Rung runs the rest of the plan
          2,000 times, each step stretched by a chance drawn from your pace, and shows the date you meet in
          half of the runs and the one you meet in four of five.
        </li>
      </Points>
      <Formula>overrun of a step = hours you spent ÷ hours planned</Formula>
      <p>
        The logarithm of the overrun is taken to follow a normal distribution. Before you have finished
        anything, its mean is that of 1.3 and its standard deviation 0.4, and this counts as much as four
        steps of your own. The draws depend only on the plan and what you did of it, so the same plan gives
        the same dates. Entry roles are not stretched. Each forecast is kept, and a later page shows how the
        earlier ones fared.
      </p>
    </Part>
  );
}

const OBJECTIVES = [
  { name: 'Balanced', limit: 'a tenth longer', order: 'cost, weeks, steps' },
  { name: 'Fastest', limit: 'no longer', order: 'weeks, cost, steps' },
  { name: 'Cheapest', limit: 'half as long again', order: 'cost, weeks, steps' },
  { name: 'Fewest steps', limit: 'half as long again', order: 'steps, weeks, cost' },
] as const;

function Objectives() {
  return (
    <div className="card max-w-[44rem] overflow-x-auto">
      <table aria-label="What each wish compares">
        <thead>
          <tr>
            <th scope="col">Optimise for</th>
            <th scope="col">At most</th>
            <th scope="col">Compared by</th>
          </tr>
        </thead>
        <tbody>
          {OBJECTIVES.map((objective) => (
            <tr key={objective.name}>
              <th scope="row">{objective.name}</th>
              <td>{objective.limit}</td>
              <td>{objective.order}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How costs are counted and converted, with the rates in use. */
export function CostPart({ career }: { career: Career }) {
  const { rates } = career;
  const foreign = Object.entries(rates.perUnit).filter(([currency]) => currency !== rates.base);
  return (
    <Part id="cost" title="Cost">
      <Points>
        <li>A total price is counted as it is.</li>
        <li>A price by the year is multiplied by the planned weeks and divided by 52.</li>
        <li>A price by the month is counted for each month begun: weeks × 12 ÷ 52, rounded up.</li>
        <li>
          Where no price is confirmed the catalogue may hold an estimate. The plan then names the step as
          estimated. Projects, practice and entry roles without either cost nothing.
        </li>
        <li>
          Each step is converted to your currency and rounded to the penny, half a penny up, and then added.
          Your currency is your budget’s, or else pounds, or dollars in the US.
        </li>
      </Points>
      <p>{rates.note}</p>
      <div className="card max-w-[30rem]">
        <table aria-label="Exchange rates in use">
          <thead>
            <tr>
              <th scope="col">Currency</th>
              <th scope="col" className="number">
                In {rates.base}
              </th>
            </tr>
          </thead>
          <tbody>
            {foreign.map(([currency, rate]) => (
              <tr key={currency}>
                <th scope="row">1 {currency}</th>
                <td className="number">{rate.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Formula>
        an example: {formatMoney({ amount: 445, currency: 'USD' })} is 445 × {rates.perUnit.USD.toFixed(2)} ={' '}
        {formatMoney({ amount: 445 * rates.perUnit.USD, currency: 'GBP' })}, shown as approximate
      </Formula>
      <p>
        Pages that are the same for everybody, such as this one, write dates and money the British way, with
        US$ for US dollars. Pages made for you write them as in the country that your browser’s language
        names, if it is an English-speaking one. A month is always named, so that nobody takes a day for a
        month.
      </p>
    </Part>
  );
}
