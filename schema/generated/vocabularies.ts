/** The closed vocabularies of the graph: every enum with its values, in their order. Derived from schema/graph; never edited. */

/** Order of a list of instruments. */
export const InstrumentOrder = ['ADOPTED_ASC', 'ADOPTED_DESC'] as const;
/** A value of InstrumentOrder. */
export type InstrumentOrder = (typeof InstrumentOrder)[number];

/** On what the lead of an issue rests. */
export const LeadStatus = ['ASSIGNED', 'PROPOSED', 'DOCUMENTED', 'UNDETERMINED'] as const;
/** A value of LeadStatus. */
export type LeadStatus = (typeof LeadStatus)[number];

/** Order of a list of cross-pillar issues. */
export const CrossPillarIssueOrder = ['TITLE_ASC', 'TITLE_DESC', 'ID_ASC'] as const;
/** A value of CrossPillarIssueOrder. */
export type CrossPillarIssueOrder = (typeof CrossPillarIssueOrder)[number];

/** What a decision does. */
export const LeadDecisionKind = ['PROPOSED', 'ASSIGNED', 'WITHDRAWN'] as const;
/** A value of LeadDecisionKind. */
export type LeadDecisionKind = (typeof LeadDecisionKind)[number];

/** Reasons why a mutation wrote nothing. */
export const UserErrorCode = [
  'NOT_FOUND',
  'INVALID',
  'VERSION_CONFLICT',
  'NOT_A_STAKEHOLDER',
  'BODY_NOT_IN_PILLAR',
  'NOTHING_TO_WITHDRAW',
] as const;
/** A value of UserErrorCode. */
export type UserErrorCode = (typeof UserErrorCode)[number];

/** Order of a list of meetings. */
export const MeetingOrder = ['STARTS_ASC', 'STARTS_DESC'] as const;
/** A value of MeetingOrder. */
export type MeetingOrder = (typeof MeetingOrder)[number];

/** How the work on a blueprint element goes, as reported. */
export const ProgressStatus = ['NOT_STARTED', 'ON_TRACK', 'DELAYED', 'COMPLETED'] as const;
/** A value of ProgressStatus. */
export type ProgressStatus = (typeof ProgressStatus)[number];

/** How a state stands to ASEAN. */
export const MembershipStatus = ['MEMBER', 'OBSERVER'] as const;
/** A value of MembershipStatus. */
export type MembershipStatus = (typeof MembershipStatus)[number];

/** A kind of record that a search finds. */
export const RecordKind = [
  'BODY',
  'MEETING',
  'INSTRUMENT',
  'CROSS_PILLAR_ISSUE',
  'MONITORING_ITEM',
  'REGIONAL_ENTITY',
  'SECTOR',
  'BLUEPRINT_ELEMENT',
  'SMART_CITY',
  'SMART_CITY_PROJECT',
  'SMART_CITY_PARTNERSHIP',
  'READINESS_INDICATOR',
  'INITIATIVE',
  'MEMBER_STATE',
  'PARTNER',
  'VISION_DOCUMENT',
  'SDG',
  'SDG_PRIORITY_AREA',
] as const;
/** A value of RecordKind. */
export type RecordKind = (typeof RecordKind)[number];

/** Order of a list of smart cities. */
export const SmartCityOrder = ['NAME_ASC', 'JOINED_ASC', 'POPULATION_DESC'] as const;
/** A value of SmartCityOrder. */
export type SmartCityOrder = (typeof SmartCityOrder)[number];

/** The three pillars of the ASEAN Community. Lists of pillars are in this order. */
export const PillarCode = ['APSC', 'AEC', 'ASCC'] as const;
/** A value of PillarCode. */
export type PillarCode = (typeof PillarCode)[number];

/** How a record or a part of it is known. */
export const EvidenceBasis = ['DOCUMENTED', 'KNOWLEDGE', 'CURATED'] as const;
/** A value of EvidenceBasis. */
export type EvidenceBasis = (typeof EvidenceBasis)[number];

/** Whether a goal of a strategic plan is in the words of the plan. */
export const StrategicGoalKind = ['STRATEGIC_GOAL', 'REPORTED_THEME'] as const;
/** A value of StrategicGoalKind. */
export type StrategicGoalKind = (typeof StrategicGoalKind)[number];

