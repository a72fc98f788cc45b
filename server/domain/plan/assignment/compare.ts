/** Where a proposal puts somebody; ids, as the lists of shelters may have moved between two. */
export interface ComparedPlacement {
  readonly id: string;
  /** null = not placed, or by hand to a place of its own. */
  readonly destinationId: string | null;
  readonly isPlaced: boolean;
  readonly redMeters: number | null;
  readonly seconds: number | null;
}

export interface PlacementChange {
  readonly id: string;
  /** null: the proposal did not look at this person. */
  readonly from: ComparedPlacement | null;
  readonly to: ComparedPlacement | null;
}

export interface ProposalComparison {
  readonly same: number;
  /** Those put elsewhere, the most added metres in red first, then the most added time. */
  readonly changes: readonly PlacementChange[];
  readonly newlyPlaced: number;
  readonly newlyUnplaced: number;
}

/** What changes for whom from one proposal to another. */
export function compareProposals(
  from: readonly ComparedPlacement[],
  to: readonly ComparedPlacement[],
): ProposalComparison {
  const before = new Map(from.map((one) => [one.id, one]));
  const after = new Map(to.map((one) => [one.id, one]));
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const all = ids.map((id): PlacementChange => {
    return { id, from: before.get(id) ?? null, to: after.get(id) ?? null };
  });
  const changes = all.filter((one) => !isSame(one)).sort(byHarm);
  const turned = (isPlaced: boolean) =>
    changes.filter((one) => one.from?.isPlaced === !isPlaced && one.to?.isPlaced === isPlaced)
      .length;
  return {
    same: all.length - changes.length,
    changes,
    newlyPlaced: turned(true),
    newlyUnplaced: turned(false),
  };
}

function isSame({ from, to }: PlacementChange): boolean {
  return (
    from !== null &&
    to !== null &&
    from.isPlaced === to.isPlaced &&
    from.destinationId === to.destinationId
  );
}

function byHarm(a: PlacementChange, b: PlacementChange): number {
  const more = ({ from, to }: PlacementChange, of: 'redMeters' | 'seconds') =>
    (to?.[of] ?? 0) - (from?.[of] ?? 0);
  return (
    more(b, 'redMeters') - more(a, 'redMeters') ||
    more(b, 'seconds') - more(a, 'seconds') ||
    (a.id < b.id ? -1 : 1)
  );
}
