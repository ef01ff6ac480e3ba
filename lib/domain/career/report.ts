import type { Career } from './career';
import { FACTS, type Fact, type FactAge, isWellKnown, listFacts } from './facts';
import { findReach } from './reach';
import type { Evidence } from './step-schema';
import { listWaysIn } from './ways-in';

const AGES: readonly FactAge[] = ['current', 'older', 'undated', 'estimate'];
const FEW_WAYS = 2;

/** What an editor of the catalogue should look at, as text; `month` (`2026-11`) is what the ages are counted from. */
export function renderCatalogueReport(career: Career, month: string): string {
  return [
    renderCounts(career),
    renderFacts(listFacts(career, month), month),
    renderCertifications(career),
    renderWays(career),
    renderHangsOn(career),
  ].join('\n');
}

/** Rows of words and numbers as a table of fixed width. */
function renderTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd((widths[column] ?? 0) + 2))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

function countBy<T>(entries: readonly T[], key: (entry: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(key(entry), (counts.get(key(entry)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}

function renderCounts({ canDos, skills, steps, posts, roles }: Career): string {
  const levels = [1, 2, 3, 4, 5] as const;
  const rows = skills.map(({ id, name }) => {
    const own = canDos.filter(({ skill }) => skill === id);
    return [name, ...levels.map((at) => own.filter(({ level }) => level === at).length), own.length];
  });
  const sums = levels.map((at) => canDos.filter(({ level }) => level === at).length);
  const atWork = levels.map((at) => canDos.filter(({ level, atWork }) => level === at && atWork).length);
  const active = steps.filter(({ status }) => status === 'active');
  const kinds = countBy(active, ({ kind, assessed }) => `${kind}, ${assessed}`);
  return [
    '# What there is',
    renderTable(
      ['can-dos', '1', '2', '3', '4', '5', 'all'],
      [...rows, ['all', ...sums, canDos.length], ['shown at work only', ...atWork, '']],
    ),
    '',
    `${active.length} active steps, ${steps.length - active.length} retired; ${posts.length} posts; ${roles.length} roles.`,
    renderTable(['steps by kind and how they are assessed', ''], kinds),
    '',
  ].join('\n');
}

function renderFacts(facts: readonly Fact[], month: string): string {
  const known: readonly Evidence['known'][] = ['official', 'independent', 'estimate'];
  const rows = FACTS.flatMap((name) =>
    known.map((each) => {
      const own = facts.filter((fact) => fact.name === name && fact.evidence.known === each);
      return [
        `${name}, ${each}`,
        ...AGES.map((age) => own.filter((fact) => fact.age === age).length),
        own.length,
      ];
    }),
  );
  const older = facts.filter(({ age }) => age === 'older');
  return [
    `# Facts by age in ${month} (current: seen within 18 months) and by how they are known`,
    renderTable(['fact', ...AGES, 'all'], rows),
    '',
    `Older, and so not to be called current: ${older.length}`,
    ...older.map(({ step, name, evidence }) => `  ${step.id}: ${name}, seen ${evidence.seen}`),
    '',
  ].join('\n');
}

function renderCertifications({ steps }: Career): string {
  const active = steps.filter(({ kind, status }) => kind === 'certification' && status === 'active');
  const lacking = active.flatMap(({ id, evidence }) => {
    const what = (['price', 'validity'] as const).filter((name) => !isWellKnown(evidence[name]));
    return what.length > 0 ? [`  ${id}: ${what.join(' and ')}`] : [];
  });
  const part = Math.round((100 * (active.length - lacking.length)) / active.length);
  return [
    '# Certifications known officially or by two independent sources, in price and validity',
    `${active.length - lacking.length} of ${active.length} (${part} %). Lacking:`,
    ...lacking,
    '',
  ].join('\n');
}

function renderWays(career: Career): string {
  const ways = listWaysIn(career);
  const rows = [1, 2, 3, 4, 5].map((level) => {
    const own = ways.filter(({ canDo }) => canDo.level === level);
    const least = (count: (way: (typeof ways)[number]) => number) => Math.min(...own.map(count));
    return [
      `level ${level}`,
      least(({ open }) => open.length),
      own.filter(({ open }) => open.length <= FEW_WAYS).length,
      own.filter(({ canDo, outsideWork }) => !canDo.atWork && outsideWork.length < FEW_WAYS).length,
      own.filter(({ posts }) => posts.length === 0).length,
    ];
  });
  const few = ways.filter(
    ({ canDo, open, outsideWork }) =>
      open.length < FEW_WAYS || (canDo.level <= 3 && !canDo.atWork && outsideWork.length < FEW_WAYS),
  );
  return [
    '# Ways in to the can-dos (open: free of region, platform, cost, holding and full time)',
    renderTable(['', 'fewest open', 'with two or fewer', 'fewer than two outside work', 'in no post'], rows),
    '',
    `Fewer than two open ways, or up to level 3 fewer than two outside work: ${few.length}`,
    ...few.map(({ canDo, open }) => `  ${canDo.id}: ${open.map(({ id }) => id).join(', ')}`),
    '',
  ].join('\n');
}

/** For each role the steps without which nobody reaches it, and how much of it rests on two ways alone. */
function renderHangsOn(career: Career): string {
  const active = career.steps.filter(({ status }) => status === 'active');
  const without = active.map((step) => ({
    id: step.id,
    reached: findReach(career, { region: 'any', mayTake: ({ id }) => id !== step.id }).posts,
  }));
  const openById = new Map(listWaysIn(career).map(({ canDo, open }) => [canDo.id, open.length]));
  const rows = career.roles.map(({ id, title }) => {
    const asked = [...(career.askedByRole.get(id) ?? [])];
    const hangsOn = without.filter(({ reached }) => !reached.has(id)).map((step) => step.id);
    const thin = asked.filter((canDo) => (openById.get(canDo) ?? 0) <= FEW_WAYS).length;
    return [title, asked.length, thin, hangsOn.join(', ') || 'no single step'];
  });
  return [
    '# What the roles hang on',
    renderTable(['role', 'can-dos asked', 'on two open ways or fewer', 'lost without'], rows),
    '',
  ].join('\n');
}

/** The active steps that no plan of many people uses, by kind; `plans` holds the ids of each plan's steps. */
export function renderUnusedSteps(career: Career, plans: readonly (readonly string[])[]): string {
  const used = new Set(plans.flat());
  const active = career.steps.filter(({ status }) => status === 'active');
  const unused = active.filter(({ id }) => !used.has(id));
  const kinds = [...new Set(unused.map(({ kind }) => kind))].sort();
  return [
    `# Steps that none of ${plans.length} plans uses`,
    `${unused.length} of ${active.length}`,
    ...kinds.map((kind) => {
      const own = unused.filter((step) => step.kind === kind).map(({ id }) => id);
      return `  ${kind}, ${own.length}: ${own.join(', ')}`;
    }),
    '',
  ].join('\n');
}
