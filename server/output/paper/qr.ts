import { renderSVG } from 'uqr';
import { planIdIn } from '#domain/plan/paper-address';

/** The id of a plan as a QR code, and nothing else: whoever finds the sheet learns nothing by it. */
export function qrOfPlan(address: string): string {
  if (planIdIn(address) === null) throw new Error('a QR code holds the id of a plan alone');
  return renderSVG(address, { border: 2, ecc: 'M' });
}
