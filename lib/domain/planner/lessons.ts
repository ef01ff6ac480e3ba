import type { Refuter } from './bounds';
import { type Closure, fullSet, NEVER, type StepSet } from './closure';
import { LOOK_NODES, type NodeBudget, RECALL_NODES } from './effort';
import type { Rule } from './selection';

/** Something that every plan of at most `until` weeks keeps; nothing proves it for plans of `fails` weeks. */
type Lesson<What> = { what: What; until: number; fails: number };

/**
 * What searches learned about the plans that end within a horizon. It holds for every shorter horizon too; for a
 * longer one it is proved again, which costs far less than learning it anew.
 */
export class Lessons {
  private readonly clauses: Lesson<readonly number[]>[] = [];
  private readonly rules: Lesson<Rule>[] = [];

  constructor(
    private readonly closure: Closure,
    private readonly refuter: Refuter,
  ) {}

  /** A landmark; one that holds whatever the horizon is kept by those who found it. */
  keepClause(clause: readonly number[], until: number): readonly number[] {
    if (until < NEVER) this.clauses.push({ what: clause, until, fails: NEVER });
    return clause;
  }

  /** A rule that can be proved again for longer plans by refuting its core. */
  keepRule(rule: Rule, until: number): Rule {
    this.rules.push({ what: rule, until, fails: NEVER });
    return rule;
  }

  /** A rule that was proved for plans of so many weeks and no longer ones. */
  keepFixedRule(rule: Rule, until: number): Rule {
    this.rules.push({ what: rule, until, fails: until + 1 });
    return rule;
  }

  /** What holds for plans of at most `horizon` weeks. */
  recall(horizon: number, budget: NodeBudget): { clauses: (readonly number[])[]; rules: Rule[] } {
    const keep = <What>(lessons: readonly Lesson<What>[], holds: (what: What) => boolean) =>
      lessons.flatMap((lesson) => {
        if (lesson.until < horizon && lesson.fails > horizon && !budget.isSpent()) {
          const { looks } = this.refuter;
          if (holds(lesson.what)) lesson.until = horizon;
          else lesson.fails = horizon;
          budget.spend(RECALL_NODES + (this.refuter.looks - looks) * LOOK_NODES);
        }
        return lesson.until >= horizon ? [lesson.what] : [];
      });
    return {
      clauses: keep(this.clauses, (clause) => this.isLandmark(clause, horizon)),
      rules: keep(this.rules, (rule) => this.isRule(rule, horizon)),
    };
  }

  private isLandmark(clause: readonly number[], horizon: number): boolean {
    this.closure.reset(this.allBut(clause));
    return this.closure.goal > horizon;
  }

  private isRule({ core, rest }: Rule, horizon: number): boolean {
    return this.refuter.isRefuted({ members: core, helpers: this.allBut(rest), horizon });
  }

  private allBut(indices: readonly number[]): StepSet {
    const set = fullSet(this.closure.model);
    for (const index of indices) set[index] = 0;
    return set;
  }
}
