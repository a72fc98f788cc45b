import type { BodyWriter } from '../endpoint.ts';

/** A PDF to be opened or kept. The name of the file says nothing of a person. */
export function pdfBody(pdf: Uint8Array, fileName: string): BodyWriter {
  return (_request, response) => {
    response.type('application/pdf').attachment(fileName);
    response.set('Content-Language', 'ja');
    response.end(pdf);
  };
}
