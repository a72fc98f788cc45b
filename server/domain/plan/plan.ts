import type { ZoneClass } from '../hazard/zone.ts';
import type { Accuracy } from '../resident/accuracy.ts';
import type { Device } from '../resident/disability.ts';

/**
 * What an individual evacuation plan (個別避難計画) says: the fields of 災害対策基本法 第49条の14第3項 and of the
 * usual form (避難行動要支援者の避難行動支援に関する取組指針, 内閣府 2021). Who the person is (name, address, care
 * level …) stays in the roster and is never copied here. `null` = not known yet, which is never "none".
 */
export interface PlanContent {
  /** In what way it was drawn up; the guideline knows three. */
  readonly drawnUpWith: DrawnUpWith | null;
  /** 緊急時の連絡先, in the order to be called. */
  readonly contacts: readonly PlanContact[];
  readonly home: PlanHome;
  readonly body: PlanBody;
  readonly care: PlanCare;
  readonly pets: string | null;
  /** 避難支援等実施者, in order. */
  readonly supporters: readonly PlanSupporter[];
  /** Why nobody helps, where it is so: nobody could be found, none is wanted …; absent = not said. */
  readonly withoutSupporters?: string | null | undefined;
  readonly means: Means | null;
  /** Where to: the first choice, and where to if that is closed or full. */
  readonly destination: PlanDestination | null;
  readonly secondDestination: PlanDestination | null;
  readonly route: PlanRoute | null;
  readonly departure: PlanDeparture;
  /** 持ち出し品 */
  readonly items: readonly string[];
  readonly signatures: readonly PlanSignature[];
  readonly notes: string | null;
}

/** By the person or family; with the community; with a welfare professional. */
export const DRAWN_UP_WITH = ['person-or-family', 'community', 'welfare-professional'] as const;
export type DrawnUpWith = (typeof DRAWN_UP_WITH)[number];

export const CONTACT_KINDS = ['family', 'emergency'] as const;

