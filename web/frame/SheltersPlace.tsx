import { ShelterList } from '../features/shelters/ShelterList.tsx';
import type { PlaceProps } from './places.tsx';

export default function SheltersPlace({ municipality }: PlaceProps) {
  return <ShelterList code={municipality.code} />;
}
