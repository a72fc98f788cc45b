import type { Charts } from '#contract/chart';
import { classesOf, classOf, type FigureClass } from '#domain/chart/classes';
import { valueOfFigure } from './figure-text.ts';

export interface ItemClasses {
  readonly classes: readonly FigureClass[];
  /** Class of each district by name, from 1; null = it has no value. */
  readonly byName: ReadonlyMap<string, number | null>;
}

/** How the districts in force fall into classes of an item. */
export function itemClasses({ districts }: Charts, itemId: string): ItemClasses {
  const values = districts.flatMap(({ name, isDistrict, figures }) =>
    name === null || !isDistrict ? [] : [[name, valueOfFigure(figures[itemId])] as const],
  );
  const classes = classesOf(values.flatMap(([, value]) => (value === null ? [] : [value])));
  return {
    classes,
    byName: new Map(
      values.map(([name, value]) => [name, value === null ? null : classOf(value, classes)]),
    ),
  };
}
