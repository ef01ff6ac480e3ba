import { EvidenceText } from '@/app/(signed-in)/progress/evidence-text';
import type { Career } from '@/lib/domain/career/career';
import type { Skill } from '@/lib/domain/career/schema';
import type { SideBySide } from '@/lib/domain/second-look/compare';

export type ShownPair = {
  pair: SideBySide<Skill>;
  reason: string | null;
  evidence: { id: string; day: string; text: string }[];
};

/** One skill: the can-dos that only one of two gave, the reason, and what can be pointed at between them. */
export function PairDetails({ career, name, shown }: { career: Career; name: string; shown: ShownPair }) {
  const { pair, reason, evidence } = shown;
  const isSame = pair.onlyOwn.length + pair.onlySecond.length === 0;
  return (
    <section className="card flex flex-col gap-3" aria-labelledby={`pair-${pair.skill.id}`}>
      <h3 id={`pair-${pair.skill.id}`}>{pair.skill.name}</h3>
      {isSame ? <p>You give the same can-dos.</p> : null}
      <CanDos career={career} title={`In what you chose, not in what ${name} chose`} ids={pair.onlyOwn} />
      <CanDos career={career} title={`In what ${name} chose, not in what you chose`} ids={pair.onlySecond} />
      {isSame ? null : (
        <p className="hint">
          A level stands for all that it is made of; neither of you was asked each sentence.
        </p>
      )}
      {reason ? (
        <p>
          <b className="written">{`${name}: `}</b>
          <span className="written">{reason}</span>
        </p>
      ) : null}
      {evidence.length > 0 ? (
        <details>
          <summary>Evidence</summary>
          <ul className="list-disc pl-5">
            {evidence.map(({ id, day, text }) => (
              <li key={id}>
                <span>{`${day}: `}</span>
                <EvidenceText evidence={text} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function CanDos({ career, title, ids }: { career: Career; title: string; ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <div>
      <h4 className="written font-bold">{title}</h4>
      <ul className="list-disc pl-5">
        {ids.map((id) => (
          <li key={id}>{career.canDoById.get(id)?.text ?? id}</li>
        ))}
      </ul>
    </div>
  );
}
