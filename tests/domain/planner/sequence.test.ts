import { describe, expect, it } from 'vitest';
import { generateSmallInstance } from '@/bench/small-instances';
import { Closure, toSet } from '@/lib/domain/planner/closure';
import { buildModel } from '@/lib/domain/planner/model';
import { findSequence } from '@/lib/domain/planner/sequence';
import { BruteForce } from '@/tests/support/brute-force';

const NODES = 100_000;

describe('findSequence', () => {
  it('finds an order for what can be done, and none in fewer weeks with one step at once', () => {
    let [found, refuted] = [0, 0];
    for (let seed = 1; seed <= 120; seed += 1) {
      const { career, profile } = generateSmallInstance({ seed, steps: 8 });
      const exact = new BruteForce(career, profile).solve('fastest');
      const weeks = exact?.vector[0] ?? 0;
      if (!exact || weeks === 0) continue;
      const model = buildModel(career, profile);
      const closure = new Closure(model);
      const set = toSet(
        model,
        exact.ids.flatMap((id) => model.indexById.get(id) ?? []),
      );
      expect(
        findSequence({ closure, set, horizon: weeks, nodes: NODES }).starts,
        `seed ${seed}`,
      ).toBeInstanceOf(Int32Array);
      found += 1;
      if (model.maxParallel > 1) continue;
      expect(
        findSequence({ closure, set, horizon: weeks - 1, nodes: NODES }).starts,
        `seed ${seed}`,
      ).toBeNull();
      refuted += 1;
    }
    expect(found).toBeGreaterThan(20);
    expect(refuted).toBeGreaterThan(5);
  });

  it('says nothing where the nodes do not suffice', () => {
    const { career, profile } = generateSmallInstance({ seed: 1, steps: 8 });
    const model = buildModel(career, profile);
    const set = toSet(model, model.steps.keys());
    expect(findSequence({ closure: new Closure(model), set, horizon: 1, nodes: 1 }).starts).toBe('open');
  });
});
