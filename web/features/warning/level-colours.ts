import type { WarningLevel } from '#domain/warning/warning-level';

/**
 * The colours that the Cabinet Office gives the levels (2 yellow, 3 red, 4 purple, 5 black), each with
 * the text that is read on it at 4.5:1. They are the same by night, and stand for nothing else.
 */
export const LEVEL_COLOURS: Readonly<Record<WarningLevel, string>> = {
  2: 'bg-[#f2e700] text-[#1a1a1c] border-[#8a8400]',
  3: 'bg-[#ff2800] text-[#1a0400] border-[#a31a00]',
  4: 'bg-[#aa00aa] text-white border-[#e27fe2]',
  5: 'bg-[#0c000c] text-white border-[#8f8f8f]',
};
