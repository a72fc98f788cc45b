import type { Relation } from '#domain/hazard/relation';
import type { Transaction } from '../../database.ts';

/** How many people are alike in all that figures are made of. */
export interface CountedPeopleRow {
  readonly district_name: string | null;
  /** 0 = not ranked yet. */
  readonly tier: number;
  readonly red_relation: Relation;
  readonly has_plan: boolean;
  readonly people: number;
}

/** People whom the actor does not see and may count. What is told of it hides small counts. */
export function selectCountedPeople(transaction: Transaction): Promise<CountedPeopleRow[]> {
  return transaction.query(
    'SELECT district_name, tier, red_relation, has_plan, people FROM access.counted()',
  );
}
