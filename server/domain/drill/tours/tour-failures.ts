import type { Problem } from '../../problem.ts';

/** Why somebody is on no tour. */
export const TOUR_FAILURES = {
  noPickUp: (): Problem => ({
    code: 'tour.no-pick-up-place',
    ja: '迎えに行く場所が分かりません',
    en: 'It is not known where to pick this person up',
  }),
  noShelter: (): Problem => ({
    code: 'tour.no-shelter',
    ja: '避難先の場所が分かりません',
    en: 'It is not known where the shelter of this person is',
  }),
  noVehicle: (): Problem => ({
    code: 'tour.no-vehicle',
    ja: '車両がありません',
    en: 'There is no vehicle',
  }),
  noWheelchairPlace: (): Problem => ({
    code: 'tour.no-wheelchair-place',
    ja: '車いすのまま乗れる車両がありません',
    en: 'No vehicle has a wheelchair place',
  }),
  vehicleTooSmall: (needed: number, most: number): Problem => ({
    code: 'tour.vehicle-too-small',
    ja: `本人と付き添いで座席が ${needed} 席要りますが、乗れる車両の座席は多くて ${most} 席です`,
    en: `The pick-up needs ${needed} seats with those who ride along; the vehicles that could take it have ${most} at most`,
  }),
  noWay: (): Problem => ({
    code: 'tour.no-way',
    ja: 'どの車両も、迎えの場所を通って避難先まで走れる道がありません',
    en: 'No vehicle has a way by the pick-up to the shelter',
  }),
  tooLate: (earliestSeconds: number, latestSeconds: number): Problem => {
    const minutes = Math.max(1, Math.ceil((earliestSeconds - latestSeconds) / 60));
    return {
      code: 'tour.too-late',
      ja: `この人だけを乗せても、避難先に着くのは期限の ${minutes} 分後です`,
      en: `Even alone in a vehicle this person reaches the shelter ${minutes} min after the latest arrival`,
    };
  },
  outOfVehicleTime: (): Problem => ({
    code: 'tour.out-of-vehicle-time',
    ja: '車両を使える時間のうちに、この人を避難先まで送れません',
    en: 'No vehicle can bring this person to the shelter within the time it can be used',
  }),
  noRoomLeft: (): Problem => ({
    code: 'tour.no-room-left',
    ja: 'この人だけなら送れますが、ほかの人を送る車両の席と時間が残っていません。車両を増やすか、期限を延ばしてください',
    en: 'This person alone could be brought, but with the others no vehicle has room and time left. Add a vehicle or allow more time',
  }),
} as const;

/** Why a vehicle is on no tour. */
export const UNUSED_VEHICLE = {
  noStart: (): Problem => ({
    code: 'tour-vehicle.no-start',
    ja: 'この車両が出発する場所が分かりません',
    en: 'It is not known from where this vehicle starts',
  }),
  nobodyPlaced: (): Problem => ({
    code: 'tour-vehicle.nobody',
    ja: '迎えの場所が分かる人がいないため、使いません',
    en: 'Not used: of nobody is it known where to pick them up',
  }),
  /** @param reasons what keeps how many people out of it */
  takesNobody: (
    reasons: readonly { readonly count: number; readonly why: Problem }[],
  ): Problem => ({
    code: 'tour-vehicle.takes-nobody',
    ja: `この車両に乗れる人がいないため、使いません(${reasons.map(({ count, why }) => `${count} 人: ${why.ja}`).join('。')})`,
    en: `Not used: nobody can be brought by this vehicle (${reasons.map(({ count, why }) => `${count}: ${why.en}`).join('; ')})`,
  }),
  /** @param count of those whom it could bring */
  notNeeded: (count: number): Problem => ({
    code: 'tour-vehicle.not-needed',
    ja: `この車両でも ${count} 人を送れますが、ほかの車両だけで送り、運転の合計を短くしています。早く着くように使うには、避難する人に「着く期限」を入れて作り直してください`,
    en: `It could bring ${count} people, but the other vehicles bring them with less driving in all. To have it used so that people arrive sooner, give them a latest arrival and plan the tours again`,
  }),
} as const;
