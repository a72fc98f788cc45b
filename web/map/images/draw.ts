import { drawHatch } from './draw-hatch.ts';
import { drawPerson } from './draw-person.ts';
import { drawShelter } from './draw-shelter.ts';
import { parseImageName } from './image-name.ts';
import { personShape } from './person-shape.ts';
import { shelterShape } from './shelter-shape.ts';

/** Pixels per CSS pixel of the drawn images. */
export const IMAGE_PIXEL_RATIO = 2;

/** Draws the image of that name; null where the name is none of ours. Needs a canvas. */
export function drawImage(name: string): ImageData | null {
  const request = parseImageName(name);
  if (request === null) return null;
  switch (request.kind) {
    case 'resident':
      return drawPerson(
        personShape(request.tier, request.red, request.relation, request.power),
        IMAGE_PIXEL_RATIO,
      );
    case 'shelter':
      return drawShelter(shelterShape(request.shelterKind, request.landslide), IMAGE_PIXEL_RATIO);
    case 'hatch':
      return drawHatch(request.pattern, request.isDark, IMAGE_PIXEL_RATIO);
  }
}
