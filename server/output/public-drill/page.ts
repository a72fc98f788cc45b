import type { PublicDocument, PublicSection } from './document.ts';
import { PUBLIC_WORDS, publicSayer } from './words.ts';

/** A page that is whole by itself: no script, no outside file, tables with heads, one language at a time. */
export function publicPage(document: PublicDocument, path: string): string {
  const { language, heading, title, municipality, lead, sections, publishedOn } = document;
  const word = (key: keyof typeof PUBLIC_WORDS) => PUBLIC_WORDS[key][language];
  const other = language === 'ja' ? 'en' : 'ja';
  const files = [
    ['pdf', 'PDF'],
    ['csv', 'CSV'],
    ['json', 'JSON'],
  ] as const;
  return pageAround(
    language,
    `${title} · ${municipality}`,
    `<p class="city">${escaped(municipality)}</p>
<h1><span class="kind">${escaped(heading)}</span> ${escaped(title)}</h1>
<p>${escaped(word('published'))}: <time datetime="${publishedOn}">${escaped(publicSayer(language).day(publishedOn))}</time></p>
<p><a href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${escaped(word('otherLanguage'))}</a></p>
${lead.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
${sections.map(sectionOf).join('\n')}
<section><h2>${escaped(word('files'))}</h2>
<ul>${files.map(([ending, name]) => `<li><a href="${path}.${ending}?lang=${language}">${name}</a></li>`).join('')}</ul>
</section>
${toList(language)}`,
  );
}

const toList = (language: 'ja' | 'en') =>
  `<p><a href="/public/drills?lang=${language}">${escaped(PUBLIC_WORDS.toList[language])}</a></p>`;

/** All that is published, by municipality; each leads to its page. */
export function publicListPage(
  drills: readonly PublicListItem[],
  path: string,
  language: 'ja' | 'en',
): string {
  const { word, day, joined } = publicSayer(language);
  const other = language === 'ja' ? 'en' : 'ja';
  const cities = [...new Set(drills.map(({ municipality }) => municipality))];
  const heads = [word('date'), word('drill'), word('shelters'), word('published')];
  const rowOf = (drill: PublicListItem) =>
    `<tr><td>${escaped(day(drill.date))}</td><th scope="row"><a href="${drill.address}?lang=${language}">${escaped(drill.title)}</a></th><td>${escaped(joined(drill.shelters))}</td><td>${escaped(day(drill.publishedOn))}</td></tr>`;
  const tables = cities.map(
    (city, at) => `<section><h2 id="city-${at + 1}">${escaped(city)}</h2>
<div class="wide" role="region" aria-labelledby="city-${at + 1}" tabindex="0"><table>
<thead><tr>${heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('')}</tr></thead>
<tbody>${drills
      .filter(({ municipality }) => municipality === city)
      .map(rowOf)
      .join('\n')}</tbody>
</table></div>
</section>`,
  );
  const lead = [word('about'), word('caution'), word('privacy')];
  return pageAround(
    language,
    word('list'),
    `<h1>${escaped(word('list'))}</h1>
<p><a href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${escaped(word('otherLanguage'))}</a></p>
${lead.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
${tables.length === 0 ? `<p>${escaped(word('nothingPublished'))}</p>` : tables.join('\n')}
<p><a href="${path}.json">JSON</a></p>`,
  );
}

export interface PublicListItem {
  readonly municipality: string;
  readonly title: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly shelters: readonly string[];
  readonly publishedOn: string;
  readonly address: string;
}

/** What stands at the address of results that were withdrawn, or where there are none. */
export function noResultsPage(
  language: 'ja' | 'en',
  title: string,
  said: readonly string[],
): string {
  const lines = said.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  return pageAround(language, title, `<h1>${escaped(title)}</h1>\n${lines}\n${toList(language)}`);
}

function sectionOf({ title, heads, rows }: PublicSection, number: number): string {
  const id = `part-${number + 1}`;
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const cells = ([first = '', ...others]: readonly string[]) =>
    `<tr><th scope="row">${escaped(first)}</th>${others.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`;
  const body = rows.length === 0 ? `<tr><td colspan="${heads.length}">―</td></tr>` : '';
  return `<section><h2 id="${id}">${escaped(title)}</h2>
<div class="wide" role="region" aria-labelledby="${id}" tabindex="0"><table>
<thead><tr>${head}</tr></thead>
<tbody>${body}${rows.map(cells).join('\n')}</tbody>
</table></div>
</section>`;
}

const pageAround = (language: string, title: string, main: string) => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>
body { font: 16px/1.7 system-ui, "Noto Sans JP", sans-serif; margin: 0; color: #1a1a1c; background: #fff; }
main { max-width: 60em; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 28px; line-height: 1.5; } h2 { font-size: 20px; margin: 40px 0 8px; }
.kind { display: block; font-size: 16px; font-weight: normal; }
.city { font-weight: bold; margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { min-width: 3.5em; border: 1px solid #767676; padding: 8px; text-align: left; vertical-align: top; }
thead th { background: #f1f1f4; }
a { color: #0031d8; }
a:focus-visible, .wide:focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d; }
li { padding: 4px 0; }
@media (prefers-color-scheme: dark) {
body { color: #f8f8fb; background: #1a1a1c; } thead th { background: #333; } a { color: #9db7f9; }
a:focus-visible, .wide:focus-visible { outline-color: #fff; }
}
@media print { .wide { overflow: visible; } }
</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