export interface PlanContact {
  /** Stays with the line through every version, so that two edits of it can be told apart. */
  readonly id: string;
  readonly kind: (typeof CONTACT_KINDS)[number];
  readonly name: string;
  readonly relationship: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

export const STRUCTURES = ['wood', 'steel', 'reinforced-concrete', 'other'] as const;

export interface PlanHome {
  /** 普段いる部屋 */
  readonly usualRoom: string | null;
  /** 寝室の位置 */
  readonly bedroom: string | null;
  readonly structure: (typeof STRUCTURES)[number] | null;
  readonly storeys: number | null;
  /** The storey that the person lives on; 1 = ground floor. */
  readonly storey: number | null;
}

export interface PlanBody {
  /** How the person gets about, and with what. */
  readonly mobility: string | null;
  readonly equipment: readonly string[];
  readonly medicine: string | null;
  readonly devices: readonly PlanDevice[];
  readonly communication: string | null;
  /** 認知症等で気を付けること */
  readonly dementia: string | null;
  readonly caution: string | null;
}

export interface PlanDevice {
  readonly id: string;
  readonly device: Device;
  /** Hours that its battery lasts; null = not known. */
  readonly batteryHours: number | null;
  /** Watts that it takes from a shelter's supply; null = not known. */
  readonly watts: number | null;
  /** 予備の機器・電源 */
  readonly spare: string | null;
}

export interface PlanCare {
  readonly managerName: string | null;
  readonly managerOffice: string | null;
  readonly managerPhone: string | null;
  /** サービス (デイサービス 火・木 …) */
  readonly services: readonly string[];
}

export const SUPPORTER_KINDS = ['person', 'organisation'] as const;

export interface PlanSupporter {
  readonly id: string;
  readonly kind: (typeof SUPPORTER_KINDS)[number];
  readonly name: string;
  readonly relationship: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly place: PlanPlace;
  /** 役割: what this one does. */
  readonly part: string | null;
  /** Whose car it is when the plan needs one. */
  readonly hasVehicle: boolean | null;
  /** Minutes from the call until this one sets out; null = not known. */
  readonly readyMinutes: number | null;
}

/** Longitude and latitude (degrees, JGD2011), or that it is not known. */
export interface PlanPlace {
  readonly position: { readonly lng: number; readonly lat: number } | null;
  readonly accuracy: Accuracy;
}

export const MEANS = ['on-foot', 'wheelchair', 'car', 'welfare-taxi', 'stretcher'] as const;
export type Means = (typeof MEANS)[number];

/** An upper floor is the last resort. */
export const DESTINATION_KINDS = [
  'welfare-shelter',
  'shelter',
  'relative',
  'short-stay',
  'facility',
  'upper-floor',
] as const;
export type DestinationKind = (typeof DESTINATION_KINDS)[number];

export interface PlanDestination {
  readonly kind: DestinationKind;
  /** Of the shelter list; null where it is another place. */
  readonly shelterId: string | null;
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly place: PlanPlace;
  /** Why this one although something speaks against it. */
  readonly reason: string | null;
}

/** The way to the first destination, as it was found or drawn. */
export interface PlanRoute {
  /** Of the router's travel profiles. */
  readonly profile: string;
  readonly origin: 'proposed' | 'by-hand';
  readonly isNight: boolean;
  /** [lng, lat] in degrees. */
  readonly line: readonly (readonly [number, number])[];
  /** Places that it was led through by hand. */
  readonly via: readonly (readonly [number, number])[];
  readonly lengthMeters: number;
  /** With the walks to and from the road. */
  readonly durationSeconds: number;
  /** Metres inside of red zones, before designation too, and inside of any zone. */
  readonly redMeters: number;
  readonly anyMeters: number;
  /** Where it lies inside of zones, by the gravest, in points of `line`; absent where that was not kept. */
  readonly zones?: readonly RouteInZone[] | undefined;
  /** The straight walks between doors and roads, which `zones` leaves out; absent where that was not kept. */
  readonly walks?: readonly RoutePart[] | undefined;
  /** Metres whose passage is unknown: to be looked at on site. */
  readonly unknownMeters: number;
  /** Roads with their source and middle, as ids shift with the next file. */
  readonly roads: readonly PlanRoad[];
  /** Of when the data are that it rests on. */
  readonly roadsAsOf: string | null;
  readonly zonesAsOf: string | null;
}

/** From one point of the line to another. */
export interface RoutePart {
  readonly fromPoint: number;
  readonly toPoint: number;
}

export interface RouteInZone extends RoutePart {
  readonly zoneClass: ZoneClass;
}

export interface PlanRoad {
  readonly source: string;
  readonly id: string;
  readonly name: string | null;
  readonly middle: readonly [number, number];
}

/** Warning levels (警戒レベル) at which somebody can be told to start. */
export type DepartureLevel = 3 | 4;

export interface PlanDeparture {
  /** 高齢者等避難 is level 3. */
  readonly startAt: DepartureLevel;
  /** Minutes that getting ready takes (clothes, devices, transfer to the wheelchair); null = not known. */
  readonly preparationMinutes: number | null;
  /** What the person and the helpers do at which level (避難のタイムライン). */
  readonly steps: readonly DepartureStep[];
}

export interface DepartureStep {
  readonly id: string;
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly who: string;
  readonly what: string;
}

export interface PlanSignature {
  readonly id: string;
  readonly signer: 'person' | 'family' | 'proxy';
  readonly name: string;
  /** YYYY-MM-DD */
  readonly date: string;
}

/** What a plan says before anybody has said anything. */
export const EMPTY_PLAN: PlanContent = {
  drawnUpWith: null,
  contacts: [],
  home: { usualRoom: null, bedroom: null, structure: null, storeys: null, storey: null },
  body: {
    mobility: null,
    equipment: [],
    medicine: null,
    devices: [],
    communication: null,
    dementia: null,
    caution: null,
  },
  care: { managerName: null, managerOffice: null, managerPhone: null, services: [] },
  pets: null,
  supporters: [],
  means: null,
  destination: null,
  secondDestination: null,
  route: null,
  departure: { startAt: 3, preparationMinutes: null, steps: [] },
  items: [],
  signatures: [],
  notes: null,
};
