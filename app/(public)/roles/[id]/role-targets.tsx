import { LevelBar } from '@/app/level-bar';
import type { CanDo, Career } from '@/lib/domain/career/career';
import { findNeighbourRungs } from '@/lib/domain/career/neighbour-rungs';
import type { Role } from '@/lib/domain/career/schema';
import { type AskedRow, listAskedRows } from '@/lib/domain/climb/asked-rows';
import { formatList } from '@/lib/wording/format';
import { CanDoList } from '../../can-do-list';
import { Fold } from '../../fold';

/** What must be true, skill by skill: the level of each, and folded below it every sentence that the role asks for. */
export function RoleTargets({ career, role }: { career: Career; role: Role }) {
  const rows = listAskedRows(career, { role });
  const asked = rows.filter((row) => row.asked.length > 0);
  const rest = rows.filter((row) => row.asked.length === 0);
  return (
    <section aria-labelledby="targets">
      <h2 id="targets">What must be true</h2>
      <p className="mt-1 mb-2 text-soft">
        The level of each skill, from 0 to 5. A row opens to the sentences that this role asks for.
      </p>
      {asked.map((row) => (
        <TargetRow key={row.skill.id} career={career} role={role} row={row} />
      ))}
      {rest.length > 0 ? (
        <p className="mt-3">Not asked for here: {formatList(rest.map(({ skill }) => skill.name))}.</p>
      ) : null}
      <Fold id="why-levels" summary="Why these levels">
        <p>
          {role.rationale}{' '}
          {role.targetBasis === 'editorial'
            ? 'The numbers are a judgement of ours, made with the sources below; no employer publishes them.'
            : ''}
        </p>
        {career.alsoAskedWhy[role.id] ? <p>Beyond its levels: {career.alsoAskedWhy[role.id]}</p> : null}
      </Fold>
    </section>
  );
}

function TargetRow({ career, role, row }: { career: Career; role: Role; row: AskedRow }) {
  const { skill, target, asked } = row;
  const { below } = findNeighbourRungs(career, role);
  const beyond = asked.filter(({ level }) => level > target);
  const had = below ? new Set(career.askedByRole.get(below.id)) : null;
  const groups = [
    {
      title: below && had ? `More than for ${below.title}` : 'All of it',
      canDos: asked.filter((canDo) => canDo.level <= target && !had?.has(canDo.id)),
    },
    {
      title: 'As for the rung below',
      canDos: asked.filter((canDo) => canDo.level <= target && had?.has(canDo.id)),
    },
    { title: `Beyond level ${target}`, canDos: beyond },
  ];
  return (
    <Fold
      id={skill.id}
      summary={
        <span className="grid grid-cols-[minmax(0,1fr)_1.5rem] items-center gap-x-4 sm:grid-cols-[16rem_1.5rem_9rem]">
          <span>{skill.name}</span>
          <span className="figure text-ink">{target}</span>
          <span className="max-sm:hidden">
            <LevelBar level={target} target={target} />
          </span>
        </span>
      }
      note={`${career.scale[target]?.name}: ${asked.length} things${beyond.length > 0 ? `, ${beyond.length} beyond` : ''}`}
    >
      <p>{skill.levels[target]?.descriptor}</p>
      {groups
        .filter(({ canDos }) => canDos.length > 0)
        .map(({ title, canDos }) => (
          <Group key={title} career={career} title={title} canDos={canDos} />
        ))}
      <p>
        <a href={`/skills/${skill.id}`}>{skill.name}: its levels, topics and steps</a>
      </p>
    </Fold>
  );
}

function Group({ career, title, canDos }: { career: Career; title: string; canDos: readonly CanDo[] }) {
  return (
    <div>
      <h3 className="text-base">{title}</h3>
      <CanDoList career={career} canDos={canDos} />
    </div>
  );
}
