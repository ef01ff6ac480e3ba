import { Formula, Points } from '../prose';
import { FoldedPart } from './folded-part';

/** What happens to a plan while it is followed. */
export function FollowParts() {
  return (
    <>
      <FoldedPart
        id="follow"
        title="While you follow a plan"
        short="It stays as it is until you take another."
      >
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
      </FoldedPart>
      <ReplanningPart />
      <ForecastPart />
    </>
  );
}

function ReplanningPart() {
  return (
    <FoldedPart id="replanning" title="When things change" short="What is begun stays where it is.">
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
    </FoldedPart>
  );
}

function ForecastPart() {
  return (
    <FoldedPart id="forecast" title="The forecast" short="Two dates, from your own pace.">
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
        the same dates. Time in posts is not stretched. Each forecast is kept, and a later page shows how the
        earlier ones fared.
      </p>
    </FoldedPart>
  );
}
