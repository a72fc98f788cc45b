/** A JSON body that comes as text, written in another thread: large answers are not read just to be written. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