/** Where a body stands in the order of ASEAN's bodies. */
export const BodyLevel = [
  'COUNCIL',
  'MINISTERIAL',
  'SENIOR_OFFICIALS',
  'COMMITTEE',
  'WORKING_GROUP',
  'CENTRE',
  'ORGAN',
  'CONFERENCE',
  'OTHER',
] as const;
/** A value of BodyLevel. */
export type BodyLevel = (typeof BodyLevel)[number];

/** What a body is, finer than its level. */
export const BodyForm = [
  'SUMMIT',
  'COORDINATING_COUNCIL',
  'COMMUNITY_COUNCIL',
  'MINISTERIAL',
  'SENIOR_OFFICIALS',
  'COMMISSION',
  'COMMITTEE',
  'WORKING_GROUP',
  'COORDINATING_CONFERENCE',
  'COORDINATING_MEETING',
  'FORUM',
  'NETWORK',
  'PARTNER_MEETING',
  'SECRETARIAT',
  'OFFICE',
  'CENTRE',
] as const;
/** A value of BodyForm. */
export type BodyForm = (typeof BodyForm)[number];

/** Whether a body is at work, as far as the sources show. */
export const BodyStatus = ['ACTIVE', 'SUPERSEDED', 'UNVERIFIED'] as const;
/** A value of BodyStatus. */
export type BodyStatus = (typeof BodyStatus)[number];

/** What a blueprint calls its parts. */
export const BlueprintElementKind = ['CHARACTERISTIC', 'KEY_RESULT_AREA', 'ELEMENT'] as const;
/** A value of BlueprintElementKind. */
export type BlueprintElementKind = (typeof BlueprintElementKind)[number];

/** What kind of meeting it is. */
export const MeetingType = [
  'SUMMIT',
  'COUNCIL',
  'COORDINATING_CONFERENCE',
  'MINISTERIAL',
  'SENIOR_OFFICIALS',
  'WORKING_GROUP',
  'SUMMIT_PARTNER',
  'NETWORK_MEETING',
  'TREATY_MEETING',
  'RETREAT',
  'CONFERENCE',
  'FORUM',
  'WORKSHOP',
  'LAUNCH',
  'CALENDAR_ENTRY',
] as const;
/** A value of MeetingType. */
export type MeetingType = (typeof MeetingType)[number];

/** How exactly the date of a meeting is known. */
export const DatePrecision = ['DAY', 'MONTH', 'YEAR'] as const;
/** A value of DatePrecision. */
export type DatePrecision = (typeof DatePrecision)[number];

/** How people took part. */
export const Modality = ['IN_PERSON', 'VIRTUAL', 'HYBRID'] as const;
/** A value of Modality. */
export type Modality = (typeof Modality)[number];

/** What a meeting did in one of its outcomes. */
export const MeetingOutcomeType = [
  'ADOPTED',
  'AGREED',
  'ENDORSED',
  'LAUNCHED',
  'WELCOMED',
  'DECIDED',
  'DISCUSSED',
  'ENCOURAGED',
  'NOTED',
  'REPORTED',
] as const;
/** A value of MeetingOutcomeType. */
export type MeetingOutcomeType = (typeof MeetingOutcomeType)[number];

/** The two documents from which the register of issues grew. */
export const OriginDocument = ['PRESS_RELEASE_2018', 'ASCC_OVERVIEW_PAGE'] as const;
/** A value of OriginDocument. */
export type OriginDocument = (typeof OriginDocument)[number];

/** What kind of document an instrument is. */
export const InstrumentType = [
  'DECLARATION',
  'STATEMENT',
  'TREATY',
  'AGREEMENT',
  'CONVENTION',
  'CHARTER',
  'BLUEPRINT',
  'STRATEGIC_PLAN',
  'FRAMEWORK',
  'ROADMAP',
  'PLAN_OF_ACTION',
  'WORK_PLAN',
  'MASTERPLAN',
  'STRATEGY',
  'CONSENSUS',
  'GUIDELINES',
  'REPORT',
  'OUTLOOK',
  'CONCEPT_NOTE',
  'TERMS_OF_REFERENCE',
] as const;
/** A value of InstrumentType. */
export type InstrumentType = (typeof InstrumentType)[number];

