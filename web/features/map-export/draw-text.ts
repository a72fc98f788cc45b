/** The font that ships with the application, as on the screen. */
export const FAMILY = '"Noto Sans JP Variable", "Noto Sans JP", sans-serif';

/** As much of a text as fits, with … where some is left out. */
export function fitText(
  context: Pick<CanvasRenderingContext2D, 'measureText'>,
  text: string,
  width: number,
): string {
  if (context.measureText(text).width <= width) return text;
  let end = text.length;
  while (end > 1 && context.measureText(`${text.slice(0, end)}…`).width > width) end -= 1;
  return `${text.slice(0, end)}…`;
}

/** Lines of at most that width; Japanese may break anywhere. */
export function wrapText(
  context: Pick<CanvasRenderingContext2D, 'measureText'>,
  text: string,
  width: number,
  mostLines: number,
): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && lines.length < mostLines - 1) {
    let end = rest.length;
    while (end > 1 && context.measureText(rest.slice(0, end)).width > width) end -= 1;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? lines : [...lines, fitText(context, rest, width)];
}
