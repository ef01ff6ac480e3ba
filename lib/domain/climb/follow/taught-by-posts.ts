import type { Career } from '../../career/career';
import { listTeaching } from '../model/climber';
import { countWeeksIn, listHeldPosts } from '../model/held';
import { listTrue } from '../standing';
import type { StoredDocument } from './stored-document';

/**
 * For each stage of a plan the can-dos that its post shows in it, in the order it shows them: those that were not true of the person
 * and that no step of the plan teaches. Nothing for a plan of version 1, which knows no posts.
 */
export function listTaughtByPosts(career: Career, document: StoredDocument): string[][] {
  if (document.version === 1) return [];
  const { profile, stages, steps } = document;
  const known = new Set([...listTrue(career, profile), ...steps.flatMap(({ teaches }) => teaches)]);
  const held = listHeldPosts(career, profile);
  return stages.map(({ post: id, weeks }) => {
    const post = id === null ? undefined : career.postById.get(id);
    if (!post) return [];
    const shown = listTeaching(post, countWeeksIn(held, post.id)).filter(
      ({ canDo, week }) => week <= weeks && !known.has(canDo),
    );
    for (const { canDo } of shown) known.add(canDo);
    return shown.map(({ canDo }) => canDo);
  });
}
