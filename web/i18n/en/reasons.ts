import type { Messages } from '../messages.ts';

export const reasons: Messages['reasons'] = {
  title: 'Reasons for this judgement',
  position: 'Position looked at',
  accuracy: (accuracy, radius) => `${accuracy} (uncertain by a radius of ${radius})`,
  listedPosition: 'Position in the list of facilities (no uncertainty assumed)',
  noPosition: 'The position is not known',
  rule: 'How it was decided',
  relation: {
    inside:
      'A position known to the house lies in the zone (its boundary included), or the whole circle of uncertainty does: hence in a zone.',
    undetermined:
      'The position is not known to the house, and a zone lies within its uncertainty and the margin: inside or not cannot be told.',
    near: 'Not in a zone, but one lies within the uncertainty and the margin, hence near a zone.',
    outside: 'No zone lies within the uncertainty and the margin, hence not in a zone.',
  },
  margin: 'Margin (added to the uncertainty)',
  compared: 'Zone data compared with',
  noCredit: 'No source stated',
  licence: (licence) => `Licence ${licence}`,
  assessed: 'Judged at',
  traceHint: 'Choose a zone: the map draws the line to its boundary with the distance.',
  traced: 'Line shown on the map',
  openZone: (name) => `Open the details of ${name}`,
};
