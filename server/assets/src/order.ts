/** Put the rows of a result in order. */

import { readNumber } from "./terms.ts";
import type { Cell, Row } from "./types.ts";

export type Direction = "ascending" | "descending";

const COLLATOR = new Intl.Collator("en", { numeric: true });

/** Return rows ordered by one column; numbers by size, the rest as words; empty cells are always last. */
export function sortRows(rows: readonly Row[], name: string, direction: Direction): Row[] {
  const sign = direction === "ascending" ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [left, right] = [a[name], b[name]];
    if (!left || !right) return Number(!left) - Number(!right);
    return sign * compare(left, right);
  });
}

function compare(left: Cell, right: Cell): number {
  const [a, b] = [readNumber(left), readNumber(right)];
  if (a !== null && b !== null) return a - b;
  if (a !== null || b !== null) return a !== null ? -1 : 1;
  return COLLATOR.compare(left.value, right.value);
}

/** Return the direction that follows one: ascending, descending, then the order of the answer. */
export function turn(direction: Direction | null): Direction | null {
  return direction === null ? "ascending" : direction === "ascending" ? "descending" : null;
}
