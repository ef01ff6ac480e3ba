import { collectProblems, findAmerican, findRepeated, type Rule } from './rule';

const CAN_DOS = { technical: [4, 6], workplace: [3, 4] } as const;
const TOPICS = { technical: [5, 9], workplace: [3, 5] } as const;
const ID_STARTS: Record<string, string> = {
  'project-management': 'project',
  coding: 'code',
  'server-administration': 'server',
  'information-security': 'security',
  'systems-design-integration': 'design',
  'engineering-maths-analysis': 'analysis',
  communications: 'comms',
  coaching: 'coach',
  flexibility: 'flex',
  adaptability: 'adapt',
};
const VAGUE =
  /\b(understand|understands|understood|know|knows|known how|familiar|aware|awareness|appreciate|grasp|basics|learn about|be able|comfortable|confident)\b/i;
const ATTITUDE = /\b(want|prefer|avoid|like|willing|reluctan\w*)\b/i;
const BRANDS =
  /\b(aws|amazon|azure|google|gcp|docker|terraform|ansible|puppet|chef|jenkins|github|gitlab|prometheus|grafana|jira|slack|python|bash|powershell|copilot|chatgpt|claude|datadog|splunk|helm|argo|vault|red hat|ubuntu|windows|postgres\w*|mysql|kafka)\b/i;
const FILLERS = new Set(
  'you have can a an the and or of to in on by for with from its it that which what who when where is are was be been were so as at up out not no their your them they each one two several own than then how such only those without through before after while'.split(
    ' ',
  ),
);

const isBetween = (count: number, [low, high]: readonly [number, number]) => count >= low && count <= high;

/** Words of a sentence that carry its meaning. */
function wordsOf(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .replace(/[^a-z’ -]/g, ' ')
    .split(/\s+/);
  return new Set(words.filter((word) => word && !FILLERS.has(word)));
}

const levels: Rule = ({ scale, skills }) =>
  collectProblems((expect) => {
    expect(
      scale.every((row, index) => row.level === index),
      'the scale does not go from 0 to 5',
    );
    for (const { id, kind, levels: rows, topics } of skills) {
      expect(
        rows.every((row, index) => row.level === index),
        `skill ${id} does not go from 0 to 5`,
      );
      expect(isBetween(topics.length, TOPICS[kind]), `skill ${id} has ${topics.length} topics`);
      for (const { level, descriptor, canDo = [] } of rows) {
        const where = `level ${level} of ${id}`;
        expect(
          level === 0 ? canDo.length === 0 : isBetween(canDo.length, CAN_DOS[kind]),
          `${where} has ${canDo.length} can-dos`,
        );
        expect(/^[A-Z].*\.$/.test(descriptor) && !/\.\s/.test(descriptor), `${where} is not one sentence`);
        expect(!VAGUE.test(descriptor), `${where} has a vague verb`);
        expect(level !== 3 || descriptor.startsWith('Without help, you can '), `${where} needs help`);
        expect(
          level !== 0 || (/not yet/.test(descriptor) && !ATTITUDE.test(descriptor)),
          `${where} is no fact about what was not yet done`,
        );
      }
    }
    const descriptors = skills.flatMap((skill) => skill.levels.map(({ descriptor }) => descriptor));
    for (const descriptor of findRepeated(descriptors)) expect(false, `two levels say "${descriptor}"`);
  });

const topicsUsed: Rule = ({ skills, canDos }) =>
  collectProblems((expect) => {
    for (const skill of skills)
      for (const { id } of skill.topics) {
        const used = canDos.filter((canDo) => canDo.skill === skill.id && canDo.topic === id);
        const rows = new Set(used.map(({ level }) => level));
        expect(rows.size >= 3, `topic ${skill.id}/${id} has can-dos at ${rows.size} levels, not 3`);
      }
  });

const sentences: Rule = ({ canDos }) =>
  collectProblems((expect) => {
    for (const { id, skill, level, text, atWork } of canDos) {
      const start = `${ID_STARTS[skill]}-`;
      expect(
        id.startsWith(start) && isBetween(id.slice(start.length).split('-').length, [2, 5]),
        `${id} is not ${start} and 2 to 5 words`,
      );
      expect(/^You (have|can) [a-z].*[a-z]\.$/.test(text), `${id} does not begin "You have" or "You can"`);
      expect([...text].length <= 120, `${id} has ${[...text].length} characters`);
      expect(!/\.\s|["'!?]|\s\s/.test(text), `${id} is not one plain sentence`);
      expect(!VAGUE.test(text) && !BRANDS.test(text), `${id} has a vague verb or a brand`);
      expect(findAmerican(text) === undefined, `${id} is not British: ${findAmerican(text)}`);
      expect(level > 1 || !atWork, `${id} is of level 1 and needs paid work`);
    }
    for (const text of findRepeated(canDos.map(({ text }) => text)))
      expect(false, `two can-dos say "${text}"`);
    const bags = canDos.map(({ id, text }) => ({ id, words: wordsOf(text) }));
    for (const [index, one] of bags.entries())
      for (const other of bags.slice(index + 1)) {
        const common = [...one.words].filter((word) => other.words.has(word)).length;
        const share = common / Math.min(one.words.size, other.words.size);
        expect(share < 0.55, `${one.id} and ${other.id} share ${Math.round(share * 100)} % of their words`);
      }
  });

const order: Rule = ({ canDos, canDoById, beforeById }) =>
  collectProblems((expect) => {
    for (const { id, skill, level, after, atWork } of canDos) {
      const before = beforeById.get(id) ?? new Set();
      for (const first of after) {
        const earlier = canDoById.get(first);
        expect((earlier?.level ?? 9) <= level, `${id} comes after ${first}, which is of a higher level`);
        expect(atWork || !earlier?.atWork, `${id} comes after ${first}, which is shown at work only`);
        expect(
          after.every((other) => !beforeById.get(other)?.has(first)),
          `${id} names ${first}, which follows anyway`,
        );
      }
      for (const below of [1, 2, 3, 4].filter((each) => each < level)) {
        const whole = canDos.filter((other) => other.skill === skill && other.level === below);
        expect(!whole.every((other) => before.has(other.id)), `${id} waits for the whole of level ${below}`);
      }
    }
    const shareOf = (list: typeof canDos, holds: (canDo: (typeof canDos)[number]) => boolean) =>
      list.filter(holds).length / list.length;
    const at = (level: number) => canDos.filter((canDo) => canDo.level === level);
    expect(
      shareOf(at(1), ({ after }) => after.length === 0) >= 0.8,
      'too much of level 1 waits for something',
    );
    for (const level of [2, 3])
      expect(
        shareOf(at(level), ({ after }) => isBetween(after.length, [1, 2])) >= 0.7,
        `fewer than 7 in 10 of level ${level} come after one or two`,
      );
    const workOf = (level: number) => shareOf(at(level), ({ atWork }) => atWork);
    expect(workOf(4) > 0.5 && workOf(4) < 1, 'level 4 is not mostly shown at work');
    expect(workOf(5) >= 0.9, 'level 5 is not nearly all shown at work');
    for (const { id } of at(3).filter(({ atWork, skill }) => atWork && TECHNICAL.has(skill)))
      expect(false, `${id} is technical, of level 3 and shown at work only`);
  });

const TECHNICAL = new Set(Object.keys(ID_STARTS).slice(0, 6));

export const SKILL_RULES: Record<string, Rule> = {
  'every level has its can-dos and its sentence': levels,
  'every topic is used at three levels': topicsUsed,
  'every can-do is one sentence that a witness could confirm': sentences,
  'can-dos come after easier ones': order,
};
