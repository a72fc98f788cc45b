import { DEVICES, type Device } from '#domain/resident/disability';
import { ROSTER_REASONS } from '#geodata/roster-reasons';
import {
  comparable,
  isNo,
  isYes,
  NOT_SAID,
  type Parsed,
  parsed,
  textOrNull,
} from './roster-text.ts';

/**
 * 医療的ケア as offices write it. A cylinder (酸素ボンベ) is not a concentrator: it does not stop with
 * the power, and no code of ours says it.
 */
const WORDS: Readonly<Record<Device, RegExp>> = {
  ventilator: /人工呼吸器?|呼吸器|ベンチレータ|レスピレータ|NPPV|TPPV/u,
  suction: /吸引/u,
  'oxygen-concentrator': /酸素濃縮|在宅酸素|酸素療法|^HOT$|^酸素(?:吸入)?$/u,
  dialysis: /透析|^H?D$|^CAPD$/u,
  'tube-feeding': /経管栄養|胃ろう|胃瘻|腸ろう|腸瘻|経鼻|^PEG$/u,
};

/** Devices of one cell, several divided by 、 or ・ or /; `[]` is an explicit "none". */
export function parseDevices(
  cell: string | undefined,
  column = '医療機器',
): Parsed<readonly Device[]> {
  const text = textOrNull(cell);
  if (text === null) return NOT_SAID;
  if (isNo(text)) return parsed<readonly Device[]>([]);
  const found = new Set<Device>();
  const strange: string[] = [];
  for (const part of text.split(/[、，,;；/／・･+＋\n]|\s+/u)) {
    const word = comparable(part).replaceAll(/[()]/gu, '');
    if (word === '') continue;
    const devices = DEVICES.filter((device) => WORDS[device].test(word));
    if (devices.length === 0 || /ボンベ|以前|過去|なし$/u.test(word)) strange.push(part.trim());
    else for (const device of devices) found.add(device);
  }
  if (found.size === 0)
    return parsed<readonly Device[]>(null, ROSTER_REASONS.unreadable(column, text));
  return parsed(
    DEVICES.filter((device) => found.has(device)),
    ...strange.map((part) => ROSTER_REASONS.partlyUnreadable(column, part)),
  );
}

/** A column of its own for one device, with ○ / 有 / 無 in it. */
export function parseDeviceFlag(
  cell: string | undefined,
  device: Device,
  column: string,
): Parsed<readonly Device[]> {
  const text = textOrNull(cell);
  if (text === null) return NOT_SAID;
  if (isNo(text)) return parsed<readonly Device[]>([]);
  if (isYes(text)) return parsed([device]);
  return parsed<readonly Device[]>(null, ROSTER_REASONS.unreadable(column, text));
}
