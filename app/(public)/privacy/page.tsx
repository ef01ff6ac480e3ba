import type { Metadata } from 'next';
import { describePage } from '../describe-page';
import { Part, Points } from '../prose';

export const metadata: Metadata = describePage({
  title: 'Privacy',
  description: 'What Rung stores, where, for how long, and how you take it with you or delete it.',
});

export default function PrivacyPage() {
  return (
    <div className="flex flex-col gap-12">
      <header>
        <h1>Privacy</h1>
        <p className="mt-4 text-lg text-soft">
          Rung keeps what it needs to do its work for you, on the server that it runs on, and nothing leaves
          that server by itself.
        </p>
      </header>
      <Part id="stored" title="What is stored">
        <Points>
          <li>
            Your account: name, email address, time zone, region and settings. A password is kept only as an
            argon2id hash, from which it cannot be read back.
          </li>
          <li>
            What you enter: check-ins with ratings, evidence and notes, goals, preferences, the posts you hold
            or held with their months (no employer’s name), degrees and certificates with their dates, steps
            of your own, how steps stand and the hours you spent on them. Of a JSON Resume file only what you
            confirm is kept.
          </li>
          <li>A check-in that you have begun, skill by skill, until you save it, for 30 days at most.</li>
          <li>
            Evidence that you point at, second looks that you asked for, what you agreed on with somebody, and
            what was given to you. Pages that you shared, and on which days each was opened how often.
          </li>
          <li>What Rung works out from it: your plans and forecasts.</li>
          <li>
            If you sign in with another provider: which one, and the id that it knows you by. If you set up a
            second factor: its secret, sealed with a key outside the database, and hashes of the recovery
            codes.
          </li>
          <li>If somebody invites you: your address, for two weeks or until you make an account.</li>
          <li>
            Links that you were sent or made, such as your calendar’s address: hashes of them. Which reminders
            were sent to you, for three months, so that none comes twice. A file that you import, until you
            confirm it, for two hours at most.
          </li>
          <li>
            Your sign-ins: for each, when it began and was last used, the browser’s name and the network
            address, so that an account can be kept safe. It ends when you sign out, and after 30 days.
          </li>
          <li>
            Security events, such as a sign-in or a new password: what happened and when, for 400 days. They
            go with the account; only that some account was deleted stays, without saying whose.
          </li>
          <li>
            Counters of failed sign-ins, under keys from which nobody can be read, to slow down guessing, for
            two days.
          </li>
        </Points>
        <p>
          Reading the guide, without an account, stores nothing about you. Whoever runs the server may have
          the network addresses of failed sign-ins written to its log, to shut out programs that guess
          passwords.
        </p>
      </Part>
      <Part id="where" title="Where, and who sees it">
        <p>
          In one database that belongs to whoever runs this server. They can read it, as with any server, so
          ask them if you want to know more. No other user sees anything of yours but what you show them
          yourself by a link. There are no trackers, no adverts, no counters of other companies, and pages
          load nothing from elsewhere.
        </p>
        <p>
          If you sign in with another provider, that provider learns that you did. If the server can send
          email, your address is given to its mail server.
        </p>
      </Part>
      <Part id="second-look" title="When somebody is asked for a second look">
        <p>To who asks, and to who is asked:</p>
        <Points>
          <li>
            Who is asked needs no account. Their answers are stored with the account of who asked: a level,
            what they ticked, a line of reason, and when. Rung stores neither their email address nor their
            network address, and only the name by which who asked calls them.
          </li>
          <li>
            Neither sees the other’s levels before both have rated a skill. Who is asked never sees how the
            other rates themselves here; they see the name, and evidence and goal only where who asks allows
            it.
          </li>
          <li>
            Who is asked can change or take back all that they said until the link ends. When it ends, what
            was not given by then is deleted; what was given stays with the account, and goes with it.
          </li>
          <li>
            What was given, and what both agreed on, is in the data file of who asked. Nobody is ranked, and
            nothing goes to an employer.
          </li>
          <li>Whoever has the link can answer, so send it to one person. It can be ended at any time.</li>
        </Points>
      </Part>
      <Part id="shared" title="When a page is shared by a link">
        <p>To who shares it, and to who opens it:</p>
        <Points>
          <li>
            It shows the gap, the plan or the skills record as it stands that day. A name, evidence, and who
            confirmed what are on it only where who shares it says so; notes and prices never.
          </li>
          <li>
            Of its being opened Rung keeps the day and how often: no network address, no browser, no time of
            day. Who shares the page sees these days, and they are in their data file.
          </li>
          <li>
            Whoever has the link can read the page until its day is over or who shares it ends it. It goes
            with the account.
          </li>
        </Points>
      </Part>
      <Part id="browser" title="In your browser">
        <Points>
          <li>
            A cookie that keeps you signed in, for up to 30 days and while you come back, and a few that last
            minutes while you sign in or follow a link from an email.
          </li>
          <li>
            A cookie by which this browser is known to be yours, for 400 days after you sign in, so that
            strangers who guess passwords cannot lock you out.
          </li>
          <li>A cookie with the appearance that you chose, for a year, if you chose one.</li>
          <li>A cookie that says that you switched single keys off, for a year, if you did.</li>
          <li>
            Where the server keeps copies of its database, a cookie with the time of your last change, for a
            day, so that you always see it.
          </li>
          <li>
            While you fill in a check-in, what you have not sent yet, in that tab. It goes when you save or
            close the tab.
          </li>
        </Points>
        <p>None of them follows you anywhere, so there is nothing to consent to.</p>
      </Part>
      <Part id="how-long" title="For how long">
        <p>
          As long as you have the account. Check-ins are never overwritten or thinned out: the point is to see
          years. Delete the account and every row that belongs to you is gone from the database at once.
        </p>
        <p>
          Backups are copies of the whole database. One is made before each upgrade that changes it, and of
          those the last five are kept, so a deleted account is gone from them after five more upgrades.
          Copies that whoever runs the server makes should be deleted within 30 days: that is the rule that
          Rung gives them, and a deleted account is gone with the last of these. Should a copy ever be put
          back, an account deleted since then has to be deleted again.
        </p>
      </Part>
      <Part id="rights" title="Taking it with you, and deleting it">
        <p>
          Both are in <a href="/settings">your settings</a>, without asking anyone. You can download
          everything as one file in an open format and import it again here or on another server. Plans can be
          saved in several formats. Deleting the account takes one confirmation.
        </p>
      </Part>
    </div>
  );
}