/** What an instrument calls its parts. */
export const InstrumentItemKind = [
  'THRUST',
  'STRATEGIC_PRIORITY',
  'STRATEGIC_AREA',
  'BROAD_STRATEGY',
  'POINT',
] as const;
/** A value of InstrumentItemKind. */
export type InstrumentItemKind = (typeof InstrumentItemKind)[number];

/** Where an instrument stands. */
export const InstrumentStatus = [
  'ADOPTED',
  'IN_FORCE',
  'IN_IMPLEMENTATION',
  'COMPLETED',
  'SUPERSEDED',
  'SUCCESSOR_ADOPTED',
  'UNDER_DEVELOPMENT',
  'PUBLISHED',
] as const;
/** A value of InstrumentStatus. */
export type InstrumentStatus = (typeof InstrumentStatus)[number];

/** In what sense a documented lead leads. */
export const LeadKind = [
  'LED_BY',
  'COORDINATED_BY',
  'OVERSEEN_BY',
  'DRAFTING_LED_BY',
  'IMPLEMENTING_COMMITTEE',
  'MANDATED_NETWORK',
  'TASKED_BY_LEADERS',
  'TREATY_BODY',
  'COUNTRY_COORDINATOR',
] as const;
/** A value of LeadKind. */
export type LeadKind = (typeof LeadKind)[number];

/** What a record of monitoring and evaluation is. */
export const MonitoringKind = [
  'SYSTEM',
  'COMPONENT',
  'FRAMEWORK',
  'CHARACTERISTIC',
  'KEY_RESULT_AREA',
  'INDICATOR_SET',
  'REVIEW',
  'PROGRESS',
  'TOOL',
  'DATABASE',
  'GOVERNANCE',
  'AREAS_OF_COOPERATION',
] as const;
/** A value of MonitoringKind. */
export type MonitoringKind = (typeof MonitoringKind)[number];

/** Which review of an instrument it is. */
export const ReviewType = ['MID_TERM', 'END_TERM', 'BIENNIAL', 'BASELINE'] as const;
/** A value of ReviewType. */
export type ReviewType = (typeof ReviewType)[number];

/** What a regional entity is. */
export const RegionalEntityType = [
  'CENTRE',
  'INSTITUTE',
  'NETWORK',
  'RESEARCH_INSTITUTE',
  'FOUNDATION',
  'ADVISORY_COUNCIL',
  'INTER_PARLIAMENTARY_ASSEMBLY',
  'POLICE_ASSOCIATION',
  'INTERNATIONAL_ORGANISATION',
] as const;
/** A value of RegionalEntityType. */
export type RegionalEntityType = (typeof RegionalEntityType)[number];

/** How a regional entity is tied to ASEAN. */
export const RegionalEntityRelationship = [
  'ASEAN_ENTITY',
  'ASSOCIATED_ENTITY',
  'ASEAN_PLUS_ONE',
  'ASEAN_PLUS_THREE',
  'EAST_ASIA_RESEARCH_INSTITUTE',
] as const;
/** A value of RegionalEntityRelationship. */
export type RegionalEntityRelationship = (typeof RegionalEntityRelationship)[number];

/** Whether a regional entity is at work. */
export const RegionalEntityStatus = ['ACTIVE', 'BEING_ESTABLISHED'] as const;
/** A value of RegionalEntityStatus. */
export type RegionalEntityStatus = (typeof RegionalEntityStatus)[number];

/** What a document around the Community Vision is. */
export const VisionDocumentKind = [
  'COMPENDIUM',
  'DECLARATION',
  'VISION',
  'STRATEGIC_PLAN',
  'STRATEGIC_AREA',
  'PROCESS_DOCUMENT',
  'RELATED_PLAN',
] as const;
/** A value of VisionDocumentKind. */
export type VisionDocumentKind = (typeof VisionDocumentKind)[number];

/** What a partner is in ASEAN's order of external relations. */
export const PartnerType = [
  'DIALOGUE_PARTNER',
  'SECTORAL_DIALOGUE_PARTNER',
  'DEVELOPMENT_PARTNER',
  'UN_SYSTEM',
  'UN_AGENCY',
  'INTERNATIONAL_ORGANISATION',
] as const;
/** A value of PartnerType. */
export type PartnerType = (typeof PartnerType)[number];

