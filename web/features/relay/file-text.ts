/** A file as text, as what is sealed is text. */
export function textOfFile(file: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}

export function fileOfText(text: string): Blob {
  const binary = atob(text.slice(text.indexOf(',') + 1));
  return new Blob([Uint8Array.from(binary, (letter) => letter.charCodeAt(0))]);
}
