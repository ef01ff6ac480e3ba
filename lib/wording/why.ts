import type { Career } from '../domain/career/career';
import type { Why } from '../domain/climb/reasons/why';
import { joinWords } from './join-words';

/** Words of ids, which have no capitals, that are written in them. */
const IN_CAPITALS: ReadonlySet<string> = new Set(['ai', 'tls']);

/** A can-do in a few words: its id without the skill, which is written for this. */
export function nameCanDo(id: string): string {
  const words = id.split('-').slice(1);
  return words.map((word) => (IN_CAPITALS.has(word) ? word.toUpperCase() : word)).join(' ');
}

/** Says why a step is in a plan, a sentence a reason. */
export function describeWhy(career: Career, why: readonly Why[]): string[] {
  if (why.length === 0) return ['It is part of this plan, but nothing in it depends on this step alone.'];
  return why.map((reason) => describeReason(career, reason));
}

function describeReason(career: Career, reason: Why): string {
  const titleOfPost = (id: string): string => career.postById.get(id)?.title ?? id;
  switch (reason.code) {
    case 'closes':
      return `You learn to ${joinWords(reason.canDos.map(nameCanDo))}: asked for in a post as ${titleOfPost(reason.post)}.`;
    case 'ground':
      return `You learn to ${joinWords(reason.canDos.map(nameCanDo))}: later steps of the plan need that.`;
    case 'certificate':
      return `It is a certificate that fits a post as ${titleOfPost(reason.post)}, for which one is asked.`;
    case 'shows':
      return `It is a piece of work to show when you apply as ${titleOfPost(reason.post)}.`;
    case 'experience':
      return `It counts as what is asked beside skills: ${reason.label}.`;
    case 'opens':
      return `Only after it can you begin ${joinWords(reason.steps.map((id) => career.stepById.get(id)?.title ?? id))}.`;
    case 'pinned':
      return 'You asked for it.';
  }
}
