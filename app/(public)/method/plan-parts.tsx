import { APPLY_AT_PERCENT, LEAST_WEEKS_EARLIER } from '@/lib/domain/climb/follow/apply-from';
import { Points } from '../prose';
import { FoldedPart } from './folded-part';
import { Objectives } from './objectives';
import { Study } from './studies';

/** What a plan is made of and the rules that it keeps. */
export function PlanParts() {
  return (
    <>
      <FoldedPart id="plan" title="What a plan is" short="Posts and steps, week by week, to the goal.">
        <p>A plan is a way with the steps of each part of it, and weeks for each step, such that:</p>
        <Points>
          <li>at its end all that the role asks for is true of you, but for what you chose to let stand;</li>
          <li>
            the experience and the certificate that it asks for are there; before each post between, its
            experience is;
          </li>
          <li>
            what an employer asks to see is finished before the search for a post begins, whatever you rated:
            of a first post, and of a role the works that make the job;
          </li>
          <li>it costs no more than your budget and ends by your deadline, where you gave one;</li>
          <li>it holds every step that you pinned and none that you left out.</li>
        </Points>
        <p>
          It ends when you are ready for the goal. The search for that last post is not counted; earlier ones
          are.
        </p>
      </FoldedPart>
      <FoldedPart
        id="apply-from"
        title="From when you can apply"
        short="Before all is done: at nine tenths, with work to show."
      >
        <p>
          A plan goes on until all that the role asks for is true of you. Employers invite sooner, so beside
          its dates a plan says from which day you can apply for the post that a part of it leads to. That is
          the first day on which:
        </p>
        <Points>
          <li>
            half of the experience that the post mostly asks for is there, and a new post was kept for half
            its time; what is missing of it is said, for adverts that ask for less;
          </li>
          <li>
            you can do at least {APPLY_AT_PERCENT}% of what it asks: the readiness of the gap page for a role,
            for a first post the part of the things that it asks for;
          </li>
          <li>as many pieces of work are finished as its employer asks to see.</li>
        </Points>
        <p>
          What is left can be done in the new post, a certificate too. The day is told only where it is at
          least {LEAST_WEEKS_EARLIER} weeks, and a tenth of its part of the plan, before the plan’s own
          search, it moves with what you have done and with what is late, and it changes no date of the plan.
          That so much is enough is an estimate: ask the employer.
        </p>
      </FoldedPart>
      <FoldedPart
        id="steps-in-play"
        title="Which steps are looked at"
        short="Those open to you and not left out."
      >
        <p>
          Steps that are not retired, are open in your region or everywhere, fit the platform that you named,
          were not left out by you, and need nothing to enter that you do not hold or get on the way. An exam
          is looked at only where it is named for your goal, or you pinned it. At most one degree is planned,
          and none for a person who has a related one. Steps of your own are planned by the same rules.
        </p>
        <p>
          A step that you have done counts as finished. What it taught is what you rated, nothing more. It may
          be planned again only while something that it teaches is not true of you. No plan holds a step of
          which everything is true of you already, or one that could be left out.
        </p>
      </FoldedPart>
      <FoldedPart
        id="hours"
        title="Which hours are planned"
        short="Yours, and those that work gives to learning."
      >
        <Points>
          <li>
            Study takes whole hours out of your own weekly hours. In no week does a step take more than its
            hours divided by its least weeks, rounded up, and it never ends sooner than its least weeks.
          </li>
          <li>
            Work that teaches takes the hours that your work gives to learning, 4 a week unless you say
            otherwise, never your evening. At most two such steps run at once, only in a post, and they need a
            manager’s yes. Senior work begins at the earliest 13 weeks into a post.
          </li>
          <li>
            Who has no post yet is thought to keep at most 15 hours a week of their own once they are in one.
          </li>
          <li>
            Full-time study takes your working time. It lasts exactly its weeks and takes no weekly hours.
          </li>
          <li>No more steps of your own are under way at once than you allow.</li>
          <li>Weeks off that you enter have no hours of either kind.</li>
          <li>
            No new post begins before the day from which you are free, where you give one. What comes later is
            begun in the time until then.
          </li>
        </Points>
        <p>
          A step starts when what it rests on is true of you and what must come first is finished. When it
          ends, what it teaches counts from the next week on. Nobody waits idle: while you search for a post
          or gather time in one, the steps of the next part may begin. Weeks are whole, and week 0 begins on
          your start date.
        </p>
      </FoldedPart>
      <FoldedPart
        id="best"
        title="Which plan is the best"
        short="What you wish for, within a limit of weeks."
      >
        <p>
          First Rung looks for the plan with the fewest weeks. The other wishes compare only plans that are
          not much longer than that one. Without such a limit the cheapest plan saves a little money with
          years more.
        </p>
        <p>
          An hour of yours is worth something, 10 in your currency unless you say otherwise. Cost and effort
          together are the price of the steps and that worth times your hours. It is used to choose; what you
          see is cost and hours.
        </p>
        <Objectives />
        <p>
          Plans are compared by the first measure, those equal in it by the second, and so on. What is still
          equal is settled by how early your hours come, then by the order of the steps, so the same answers
          always give the same plan. Two ways are set side by side as whole plans.
        </p>
      </FoldedPart>
      <FoldedPart id="proved" title="What “proved” means" short="Nothing better exists within your rules.">
        <p>
          Beside looking for good plans, Rung works out a value that no plan within your rules can beat. Where
          a plan meets it in every measure, nothing better exists, and only then does Rung say proved. It does
          so by reasoning over all possible sets of steps, not by trying some (
          <Study id="haslum-2012">Haslum, Slaney and Thiébaux</Study> describe the core of the method). Of a
          plan with several posts it is said of each part, and of the whole only where every other way was
          ruled out.
        </p>
        <p>
          The work is limited by a count of cases looked at, never by a clock, so that a slow machine gives
          the same plan as a fast one. When the count runs out first, you get the best plan found and are told
          how far it can be from the best possible. The proof is about the catalogue: where its hours, costs
          and effects are estimates, so is the plan.
        </p>
      </FoldedPart>
      <FoldedPart
        id="no-plan"
        title="When there is no plan"
        short="What stands in the way, and the smallest change."
      >
        <p>
          Rung says what stands in the way: something that no step open to you teaches, something asked for
          that nothing meets, or a limit of yours. For limits it works out the smallest single change that
          helps: how many hours, how much money, which day, which step let back in. You can take it with one
          button. You may also let a gap stand, and the plan says at its head that it does.
        </p>
      </FoldedPart>
      <FoldedPart id="why" title="“Why this step?”" short="Read from the plan itself.">
        <p>
          The reasons are read from the plan itself: what the step closes, for which post, which later steps
          rest on it, and whether it is the certificate or the piece of work that is asked for.
        </p>
      </FoldedPart>
    </>
  );
}
