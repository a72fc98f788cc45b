import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARE_LEVELS } from '#domain/resident/care-level';
import { factReaders, NOT_KNOWN } from '#domain/resident/fact-readers';
import { vocabularies } from '#domain/resident/vocabularies';
import { Vocabulary } from '#domain/resident/vocabulary';
import { arbitraryValues } from './support.ts';

/** The same content in new objects, as a database hands it over. */
const fresh = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

describe('factReaders', () => {
  it('keeps every value, with its source and date; nothing known has neither', () => {
    const readers = factReaders('roster.csv', '2026-04-01');
    fc.assert(
      fc.property(arbitraryValues, (values) => {
        const read = fresh(values);
        const facts = {
          redZone: readers.redZone(read.redZone),
          anyZone: readers.anyZone(read.anyZone),
          phenomena: readers.phenomena(read.phenomena),
          positionAccuracy: readers.positionAccuracy(read.positionAccuracy),
          age: readers.age(read.age),
          careLevel: readers.careLevel(read.careLevel),
          disabilities: readers.disabilities(read.disabilities),
          devices: readers.devices(read.devices),
          household: readers.household(read.household),
          communication: readers.communication(read.communication),
          supporterCount: readers.supporterCount(read.supporterCount),
          plan: readers.plan(read.plan),
        };
        for (const [name, fact] of Object.entries(facts)) {
          const value = values[name as keyof typeof facts];
          if (value === null) expect(fact).toBe(NOT_KNOWN);
          else expect(fact).toEqual({ value, source: 'roster.csv', asOf: '2026-04-01' });
        }
      }),
    );
  });

  it('gives residents who are equal in a fact one object', () => {
    const readers = factReaders('roster.csv', null);
    const list = [
      { kind: 'visual', grade: '1' },
      { kind: 'intellectual', grade: 'マルA' },
    ];
    expect(readers.disabilities(fresh(list))).toBe(readers.disabilities(fresh(list)));
    expect(readers.disabilities([])).not.toBe(readers.disabilities(null));
    expect(readers.disabilities(list)).not.toEqual(readers.disabilities(list.toReversed()));
    expect(readers.careLevel('23')).toBe(readers.careLevel('23'));
    expect(readers.age(81)).toBe(readers.age(81));
  });

  it('refuses a word of no vocabulary', () => {
    const readers = factReaders('roster.csv', null);
    expect(() => readers.household('single')).toThrow('Not of this vocabulary: single');
    expect(() => readers.careLevel('')).toThrow('Not of this vocabulary');
    expect(() => readers.disabilities([{ kind: 'other', grade: null }])).toThrow('other');
  });
});

describe('Vocabulary', () => {
  it('numbers every word of every vocabulary in its order, null as 0', () => {
    for (const vocabulary of Object.values(vocabularies)) {
      const words: readonly string[] = vocabulary.words;
      expect(words.map((word) => vocabulary.codeOf(word))).toEqual(words.map((_, i) => i + 1));
      expect(words.map((word) => vocabulary.wordOf(fresh(word)))).toEqual(words);
      expect(vocabulary.codeOf(null)).toBe(0);
    }
  });

  it('refuses words that it could not tell apart', () => {
    expect(() => new Vocabulary(['cat', 'cot'])).toThrow('do not tell apart');
    expect(new Vocabulary(CARE_LEVELS).codeOf('25')).toBe(CARE_LEVELS.length);
  });
});
