import type { PlanRow } from '@/lib/domain/plan/glance/row';

/** The form that every act of a row belongs to, and the one of what only shows something. */
export const ACTS_FORM = 'acts';
export const LOOKS_FORM = 'looks';

/** The acts of a row, one press each; what is asked less often stands in a menu. */
export function RowActs({ row, on }: { row: PlanRow; on: '/plan' | '/home' }) {
  const { step, status, recorded } = row;
  const { id } = step;
  const act = (what: string) => ({
    type: 'submit' as const,
    form: ACTS_FORM,
    name: 'act',
    value: [what, id, recorded?.id ?? ''].join(' '),
    'aria-describedby': `row-${id}`,
  });
  const look = (what: string, at = id) => ({
    type: 'submit' as const,
    form: LOOKS_FORM,
    // Before script the browser goes to the row itself, or to the first line of what it opens.
    formAction: `${what === 'log' ? on : '/plan'}#${at}`,
    name: what,
    value: id,
    'aria-describedby': `row-${id}`,
  });
  if (status === 'done' || status === 'dropped')
    return (
      <div className="row-acts no-print">
        <button {...act('undo')}>Undo</button>
      </div>
    );
  const isRunning = status === 'in-progress';
  return (
    <div className="row-acts no-print">
      {isRunning ? null : <button {...act('start')}>Start</button>}
      <button {...look('log')} data-wide={isRunning ? undefined : true}>
        Log hours
      </button>
      <button {...act('done')} data-wide={isRunning ? undefined : true}>
        Done
      </button>
      <button type="button" popoverTarget={`more-${id}`} data-wide aria-describedby={`row-${id}`}>
        More
      </button>
      <div id={`more-${id}`} popover="auto" className="row-menu">
        <button {...act('drop')}>Drop</button>
        <p className="hint">you will not do it; the rest stays</p>
        <button {...act('pin')}>Pin</button>
        <p className="hint">every plan you make holds it</p>
        <button {...look('without', 'why')}>Leave out</button>
        <p className="hint">see a plan without it</p>
        <button {...look('swap', 'why')}>Swap</button>
        <p className="hint">see what could stand in its place</p>
        <button {...look('move', `to-${id}`)}>Move</button>
        <p className="hint">to another date</p>
      </div>
    </div>
  );
}
