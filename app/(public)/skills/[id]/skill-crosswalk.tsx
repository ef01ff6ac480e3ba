import type { Career } from '@/lib/domain/career/career';
import type { Crosswalk } from '@/lib/domain/career/fact-schemas';
import type { Skill } from '@/lib/domain/career/schema';
import { Fold } from '../../fold';
import { SourceList } from '../../source-list';

type Match = { key: string; code: string | null; name: string; href: string | null; note: string | null };

function listMatches(row: Crosswalk): { framework: string; matches: Match[] }[] {
  const plain = ({ code, name }: { code: string; name: string }): Match => ({
    key: code,
    code,
    name,
    href: null,
    note: null,
  });
  return [
    {
      framework: 'SFIA 9',
      matches: row.sfia.map((entry) => ({ ...plain(entry), note: `levels ${entry.levels}` })),
    },
    {
      framework: 'ESCO',
      matches: row.esco.map(({ uri, label }) => ({
        key: uri,
        code: null,
        name: label,
        href: uri,
        note: null,
      })),
    },
    { framework: 'O*NET', matches: row.onet.map((entry) => ({ ...plain(entry), note: entry.type })) },
    { framework: 'NICE', matches: row.nice.map(plain) },
    { framework: 'e-CF 3.0', matches: row.ecf.map(plain) },
  ];
}

/** What a skill is called in five public frameworks; where no code was seen, it says so. */
export function SkillCrosswalk({ career, skill }: { career: Career; skill: Skill }) {
  const row = career.crosswalk.find((entry) => entry.skill === skill.id);
  if (!row) return null;
  return (
    <Fold id="crosswalk" summary="In other frameworks" note="SFIA, ESCO, O*NET, NICE, e-CF">
      <p className="text-soft">
        The nearest entries of public lists of skills: SFIA and e-CF for work in IT, ESCO of the European
        Union, O*NET of the United States, and NICE for its security work. The matches are ours, not official
        equivalences.
        {row.notes ? ` ${row.notes}` : ''}
      </p>
      <dl className="card grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-1 wrap-anywhere sm:grid-cols-[7rem_minmax(0,1fr)]">
        {listMatches(row).map(({ framework, matches }) => (
          <div key={framework} className="contents">
            <dt className="label max-sm:mt-3">{framework}</dt>
            <dd className="sm:mb-3">
              {matches.length === 0 ? (
                <span className="hint">No confirmed match</span>
              ) : (
                <ul className="flex flex-col gap-1">
                  {matches.map((match) => (
                    <li key={match.key}>
                      {match.code ? <span className="mr-2 tabular-nums">{match.code}</span> : null}
                      {match.href ? <a href={match.href}>{match.name}</a> : match.name}
                      {match.note ? <span className="hint"> ({match.note})</span> : null}
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <h3>Sources of these matches</h3>
      <SourceList sources={row.sources} />
    </Fold>
  );
}
