import { CandidateList } from './CandidateList.tsx';
import { ParticipantRows } from './ParticipantRows.tsx';
import { PersonRows } from './PersonRows.tsx';
import { VehicleRows } from './VehicleRows.tsx';

/** Who takes part, whom they bring, and what with. */
export function PeoplePart() {
  return (
    <>
      <ParticipantRows />
      <PersonRows />
      <CandidateList />
      <VehicleRows />
    </>
  );
}
