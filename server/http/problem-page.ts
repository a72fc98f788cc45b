import type { Request } from 'express';
import type { Bilingual } from '#domain/resident/labels';
import type { BodyWriter } from './endpoint.ts';
import { languageOf } from './language.ts';
import type { HttpProblem } from './problems.ts';

/** Whether a browser goes to the address itself: what it gets is shown to somebody. */
export const isPageVisit = (request: Request): boolean =>
  request.accepts(['json', 'html']) === 'html';

const WORDS = {
  ja: { title: 'サインインできませんでした', back: 'サインインの画面へ戻る' },
  en: { title: 'You are not signed in', back: 'Back to signing in' },
} as const;

/** A problem in words, for somebody whom another site has sent here: there is no page around it yet. */
export function problemPage(problem: HttpProblem, title?: Bilingual): BodyWriter {
  return (request, response) => {
    const language = languageOf(request);
    const { title: notSignedIn, back } = WORDS[language];
    const said = (problem.detail ?? problem.title)[language];
    response.locals.problemCode = problem.code;
    response
      .status(problem.status)
      .set({ 'Cache-Control': 'no-store', 'Content-Language': language })
      .vary('Accept-Language')
      .type('html')
      .send(page(language, title?.[language] ?? notSignedIn, said, back));
  };
}

const page = (language: string, title: string, said: string, back: string) => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · みちしるべ</title>
<style>
body { font: 16px/1.7 system-ui, "Noto Sans JP", sans-serif; margin: 0; display: grid; min-height: 100vh; place-items: center; }
main { max-width: 34em; padding: 24px; }
h1 { font-size: 24px; }
a { display: inline-block; padding: 8px 16px; border: 1px solid; border-radius: 8px; font-weight: bold; color: inherit; }
a:focus-visible { outline: 4px solid; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p role="alert">${escaped(said)}</p>
<p><a href="/">${escaped(back)}</a></p>
</main>
</body>
</html>
`;

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
