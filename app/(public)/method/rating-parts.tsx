import type { Career } from '@/lib/domain/catalogue';
import { Formula, Part, Points } from '../prose';
import { Study } from './studies';

/** How levels come about and why rating asks what it asks. */
export function RatingParts({ career }: { career: Career }) {
  const last = career.scale.at(-1);
  return (
    <>
      <Part id="levels" title="Your level in a skill">
        <p>
          Every skill has six levels, from 0 {career.scale[0]?.name} to {last?.level} {last?.name}. Each is
          described by a sentence that is true of you or not, written for that skill. You choose the highest
          one that is true.
        </p>
        <p>
          Ratings made together are a check-in. Your level in a skill is the one from your latest check-in
          that rated it. Between two check-ins nothing is made up, and a later check-in never overwrites an
          earlier one.
        </p>
        <p>
          “Not rated” means that you cannot judge. It is not level 0: it leaves an earlier level as it was. A
          skill that you have never rated counts as 0 in the sums below, and the pages name it each time.
        </p>
        <p>
          A rating never falls by itself. When it is half a year old, the form offers you another look at it.
        </p>
      </Part>
      <Part id="rating" title="Why rating works as it does">
        <p>People can judge themselves only so well. What studies found shaped the form:</p>
        <Points>
          <li>
            What people say of their own ability agrees with measured ability, but not closely: a correlation
            of about 0.3 (<Study id="mabe-west-1982">Mabe and West</Study>,{' '}
            <Study id="zell-krizan-2014">Zell and Krizan</Study>). Narrow questions do better than broad ones,
            so the form asks about things that another person could see.
          </li>
          <li>
            Words at each level pull ratings together, so you read the sentence before you meet the number.
          </li>
          <li>
            Expecting that somebody may compare makes ratings more accurate (
            <Study id="mabe-west-1982">Mabe and West</Study>), so each rating has room for evidence.
          </li>
          <li>
            People tend to rate their own work about a third of a standard deviation above what a supervisor
            would (<Study id="heidemeier-moser-2009">Heidemeier and Moser</Study>). Your earlier rating and
            the target stay hidden until you have chosen, so that neither pulls at you. A setting shows them
            from the start.
          </li>
          <li>
            Keeping track of progress, in writing above all, helps people reach goals (
            <Study id="harkin-2016">Harkin and others</Study>). That is why Rung keeps every check-in.
          </li>
        </Points>
        <p>
          Examples that were rated by others first bring raters closer together, so there are{' '}
          <a href="/method/examples">three people to try the scale on</a>.
        </p>
        <p>Rung describes skills, not people, and puts no label on you.</p>
      </Part>
      <Part id="progress" title="Progress over time">
        <p>
          Readiness at two dates is compared under one role and one version of the catalogue. When the goal or
          the catalogue changes, the whole history is worked out again for the new one, so that a line never
          mixes two measures.
        </p>
      </Part>
    </>
  );
}

/** The formulas from levels to gap, readiness, its band and the nearest roles. */
export function GapParts() {
  return (
    <>
      <Part id="gap" title="Gap">
        <p>A role has a target level for each skill. The gap is what is missing to it.</p>
        <Formula>gap = target − your level, and 0 where you are at the target or above it</Formula>
        <p>Being above a target in one skill never makes up for a gap in another.</p>
      </Part>
      <Part id="readiness" title="Readiness">
        <p>For each skill count your level, but no more than the target. Then compare the sums.</p>
        <Formula>
          readiness = 100 × sum of the counted levels ÷ sum of the targets, rounded down to a whole per cent
        </Formula>
        <p>
          An example: a role asks for 3 in one skill and 2 in another, and you are at 4 and 1. That counts as
          3 + 1 = 4 of 5, so readiness is 80%. Because it is rounded down, 100% appears only when every gap is
          0, and only then are you called ready.
        </p>
        <p>
          One number hides much, so beside it stand how many of the skills are at their target and the hours
          that your plan still needs.
        </p>
      </Part>
      <Part id="band" title="The range around readiness">
        <p>
          You can say how sure you are of a rating. That never moves your level. It widens or narrows a range:
          readiness worked out again with every rated level a little lower and a little higher, kept between 0
          and 5.
        </p>
        <Formula>low: 0.9 of a level either way · medium: 0.6 · high: 0.4</Formula>
        <p>
          Where you say nothing it is medium. Evidence makes a rating one step surer. The widths are a
          judgement of ours.
        </p>
      </Part>
      <Part id="nearest" title="Nearest roles">
        <p>
          Every role but your goal that you do not meet yet, ordered by the sum of its gaps, then by how many
          skills have a gap, then as the catalogue lists them. Roles that you meet already are listed apart.
        </p>
      </Part>
    </>
  );
}
