/** A length of time as a clock shows it: `1:05:09`, `5:09`. */
export function lengthText(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const pad = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours === 0
    ? `${minutes}:${pad(seconds % 60)}`
    : `${hours}:${pad(minutes)}:${pad(seconds % 60)}`;
}

/** Hours and minutes by the clock of this computer. */
export function clockText(millis: number): string {
  const moment = new Date(millis);
  return [moment.getHours(), moment.getMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** What a device is called on the screen: short enough to be told on the telephone. */
export const deviceText = (deviceId: string): string => deviceId.slice(0, 4).toUpperCase();

const DEVICE_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** A text with devices by their short names. */
export const withShortDevices = (text: string): string => text.replace(DEVICE_ID, deviceText);

interface Notice {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
}

/** Notices as they are read, each text once: a step that was begun and ended twice is one thing to know. */
export function noticeTexts<One extends Notice>(
  notices: readonly One[],
  pick: (text: One) => string,
): { readonly code: string; readonly text: string }[] {
  const byText = new Map(
    notices.map((notice) => {
      const text = withShortDevices(pick(notice));
      return [text, { code: notice.code, text }];
    }),
  );
  return [...byText.values()];
}
