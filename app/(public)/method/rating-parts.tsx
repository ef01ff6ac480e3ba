import type { Career } from '@/lib/domain/career/career';
import { Points } from '../prose';
import { FoldedPart } from './folded-part';
import { Study } from './studies';

/** How levels come about and why rating asks what it asks. */
export function RatingParts({ career }: { career: Career }) {
  const last = career.scale.at(-1);
  const example = career.canDoById.get('server-prove-a-restore');
  return (
    <>
      <FoldedPart id="levels" title="Your level in a skill" short="The highest sentence that is true of you.">
        <p>
          Every skill has six levels, from 0 {career.scale[0]?.name} to {last?.level} {last?.name}. Each is
          described by a sentence that is true of you or not, written for that skill. You choose the highest
          one that is true.
        </p>
        <p>
          Each level from 1 to 5 is made of three to six smaller sentences, things that somebody could
          confirm: “{example?.text}” is one of {career.canDos.length}. Choosing a level says that all of them
          up to it are true, and none above. Where that is not quite so, you can tick one that is true already
          or untick one that is not. Nobody has to.
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
      </FoldedPart>
      <FoldedPart
        id="rating"
        title="Why rating works as it does"
        short="People judge themselves only so well."
      >
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
      </FoldedPart>
      <FoldedPart id="progress" title="Progress over time" short="One measure along the whole line.">
        <p>
          Readiness at two dates is compared under one role and one version of the catalogue. When the goal or
          the catalogue changes, the whole history is worked out again for the new one, so that a line never
          mixes two measures.
        </p>
      </FoldedPart>
    </>
  );
}
