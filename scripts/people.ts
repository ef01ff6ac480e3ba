import { Refusal } from '@/db/refusal';
import { ACTS_ON_EVERYBODY, PEOPLE_ACTS, type PeopleRequest } from '@/lib/operator/people-acts';
import { carryOut } from '@/server/carry-out';

await carryOut({ command: 'people', ...readRequest(process.argv.slice(2)) });

function readRequest([word, email, ...rest]: string[]): PeopleRequest {
  const forAll = ACTS_ON_EVERYBODY.find((one) => one === word);
  const forOne = PEOPLE_ACTS.find((one) => one === word);
  if (forAll && email === undefined) return { act: forAll };
  if (forOne && email !== undefined && !email.startsWith('-') && rest.length === 0)
    return { act: forOne, email };
  throw new Refusal(
    `Say what to do, and to whom: npm run people -- ${ACTS_ON_EVERYBODY.join('|')}, or npm run people -- ${PEOPLE_ACTS.join('|')} EMAIL`,
  );
}
