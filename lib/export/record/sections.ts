import type { RecordedCanDo, RecordedItem, RecordedSkill, SkillsRecord } from '@/lib/domain/proof/record';
import { describeProof } from '@/lib/wording/proof';
import { nameCanDo } from '@/lib/wording/why';
import type { Words } from '../words';

/** What a record says, in the order in which every format says it. */
export type RecordSection = { title: string; lines: string[]; items: string[] };

export function describeHead(record: SkillsRecord, words: Words): { title: string; lines: string[] } {
  return {
    title: `Skills record: ${record.role.title}`,
    lines: [
      `${record.person ? `${record.person}, ` : ''}${words.day(record.from)} to ${words.day(record.to)}. Made on ${words.day(record.madeOn)}.`,
      `Readiness ${record.readiness}% for ${record.role.title}, by ${describeLevels(record)}.`,
      'Claimed: the person says so. Shown: there is evidence. Confirmed: somebody who looked too, without seeing the person’s own level, says so.',
      ...(record.skills.some(({ gained }) => gained.some(({ state }) => state !== 'claimed'))
        ? ['Sentences to “you” are those by which the person rated, word for word.']
        : []),
    ],
  };
}

function describeLevels({ skills }: SkillsRecord): string {
  return skills.some(({ kind }) => kind === 'agreed')
    ? 'levels agreed with others where there is one, else own ratings'
    : 'own ratings';
}

/** First every skill in a line, then what the period brought to each that it brought anything to, then what comes next. */
export function listSections(record: SkillsRecord, words: Words): RecordSection[] {
  const moved = record.skills.filter(({ gained, evidence }) => gained.length + evidence.length > 0);
  const next = record.next.map(({ title }) => title);
  return [
    {
      title: 'Skills',
      lines: record.skills.length === 0 ? ['No skill was rated by then.'] : [],
      items: record.skills
        .toSorted((one, other) => other.level - one.level)
        .map((skill) => describeSkill(skill, words)),
    },
    ...moved.map((skill) => describeMoved(skill, words)),
    ...(record.skills.length > 0 && moved.length === 0
      ? [{ title: 'New in this period', lines: ['Nothing became true or was shown.'], items: [] }]
      : []),
    ...(next.length > 0 ? [{ title: 'Next', lines: [], items: next }] : []),
  ];
}

function describeSkill(skill: RecordedSkill, words: Words): string {
  const kind = skill.kind === 'own' ? 'own rating' : `agreed with ${skill.agreedWith ?? 'somebody'}`;
  const proof = describeProof(skill.counts, words.number);
  const level = `${skill.name}: level ${skill.level} ${skill.levelName} (${kind}); the role asks ${skill.target}`;
  const by = skill.confirmedBy.length > 0 ? ` ${skill.confirmedBy.join(', ')} said so too.` : '';
  return `${level}${proof === '' ? '' : `; ${proof}`}.${by}`;
}

function describeMoved(skill: RecordedSkill, words: Words): RecordSection {
  const proved = skill.gained.filter(({ state }) => state !== 'claimed');
  const claimed = skill.gained.filter(({ state }) => state === 'claimed').map(({ id }) => nameCanDo(id));
  const named = new Set(proved.flatMap(({ evidence }) => evidence.map(({ title }) => title)));
  const others = skill.evidence.filter(({ title }) => !named.has(title));
  return {
    title: skill.name,
    lines: [
      skill.gained.length > 0
        ? `New in this period: ${words.count(skill.gained.length, 'can-do')}.`
        : 'Shown in this period, for what was true before:',
    ],
    items: [
      ...proved.map((canDo) => describeCanDo(canDo, words)),
      ...(claimed.length > 0 ? [`By own rating alone: ${claimed.join('; ')}.`] : []),
      ...(skill.gained.length > 0 && others.length > 0
        ? [`Also shown: ${describeItems(others, words)}.`]
        : others.map((item) => `${describeItems([item], words)}.`)),
    ],
  };
}

function describeCanDo({ text, state, evidence, confirmedBy }: RecordedCanDo, words: Words): string {
  const parts = [
    evidence.length > 0 ? `Shown by ${describeItems(evidence, words)}.` : '',
    confirmedBy.length > 0 ? `${confirmedBy.join(', ')} said so too.` : '',
  ].filter(Boolean);
  // Who chose to tell no titles and no names still tells how far it is proved.
  return `${text} ${parts.length > 0 ? parts.join(' ') : state === 'confirmed' ? 'Somebody who was asked said so too.' : 'Shown.'}`;
}

function describeItems(items: readonly RecordedItem[], words: Words): string {
  return items.map(({ title, day }) => `${title} (${words.day(day)})`).join('; ');
}
