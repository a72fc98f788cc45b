import { renderSVG } from 'uqr';

/** The id of a plan as a QR code, and nothing else: whoever finds the sheet learns nothing by it. */
export function qrOfPlan(planId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(planId)) throw new Error('a QR code holds the id of a plan alone');
  return renderSVG(planId, { border: 2, ecc: 'M' });
}