/** When a city joined the ASEAN Smart Cities Network. */
export const SmartCityCohort = [
  'PILOT_2018',
  'EXPANSION_2023',
  'EXPANSION_2024',
  'EXPANSION_2025',
  'EXPANSION_2026',
] as const;
/** A value of SmartCityCohort. */
export type SmartCityCohort = (typeof SmartCityCohort)[number];

/** The six focus areas of the ASEAN Smart Cities Framework. */
export const SmartCityFocusArea = [
  'CIVIC_AND_SOCIAL',
  'HEALTH_AND_WELL_BEING',
  'SAFETY_AND_SECURITY',
  'QUALITY_ENVIRONMENT',
  'BUILT_INFRASTRUCTURE',
  'INDUSTRY_AND_INNOVATION',
] as const;
/** A value of SmartCityFocusArea. */
export type SmartCityFocusArea = (typeof SmartCityFocusArea)[number];

/** Whether a project began with the action plans of 2018. */
export const SmartCityProgramme = ['SCAP_2018', 'POST_2018'] as const;
/** A value of SmartCityProgramme. */
export type SmartCityProgramme = (typeof SmartCityProgramme)[number];

/** The list that the record of a project comes from. */
export const SmartCityProjectPhase = ['ACTION_PLAN_2018', 'PORTFOLIO_2025'] as const;
/** A value of SmartCityProjectPhase. */
export type SmartCityProjectPhase = (typeof SmartCityProjectPhase)[number];

/** Where a project stands in the monitoring report of 2025. */
export const SmartCityProjectStatus = ['COMPLETED', 'ONGOING_OR_PLANNING', 'NOT_LISTED'] as const;
/** A value of SmartCityProjectStatus. */
export type SmartCityProjectStatus = (typeof SmartCityProjectStatus)[number];

/** How a project of 2018 was matched with an entry of the 2025 portfolio. */
export const PortfolioMatch = ['SAME', 'RENAMED', 'CLOSEST'] as const;
/** A value of PortfolioMatch. */
export type PortfolioMatch = (typeof PortfolioMatch)[number];

/** What an entry on the ASEAN Smart Cities Network is. */
export const SmartCityPartnershipKind = ['GOVERNANCE_ROLE', 'DOCUMENT', 'MILESTONE', 'EXTERNAL_PARTNERSHIP'] as const;
/** A value of SmartCityPartnershipKind. */
export type SmartCityPartnershipKind = (typeof SmartCityPartnershipKind)[number];

/** What an indicator is about. */
export const IndicatorFamily = ['INDUSTRY_4_0_READINESS', 'DIGITAL'] as const;
/** A value of IndicatorFamily. */
export type IndicatorFamily = (typeof IndicatorFamily)[number];

/** What the observations of an indicator hold. */
export const ValueKind = ['NUMBER', 'CATEGORY', 'TEXT'] as const;
/** A value of ValueKind. */
export type ValueKind = (typeof ValueKind)[number];

/** How to read a higher figure. */
export const IndicatorDirection = ['HIGHER_IS_BETTER', 'CONTEXT', 'NOT_ORDERED'] as const;
/** A value of IndicatorDirection. */
export type IndicatorDirection = (typeof IndicatorDirection)[number];

/** What kind of initiative it is. */
export const InitiativeKind = [
  'STRATEGY',
  'MASTERPLAN',
  'FRAMEWORK',
  'AGREEMENT',
  'DECLARATION',
  'STATEMENT',
  'PLAN_OF_ACTION',
  'ROADMAP',
  'GUIDELINES',
  'STUDY',
  'PROJECT',
  'POLITICAL_MANDATE',
  'COORDINATION_MEETING',
  'CONFERENCE',
] as const;
/** A value of InitiativeKind. */
export type InitiativeKind = (typeof InitiativeKind)[number];

/** How the lead bodies of an initiative are known. */
export const InitiativeLeadBasis = ['STATED', 'ENDORSING_BODY', 'INFERRED'] as const;
/** A value of InitiativeLeadBasis. */
export type InitiativeLeadBasis = (typeof InitiativeLeadBasis)[number];

/** How close an initiative is to Industry 4.0 and the digital transformation. */
export const InitiativeRelevance = ['DIRECT', 'ENABLING'] as const;
/** A value of InitiativeRelevance. */
export type InitiativeRelevance = (typeof InitiativeRelevance)[number];
