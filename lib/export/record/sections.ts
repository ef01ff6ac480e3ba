import type { RecordedCanDo, RecordedSkill, SkillsRecord } from '@/lib/domain/proof/record';
import type { Words } from '../words';

/** What a record says, in the order in which every format says it. */
export type RecordSection = { title: string; lines: string[]; items: string[] };

export function describeHead(record: SkillsRecord, words: Words): { title: string; lines: string[] } {
  return {
    title: `Skills record: ${record.role.title}`,
    lines: [
      `${record.person ? `${record.person}, ` : ''}${words.day(record.from)} to ${words.day(record.to)}. Made on ${words.day(record.madeOn)}.`,
      `Readiness ${record.readiness}% for ${record.role.title}.`,
      'Claimed: the person says so. Shown: there is evidence. Confirmed: somebody who looked too, without seeing the person’s own level, says so.',
    ],
  };
}

export function listSections(record: SkillsRecord, words: Words): RecordSection[] {
  const next = record.next.map(({ title }) => title);
  return [
    ...record.skills.map((skill) => describeSkill(skill, words)),
    ...(next.length > 0 ? [{ title: 'Next', lines: [], items: next }] : []),
  ];
}

function describeSkill(skill: RecordedSkill, words: Words): RecordSection {
  const { claimed, shown, confirmed } = skill.counts;
  const proved = skill.gained.filter(({ state }) => state !== 'claimed');
  const onlyClaimed = skill.gained.length - proved.length;
  const kind = skill.kind === 'own' ? 'own rating' : 'agreed with somebody';
  return {
    title: skill.name,
    lines: [
      `Level ${skill.level} ${skill.levelName} (${kind}); the role asks ${skill.target}.`,
      `In all: ${confirmed} confirmed, ${shown} shown, ${claimed} claimed only.`,
      describeGained(skill.gained.length, onlyClaimed, words),
    ],
    items: proved.map((canDo) => describeCanDo(canDo, words)),
  };
}

function describeGained(gained: number, onlyClaimed: number, words: Words): string {
  if (gained === 0) return 'Nothing new in this period.';
  return `New in this period: ${words.count(gained, 'can-do')}${onlyClaimed > 0 ? `, of which ${onlyClaimed} claimed only` : ''}.`;
}

function describeCanDo({ text, evidence, confirmedBy }: RecordedCanDo, words: Words): string {
  const shownBy = evidence.map(({ title, day }) => `${title} (${words.day(day)})`).join('; ');
  const parts = [
    shownBy ? `Shown by ${shownBy}.` : '',
    confirmedBy.length > 0 ? `Confirmed by ${confirmedBy.join(', ')}.` : '',
  ].filter(Boolean);
  return `${text} ${parts.join(' ')}`;
}
