import type { Career } from '@/lib/domain/career/career';
import { formatCount } from '@/lib/wording/format';
import { describeLength } from '../describe-post';
import { Points } from '../prose';
import { FoldedPart } from './folded-part';

/** What steps teach and may be believed, and how posts and experience come in. */
export function WorkParts({ career }: { career: Career }) {
  const tenure = (rank: number) =>
    career.posts.find((post) => post.rank === rank && !post.apprenticeship && post.offered)?.tenureWeeks ?? 0;
  const post = career.postById.get('junior-devops-engineer');
  return (
    <>
      <FoldedPart
        id="believing"
        title="What a step is believed for"
        short="Reading and quizzes up to 2, work for all."
      >
        <p>
          A step teaches some of the things that levels are made of, and its page lists them. How far that is
          believed depends on how it is shown:
        </p>
        <Points>
          <li>where nobody looks, or by questions: levels 1 and 2;</li>
          <li>by doing it, in a lab or a project of your own: up to level 3;</li>
          <li>by work that others rely on: every level. Levels 4 and 5 come from work alone.</li>
        </Points>
        <p>
          Every thing has ways in that cost nothing and are open to everybody, but for a few that are named
          and kept few. Each also says what is learned first, so that a plan never has you restore a backup
          before you have made one.
        </p>
      </FoldedPart>
      <FoldedPart id="posts" title="Posts" short="The jobs on the way, and what they teach.">
        <p>
          {formatCount(career.posts.length, 'post')} are known, from trainee to principal, each in one of{' '}
          {career.families.length} parts of IT. A post asks for something, teaches something, and is kept for
          a while before the next rung is likely: {describeLength(tenure(1))} in a first or junior post,{' '}
          {describeLength(tenure(2))} above. Half of what it teaches counts after half that time, the rest at
          its end.
          {post ? ` Looking for one is counted as ${formatCount(post.searchWeeks, 'week')}.` : ''} These
          lengths are estimates.
        </p>
        <p>
          What you were taught by a post that you have held long enough is in your rating already, so a plan
          counts it no second time.
        </p>
      </FoldedPart>
      <FoldedPart id="experience" title="Experience" short="Weeks in posts, or what stands in for them.">
        <p>
          Most roles ask for time at work: so many weeks in posts of given parts of IT and at least a given
          rank. A degree, an apprenticeship or a practice can stand in for some of it; the page of a role
          lists every way. Weeks that you worked before count, and so do those that a plan spends in a post.{' '}
          {formatCount(career.certification.askedBy.length, 'role')} ask for a certificate as well, where they
          are the goal; for the others none is needed.
        </p>
      </FoldedPart>
      <FoldedPart
        id="ways"
        title="Ways to a role"
        short="Posts between here and there, as a mentor would name them."
      >
        <p>
          A way is the list of posts between you and your goal. Rung looks at ways with at most three of them,
          and only at moves that make sense: at most one rank up, aside only into work that is near, never
          back to where you were, no apprenticeship for who held a full post. A post that is a role of the
          ladder is open once nine tenths of what it asks are true of you; your goal asks for all.
        </p>
        <p>
          A first post is one for beginners, or one of which you can do two thirds already. A rank down is
          taken only where two years would not do without it, and nobody is left without a post for more than
          a year where another way has one sooner. Of ways that take about as long, those through the goal’s
          own line of work come first, then those that begin where you are strongest.
        </p>
        <p>
          Where the goal lies further away, the first three posts are planned and the rest is an outlook, with
          the least time that it can take.
        </p>
      </FoldedPart>
    </>
  );
}
