import 'server-only';
import { computeStanding } from '@/lib/domain/climb/standing';
import { countProof } from '@/lib/domain/proof/counts';
import { listSkillsOf } from '@/lib/domain/proof/evidence';
import type { Standing } from '@/lib/plan/standing';
import type { EvidenceItem } from '@/lib/queries/evidence';
import type { Proof } from '@/lib/queries/proof';
import { describeGapRow, sortBySize } from '@/lib/wording/gap-rows';

const MOST_EVIDENCE_SHOWN = 5;

export type SharedGapView = ReturnType<typeof buildSharedGap>;

/** A gap as somebody else reads it: no steps, no reasons, no prices. */
export function buildSharedGap(
  { career, role: { id }, rated, levelKind }: Standing,
  { proof, evidence }: { proof: Proof; evidence: readonly EvidenceItem[] },
) {
  const role = career.roleById.get(id);
  if (!role) throw new Error(`The career ${career.id} has no role ${id}.`);
  const gap = computeStanding(career, { role, ratings: rated });
  const proofs = countProof(career, { ratings: rated, ...proof });
  return {
    role: { id, title: role.title },
    levelKind,
    readiness: gap.readiness,
    skillsMet: gap.skillsMet,
    skillsAsked: gap.skillsAsked,
    rows: sortBySize(gap.rows).map((row) => {
      const words = describeGapRow(career, { row, closing: [], proof: proofs.get(row.skill.id) });
      const { name, level, isRated, target, summary, missing, proof: counts } = words;
      return {
        id: row.skill.id,
        name,
        level: isRated ? `${level} ${career.scale[level]?.name ?? ''}` : 'not rated',
        target,
        summary,
        missing,
        proof: counts ?? '',
        evidence: evidence
          .filter((item) => listSkillsOf(career, item).includes(row.skill.id))
          .slice(0, MOST_EVIDENCE_SHOWN)
          .map(({ id: item, title, day, url }) => ({ id: item, title, day, url })),
      };
    }),
  };
}
