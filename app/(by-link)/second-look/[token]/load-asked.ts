import 'server-only';
import { findDeedRefusal, findStandingRefusal } from '@/lib/auth/deed-throttle';
import { findLink } from '@/lib/auth/link-secret';
import type { UserId } from '@/lib/auth/user-id';
import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import { listSkillsOf } from '@/lib/domain/proof/evidence';
import { type EvidenceItem, listEvidence } from '@/lib/queries/evidence';
import { getGoal } from '@/lib/queries/goals';
import { getAccount } from '@/lib/queries/people';
import { listOwnAnswers } from '@/lib/queries/second-look-answers';
import { getSecondLook, type SecondLook } from '@/lib/queries/second-looks';
import { formatDay } from '@/lib/wording/format';
import { toThirdPerson } from '@/lib/wording/third-person';
import type { AskedSkill } from './asked-skill';

/** What a link asks for, or null where it was never one, was ended or is over. Opening it changes nothing. */
export async function findAsked(token: string): Promise<{ userId: UserId; look: SecondLook } | null> {
  const link = await findLink(token.slice(0, 100), 'second-look');
  const look = link?.detail ? await getSecondLook(link.userId, link.detail) : null;
  if (!link || !look || look.closedAt !== null) return null;
  return { userId: link.userId, look };
}

/** The same for the page: too many links that are none make whoever tries them wait. */
export async function openAsked(token: string): Promise<Awaited<ReturnType<typeof findAsked>> | string> {
  const refusal = await findStandingRefusal('wrong-link');
  if (refusal !== null) return refusal;
  const asked = await findAsked(token);
  if (asked === null) await findDeedRefusal('wrong-link');
  return asked;
}

/** The skills of a second look as the catalogue has them now. */
export function listAskedSkills({ skills }: Pick<SecondLook, 'skills'>, career = loadCareer()) {
  return career.skills.filter(({ id }) => skills.includes(id));
}

/** All that the page shows. Of the ratings of whoever asks nothing is even read. */
export async function loadAskedPage({ userId, look }: { userId: UserId; look: SecondLook }) {
  const career = loadCareer();
  const [account, answers, goal, evidence] = await Promise.all([
    getAccount(userId),
    listOwnAnswers(userId, look.id),
    look.sees.includes('goal') ? getGoal(userId, career.id) : null,
    look.sees.includes('evidence') ? listEvidence(userId, career.id) : [],
  ]);
  const answerBySkill = new Map(answers.map((answer) => [answer.skill, answer]));
  const skills = listAskedSkills(look, career).map(
    (skill): AskedSkill => ({
      id: skill.id,
      name: skill.name,
      description: toThirdPerson(skill.description),
      levels: skill.levels.map(({ level, descriptor, canDo = [] }) => ({
        level,
        name: career.scale[level]?.name ?? '',
        descriptor: toThirdPerson(descriptor),
        canDos: canDo.map(({ id, text }) => ({ id, text: toThirdPerson(text) })),
      })),
      answer: answerBySkill.get(skill.id) ?? null,
      evidence: listShown(career, { evidence, skill: skill.id }),
    }),
  );
  return {
    asker: account.name,
    until: formatDay(look.until),
    goal: (goal && career.roleById.get(goal.role)) ?? null,
    isAnswered: answers.length > 0,
    skills,
  };
}

/** Which can-dos evidence supports would say how its owner rated themselves, so only the words are shown. */
function listShown(
  career: Career,
  { evidence, skill }: { evidence: readonly EvidenceItem[]; skill: string },
): AskedSkill['evidence'] {
  return evidence
    .filter((item) => listSkillsOf(career, item).includes(skill))
    .slice(0, MOST_EVIDENCE_SHOWN)
    .map(({ id, title, day, text, url }) => ({ id, title, day: formatDay(day), text, url }));
}

const MOST_EVIDENCE_SHOWN = 10;
