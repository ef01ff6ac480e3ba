import type { SkillsRecord } from '../proof/record';
import type { SharedPart } from './kinds';

/** A record with no more than its owner chose to tell: without evidence neither titles nor names, only how many. */
export function limitRecord(record: SkillsRecord, parts: readonly SharedPart[]): SkillsRecord {
  const hasEvidence = parts.includes('evidence');
  return {
    ...record,
    person: parts.includes('name') ? record.person : '',
    skills: record.skills.map((skill) => ({
      ...skill,
      confirmedBy: hasEvidence ? skill.confirmedBy : [],
      agreedWith: hasEvidence ? skill.agreedWith : null,
      evidence: hasEvidence ? skill.evidence : [],
      gained: skill.gained.map((canDo) =>
        hasEvidence ? canDo : { ...canDo, evidence: [], confirmedBy: [] },
      ),
    })),
  };
}
