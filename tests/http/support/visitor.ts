/** A browser in so far as it keeps one cookie: whoever it is, it is not signed in unless it signs in. */
export class Visitor {
  /** `name=value`; '' = none. */
  cookie = '';
  readonly #url: string;
  constructor(url: string) {
    this.#url = url;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#ask(path, { headers });
  }

  send(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body: unknown = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return this.#ask(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const own = { cookie: this.cookie, 'x-michishirube': '1', 'user-agent': 'Visitor/1.0' };
    const answer = await fetch(`${this.#url}${path}`, {
      ...init,
      headers: { ...own, ...init.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const pair = line.split(';', 1)[0] ?? '';
      this.cookie = /Max-Age=0/.test(line) ? '' : pair;
    }
    return answer;
  }
}
