let answer: boolean | undefined;

/** Whether this device draws a map (WebGL 2); remote desktops and old machines may not. Asked once. */
export function canDrawMap(): boolean {
  answer ??= hasWebGl2();
  return answer;
}

function hasWebGl2(): boolean {
  const drawing = document.createElement('canvas').getContext('webgl2');
  // A browser keeps only so many of them.
  drawing?.getExtension('WEBGL_lose_context')?.loseContext();
  return drawing !== null;
}
