import { useState } from 'react';
import type { TravellingPerson } from '#domain/drill/content';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { needsOf, standInFor } from './new-person.ts';
import { useDrillEditing } from './use-drill-draft.ts';

/** A name that no stand-in of the drill has yet. */
export function useStandInName(): () => string {
  const say = useDrillWords().people;
  const { content } = useDrillEditing();
  const names = new Set(content.people.map(({ name }) => name));
  return () => {
    let number = content.people.filter(({ kind }) => kind === 'stand-in').length + 1;
    while (names.has(say.standIn(String(number)))) number += 1;
    return say.standIn(String(number));
  };
}

/** Which people's devices the reader does not see. */
function useMasked(): ReadonlySet<string> {
  const { view } = useDrillEditing();
  return new Set(view.content.people.filter(({ isMasked }) => isMasked).map(({ id }) => id));
}

/** Somebody stands in for a person who does not take part: their needs stay, their name and home do not. */
export function ReplaceByStandIn({ person }: { readonly person: TravellingPerson }) {
  const say = useDrillWords().people;
  const { change, mayWrite } = useDrillEditing();
  const masked = useMasked();
  const nameOf = useStandInName();
  if (!mayWrite || person.kind !== 'real') return null;
  const press = () => {
    const isMasked = masked.has(person.id);
    const other = standInFor(person, nameOf(), isMasked);
    const swap = (from: string, to: TravellingPerson) =>
      change((was) => ({
        ...was,
        people: was.people.map((one) => (one.id === from ? to : one)),
      }));
    swap(person.id, other);
    offerUndo({
      text: isMasked ? say.replacedMasked(other.name) : say.replaced(other.name),
      undo: () => swap(other.id, person),
    });
  };
  return (
    <Button className="px-2 text-14" aria-label={say.replaceOf(person.name)} onPress={press}>
      {say.replace}
    </Button>
  );
}

/** Copies needs to somebody who stands in from whom they stand in for. */
export function CopyNeeds({ person }: { readonly person: TravellingPerson }) {
  const say = useDrillWords().people;
  const { content, change, mayWrite } = useDrillEditing();
  const masked = useMasked();
  const [from, setFrom] = useState('');
  const others = content.people.filter(({ id }) => id !== person.id);
  if (!mayWrite || person.kind !== 'stand-in' || others.length === 0) return null;
  const copy = (id: string) => {
    const other = others.find((one) => one.id === id);
    if (other === undefined) return;
    const isMasked = masked.has(id);
    const put = (needs: Partial<TravellingPerson>) =>
      change((was) => ({
        ...was,
        people: was.people.map((one) => (one.id === person.id ? { ...one, ...needs } : one)),
      }));
    put(needsOf(other, isMasked));
    setFrom('');
    offerUndo({
      text: isMasked
        ? say.needsCopiedMasked(other.name, person.name)
        : say.needsCopied(other.name, person.name),
      undo: () => put(needsOf(person, false)),
    });
  };
  return (
    <label className="col-span-2 flex flex-col gap-1 text-14 font-bold">
      {say.copyNeeds}
      <select
        className="h-11 rounded-8 border border-line-strong bg-surface px-2 text-16 font-normal"
        value={from}
        onChange={({ target }) => copy(target.value)}
      >
        <option value="">{say.chooseWhom}</option>
        {others.map(({ id, name, kind }) => (
          <option key={id} value={id}>
            {`${name}(${say.kinds[kind]})`}
          </option>
        ))}
      </select>
      <span className="font-normal text-ink-soft">{say.copyHint}</span>
    </label>
  );
}
