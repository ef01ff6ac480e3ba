import { lightenPages } from './lighten-pages';
import { buildPlannerWorker } from './planner-worker';
import { writePolicy } from './policy';

/** What Rung makes of a build of Next's before it serves it. The policy is of the pages as they are sent. */
export async function finishBuild(root: string): Promise<void> {
  await buildPlannerWorker(root);
  lightenPages(root);
  writePolicy(root);
}
