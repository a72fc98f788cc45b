import type { Position } from '#domain/geo/position';
import { useWords } from '../../i18n/use-words.ts';
import { shiftPosition } from './shift-position.ts';

interface StepButtonsProps {
  readonly position: Position;
  readonly onShift: (position: Position) => void;
}

/** A metre in each direction, for a finger on a tablet. */
export function StepButtons({ position, onShift }: StepButtonsProps) {
  const say = useWords().peopleDesk.move;
  const steps = [
    { label: say.north, sign: '↑', east: 0, north: 1 },
    { label: say.south, sign: '↓', east: 0, north: -1 },
    { label: say.west, sign: '←', east: -1, north: 0 },
    { label: say.east, sign: '→', east: 1, north: 0 },
  ];
  return (
    <div className="flex gap-1">
      {steps.map(({ label, sign, east, north }) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          title={label}
          className="size-11 rounded-8 border border-line-strong text-18 hover:bg-surface-soft"
          onClick={() => onShift(shiftPosition(position, east, north))}
        >
          {sign}
        </button>
      ))}
    </div>
  );
}
