type Said = { also?: readonly string[]; except?: readonly string[] };

/**
 * What the can-dos of a skill start from when it is rated again: what was said of them last, with what steps finished since
 * teach as true by now. Whoever rates still judges each.
 */
export function startRating(
  before: Said | undefined,
  learnt: ReadonlySet<string>,
): { also: string[]; except: string[] } {
  const { also = [], except = [] } = before ?? {};
  return {
    also: [...new Set([...also, ...learnt])],
    except: except.filter((id) => !learnt.has(id)),
  };
}
