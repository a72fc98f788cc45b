import {
  Consent,
  ConsentChange,
  ConsentRule,
  ConsentScan,
  DisasterMode,
  StagedConsent,
} from './access.ts';
import { Account, RecoveryCode, Session, SignInFailure } from './account.ts';
import { AuditAnchor, AuditChain, AuditEntry } from './audit.ts';
import {
  ChartFigure,
  ChartFigureImport,
  ChartItems,
  ChartRelease,
  ChartSnapshot,
  ChartSnapshotValue,
} from './chart.ts';
import { ClosureScenario } from './closure-scenario.ts';
import { CriteriaAdoption, CriteriaDraft } from './criteria-desk.ts';
import {
  ColumnMapping,
  DatasetChange,
  DatasetRepair,
  FacilityPosition,
  ImportJob,
} from './data-decisions.ts';
import { Dataset, DatasetReject } from './dataset.ts';
import { Drill, DrillAgreement, DrillPersonEntity, DrillVersion } from './drill.ts';
import { DrillFinding, DrillFindingPlan, DrillPublication } from './drill-after.ts';
import { DrillEvent, DrillPhoto, DrillTour } from './drill-run.ts';
import { DrillTemplate, DrillTemplateVersion } from './drill-template.ts';
import { FireStation } from './fire-station.ts';
import {
  Assessment,
  AssessmentRun,
  Derivation,
  PriorityCriteria,
  PriorityResult,
} from './judgement.ts';
import { DataVersion, Municipality } from './municipality.ts';
import { DuplicateDecision, PositionLeft, ResidentEvent, SavedFilter } from './people-desk.ts';
import {
  HouseholdFacts,
  Resident,
  ResidentPositionChange,
  RosterRecord,
  Supporter,
} from './person.ts';
import { District, GazetteerEntry, HazardZone, Shelter } from './place.ts';
import { Scenario, ShelterAgreement, ShelterEdit, ShelterEditChange } from './place-desk.ts';
import { Plan, PlanEvent, PlanSettingRecord, PlanVersion } from './plan.ts';
import { PlanProposal, PlanProposalLine } from './plan-proposal.ts';
import { PlanBasis, PlanReviewRun } from './plan-review.ts';
import {
  GuideReading,
  RelayAttachment,
  RelayEvent,
  RelayOfficeEntity,
  RelaySheetEntity,
} from './relay.ts';
import { SocialResource, SocialResourceChange } from './resource.ts';
import {
  ResponseEntity,
  ResponsePersonEntity,
  ResponseReportEntity,
  ResponseUnexpected,
} from './response.ts';
import { RetentionRule, RetentionRun } from './retention.ts';
import { Road, RoadBarrier, TurnRestriction } from './road.ts';
import { SiteOverride, SiteOverrideChange, SiteOverridePhoto } from './site-override.ts';
import { TravelProfile } from './travel-profile.ts';
import { WarningLevel } from './warning.ts';

export const ENTITIES = [
  WarningLevel,
  Municipality,
  DataVersion,
  Dataset,
  DatasetReject,
  District,
  HazardZone,
  Shelter,
  ShelterEdit,
  ShelterEditChange,
  ShelterAgreement,
  Scenario,
  PlanProposal,
  PlanProposalLine,
  GazetteerEntry,
  Road,
  RoadBarrier,
  TurnRestriction,
  ClosureScenario,
  SiteOverride,
  SiteOverrideChange,
  SiteOverridePhoto,
  FireStation,
  TravelProfile,
  RosterRecord,
  Resident,
  ResidentPositionChange,
  HouseholdFacts,
  Supporter,
  Plan,
  PlanVersion,
  PlanEvent,
  PlanSettingRecord,
  ResponseEntity,
  ResponsePersonEntity,
  ResponseReportEntity,
  ResponseUnexpected,
  SocialResource,
  SocialResourceChange,
  RelaySheetEntity,
  RelayEvent,
  RelayAttachment,
  PlanBasis,
  PlanReviewRun,
  Drill,
  DrillVersion,
  DrillPersonEntity,
  DrillAgreement,
  DrillTemplate,
  DrillTemplateVersion,
  DrillEvent,
  DrillPhoto,
  DrillTour,
  DrillFinding,
  DrillFindingPlan,
  DrillPublication,
  AssessmentRun,
  Assessment,
  PriorityCriteria,
  PriorityResult,
  Derivation,
  CriteriaDraft,
  CriteriaAdoption,
  DatasetRepair,
  DatasetChange,
  ImportJob,
  ColumnMapping,
  FacilityPosition,
  SavedFilter,
  ResidentEvent,
  PositionLeft,
  DuplicateDecision,
  Consent,
  ConsentChange,
  ConsentScan,
  StagedConsent,
  ConsentRule,
  DisasterMode,
  AuditChain,
  AuditEntry,
  AuditAnchor,
  RetentionRule,
  RetentionRun,
  Account,
  RecoveryCode,
  Session,
  SignInFailure,
  ChartItems,
  ChartFigureImport,
  ChartFigure,
  ChartSnapshot,
  ChartSnapshotValue,
  ChartRelease,
  GuideReading,
  RelayOfficeEntity,
];
