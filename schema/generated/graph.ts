/** The graph in TypeScript: types, inputs and arguments. Derived from schema/graph; never edited. */

export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string };
  String: { input: string; output: string };
  Boolean: { input: boolean; output: boolean };
  Int: { input: number; output: number };
  Float: { input: number; output: number };
  Date: { input: string; output: string };
  DateTime: { input: string; output: string };
  PartialDate: { input: string; output: string };
};

export type AgendaItem = {
  readonly detail?: Maybe<Scalars['String']['output']>;
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly order: Scalars['Int']['output'];
  readonly title: Scalars['String']['output'];
};

export type AseanCommunity = Steward & {
  readonly bodies?: Maybe<BodyConnection>;
  readonly id: Scalars['ID']['output'];
  readonly instruments?: Maybe<InstrumentConnection>;
  readonly meetings?: Maybe<MeetingConnection>;
  readonly monitoring?: Maybe<MonitoringItemConnection>;
  readonly name: Scalars['String']['output'];
  readonly order: Scalars['Int']['output'];
  readonly regionalEntities?: Maybe<ReadonlyArray<CommunityRegionalEntity>>;
  readonly visionDocuments?: Maybe<ReadonlyArray<VisionDocument>>;
};

export type AseanCommunityBodiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BodyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type AseanCommunityInstrumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstrumentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstrumentOrder>;
};

export type AseanCommunityMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type AseanCommunityMonitoringArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MonitoringFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type AssignLeadPillarInput = {
  readonly expectedVersion: Scalars['Int']['input'];
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly issueId: Scalars['ID']['input'];
  readonly leadBodyId?: InputMaybe<Scalars['ID']['input']>;
  readonly pillar: PillarCode;
  readonly rationale: Scalars['String']['input'];
  readonly relevantBodyIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly sources?: InputMaybe<ReadonlyArray<SourceInput>>;
  readonly supporting?: InputMaybe<ReadonlyArray<PillarCode>>;
};

export type Attendance = {
  readonly body?: Maybe<Body>;
  readonly countMin?: Maybe<Scalars['Int']['output']>;
  readonly countText?: Maybe<Scalars['String']['output']>;
  readonly group: Scalars['String']['output'];
};

export type Blueprint = {
  readonly adoptedAt?: Maybe<Meeting>;
  readonly adoptedOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly adoptedPlace?: Maybe<Scalars['String']['output']>;
  readonly elements: ReadonlyArray<BlueprintElement>;
  readonly instrument?: Maybe<Instrument>;
  readonly periodFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly title: Scalars['String']['output'];
};

export type BlueprintElementsArgs = {
  kinds?: InputMaybe<ReadonlyArray<BlueprintElementKind>>;
  sdg?: InputMaybe<Scalars['Int']['input']>;
};

export type BlueprintElement = {
  readonly children: ReadonlyArray<BlueprintElement>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly instrument?: Maybe<Instrument>;
  readonly kind: BlueprintElementKind;
  readonly number: Scalars['String']['output'];
  readonly officialTitle?: Maybe<Scalars['String']['output']>;
  readonly parent?: Maybe<BlueprintElement>;
  readonly pillar: Pillar;
  readonly provenance: Provenance;
  readonly sdgs: ReadonlyArray<Maybe<Sdg>>;
  readonly sdgsBasis?: Maybe<EvidenceBasis>;
  readonly title: Scalars['String']['output'];
};

export type BlueprintElementKind = 'CHARACTERISTIC' | 'ELEMENT' | 'KEY_RESULT_AREA';

export type Body = {
  readonly acronym?: Maybe<Scalars['String']['output']>;
  readonly alternativeAcronyms: ReadonlyArray<Scalars['String']['output']>;
  readonly alternativeNames: ReadonlyArray<Scalars['String']['output']>;
  readonly annexParent?: Maybe<Body>;
  readonly charterArticle?: Maybe<Scalars['Int']['output']>;
  readonly children?: Maybe<ReadonlyArray<Maybe<Body>>>;
  readonly currentHolder?: Maybe<OfficeHolder>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly established?: Maybe<Scalars['PartialDate']['output']>;
  readonly establishedEvent?: Maybe<Scalars['String']['output']>;
  readonly form: BodyForm;
  readonly formerNames: ReadonlyArray<Scalars['String']['output']>;
  readonly hostCity?: Maybe<Scalars['String']['output']>;
  readonly hostMemberState?: Maybe<MemberState>;
  readonly id: Scalars['ID']['output'];
  readonly level: BodyLevel;
  readonly listedInCharterAnnex1?: Maybe<Scalars['Boolean']['output']>;
  readonly mandates?: Maybe<ReadonlyArray<Mandate>>;
  readonly meetings?: Maybe<MeetingConnection>;
  readonly name: Scalars['String']['output'];
  readonly parent?: Maybe<Body>;
  readonly parentNote?: Maybe<Scalars['String']['output']>;
  readonly pillar?: Maybe<Pillar>;
  readonly provenance: Provenance;
  readonly regionalEntity?: Maybe<RegionalEntity>;
  readonly sectors: ReadonlyArray<Maybe<Sector>>;
  readonly status: BodyStatus;
  readonly steward: Steward;
  readonly supersededBy?: Maybe<Body>;
};

export type BodyMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type BodyConnection = {
  readonly edges: ReadonlyArray<BodyEdge>;
  readonly nodes: ReadonlyArray<Maybe<Body>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type BodyEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<Body>;
};

export type BodyFilter = {
  readonly acronym?: InputMaybe<Scalars['String']['input']>;
  readonly forms?: InputMaybe<ReadonlyArray<BodyForm>>;
  readonly levels?: InputMaybe<ReadonlyArray<BodyLevel>>;
  readonly sectorId?: InputMaybe<Scalars['ID']['input']>;
  readonly statuses?: InputMaybe<ReadonlyArray<BodyStatus>>;
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

export type BodyForm =
  | 'CENTRE'
  | 'COMMISSION'
  | 'COMMITTEE'
  | 'COMMUNITY_COUNCIL'
  | 'COORDINATING_CONFERENCE'
  | 'COORDINATING_COUNCIL'
  | 'COORDINATING_MEETING'
  | 'FORUM'
  | 'MINISTERIAL'
  | 'NETWORK'
  | 'OFFICE'
  | 'PARTNER_MEETING'
  | 'SECRETARIAT'
  | 'SENIOR_OFFICIALS'
  | 'SUMMIT'
  | 'WORKING_GROUP';

export type BodyLevel =
  | 'CENTRE'
  | 'COMMITTEE'
  | 'CONFERENCE'
  | 'COUNCIL'
  | 'MINISTERIAL'
  | 'ORGAN'
  | 'OTHER'
  | 'SENIOR_OFFICIALS'
  | 'WORKING_GROUP';

export type BodyStatus = 'ACTIVE' | 'SUPERSEDED' | 'UNVERIFIED';

export type CalendarEntry = {
  readonly lines: ReadonlyArray<Scalars['String']['output']>;
  readonly section: Scalars['String']['output'];
  readonly sequence: Scalars['Int']['output'];
};

export type CommunityBody = Body & {
  readonly acronym?: Maybe<Scalars['String']['output']>;
  readonly alternativeAcronyms: ReadonlyArray<Scalars['String']['output']>;
  readonly alternativeNames: ReadonlyArray<Scalars['String']['output']>;
  readonly annexParent?: Maybe<CommunityBody>;
  readonly charterArticle?: Maybe<Scalars['Int']['output']>;
  readonly children?: Maybe<ReadonlyArray<Maybe<Body>>>;
  readonly currentHolder?: Maybe<OfficeHolder>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly established?: Maybe<Scalars['PartialDate']['output']>;
  readonly establishedEvent?: Maybe<Scalars['String']['output']>;
  readonly form: BodyForm;
  readonly formerNames: ReadonlyArray<Scalars['String']['output']>;
  readonly hostCity?: Maybe<Scalars['String']['output']>;
  readonly hostMemberState?: Maybe<MemberState>;
  readonly id: Scalars['ID']['output'];
  readonly level: BodyLevel;
  readonly listedInCharterAnnex1?: Maybe<Scalars['Boolean']['output']>;
  readonly mandates?: Maybe<ReadonlyArray<Mandate>>;
  readonly meetings?: Maybe<MeetingConnection>;
  readonly name: Scalars['String']['output'];
  readonly parent?: Maybe<CommunityBody>;
  readonly parentNote?: Maybe<Scalars['String']['output']>;
  readonly pillar?: Maybe<Pillar>;
  readonly provenance: Provenance;
  readonly regionalEntity?: Maybe<RegionalEntity>;
  readonly sectors: ReadonlyArray<Maybe<Sector>>;
  readonly status: BodyStatus;
  readonly steward: AseanCommunity;
  readonly supersededBy?: Maybe<Body>;
};

export type CommunityBodyMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type CommunityInstrument = Instrument & {
  readonly adoptedAt?: Maybe<Meeting>;
  readonly adoptedAtText?: Maybe<Scalars['String']['output']>;
  readonly adoptedBy?: Maybe<Body>;
  readonly adoptedIn?: Maybe<MemberState>;
  readonly adoptedOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly adoptedPlace?: Maybe<Scalars['String']['output']>;
  readonly followUps: ReadonlyArray<Maybe<Instrument>>;
  readonly id: Scalars['ID']['output'];
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly items: ReadonlyArray<InstrumentItem>;
  readonly legallyBinding?: Maybe<Scalars['Boolean']['output']>;
  readonly milestones: ReadonlyArray<Milestone>;
  readonly modality?: Maybe<Modality>;
  readonly periodFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly pillars: ReadonlyArray<Pillar>;
  readonly provenance: Provenance;
  readonly shortTitle?: Maybe<Scalars['String']['output']>;
  readonly status: InstrumentStatus;
  readonly steward: AseanCommunity;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly supersededBy?: Maybe<Instrument>;
  readonly supersedes?: Maybe<Instrument>;
  readonly title: Scalars['String']['output'];
  readonly type: InstrumentType;
};

export type CommunityMeeting = Meeting & {
  readonly agenda: ReadonlyArray<AgendaItem>;
  readonly attendance: ReadonlyArray<Attendance>;
  readonly body?: Maybe<CommunityBody>;
  readonly calendar?: Maybe<CalendarEntry>;
  readonly chairs: ReadonlyArray<MeetingChair>;
  readonly city?: Maybe<Scalars['String']['output']>;
  readonly coincidesWith?: Maybe<Meeting>;
  readonly convenerLabel?: Maybe<Scalars['String']['output']>;
  readonly country?: Maybe<Scalars['String']['output']>;
  readonly datePrecision: DatePrecision;
  readonly endsOn: Scalars['PartialDate']['output'];
  readonly id: Scalars['ID']['output'];
  readonly memberState?: Maybe<MemberState>;
  readonly modality?: Maybe<Modality>;
  readonly namedIn: ReadonlyArray<OriginDocument>;
  readonly ordinal?: Maybe<Scalars['Int']['output']>;
  readonly outcomes: ReadonlyArray<MeetingOutcome>;
  readonly pillar?: Maybe<Pillar>;
  readonly provenance: Provenance;
  readonly startsOn: Scalars['PartialDate']['output'];
  readonly steward: AseanCommunity;
  readonly title: Scalars['String']['output'];
  readonly titleKnown: Scalars['Boolean']['output'];
  readonly type: MeetingType;
  readonly venue?: Maybe<Scalars['String']['output']>;
  readonly window?: Maybe<MeetingWindow>;
};

export type CommunityMonitoringItem = MonitoringItem & {
  readonly blueprintElement?: Maybe<BlueprintElement>;
  readonly children: ReadonlyArray<CommunityMonitoringItem>;
  readonly code?: Maybe<Scalars['String']['output']>;
  readonly date?: Maybe<Scalars['PartialDate']['output']>;
  readonly facts: ReadonlyArray<Fact>;
  readonly id: Scalars['ID']['output'];
  readonly instruments: ReadonlyArray<Maybe<Instrument>>;
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly items: ReadonlyArray<MonitoringSubItem>;
  readonly kind: MonitoringKind;
  readonly meetings: ReadonlyArray<Maybe<Meeting>>;
  readonly parent?: Maybe<CommunityMonitoringItem>;
  readonly partners: ReadonlyArray<Maybe<Partner>>;
  readonly periodFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly pillar?: Maybe<Pillar>;
  readonly provenance: Provenance;
  readonly responsibleBodies: ReadonlyArray<Maybe<Body>>;
  readonly responsibleLabels: ReadonlyArray<Scalars['String']['output']>;
  readonly reviewType?: Maybe<ReviewType>;
  readonly status?: Maybe<Scalars['String']['output']>;
  readonly steward: AseanCommunity;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
};

export type CommunityRegionalEntity = RegionalEntity & {
  readonly acronym?: Maybe<Scalars['String']['output']>;
  readonly alternativeAcronyms: ReadonlyArray<Scalars['String']['output']>;
  readonly body?: Maybe<CommunityBody>;
  readonly charterArticle?: Maybe<Scalars['Int']['output']>;
  readonly city?: Maybe<Scalars['String']['output']>;
  readonly country?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly founded?: Maybe<Scalars['PartialDate']['output']>;
  readonly foundedEvent?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly memberState?: Maybe<MemberState>;
  readonly name: Scalars['String']['output'];
  readonly pillar?: Maybe<Pillar>;
  readonly provenance: Provenance;
  readonly relatedBody?: Maybe<Body>;
  readonly relationship: RegionalEntityRelationship;
  readonly sectors: ReadonlyArray<Maybe<Sector>>;
  readonly status: RegionalEntityStatus;
  readonly steward: AseanCommunity;
  readonly type: RegionalEntityType;
};

export type Council = {
  readonly body?: Maybe<Body>;
  readonly establishedBy?: Maybe<Scalars['String']['output']>;
  readonly establishedOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly firstMeeting?: Maybe<Meeting>;
  readonly firstMeetingOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly firstMeetingPlace?: Maybe<Scalars['String']['output']>;
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  readonly meetingsPerYear?: Maybe<Scalars['Int']['output']>;
};

export type CrossPillarIssue = {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly crossPillarRoles: ReadonlyArray<StakeBody>;
  readonly id: Scalars['ID']['output'];
  readonly indicators?: Maybe<ReadonlyArray<ReadinessIndicator>>;
  readonly initiatives?: Maybe<ReadonlyArray<Initiative>>;
  readonly instruments?: Maybe<MergedInstrumentConnection>;
  readonly lead: Lead;
  readonly leadHistory: ReadonlyArray<LeadDecision>;
  readonly leadRecommendation?: Maybe<LeadRecommendation>;
  readonly meetings?: Maybe<MergedMeetingConnection>;
  readonly milestones: ReadonlyArray<Milestone>;
  readonly monitoring?: Maybe<MergedMonitoringItemConnection>;
  readonly namedIn: ReadonlyArray<Mention>;
  readonly partners?: Maybe<ReadonlyArray<Partner>>;
  readonly pillars: ReadonlyArray<Pillar>;
  readonly provenance: Provenance;
  readonly relatedIssues: ReadonlyArray<CrossPillarIssue>;
  readonly sdgs: ReadonlyArray<Sdg>;
  readonly stakes: ReadonlyArray<Maybe<Stake>>;
  readonly summary: Scalars['String']['output'];
  readonly title: Scalars['String']['output'];
};

export type CrossPillarIssueInstrumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstrumentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstrumentOrder>;
};

export type CrossPillarIssueLeadArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};

export type CrossPillarIssueMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type CrossPillarIssueMonitoringArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MonitoringFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type CrossPillarIssueConnection = {
  readonly edges: ReadonlyArray<CrossPillarIssueEdge>;
  readonly nodes: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type CrossPillarIssueEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<CrossPillarIssue>;
};

export type CrossPillarIssueFilter = {
  readonly allThreePillars?: InputMaybe<Scalars['Boolean']['input']>;
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly leadPillar?: InputMaybe<PillarCode>;
  readonly leadStatus?: InputMaybe<ReadonlyArray<LeadStatus>>;
  readonly pillars?: InputMaybe<ReadonlyArray<PillarCode>>;
  readonly proposed?: InputMaybe<Scalars['Boolean']['input']>;
  readonly sdg?: InputMaybe<Scalars['Int']['input']>;
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

export type CrossPillarIssueOrder = 'ID_ASC' | 'TITLE_ASC' | 'TITLE_DESC';

export type DatePrecision = 'DAY' | 'MONTH' | 'YEAR';

export type EconomicBlueprintElement = BlueprintElement & {
  readonly children: ReadonlyArray<EconomicBlueprintElement>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly instrument?: Maybe<EconomicInstrument>;
  readonly kind: BlueprintElementKind;
  readonly number: Scalars['String']['output'];
  readonly officialTitle?: Maybe<Scalars['String']['output']>;
  readonly parent?: Maybe<EconomicBlueprintElement>;
  readonly pillar: EconomicCommunity;
  readonly provenance: Provenance;
  readonly sdgs: ReadonlyArray<Maybe<Sdg>>;
  readonly sdgsBasis?: Maybe<EvidenceBasis>;
  readonly title: Scalars['String']['output'];
};

export type EconomicBody = Body & {
  readonly acronym?: Maybe<Scalars['String']['output']>;
  readonly alternativeAcronyms: ReadonlyArray<Scalars['String']['output']>;
  readonly alternativeNames: ReadonlyArray<Scalars['String']['output']>;
  readonly annexParent?: Maybe<Body>;
  readonly charterArticle?: Maybe<Scalars['Int']['output']>;
  readonly children?: Maybe<ReadonlyArray<Maybe<EconomicBody>>>;
  readonly currentHolder?: Maybe<OfficeHolder>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly established?: Maybe<Scalars['PartialDate']['output']>;
  readonly establishedEvent?: Maybe<Scalars['String']['output']>;
  readonly form: BodyForm;
  readonly formerNames: ReadonlyArray<Scalars['String']['output']>;
  readonly hostCity?: Maybe<Scalars['String']['output']>;
  readonly hostMemberState?: Maybe<MemberState>;
  readonly id: Scalars['ID']['output'];
  readonly level: BodyLevel;
  readonly listedInCharterAnnex1?: Maybe<Scalars['Boolean']['output']>;
  readonly mandates?: Maybe<ReadonlyArray<Mandate>>;
  readonly meetings?: Maybe<MeetingConnection>;
  readonly name: Scalars['String']['output'];
  readonly parent?: Maybe<Body>;
  readonly parentNote?: Maybe<Scalars['String']['output']>;
  readonly pillar?: Maybe<EconomicCommunity>;
  readonly provenance: Provenance;
  readonly regionalEntity?: Maybe<EconomicRegionalEntity>;
  readonly sectors: ReadonlyArray<Maybe<EconomicSector>>;
  readonly status: BodyStatus;
  readonly steward: EconomicCommunity;
  readonly supersededBy?: Maybe<Body>;
};

export type EconomicBodyMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type EconomicCommunity = Pillar &
  Steward & {
    readonly aims?: Maybe<ReadonlyArray<PillarAim>>;
    readonly blueprint?: Maybe<Blueprint>;
    readonly bodies?: Maybe<BodyConnection>;
    readonly code: PillarCode;
    readonly coordinatingConference?: Maybe<EconomicBody>;
    readonly council?: Maybe<Council>;
    readonly id: Scalars['ID']['output'];
    readonly instruments?: Maybe<InstrumentConnection>;
    readonly leads?: Maybe<ReadonlyArray<CrossPillarIssue>>;
    readonly meetings?: Maybe<MeetingConnection>;
    readonly monitoring?: Maybe<MonitoringItemConnection>;
    readonly name: Scalars['String']['output'];
    readonly order: Scalars['Int']['output'];
    readonly provenance?: Maybe<Provenance>;
    readonly regionalEntities?: Maybe<ReadonlyArray<EconomicRegionalEntity>>;
    readonly sectors?: Maybe<ReadonlyArray<EconomicSector>>;
    readonly seniorOfficials?: Maybe<EconomicBody>;
    readonly smartCityProjects?: Maybe<SmartCityProjectConnection>;
    readonly stakes?: Maybe<StakeConnection>;
    readonly strategicPlan?: Maybe<StrategicPlan>;
    readonly vision?: Maybe<Scalars['String']['output']>;
    readonly webPage?: Maybe<Scalars['String']['output']>;
  };

export type EconomicCommunityBodiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BodyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type EconomicCommunityInstrumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstrumentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstrumentOrder>;
};

export type EconomicCommunityMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type EconomicCommunityMonitoringArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MonitoringFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type EconomicCommunitySmartCityProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SmartCityProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type EconomicCommunityStakesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type EconomicInstrument = Instrument & {
  readonly adoptedAt?: Maybe<Meeting>;
  readonly adoptedAtText?: Maybe<Scalars['String']['output']>;
  readonly adoptedBy?: Maybe<Body>;
  readonly adoptedIn?: Maybe<MemberState>;
  readonly adoptedOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly adoptedPlace?: Maybe<Scalars['String']['output']>;
  readonly followUps: ReadonlyArray<Maybe<Instrument>>;
  readonly id: Scalars['ID']['output'];
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly items: ReadonlyArray<InstrumentItem>;
  readonly legallyBinding?: Maybe<Scalars['Boolean']['output']>;
  readonly milestones: ReadonlyArray<Milestone>;
  readonly modality?: Maybe<Modality>;
  readonly periodFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly pillars: ReadonlyArray<Pillar>;
  readonly provenance: Provenance;
  readonly shortTitle?: Maybe<Scalars['String']['output']>;
  readonly status: InstrumentStatus;
  readonly steward: EconomicCommunity;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly supersededBy?: Maybe<Instrument>;
  readonly supersedes?: Maybe<Instrument>;
  readonly title: Scalars['String']['output'];
  readonly type: InstrumentType;
};

export type EconomicMeeting = Meeting & {
  readonly agenda: ReadonlyArray<AgendaItem>;
  readonly attendance: ReadonlyArray<Attendance>;
  readonly body?: Maybe<Body>;
  readonly calendar?: Maybe<CalendarEntry>;
  readonly chairs: ReadonlyArray<MeetingChair>;
  readonly city?: Maybe<Scalars['String']['output']>;
  readonly coincidesWith?: Maybe<Meeting>;
  readonly convenerLabel?: Maybe<Scalars['String']['output']>;
  readonly country?: Maybe<Scalars['String']['output']>;
  readonly datePrecision: DatePrecision;
  readonly endsOn: Scalars['PartialDate']['output'];
  readonly id: Scalars['ID']['output'];
  readonly memberState?: Maybe<MemberState>;
  readonly modality?: Maybe<Modality>;
  readonly namedIn: ReadonlyArray<OriginDocument>;
  readonly ordinal?: Maybe<Scalars['Int']['output']>;
  readonly outcomes: ReadonlyArray<MeetingOutcome>;
  readonly pillar?: Maybe<EconomicCommunity>;
  readonly provenance: Provenance;
  readonly startsOn: Scalars['PartialDate']['output'];
  readonly steward: EconomicCommunity;
  readonly title: Scalars['String']['output'];
  readonly titleKnown: Scalars['Boolean']['output'];
  readonly type: MeetingType;
  readonly venue?: Maybe<Scalars['String']['output']>;
  readonly window?: Maybe<MeetingWindow>;
};

export type EconomicMonitoringItem = MonitoringItem & {
  readonly blueprintElement?: Maybe<EconomicBlueprintElement>;
  readonly children: ReadonlyArray<EconomicMonitoringItem>;
  readonly code?: Maybe<Scalars['String']['output']>;
  readonly date?: Maybe<Scalars['PartialDate']['output']>;
  readonly facts: ReadonlyArray<Fact>;
  readonly id: Scalars['ID']['output'];
  readonly instruments: ReadonlyArray<Maybe<Instrument>>;
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly items: ReadonlyArray<MonitoringSubItem>;
  readonly kind: MonitoringKind;
  readonly meetings: ReadonlyArray<Maybe<Meeting>>;
  readonly parent?: Maybe<EconomicMonitoringItem>;
  readonly partners: ReadonlyArray<Maybe<Partner>>;
  readonly periodFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly pillar?: Maybe<EconomicCommunity>;
  readonly provenance: Provenance;
  readonly responsibleBodies: ReadonlyArray<Maybe<Body>>;
  readonly responsibleLabels: ReadonlyArray<Scalars['String']['output']>;
  readonly reviewType?: Maybe<ReviewType>;
  readonly status?: Maybe<Scalars['String']['output']>;
  readonly steward: EconomicCommunity;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
};

export type EconomicProject = SmartCityProject & {
  readonly actionPlanProject?: Maybe<SmartCityProject>;
  readonly city?: Maybe<SmartCity>;
  readonly focusAreaBasis?: Maybe<Scalars['String']['output']>;
  readonly focusAreas: ReadonlyArray<SmartCityFocusArea>;
  readonly id: Scalars['ID']['output'];
  readonly listNumber?: Maybe<Scalars['Int']['output']>;
  readonly partners: ReadonlyArray<Scalars['String']['output']>;
  readonly phase: SmartCityProjectPhase;
  readonly pillar: EconomicCommunity;
  readonly pillarTags: ReadonlyArray<PillarTag>;
  readonly portfolioMatch?: Maybe<PortfolioMatch>;
  readonly portfolioProject?: Maybe<SmartCityProject>;
  readonly programme: SmartCityProgramme;
  readonly provenance: Provenance;
  readonly status: SmartCityProjectStatus;
  readonly steward: EconomicCommunity;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly supportSought: ReadonlyArray<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
};

export type EconomicRegionalEntity = RegionalEntity & {
  readonly acronym?: Maybe<Scalars['String']['output']>;
  readonly alternativeAcronyms: ReadonlyArray<Scalars['String']['output']>;
  readonly body?: Maybe<EconomicBody>;
  readonly charterArticle?: Maybe<Scalars['Int']['output']>;
  readonly city?: Maybe<Scalars['String']['output']>;
  readonly country?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly founded?: Maybe<Scalars['PartialDate']['output']>;
  readonly foundedEvent?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly memberState?: Maybe<MemberState>;
  readonly name: Scalars['String']['output'];
  readonly pillar?: Maybe<EconomicCommunity>;
  readonly provenance: Provenance;
  readonly relatedBody?: Maybe<Body>;
  readonly relationship: RegionalEntityRelationship;
  readonly sectors: ReadonlyArray<Maybe<EconomicSector>>;
  readonly status: RegionalEntityStatus;
  readonly steward: EconomicCommunity;
  readonly type: RegionalEntityType;
};

export type EconomicSector = Sector & {
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly elements: ReadonlyArray<EconomicBlueprintElement>;
  readonly id: Scalars['ID']['output'];
  readonly leadBodies: ReadonlyArray<Maybe<Body>>;
  readonly name: Scalars['String']['output'];
  readonly order: Scalars['Int']['output'];
  readonly pillar: EconomicCommunity;
  readonly provenance: Provenance;
};

export type EconomicStake = Stake & {
  readonly bodies: ReadonlyArray<StakeBody>;
  readonly evidence: StakeEvidence;
  readonly id: Scalars['ID']['output'];
  readonly instruments?: Maybe<InstrumentConnection>;
  readonly issue?: Maybe<CrossPillarIssue>;
  readonly meetings?: Maybe<MeetingConnection>;
  readonly monitoring?: Maybe<MonitoringItemConnection>;
  readonly otherActors: ReadonlyArray<OtherActor>;
  readonly pillar: EconomicCommunity;
  readonly provenance: Provenance;
  readonly rationale: Scalars['String']['output'];
};

export type EconomicStakeInstrumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstrumentOrder>;
};

export type EconomicStakeMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type EconomicStakeMonitoringArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type EvidenceBasis = 'CURATED' | 'DOCUMENTED' | 'KNOWLEDGE';

export type Fact = {
  readonly text: Scalars['String']['output'];
  readonly unit?: Maybe<Scalars['String']['output']>;
  readonly value?: Maybe<Scalars['Float']['output']>;
};

export type FocusAreaShare = {
  readonly focusArea: SmartCityFocusArea;
  readonly percent: Scalars['Float']['output'];
};

export type IndicatorDirection = 'CONTEXT' | 'HIGHER_IS_BETTER' | 'NOT_ORDERED';

export type IndicatorFamily = 'DIGITAL' | 'INDUSTRY_4_0_READINESS';

export type Initiative = {
  readonly adoptedAt?: Maybe<Meeting>;
  readonly adoptedAtText?: Maybe<Scalars['String']['output']>;
  readonly adoptedOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly instrument?: Maybe<Instrument>;
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly kind: InitiativeKind;
  readonly leadBasis: InitiativeLeadBasis;
  readonly leadBodies: ReadonlyArray<Maybe<Body>>;
  readonly milestones: ReadonlyArray<Milestone>;
  readonly otherPillars: ReadonlyArray<PillarTag>;
  readonly periodFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly pillar: Pillar;
  readonly place?: Maybe<Scalars['String']['output']>;
  readonly provenance: Provenance;
  readonly relevance: InitiativeRelevance;
  readonly shortName?: Maybe<Scalars['String']['output']>;
  readonly status?: Maybe<Scalars['String']['output']>;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
};

export type InitiativeConnection = {
  readonly edges: ReadonlyArray<InitiativeEdge>;
  readonly nodes: ReadonlyArray<Maybe<Initiative>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type InitiativeEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<Initiative>;
};

export type InitiativeFilter = {
  readonly issueId?: InputMaybe<Scalars['ID']['input']>;
  readonly pillars?: InputMaybe<ReadonlyArray<PillarCode>>;
  readonly relevances?: InputMaybe<ReadonlyArray<InitiativeRelevance>>;
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

export type InitiativeKind =
  | 'AGREEMENT'
  | 'CONFERENCE'
  | 'COORDINATION_MEETING'
  | 'DECLARATION'
  | 'FRAMEWORK'
  | 'GUIDELINES'
  | 'MASTERPLAN'
  | 'PLAN_OF_ACTION'
  | 'POLITICAL_MANDATE'
  | 'PROJECT'
  | 'ROADMAP'
  | 'STATEMENT'
  | 'STRATEGY'
  | 'STUDY';

export type InitiativeLeadBasis = 'ENDORSING_BODY' | 'INFERRED' | 'STATED';

export type InitiativeRelevance = 'DIRECT' | 'ENABLING';

export type Instrument = {
  readonly adoptedAt?: Maybe<Meeting>;
  readonly adoptedAtText?: Maybe<Scalars['String']['output']>;
  readonly adoptedBy?: Maybe<Body>;
  readonly adoptedIn?: Maybe<MemberState>;
  readonly adoptedOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly adoptedPlace?: Maybe<Scalars['String']['output']>;
  readonly followUps: ReadonlyArray<Maybe<Instrument>>;
  readonly id: Scalars['ID']['output'];
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly items: ReadonlyArray<InstrumentItem>;
  readonly legallyBinding?: Maybe<Scalars['Boolean']['output']>;
  readonly milestones: ReadonlyArray<Milestone>;
  readonly modality?: Maybe<Modality>;
  readonly periodFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly pillars: ReadonlyArray<Pillar>;
  readonly provenance: Provenance;
  readonly shortTitle?: Maybe<Scalars['String']['output']>;
  readonly status: InstrumentStatus;
  readonly steward: Steward;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly supersededBy?: Maybe<Instrument>;
  readonly supersedes?: Maybe<Instrument>;
  readonly title: Scalars['String']['output'];
  readonly type: InstrumentType;
};

export type InstrumentConnection = {
  readonly edges: ReadonlyArray<InstrumentEdge>;
  readonly nodes: ReadonlyArray<Maybe<Instrument>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type InstrumentEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<Instrument>;
};

export type InstrumentFilter = {
  readonly adoptedAtId?: InputMaybe<Scalars['ID']['input']>;
  readonly allThreePillars?: InputMaybe<Scalars['Boolean']['input']>;
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  readonly issueId?: InputMaybe<Scalars['ID']['input']>;
  readonly legallyBinding?: InputMaybe<Scalars['Boolean']['input']>;
  readonly pillars?: InputMaybe<ReadonlyArray<PillarCode>>;
  readonly text?: InputMaybe<Scalars['String']['input']>;
  readonly to?: InputMaybe<Scalars['Date']['input']>;
  readonly types?: InputMaybe<ReadonlyArray<InstrumentType>>;
};

export type InstrumentItem = {
  readonly bodies: ReadonlyArray<Maybe<Body>>;
  readonly bodyBasis?: Maybe<EvidenceBasis>;
  readonly detail?: Maybe<Scalars['String']['output']>;
  readonly exampleActivities: ReadonlyArray<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly kind: InstrumentItemKind;
  readonly numeral?: Maybe<Scalars['String']['output']>;
  readonly order: Scalars['Int']['output'];
  readonly sources: ReadonlyArray<Source>;
  readonly title: Scalars['String']['output'];
};

export type InstrumentItemKind = 'BROAD_STRATEGY' | 'POINT' | 'STRATEGIC_AREA' | 'STRATEGIC_PRIORITY' | 'THRUST';

export type InstrumentOrder = 'ADOPTED_ASC' | 'ADOPTED_DESC';

export type InstrumentStatus =
  | 'ADOPTED'
  | 'COMPLETED'
  | 'IN_FORCE'
  | 'IN_IMPLEMENTATION'
  | 'PUBLISHED'
  | 'SUCCESSOR_ADOPTED'
  | 'SUPERSEDED'
  | 'UNDER_DEVELOPMENT';

export type InstrumentType =
  | 'AGREEMENT'
  | 'BLUEPRINT'
  | 'CHARTER'
  | 'CONCEPT_NOTE'
  | 'CONSENSUS'
  | 'CONVENTION'
  | 'DECLARATION'
  | 'FRAMEWORK'
  | 'GUIDELINES'
  | 'MASTERPLAN'
  | 'OUTLOOK'
  | 'PLAN_OF_ACTION'
  | 'REPORT'
  | 'ROADMAP'
  | 'STATEMENT'
  | 'STRATEGIC_PLAN'
  | 'STRATEGY'
  | 'TERMS_OF_REFERENCE'
  | 'TREATY'
  | 'WORK_PLAN';

export type Lead = {
  readonly bodies: ReadonlyArray<Maybe<Body>>;
  readonly candidates: ReadonlyArray<LeadCandidate>;
  readonly decision?: Maybe<LeadDecision>;
  readonly explicit?: Maybe<Scalars['Boolean']['output']>;
  readonly kind?: Maybe<LeadKind>;
  readonly label?: Maybe<Scalars['String']['output']>;
  readonly memberState?: Maybe<MemberState>;
  readonly pillars: ReadonlyArray<Pillar>;
  readonly proposal?: Maybe<LeadDecision>;
  readonly since?: Maybe<Scalars['DateTime']['output']>;
  readonly sources: ReadonlyArray<Source>;
  readonly statement?: Maybe<Scalars['String']['output']>;
  readonly status: LeadStatus;
  readonly supporting: ReadonlyArray<Pillar>;
  readonly version: Scalars['Int']['output'];
};

export type LeadCandidate = {
  readonly basis: EvidenceBasis;
  readonly body?: Maybe<Body>;
  readonly pillar: Pillar;
  readonly reason: Scalars['String']['output'];
};

export type LeadDecision = {
  readonly actor: Scalars['String']['output'];
  readonly decidedAt: Scalars['DateTime']['output'];
  readonly evidence?: Maybe<LeadRecommendation>;
  readonly hash: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  readonly issue: CrossPillarIssue;
  readonly kind: LeadDecisionKind;
  readonly leadBody?: Maybe<Body>;
  readonly pillar?: Maybe<Pillar>;
  readonly previousHash: Scalars['String']['output'];
  readonly rationale: Scalars['String']['output'];
  readonly relevantBodies: ReadonlyArray<Maybe<Body>>;
  readonly sources: ReadonlyArray<Source>;
  readonly supporting: ReadonlyArray<Pillar>;
  readonly version: Scalars['Int']['output'];
};

export type LeadDecisionConnection = {
  readonly edges: ReadonlyArray<LeadDecisionEdge>;
  readonly nodes: ReadonlyArray<Maybe<LeadDecision>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type LeadDecisionEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<LeadDecision>;
};

export type LeadDecisionFilter = {
  readonly actor?: InputMaybe<Scalars['String']['input']>;
  readonly issueId?: InputMaybe<Scalars['ID']['input']>;
  readonly kinds?: InputMaybe<ReadonlyArray<LeadDecisionKind>>;
  readonly pillar?: InputMaybe<PillarCode>;
  readonly since?: InputMaybe<Scalars['DateTime']['input']>;
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type LeadDecisionKind = 'ASSIGNED' | 'PROPOSED' | 'WITHDRAWN';

export type LeadDecisionPayload = {
  readonly decision?: Maybe<LeadDecision>;
  readonly issue?: Maybe<CrossPillarIssue>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type LeadKind =
  | 'COORDINATED_BY'
  | 'COUNTRY_COORDINATOR'
  | 'DRAFTING_LED_BY'
  | 'IMPLEMENTING_COMMITTEE'
  | 'LED_BY'
  | 'MANDATED_NETWORK'
  | 'OVERSEEN_BY'
  | 'TASKED_BY_LEADERS'
  | 'TREATY_BODY';

export type LeadRecommendation = {
  readonly method: Scalars['String']['output'];
  readonly ranking: ReadonlyArray<LeadScore>;
};

export type LeadScore = {
  readonly bodies: Scalars['Int']['output'];
  readonly communityInstruments: Scalars['Int']['output'];
  readonly instruments: Scalars['Int']['output'];
  readonly meetings: Scalars['Int']['output'];
  readonly monitoringItems: Scalars['Int']['output'];
  readonly pillar: Pillar;
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
  readonly score: Scalars['Float']['output'];
};

export type LeadStatus = 'ASSIGNED' | 'DOCUMENTED' | 'PROPOSED' | 'UNDETERMINED';

export type Mandate = {
  readonly basis: EvidenceBasis;
  readonly issue?: Maybe<CrossPillarIssue>;
  readonly pillar?: Maybe<Pillar>;
  readonly why: Scalars['String']['output'];
};

export type Meeting = {
  readonly agenda: ReadonlyArray<AgendaItem>;
  readonly attendance: ReadonlyArray<Attendance>;
  readonly body?: Maybe<Body>;
  readonly calendar?: Maybe<CalendarEntry>;
  readonly chairs: ReadonlyArray<MeetingChair>;
  readonly city?: Maybe<Scalars['String']['output']>;
  readonly coincidesWith?: Maybe<Meeting>;
  readonly convenerLabel?: Maybe<Scalars['String']['output']>;
  readonly country?: Maybe<Scalars['String']['output']>;
  readonly datePrecision: DatePrecision;
  readonly endsOn: Scalars['PartialDate']['output'];
  readonly id: Scalars['ID']['output'];
  readonly memberState?: Maybe<MemberState>;
  readonly modality?: Maybe<Modality>;
  readonly namedIn: ReadonlyArray<OriginDocument>;
  readonly ordinal?: Maybe<Scalars['Int']['output']>;
  readonly outcomes: ReadonlyArray<MeetingOutcome>;
  readonly pillar?: Maybe<Pillar>;
  readonly provenance: Provenance;
  readonly startsOn: Scalars['PartialDate']['output'];
  readonly steward: Steward;
  readonly title: Scalars['String']['output'];
  readonly titleKnown: Scalars['Boolean']['output'];
  readonly type: MeetingType;
  readonly venue?: Maybe<Scalars['String']['output']>;
  readonly window?: Maybe<MeetingWindow>;
};

export type MeetingChair = {
  readonly country?: Maybe<Scalars['String']['output']>;
  readonly memberState?: Maybe<MemberState>;
  readonly person?: Maybe<Scalars['String']['output']>;
  readonly role?: Maybe<Scalars['String']['output']>;
};

export type MeetingConnection = {
  readonly edges: ReadonlyArray<MeetingEdge>;
  readonly nodes: ReadonlyArray<Maybe<Meeting>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type MeetingEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<Meeting>;
};

export type MeetingFilter = {
  readonly agendaIssueId?: InputMaybe<Scalars['ID']['input']>;
  readonly bodyIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly chairedBy?: InputMaybe<Scalars['ID']['input']>;
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  readonly issueId?: InputMaybe<Scalars['ID']['input']>;
  readonly memberStates?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly text?: InputMaybe<Scalars['String']['input']>;
  readonly to?: InputMaybe<Scalars['Date']['input']>;
  readonly types?: InputMaybe<ReadonlyArray<MeetingType>>;
};

export type MeetingOrder = 'STARTS_ASC' | 'STARTS_DESC';

export type MeetingOutcome = {
  readonly instruments: ReadonlyArray<Maybe<Instrument>>;
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly order: Scalars['Int']['output'];
  readonly text: Scalars['String']['output'];
  readonly type: MeetingOutcomeType;
};

export type MeetingOutcomeType =
  | 'ADOPTED'
  | 'AGREED'
  | 'DECIDED'
  | 'DISCUSSED'
  | 'ENCOURAGED'
  | 'ENDORSED'
  | 'LAUNCHED'
  | 'NOTED'
  | 'REPORTED'
  | 'WELCOMED';

export type MeetingType =
  | 'CALENDAR_ENTRY'
  | 'CONFERENCE'
  | 'COORDINATING_CONFERENCE'
  | 'COUNCIL'
  | 'FORUM'
  | 'LAUNCH'
  | 'MINISTERIAL'
  | 'NETWORK_MEETING'
  | 'RETREAT'
  | 'SENIOR_OFFICIALS'
  | 'SUMMIT'
  | 'SUMMIT_PARTNER'
  | 'TREATY_MEETING'
  | 'WORKING_GROUP'
  | 'WORKSHOP';

export type MeetingWindow = {
  readonly endsOn: Scalars['PartialDate']['output'];
  readonly note?: Maybe<Scalars['String']['output']>;
  readonly startsOn: Scalars['PartialDate']['output'];
};

export type MemberState = {
  readonly accession: ReadonlyArray<Milestone>;
  readonly alpha2: Scalars['ID']['output'];
  readonly capital?: Maybe<Scalars['String']['output']>;
  readonly chairedMeetings?: Maybe<MergedMeetingConnection>;
  readonly code: Scalars['ID']['output'];
  readonly foundingMember: Scalars['Boolean']['output'];
  readonly hostedEntities?: Maybe<MergedRegionalEntityConnection>;
  readonly joinedOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly name: Scalars['String']['output'];
  readonly observations?: Maybe<ObservationConnection>;
  readonly observerSince?: Maybe<Scalars['PartialDate']['output']>;
  readonly officialName: Scalars['String']['output'];
  readonly provenance: Provenance;
  readonly smartCities?: Maybe<ReadonlyArray<SmartCity>>;
  readonly status: MembershipStatus;
};

export type MemberStateChairedMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type MemberStateHostedEntitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RegionalEntityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type MemberStateObservationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ObservationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type MemberStateFilter = {
  readonly codes?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly status?: InputMaybe<MembershipStatus>;
};

export type MembershipStatus = 'MEMBER' | 'OBSERVER';

export type Mention = {
  readonly document: OriginDocument;
  readonly text: Scalars['String']['output'];
};

export type MergedBodyConnection = {
  readonly edges: ReadonlyArray<BodyEdge>;
  readonly nodes: ReadonlyArray<Maybe<Body>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type MergedInstrumentConnection = {
  readonly edges: ReadonlyArray<InstrumentEdge>;
  readonly nodes: ReadonlyArray<Maybe<Instrument>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type MergedMeetingConnection = {
  readonly edges: ReadonlyArray<MeetingEdge>;
  readonly nodes: ReadonlyArray<Maybe<Meeting>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type MergedMonitoringItemConnection = {
  readonly edges: ReadonlyArray<MonitoringItemEdge>;
  readonly nodes: ReadonlyArray<Maybe<MonitoringItem>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type MergedRegionalEntityConnection = {
  readonly edges: ReadonlyArray<RegionalEntityEdge>;
  readonly nodes: ReadonlyArray<Maybe<RegionalEntity>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type MergedSearchHitConnection = {
  readonly edges: ReadonlyArray<SearchHitEdge>;
  readonly nodes: ReadonlyArray<Maybe<SearchHit>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type MergedSmartCityProjectConnection = {
  readonly edges: ReadonlyArray<SmartCityProjectEdge>;
  readonly nodes: ReadonlyArray<Maybe<SmartCityProject>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type Milestone = {
  readonly basis?: Maybe<EvidenceBasis>;
  readonly date: Scalars['PartialDate']['output'];
  readonly detail?: Maybe<Scalars['String']['output']>;
  readonly event: Scalars['String']['output'];
  readonly meeting?: Maybe<Meeting>;
  readonly sources: ReadonlyArray<Source>;
};

export type Modality = 'HYBRID' | 'IN_PERSON' | 'VIRTUAL';

export type Money = {
  readonly currency: Scalars['String']['output'];
  readonly value: Scalars['Float']['output'];
};

export type MonitoringFilter = {
  readonly instrumentId?: InputMaybe<Scalars['ID']['input']>;
  readonly issueId?: InputMaybe<Scalars['ID']['input']>;
  readonly kinds?: InputMaybe<ReadonlyArray<MonitoringKind>>;
  readonly reviewTypes?: InputMaybe<ReadonlyArray<ReviewType>>;
};

export type MonitoringItem = {
  readonly blueprintElement?: Maybe<BlueprintElement>;
  readonly children: ReadonlyArray<MonitoringItem>;
  readonly code?: Maybe<Scalars['String']['output']>;
  readonly date?: Maybe<Scalars['PartialDate']['output']>;
  readonly facts: ReadonlyArray<Fact>;
  readonly id: Scalars['ID']['output'];
  readonly instruments: ReadonlyArray<Maybe<Instrument>>;
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly items: ReadonlyArray<MonitoringSubItem>;
  readonly kind: MonitoringKind;
  readonly meetings: ReadonlyArray<Maybe<Meeting>>;
  readonly parent?: Maybe<MonitoringItem>;
  readonly partners: ReadonlyArray<Maybe<Partner>>;
  readonly periodFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly pillar?: Maybe<Pillar>;
  readonly provenance: Provenance;
  readonly responsibleBodies: ReadonlyArray<Maybe<Body>>;
  readonly responsibleLabels: ReadonlyArray<Scalars['String']['output']>;
  readonly reviewType?: Maybe<ReviewType>;
  readonly status?: Maybe<Scalars['String']['output']>;
  readonly steward: Steward;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
};

export type MonitoringItemConnection = {
  readonly edges: ReadonlyArray<MonitoringItemEdge>;
  readonly nodes: ReadonlyArray<Maybe<MonitoringItem>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type MonitoringItemEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<MonitoringItem>;
};

export type MonitoringKind =
  | 'AREAS_OF_COOPERATION'
  | 'CHARACTERISTIC'
  | 'COMPONENT'
  | 'DATABASE'
  | 'FRAMEWORK'
  | 'GOVERNANCE'
  | 'INDICATOR_SET'
  | 'KEY_RESULT_AREA'
  | 'PROGRESS'
  | 'REVIEW'
  | 'SYSTEM'
  | 'TOOL';

export type MonitoringSubItem = {
  readonly id: Scalars['ID']['output'];
  readonly ministerialBody?: Maybe<Body>;
  readonly order: Scalars['Int']['output'];
  readonly sector?: Maybe<Sector>;
  readonly sectoralBody?: Maybe<Body>;
  readonly title: Scalars['String']['output'];
};

export type Mutation = {
  readonly assignLeadPillar?: Maybe<LeadDecisionPayload>;
  readonly proposeLeadPillar?: Maybe<LeadDecisionPayload>;
  readonly reportProgress?: Maybe<ReportProgressPayload>;
  readonly withdrawLeadPillar?: Maybe<LeadDecisionPayload>;
};

export type MutationAssignLeadPillarArgs = {
  input: AssignLeadPillarInput;
};

export type MutationProposeLeadPillarArgs = {
  input: ProposeLeadPillarInput;
};

export type MutationReportProgressArgs = {
  input: ReportProgressInput;
};

export type MutationWithdrawLeadPillarArgs = {
  input: WithdrawLeadPillarInput;
};

export type NationalRepresentative = {
  readonly memberState?: Maybe<MemberState>;
  readonly organisation: Scalars['String']['output'];
};

export type NetworkChair = {
  readonly memberState?: Maybe<MemberState>;
  readonly year: Scalars['Int']['output'];
};

export type NetworkMeetingEdition = {
  readonly endsOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly modality?: Maybe<Modality>;
  readonly ordinal: Scalars['Int']['output'];
  readonly place?: Maybe<Scalars['String']['output']>;
  readonly startsOn?: Maybe<Scalars['PartialDate']['output']>;
};

export type Observation = {
  readonly derived: Scalars['Boolean']['output'];
  readonly dimensions: ReadonlyArray<Scalars['String']['output']>;
  readonly edition?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly indicator: ReadinessIndicator;
  readonly memberState?: Maybe<MemberState>;
  readonly memberStateCode?: Maybe<Scalars['ID']['output']>;
  readonly provenance: Provenance;
  readonly rank?: Maybe<Scalars['Int']['output']>;
  readonly rankOutOf?: Maybe<Scalars['Int']['output']>;
  readonly unit?: Maybe<Scalars['String']['output']>;
  readonly value?: Maybe<Scalars['Float']['output']>;
  readonly valueText?: Maybe<Scalars['String']['output']>;
  readonly year: Scalars['Int']['output'];
};

export type ObservationConnection = {
  readonly edges: ReadonlyArray<ObservationEdge>;
  readonly nodes: ReadonlyArray<Maybe<Observation>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ObservationEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<Observation>;
};

export type ObservationFilter = {
  readonly families?: InputMaybe<ReadonlyArray<IndicatorFamily>>;
  readonly fromYear?: InputMaybe<Scalars['Int']['input']>;
  readonly indicators?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly issueId?: InputMaybe<Scalars['ID']['input']>;
  readonly latest?: InputMaybe<Scalars['Boolean']['input']>;
  readonly memberStates?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly toYear?: InputMaybe<Scalars['Int']['input']>;
};

export type OfficeHolder = {
  readonly memberState?: Maybe<MemberState>;
  readonly name: Scalars['String']['output'];
  readonly term?: Maybe<Scalars['String']['output']>;
};

export type OriginDocument = 'ASCC_OVERVIEW_PAGE' | 'PRESS_RELEASE_2018';

export type OtherActor = {
  readonly basis: EvidenceBasis;
  readonly label: Scalars['String']['output'];
  readonly why: Scalars['String']['output'];
};

export type PageInfo = {
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

export type Partner = {
  readonly acronym?: Maybe<Scalars['String']['output']>;
  readonly children: ReadonlyArray<Partner>;
  readonly facts: ReadonlyArray<Fact>;
  readonly id: Scalars['ID']['output'];
  readonly instruments: ReadonlyArray<Maybe<Instrument>>;
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly meetings: ReadonlyArray<Maybe<Meeting>>;
  readonly name: Scalars['String']['output'];
  readonly parent?: Maybe<Partner>;
  readonly pillars: ReadonlyArray<Pillar>;
  readonly provenance: Provenance;
  readonly regionalEntity?: Maybe<RegionalEntity>;
  readonly since?: Maybe<Scalars['PartialDate']['output']>;
  readonly smartCityPartnerships?: Maybe<ReadonlyArray<SmartCityPartnership>>;
  readonly status?: Maybe<Scalars['String']['output']>;
  readonly statusHistory: ReadonlyArray<PartnerStatus>;
  readonly type: PartnerType;
};

export type PartnerConnection = {
  readonly edges: ReadonlyArray<PartnerEdge>;
  readonly nodes: ReadonlyArray<Maybe<Partner>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type PartnerEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<Partner>;
};

export type PartnerFilter = {
  readonly issueId?: InputMaybe<Scalars['ID']['input']>;
  readonly pillars?: InputMaybe<ReadonlyArray<PillarCode>>;
  readonly statuses?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly text?: InputMaybe<Scalars['String']['input']>;
  readonly types?: InputMaybe<ReadonlyArray<PartnerType>>;
};

export type PartnerStatus = {
  readonly since?: Maybe<Scalars['PartialDate']['output']>;
  readonly status: Scalars['String']['output'];
};

export type PartnerType =
  | 'DEVELOPMENT_PARTNER'
  | 'DIALOGUE_PARTNER'
  | 'INTERNATIONAL_ORGANISATION'
  | 'SECTORAL_DIALOGUE_PARTNER'
  | 'UN_AGENCY'
  | 'UN_SYSTEM';

export type Pillar = {
  readonly aims?: Maybe<ReadonlyArray<PillarAim>>;
  readonly blueprint?: Maybe<Blueprint>;
  readonly bodies?: Maybe<BodyConnection>;
  readonly code: PillarCode;
  readonly coordinatingConference?: Maybe<Body>;
  readonly council?: Maybe<Council>;
  readonly id: Scalars['ID']['output'];
  readonly instruments?: Maybe<InstrumentConnection>;
  readonly leads?: Maybe<ReadonlyArray<CrossPillarIssue>>;
  readonly meetings?: Maybe<MeetingConnection>;
  readonly monitoring?: Maybe<MonitoringItemConnection>;
  readonly name: Scalars['String']['output'];
  readonly order: Scalars['Int']['output'];
  readonly provenance?: Maybe<Provenance>;
  readonly regionalEntities?: Maybe<ReadonlyArray<RegionalEntity>>;
  readonly sectors?: Maybe<ReadonlyArray<Sector>>;
  readonly seniorOfficials?: Maybe<Body>;
  readonly smartCityProjects?: Maybe<SmartCityProjectConnection>;
  readonly stakes?: Maybe<StakeConnection>;
  readonly strategicPlan?: Maybe<StrategicPlan>;
  readonly vision?: Maybe<Scalars['String']['output']>;
  readonly webPage?: Maybe<Scalars['String']['output']>;
};

export type PillarBodiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BodyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type PillarInstrumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstrumentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstrumentOrder>;
};

export type PillarMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type PillarMonitoringArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MonitoringFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type PillarSmartCityProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SmartCityProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type PillarStakesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type PillarAim = {
  readonly basis: EvidenceBasis;
  readonly blueprintElement?: Maybe<BlueprintElement>;
  readonly order: Scalars['Int']['output'];
  readonly text: Scalars['String']['output'];
};

export type PillarCode = 'AEC' | 'APSC' | 'ASCC';

export type PillarTag = {
  readonly basis: EvidenceBasis;
  readonly pillar: Pillar;
  readonly reason: Scalars['String']['output'];
};

export type PlanCounts = {
  readonly objectives?: Maybe<Scalars['Int']['output']>;
  readonly strategicAreas?: Maybe<Scalars['Int']['output']>;
  readonly strategicGoals?: Maybe<Scalars['Int']['output']>;
  readonly strategicMeasures?: Maybe<Scalars['Int']['output']>;
};

export type PoliticalSecurityBlueprintElement = BlueprintElement & {
  readonly children: ReadonlyArray<PoliticalSecurityBlueprintElement>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly instrument?: Maybe<PoliticalSecurityInstrument>;
  readonly kind: BlueprintElementKind;
  readonly number: Scalars['String']['output'];
  readonly officialTitle?: Maybe<Scalars['String']['output']>;
  readonly parent?: Maybe<PoliticalSecurityBlueprintElement>;
  readonly pillar: PoliticalSecurityCommunity;
  readonly provenance: Provenance;
  readonly sdgs: ReadonlyArray<Maybe<Sdg>>;
  readonly sdgsBasis?: Maybe<EvidenceBasis>;
  readonly title: Scalars['String']['output'];
};

export type PoliticalSecurityBody = Body & {
  readonly acronym?: Maybe<Scalars['String']['output']>;
  readonly alternativeAcronyms: ReadonlyArray<Scalars['String']['output']>;
  readonly alternativeNames: ReadonlyArray<Scalars['String']['output']>;
  readonly annexParent?: Maybe<Body>;
  readonly charterArticle?: Maybe<Scalars['Int']['output']>;
  readonly children?: Maybe<ReadonlyArray<Maybe<PoliticalSecurityBody>>>;
  readonly currentHolder?: Maybe<OfficeHolder>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly established?: Maybe<Scalars['PartialDate']['output']>;
  readonly establishedEvent?: Maybe<Scalars['String']['output']>;
  readonly form: BodyForm;
  readonly formerNames: ReadonlyArray<Scalars['String']['output']>;
  readonly hostCity?: Maybe<Scalars['String']['output']>;
  readonly hostMemberState?: Maybe<MemberState>;
  readonly id: Scalars['ID']['output'];
  readonly level: BodyLevel;
  readonly listedInCharterAnnex1?: Maybe<Scalars['Boolean']['output']>;
  readonly mandates?: Maybe<ReadonlyArray<Mandate>>;
  readonly meetings?: Maybe<MeetingConnection>;
  readonly name: Scalars['String']['output'];
  readonly parent?: Maybe<Body>;
  readonly parentNote?: Maybe<Scalars['String']['output']>;
  readonly pillar?: Maybe<PoliticalSecurityCommunity>;
  readonly provenance: Provenance;
  readonly regionalEntity?: Maybe<PoliticalSecurityRegionalEntity>;
  readonly sectors: ReadonlyArray<Maybe<PoliticalSecuritySector>>;
  readonly status: BodyStatus;
  readonly steward: PoliticalSecurityCommunity;
  readonly supersededBy?: Maybe<Body>;
};

export type PoliticalSecurityBodyMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type PoliticalSecurityCommunity = Pillar &
  Steward & {
    readonly aims?: Maybe<ReadonlyArray<PillarAim>>;
    readonly blueprint?: Maybe<Blueprint>;
    readonly bodies?: Maybe<BodyConnection>;
    readonly code: PillarCode;
    readonly coordinatingConference?: Maybe<PoliticalSecurityBody>;
    readonly council?: Maybe<Council>;
    readonly id: Scalars['ID']['output'];
    readonly instruments?: Maybe<InstrumentConnection>;
    readonly leads?: Maybe<ReadonlyArray<CrossPillarIssue>>;
    readonly meetings?: Maybe<MeetingConnection>;
    readonly monitoring?: Maybe<MonitoringItemConnection>;
    readonly name: Scalars['String']['output'];
    readonly order: Scalars['Int']['output'];
    readonly provenance?: Maybe<Provenance>;
    readonly regionalEntities?: Maybe<ReadonlyArray<PoliticalSecurityRegionalEntity>>;
    readonly sectors?: Maybe<ReadonlyArray<PoliticalSecuritySector>>;
    readonly seniorOfficials?: Maybe<PoliticalSecurityBody>;
    readonly smartCityProjects?: Maybe<SmartCityProjectConnection>;
    readonly stakes?: Maybe<StakeConnection>;
    readonly strategicPlan?: Maybe<StrategicPlan>;
    readonly vision?: Maybe<Scalars['String']['output']>;
    readonly webPage?: Maybe<Scalars['String']['output']>;
  };

export type PoliticalSecurityCommunityBodiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BodyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type PoliticalSecurityCommunityInstrumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstrumentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstrumentOrder>;
};

export type PoliticalSecurityCommunityMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type PoliticalSecurityCommunityMonitoringArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MonitoringFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type PoliticalSecurityCommunitySmartCityProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SmartCityProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type PoliticalSecurityCommunityStakesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type PoliticalSecurityInstrument = Instrument & {
  readonly adoptedAt?: Maybe<Meeting>;
  readonly adoptedAtText?: Maybe<Scalars['String']['output']>;
  readonly adoptedBy?: Maybe<Body>;
  readonly adoptedIn?: Maybe<MemberState>;
  readonly adoptedOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly adoptedPlace?: Maybe<Scalars['String']['output']>;
  readonly followUps: ReadonlyArray<Maybe<Instrument>>;
  readonly id: Scalars['ID']['output'];
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly items: ReadonlyArray<InstrumentItem>;
  readonly legallyBinding?: Maybe<Scalars['Boolean']['output']>;
  readonly milestones: ReadonlyArray<Milestone>;
  readonly modality?: Maybe<Modality>;
  readonly periodFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly pillars: ReadonlyArray<Pillar>;
  readonly provenance: Provenance;
  readonly shortTitle?: Maybe<Scalars['String']['output']>;
  readonly status: InstrumentStatus;
  readonly steward: PoliticalSecurityCommunity;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly supersededBy?: Maybe<Instrument>;
  readonly supersedes?: Maybe<Instrument>;
  readonly title: Scalars['String']['output'];
  readonly type: InstrumentType;
};

export type PoliticalSecurityMeeting = Meeting & {
  readonly agenda: ReadonlyArray<AgendaItem>;
  readonly attendance: ReadonlyArray<Attendance>;
  readonly body?: Maybe<Body>;
  readonly calendar?: Maybe<CalendarEntry>;
  readonly chairs: ReadonlyArray<MeetingChair>;
  readonly city?: Maybe<Scalars['String']['output']>;
  readonly coincidesWith?: Maybe<Meeting>;
  readonly convenerLabel?: Maybe<Scalars['String']['output']>;
  readonly country?: Maybe<Scalars['String']['output']>;
  readonly datePrecision: DatePrecision;
  readonly endsOn: Scalars['PartialDate']['output'];
  readonly id: Scalars['ID']['output'];
  readonly memberState?: Maybe<MemberState>;
  readonly modality?: Maybe<Modality>;
  readonly namedIn: ReadonlyArray<OriginDocument>;
  readonly ordinal?: Maybe<Scalars['Int']['output']>;
  readonly outcomes: ReadonlyArray<MeetingOutcome>;
  readonly pillar?: Maybe<PoliticalSecurityCommunity>;
  readonly provenance: Provenance;
  readonly startsOn: Scalars['PartialDate']['output'];
  readonly steward: PoliticalSecurityCommunity;
  readonly title: Scalars['String']['output'];
  readonly titleKnown: Scalars['Boolean']['output'];
  readonly type: MeetingType;
  readonly venue?: Maybe<Scalars['String']['output']>;
  readonly window?: Maybe<MeetingWindow>;
};

export type PoliticalSecurityMonitoringItem = MonitoringItem & {
  readonly blueprintElement?: Maybe<PoliticalSecurityBlueprintElement>;
  readonly children: ReadonlyArray<PoliticalSecurityMonitoringItem>;
  readonly code?: Maybe<Scalars['String']['output']>;
  readonly date?: Maybe<Scalars['PartialDate']['output']>;
  readonly facts: ReadonlyArray<Fact>;
  readonly id: Scalars['ID']['output'];
  readonly instruments: ReadonlyArray<Maybe<Instrument>>;
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly items: ReadonlyArray<MonitoringSubItem>;
  readonly kind: MonitoringKind;
  readonly meetings: ReadonlyArray<Maybe<Meeting>>;
  readonly parent?: Maybe<PoliticalSecurityMonitoringItem>;
  readonly partners: ReadonlyArray<Maybe<Partner>>;
  readonly periodFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly pillar?: Maybe<PoliticalSecurityCommunity>;
  readonly provenance: Provenance;
  readonly responsibleBodies: ReadonlyArray<Maybe<Body>>;
  readonly responsibleLabels: ReadonlyArray<Scalars['String']['output']>;
  readonly reviewType?: Maybe<ReviewType>;
  readonly status?: Maybe<Scalars['String']['output']>;
  readonly steward: PoliticalSecurityCommunity;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
};

export type PoliticalSecurityProject = SmartCityProject & {
  readonly actionPlanProject?: Maybe<SmartCityProject>;
  readonly city?: Maybe<SmartCity>;
  readonly focusAreaBasis?: Maybe<Scalars['String']['output']>;
  readonly focusAreas: ReadonlyArray<SmartCityFocusArea>;
  readonly id: Scalars['ID']['output'];
  readonly listNumber?: Maybe<Scalars['Int']['output']>;
  readonly partners: ReadonlyArray<Scalars['String']['output']>;
  readonly phase: SmartCityProjectPhase;
  readonly pillar: PoliticalSecurityCommunity;
  readonly pillarTags: ReadonlyArray<PillarTag>;
  readonly portfolioMatch?: Maybe<PortfolioMatch>;
  readonly portfolioProject?: Maybe<SmartCityProject>;
  readonly programme: SmartCityProgramme;
  readonly provenance: Provenance;
  readonly status: SmartCityProjectStatus;
  readonly steward: PoliticalSecurityCommunity;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly supportSought: ReadonlyArray<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
};

export type PoliticalSecurityRegionalEntity = RegionalEntity & {
  readonly acronym?: Maybe<Scalars['String']['output']>;
  readonly alternativeAcronyms: ReadonlyArray<Scalars['String']['output']>;
  readonly body?: Maybe<PoliticalSecurityBody>;
  readonly charterArticle?: Maybe<Scalars['Int']['output']>;
  readonly city?: Maybe<Scalars['String']['output']>;
  readonly country?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly founded?: Maybe<Scalars['PartialDate']['output']>;
  readonly foundedEvent?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly memberState?: Maybe<MemberState>;
  readonly name: Scalars['String']['output'];
  readonly pillar?: Maybe<PoliticalSecurityCommunity>;
  readonly provenance: Provenance;
  readonly relatedBody?: Maybe<Body>;
  readonly relationship: RegionalEntityRelationship;
  readonly sectors: ReadonlyArray<Maybe<PoliticalSecuritySector>>;
  readonly status: RegionalEntityStatus;
  readonly steward: PoliticalSecurityCommunity;
  readonly type: RegionalEntityType;
};

export type PoliticalSecuritySector = Sector & {
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly elements: ReadonlyArray<PoliticalSecurityBlueprintElement>;
  readonly id: Scalars['ID']['output'];
  readonly leadBodies: ReadonlyArray<Maybe<Body>>;
  readonly name: Scalars['String']['output'];
  readonly order: Scalars['Int']['output'];
  readonly pillar: PoliticalSecurityCommunity;
  readonly provenance: Provenance;
};

export type PoliticalSecurityStake = Stake & {
  readonly bodies: ReadonlyArray<StakeBody>;
  readonly evidence: StakeEvidence;
  readonly id: Scalars['ID']['output'];
  readonly instruments?: Maybe<InstrumentConnection>;
  readonly issue?: Maybe<CrossPillarIssue>;
  readonly meetings?: Maybe<MeetingConnection>;
  readonly monitoring?: Maybe<MonitoringItemConnection>;
  readonly otherActors: ReadonlyArray<OtherActor>;
  readonly pillar: PoliticalSecurityCommunity;
  readonly provenance: Provenance;
  readonly rationale: Scalars['String']['output'];
};

export type PoliticalSecurityStakeInstrumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstrumentOrder>;
};

export type PoliticalSecurityStakeMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type PoliticalSecurityStakeMonitoringArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type PortfolioMatch = 'CLOSEST' | 'RENAMED' | 'SAME';

export type PortfolioStatus = {
  readonly completed: Scalars['Float']['output'];
  readonly ongoing: Scalars['Float']['output'];
  readonly planning: Scalars['Float']['output'];
};

export type ProgressReport = {
  readonly actor: Scalars['String']['output'];
  readonly element: BlueprintElement;
  readonly id: Scalars['ID']['output'];
  readonly narrative: Scalars['String']['output'];
  readonly periodEnd: Scalars['Date']['output'];
  readonly reportedAt: Scalars['DateTime']['output'];
  readonly sources: ReadonlyArray<Source>;
  readonly status: ProgressStatus;
  readonly unit?: Maybe<Scalars['String']['output']>;
  readonly value?: Maybe<Scalars['Float']['output']>;
};

export type ProgressStatus = 'COMPLETED' | 'DELAYED' | 'NOT_STARTED' | 'ON_TRACK';

export type ProposeLeadPillarInput = {
  readonly expectedVersion: Scalars['Int']['input'];
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly issueId: Scalars['ID']['input'];
  readonly leadBodyId?: InputMaybe<Scalars['ID']['input']>;
  readonly pillar: PillarCode;
  readonly rationale: Scalars['String']['input'];
  readonly relevantBodyIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly sources?: InputMaybe<ReadonlyArray<SourceInput>>;
};

export type Provenance = {
  readonly basis: EvidenceBasis;
  readonly notes: ReadonlyArray<Scalars['String']['output']>;
  readonly sources: ReadonlyArray<Source>;
};

export type Query = {
  readonly blueprintElement?: Maybe<BlueprintElement>;
  readonly bodies?: Maybe<MergedBodyConnection>;
  readonly body?: Maybe<Body>;
  readonly community?: Maybe<AseanCommunity>;
  readonly crossPillarIssue?: Maybe<CrossPillarIssue>;
  readonly crossPillarIssues?: Maybe<CrossPillarIssueConnection>;
  readonly initiative?: Maybe<Initiative>;
  readonly initiatives?: Maybe<InitiativeConnection>;
  readonly instrument?: Maybe<Instrument>;
  readonly instruments?: Maybe<MergedInstrumentConnection>;
  readonly leadDecisions?: Maybe<LeadDecisionConnection>;
  readonly meeting?: Maybe<Meeting>;
  readonly meetings?: Maybe<MergedMeetingConnection>;
  readonly memberState?: Maybe<MemberState>;
  readonly memberStates?: Maybe<ReadonlyArray<MemberState>>;
  readonly monitoring?: Maybe<MergedMonitoringItemConnection>;
  readonly monitoringItem?: Maybe<MonitoringItem>;
  readonly observations?: Maybe<ObservationConnection>;
  readonly partner?: Maybe<Partner>;
  readonly partners?: Maybe<PartnerConnection>;
  readonly pillar?: Maybe<Pillar>;
  readonly pillars?: Maybe<ReadonlyArray<Pillar>>;
  readonly readinessIndicator?: Maybe<ReadinessIndicator>;
  readonly readinessIndicators?: Maybe<ReadonlyArray<ReadinessIndicator>>;
  readonly regionalEntities?: Maybe<MergedRegionalEntityConnection>;
  readonly regionalEntity?: Maybe<RegionalEntity>;
  readonly sdg?: Maybe<Sdg>;
  readonly sdgPriorityArea?: Maybe<SdgPriorityArea>;
  readonly sdgPriorityAreas?: Maybe<ReadonlyArray<SdgPriorityArea>>;
  readonly sdgs?: Maybe<ReadonlyArray<Sdg>>;
  readonly search?: Maybe<MergedSearchHitConnection>;
  readonly sector?: Maybe<Sector>;
  readonly smartCities?: Maybe<SmartCityConnection>;
  readonly smartCity?: Maybe<SmartCity>;
  readonly smartCityPartnership?: Maybe<SmartCityPartnership>;
  readonly smartCityPartnerships?: Maybe<SmartCityPartnershipConnection>;
  readonly smartCityProject?: Maybe<SmartCityProject>;
  readonly smartCityProjects?: Maybe<MergedSmartCityProjectConnection>;
  readonly stewards?: Maybe<ReadonlyArray<Steward>>;
  readonly visionDocument?: Maybe<VisionDocument>;
};

export type QueryBlueprintElementArgs = {
  id: Scalars['ID']['input'];
};

export type QueryBodiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BodyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type QueryBodyArgs = {
  id: Scalars['ID']['input'];
};

export type QueryCrossPillarIssueArgs = {
  id: Scalars['ID']['input'];
};

export type QueryCrossPillarIssuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CrossPillarIssueFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CrossPillarIssueOrder>;
};

export type QueryInitiativeArgs = {
  id: Scalars['ID']['input'];
};

export type QueryInitiativesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InitiativeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type QueryInstrumentArgs = {
  id: Scalars['ID']['input'];
};

export type QueryInstrumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstrumentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstrumentOrder>;
};

export type QueryLeadDecisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeadDecisionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type QueryMeetingArgs = {
  id: Scalars['ID']['input'];
};

export type QueryMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type QueryMemberStateArgs = {
  code: Scalars['ID']['input'];
};

export type QueryMemberStatesArgs = {
  filter?: InputMaybe<MemberStateFilter>;
};

export type QueryMonitoringArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MonitoringFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type QueryMonitoringItemArgs = {
  id: Scalars['ID']['input'];
};

export type QueryObservationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ObservationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type QueryPartnerArgs = {
  id: Scalars['ID']['input'];
};

export type QueryPartnersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PartnerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type QueryPillarArgs = {
  code: PillarCode;
};

export type QueryReadinessIndicatorArgs = {
  id: Scalars['ID']['input'];
};

export type QueryReadinessIndicatorsArgs = {
  filter?: InputMaybe<ReadinessIndicatorFilter>;
};

export type QueryRegionalEntitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RegionalEntityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type QueryRegionalEntityArgs = {
  id: Scalars['ID']['input'];
};

export type QuerySdgArgs = {
  number: Scalars['Int']['input'];
};

export type QuerySdgPriorityAreaArgs = {
  id: Scalars['ID']['input'];
};

export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<RecordKind>>;
  last?: InputMaybe<Scalars['Int']['input']>;
  pillars?: InputMaybe<ReadonlyArray<PillarCode>>;
  text: Scalars['String']['input'];
};

export type QuerySectorArgs = {
  id: Scalars['ID']['input'];
};

export type QuerySmartCitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SmartCityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<SmartCityOrder>;
};

export type QuerySmartCityArgs = {
  id: Scalars['ID']['input'];
};

export type QuerySmartCityPartnershipArgs = {
  id: Scalars['ID']['input'];
};

export type QuerySmartCityPartnershipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SmartCityPartnershipFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type QuerySmartCityProjectArgs = {
  id: Scalars['ID']['input'];
};

export type QuerySmartCityProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SmartCityProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type QueryVisionDocumentArgs = {
  id: Scalars['ID']['input'];
};

export type ReadinessIndicator = {
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly direction: IndicatorDirection;
  readonly family: IndicatorFamily;
  readonly id: Scalars['ID']['output'];
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly name: Scalars['String']['output'];
  readonly observations: ObservationConnection;
  readonly parent?: Maybe<ReadinessIndicator>;
  readonly pillars: ReadonlyArray<Pillar>;
  readonly provenance: Provenance;
  readonly publisher?: Maybe<Scalars['String']['output']>;
  readonly unit: Scalars['String']['output'];
  readonly valueKind: ValueKind;
};

export type ReadinessIndicatorObservationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ObservationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type ReadinessIndicatorFilter = {
  readonly families?: InputMaybe<ReadonlyArray<IndicatorFamily>>;
  readonly issueId?: InputMaybe<Scalars['ID']['input']>;
  readonly pillars?: InputMaybe<ReadonlyArray<PillarCode>>;
};

export type RecordKind =
  | 'BLUEPRINT_ELEMENT'
  | 'BODY'
  | 'CROSS_PILLAR_ISSUE'
  | 'INITIATIVE'
  | 'INSTRUMENT'
  | 'MEETING'
  | 'MEMBER_STATE'
  | 'MONITORING_ITEM'
  | 'PARTNER'
  | 'READINESS_INDICATOR'
  | 'REGIONAL_ENTITY'
  | 'SDG'
  | 'SDG_PRIORITY_AREA'
  | 'SECTOR'
  | 'SMART_CITY'
  | 'SMART_CITY_PARTNERSHIP'
  | 'SMART_CITY_PROJECT'
  | 'VISION_DOCUMENT';

export type RegionalEntity = {
  readonly acronym?: Maybe<Scalars['String']['output']>;
  readonly alternativeAcronyms: ReadonlyArray<Scalars['String']['output']>;
  readonly body?: Maybe<Body>;
  readonly charterArticle?: Maybe<Scalars['Int']['output']>;
  readonly city?: Maybe<Scalars['String']['output']>;
  readonly country?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly founded?: Maybe<Scalars['PartialDate']['output']>;
  readonly foundedEvent?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly memberState?: Maybe<MemberState>;
  readonly name: Scalars['String']['output'];
  readonly pillar?: Maybe<Pillar>;
  readonly provenance: Provenance;
  readonly relatedBody?: Maybe<Body>;
  readonly relationship: RegionalEntityRelationship;
  readonly sectors: ReadonlyArray<Maybe<Sector>>;
  readonly status: RegionalEntityStatus;
  readonly steward: Steward;
  readonly type: RegionalEntityType;
};

export type RegionalEntityEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<RegionalEntity>;
};

export type RegionalEntityFilter = {
  readonly memberStates?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly relationships?: InputMaybe<ReadonlyArray<RegionalEntityRelationship>>;
  readonly text?: InputMaybe<Scalars['String']['input']>;
  readonly types?: InputMaybe<ReadonlyArray<RegionalEntityType>>;
};

export type RegionalEntityRelationship =
  'ASEAN_ENTITY' | 'ASEAN_PLUS_ONE' | 'ASEAN_PLUS_THREE' | 'ASSOCIATED_ENTITY' | 'EAST_ASIA_RESEARCH_INSTITUTE';

export type RegionalEntityStatus = 'ACTIVE' | 'BEING_ESTABLISHED';

export type RegionalEntityType =
  | 'ADVISORY_COUNCIL'
  | 'CENTRE'
  | 'FOUNDATION'
  | 'INSTITUTE'
  | 'INTERNATIONAL_ORGANISATION'
  | 'INTER_PARLIAMENTARY_ASSEMBLY'
  | 'NETWORK'
  | 'POLICE_ASSOCIATION'
  | 'RESEARCH_INSTITUTE';

export type ReportProgressInput = {
  readonly elementId: Scalars['ID']['input'];
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly narrative: Scalars['String']['input'];
  readonly periodEnd: Scalars['Date']['input'];
  readonly sources?: InputMaybe<ReadonlyArray<SourceInput>>;
  readonly status: ProgressStatus;
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  readonly value?: InputMaybe<Scalars['Float']['input']>;
};

export type ReportProgressPayload = {
  readonly report?: Maybe<ProgressReport>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type ReviewType = 'BASELINE' | 'BIENNIAL' | 'END_TERM' | 'MID_TERM';

export type Sdg = {
  readonly blueprintElements?: Maybe<ReadonlyArray<Maybe<BlueprintElement>>>;
  readonly issues: ReadonlyArray<CrossPillarIssue>;
  readonly number: Scalars['Int']['output'];
  readonly priorityAreas: ReadonlyArray<SdgPriorityArea>;
  readonly provenance: Provenance;
  readonly title: Scalars['String']['output'];
};

export type SdgPriorityArea = {
  readonly blueprintElements: ReadonlyArray<Maybe<BlueprintElement>>;
  readonly flagshipInitiatives: ReadonlyArray<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly instruments: ReadonlyArray<Maybe<Instrument>>;
  readonly issues: ReadonlyArray<CrossPillarIssue>;
  readonly order: Scalars['Int']['output'];
  readonly pillars: ReadonlyArray<Pillar>;
  readonly provenance: Provenance;
  readonly sdgs: ReadonlyArray<Sdg>;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
  readonly trend?: Maybe<Scalars['String']['output']>;
};

export type SearchHit = {
  readonly id: Scalars['ID']['output'];
  readonly kind: RecordKind;
  readonly score: Scalars['Float']['output'];
  readonly snippet?: Maybe<Scalars['String']['output']>;
  readonly steward: Steward;
  readonly title: Scalars['String']['output'];
};

export type SearchHitEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<SearchHit>;
};

export type Sector = {
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly elements: ReadonlyArray<BlueprintElement>;
  readonly id: Scalars['ID']['output'];
  readonly leadBodies: ReadonlyArray<Maybe<Body>>;
  readonly name: Scalars['String']['output'];
  readonly order: Scalars['Int']['output'];
  readonly pillar: Pillar;
  readonly provenance: Provenance;
};

export type SmartCity = {
  readonly chiefSmartCityOfficerOrganisation?: Maybe<Scalars['String']['output']>;
  readonly cohort: SmartCityCohort;
  readonly focusAreas: ReadonlyArray<SmartCityFocusArea>;
  readonly focusAreasAsStated?: Maybe<Scalars['String']['output']>;
  readonly focusAreasBasis?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly joinedYear: Scalars['Int']['output'];
  readonly landAreaKm2?: Maybe<Scalars['Float']['output']>;
  readonly latitude: Scalars['Float']['output'];
  readonly longitude: Scalars['Float']['output'];
  readonly memberState?: Maybe<MemberState>;
  readonly name: Scalars['String']['output'];
  readonly nationalCapital: Scalars['Boolean']['output'];
  readonly partnerships: ReadonlyArray<SmartCityPartnership>;
  readonly pilot: Scalars['Boolean']['output'];
  readonly population?: Maybe<Scalars['Int']['output']>;
  readonly populationApproximate?: Maybe<Scalars['Boolean']['output']>;
  readonly populationBasis?: Maybe<EvidenceBasis>;
  readonly populationScope?: Maybe<Scalars['String']['output']>;
  readonly populationYear?: Maybe<Scalars['Int']['output']>;
  readonly projects?: Maybe<MergedSmartCityProjectConnection>;
  readonly provenance: Provenance;
  readonly summary?: Maybe<Scalars['String']['output']>;
};

export type SmartCityProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SmartCityProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type SmartCityCohort = 'EXPANSION_2023' | 'EXPANSION_2024' | 'EXPANSION_2025' | 'EXPANSION_2026' | 'PILOT_2018';

export type SmartCityConnection = {
  readonly edges: ReadonlyArray<SmartCityEdge>;
  readonly nodes: ReadonlyArray<Maybe<SmartCity>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type SmartCityEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<SmartCity>;
};

export type SmartCityFilter = {
  readonly focusAreas?: InputMaybe<ReadonlyArray<SmartCityFocusArea>>;
  readonly joinedYear?: InputMaybe<Scalars['Int']['input']>;
  readonly memberStates?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly pilot?: InputMaybe<Scalars['Boolean']['input']>;
};

export type SmartCityFocusArea =
  | 'BUILT_INFRASTRUCTURE'
  | 'CIVIC_AND_SOCIAL'
  | 'HEALTH_AND_WELL_BEING'
  | 'INDUSTRY_AND_INNOVATION'
  | 'QUALITY_ENVIRONMENT'
  | 'SAFETY_AND_SECURITY';

export type SmartCityOrder = 'JOINED_ASC' | 'NAME_ASC' | 'POPULATION_DESC';

export type SmartCityPartnership = {
  readonly amount?: Maybe<Money>;
  readonly chairMemberState?: Maybe<MemberState>;
  readonly chairs: ReadonlyArray<NetworkChair>;
  readonly cities: ReadonlyArray<SmartCity>;
  readonly city?: Maybe<Scalars['String']['output']>;
  readonly country?: Maybe<Scalars['String']['output']>;
  readonly editions: ReadonlyArray<NetworkMeetingEdition>;
  readonly endsOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly focusAreaShares: ReadonlyArray<FocusAreaShare>;
  readonly focusAreas: ReadonlyArray<SmartCityFocusArea>;
  readonly id: Scalars['ID']['output'];
  readonly instruments: ReadonlyArray<Maybe<Instrument>>;
  readonly kind: SmartCityPartnershipKind;
  readonly meetings: ReadonlyArray<Maybe<Meeting>>;
  readonly memberCityCount?: Maybe<Scalars['Int']['output']>;
  readonly memberState?: Maybe<MemberState>;
  readonly memberStateCount?: Maybe<Scalars['Int']['output']>;
  readonly modality?: Maybe<Modality>;
  readonly nationalRepresentatives: ReadonlyArray<NationalRepresentative>;
  readonly partner?: Maybe<Partner>;
  readonly partnerNames: ReadonlyArray<Scalars['String']['output']>;
  readonly partnershipCount?: Maybe<Scalars['Int']['output']>;
  readonly pillarTags: ReadonlyArray<PillarTag>;
  readonly projectCount?: Maybe<Scalars['Int']['output']>;
  readonly provenance: Provenance;
  readonly startsOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly statusCounts?: Maybe<PortfolioStatus>;
  readonly statusPercent?: Maybe<PortfolioStatus>;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
};

export type SmartCityPartnershipConnection = {
  readonly edges: ReadonlyArray<SmartCityPartnershipEdge>;
  readonly nodes: ReadonlyArray<Maybe<SmartCityPartnership>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type SmartCityPartnershipEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<SmartCityPartnership>;
};

export type SmartCityPartnershipFilter = {
  readonly cityId?: InputMaybe<Scalars['ID']['input']>;
  readonly kinds?: InputMaybe<ReadonlyArray<SmartCityPartnershipKind>>;
  readonly partnerId?: InputMaybe<Scalars['ID']['input']>;
};

export type SmartCityPartnershipKind = 'DOCUMENT' | 'EXTERNAL_PARTNERSHIP' | 'GOVERNANCE_ROLE' | 'MILESTONE';

export type SmartCityProgramme = 'POST_2018' | 'SCAP_2018';

export type SmartCityProject = {
  readonly actionPlanProject?: Maybe<SmartCityProject>;
  readonly city?: Maybe<SmartCity>;
  readonly focusAreaBasis?: Maybe<Scalars['String']['output']>;
  readonly focusAreas: ReadonlyArray<SmartCityFocusArea>;
  readonly id: Scalars['ID']['output'];
  readonly listNumber?: Maybe<Scalars['Int']['output']>;
  readonly partners: ReadonlyArray<Scalars['String']['output']>;
  readonly phase: SmartCityProjectPhase;
  readonly pillar: Pillar;
  readonly pillarTags: ReadonlyArray<PillarTag>;
  readonly portfolioMatch?: Maybe<PortfolioMatch>;
  readonly portfolioProject?: Maybe<SmartCityProject>;
  readonly programme: SmartCityProgramme;
  readonly provenance: Provenance;
  readonly status: SmartCityProjectStatus;
  readonly steward: Steward;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly supportSought: ReadonlyArray<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
};

export type SmartCityProjectConnection = {
  readonly edges: ReadonlyArray<SmartCityProjectEdge>;
  readonly nodes: ReadonlyArray<Maybe<SmartCityProject>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type SmartCityProjectEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<SmartCityProject>;
};

export type SmartCityProjectFilter = {
  readonly cityIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly focusAreas?: InputMaybe<ReadonlyArray<SmartCityFocusArea>>;
  readonly memberStates?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly phases?: InputMaybe<ReadonlyArray<SmartCityProjectPhase>>;
  readonly programmes?: InputMaybe<ReadonlyArray<SmartCityProgramme>>;
  readonly statuses?: InputMaybe<ReadonlyArray<SmartCityProjectStatus>>;
};

export type SmartCityProjectPhase = 'ACTION_PLAN_2018' | 'PORTFOLIO_2025';

export type SmartCityProjectStatus = 'COMPLETED' | 'NOT_LISTED' | 'ONGOING_OR_PLANNING';

export type SocioCulturalBlueprintElement = BlueprintElement & {
  readonly children: ReadonlyArray<SocioCulturalBlueprintElement>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly instrument?: Maybe<SocioCulturalInstrument>;
  readonly kind: BlueprintElementKind;
  readonly number: Scalars['String']['output'];
  readonly officialTitle?: Maybe<Scalars['String']['output']>;
  readonly parent?: Maybe<SocioCulturalBlueprintElement>;
  readonly pillar: SocioCulturalCommunity;
  readonly progress: ReadonlyArray<ProgressReport>;
  readonly provenance: Provenance;
  readonly sdgs: ReadonlyArray<Maybe<Sdg>>;
  readonly sdgsBasis?: Maybe<EvidenceBasis>;
  readonly title: Scalars['String']['output'];
};

export type SocioCulturalBlueprintElementProgressArgs = {
  latest?: InputMaybe<Scalars['Boolean']['input']>;
};

export type SocioCulturalBody = Body & {
  readonly acronym?: Maybe<Scalars['String']['output']>;
  readonly alternativeAcronyms: ReadonlyArray<Scalars['String']['output']>;
  readonly alternativeNames: ReadonlyArray<Scalars['String']['output']>;
  readonly annexParent?: Maybe<Body>;
  readonly charterArticle?: Maybe<Scalars['Int']['output']>;
  readonly children?: Maybe<ReadonlyArray<Maybe<SocioCulturalBody>>>;
  readonly currentHolder?: Maybe<OfficeHolder>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly established?: Maybe<Scalars['PartialDate']['output']>;
  readonly establishedEvent?: Maybe<Scalars['String']['output']>;
  readonly form: BodyForm;
  readonly formerNames: ReadonlyArray<Scalars['String']['output']>;
  readonly hostCity?: Maybe<Scalars['String']['output']>;
  readonly hostMemberState?: Maybe<MemberState>;
  readonly id: Scalars['ID']['output'];
  readonly level: BodyLevel;
  readonly listedInCharterAnnex1?: Maybe<Scalars['Boolean']['output']>;
  readonly mandates?: Maybe<ReadonlyArray<Mandate>>;
  readonly meetings?: Maybe<MeetingConnection>;
  readonly name: Scalars['String']['output'];
  readonly parent?: Maybe<Body>;
  readonly parentNote?: Maybe<Scalars['String']['output']>;
  readonly pillar?: Maybe<SocioCulturalCommunity>;
  readonly provenance: Provenance;
  readonly regionalEntity?: Maybe<SocioCulturalRegionalEntity>;
  readonly sectors: ReadonlyArray<Maybe<SocioCulturalSector>>;
  readonly status: BodyStatus;
  readonly steward: SocioCulturalCommunity;
  readonly supersededBy?: Maybe<Body>;
};

export type SocioCulturalBodyMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type SocioCulturalCommunity = Pillar &
  Steward & {
    readonly aims?: Maybe<ReadonlyArray<PillarAim>>;
    readonly blueprint?: Maybe<Blueprint>;
    readonly bodies?: Maybe<BodyConnection>;
    readonly code: PillarCode;
    readonly coordinatingConference?: Maybe<SocioCulturalBody>;
    readonly council?: Maybe<Council>;
    readonly id: Scalars['ID']['output'];
    readonly instruments?: Maybe<InstrumentConnection>;
    readonly leads?: Maybe<ReadonlyArray<CrossPillarIssue>>;
    readonly meetings?: Maybe<MeetingConnection>;
    readonly monitoring?: Maybe<MonitoringItemConnection>;
    readonly name: Scalars['String']['output'];
    readonly order: Scalars['Int']['output'];
    readonly provenance?: Maybe<Provenance>;
    readonly regionalEntities?: Maybe<ReadonlyArray<SocioCulturalRegionalEntity>>;
    readonly sectors?: Maybe<ReadonlyArray<SocioCulturalSector>>;
    readonly seniorOfficials?: Maybe<SocioCulturalBody>;
    readonly smartCityProjects?: Maybe<SmartCityProjectConnection>;
    readonly stakes?: Maybe<StakeConnection>;
    readonly strategicPlan?: Maybe<StrategicPlan>;
    readonly vision?: Maybe<Scalars['String']['output']>;
    readonly webPage?: Maybe<Scalars['String']['output']>;
  };

export type SocioCulturalCommunityBodiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BodyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type SocioCulturalCommunityInstrumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstrumentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstrumentOrder>;
};

export type SocioCulturalCommunityMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type SocioCulturalCommunityMonitoringArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MonitoringFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type SocioCulturalCommunitySmartCityProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SmartCityProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type SocioCulturalCommunityStakesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type SocioCulturalInstrument = Instrument & {
  readonly adoptedAt?: Maybe<Meeting>;
  readonly adoptedAtText?: Maybe<Scalars['String']['output']>;
  readonly adoptedBy?: Maybe<Body>;
  readonly adoptedIn?: Maybe<MemberState>;
  readonly adoptedOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly adoptedPlace?: Maybe<Scalars['String']['output']>;
  readonly followUps: ReadonlyArray<Maybe<Instrument>>;
  readonly id: Scalars['ID']['output'];
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly items: ReadonlyArray<InstrumentItem>;
  readonly legallyBinding?: Maybe<Scalars['Boolean']['output']>;
  readonly milestones: ReadonlyArray<Milestone>;
  readonly modality?: Maybe<Modality>;
  readonly periodFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly pillars: ReadonlyArray<Pillar>;
  readonly provenance: Provenance;
  readonly shortTitle?: Maybe<Scalars['String']['output']>;
  readonly status: InstrumentStatus;
  readonly steward: SocioCulturalCommunity;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly supersededBy?: Maybe<Instrument>;
  readonly supersedes?: Maybe<Instrument>;
  readonly title: Scalars['String']['output'];
  readonly type: InstrumentType;
};

export type SocioCulturalMeeting = Meeting & {
  readonly agenda: ReadonlyArray<AgendaItem>;
  readonly attendance: ReadonlyArray<Attendance>;
  readonly body?: Maybe<Body>;
  readonly calendar?: Maybe<CalendarEntry>;
  readonly chairs: ReadonlyArray<MeetingChair>;
  readonly city?: Maybe<Scalars['String']['output']>;
  readonly coincidesWith?: Maybe<Meeting>;
  readonly convenerLabel?: Maybe<Scalars['String']['output']>;
  readonly country?: Maybe<Scalars['String']['output']>;
  readonly datePrecision: DatePrecision;
  readonly endsOn: Scalars['PartialDate']['output'];
  readonly id: Scalars['ID']['output'];
  readonly memberState?: Maybe<MemberState>;
  readonly modality?: Maybe<Modality>;
  readonly namedIn: ReadonlyArray<OriginDocument>;
  readonly ordinal?: Maybe<Scalars['Int']['output']>;
  readonly outcomes: ReadonlyArray<MeetingOutcome>;
  readonly pillar?: Maybe<SocioCulturalCommunity>;
  readonly provenance: Provenance;
  readonly startsOn: Scalars['PartialDate']['output'];
  readonly steward: SocioCulturalCommunity;
  readonly title: Scalars['String']['output'];
  readonly titleKnown: Scalars['Boolean']['output'];
  readonly type: MeetingType;
  readonly venue?: Maybe<Scalars['String']['output']>;
  readonly window?: Maybe<MeetingWindow>;
};

export type SocioCulturalMonitoringItem = MonitoringItem & {
  readonly blueprintElement?: Maybe<SocioCulturalBlueprintElement>;
  readonly children: ReadonlyArray<SocioCulturalMonitoringItem>;
  readonly code?: Maybe<Scalars['String']['output']>;
  readonly date?: Maybe<Scalars['PartialDate']['output']>;
  readonly facts: ReadonlyArray<Fact>;
  readonly id: Scalars['ID']['output'];
  readonly instruments: ReadonlyArray<Maybe<Instrument>>;
  readonly issues: ReadonlyArray<Maybe<CrossPillarIssue>>;
  readonly items: ReadonlyArray<MonitoringSubItem>;
  readonly kind: MonitoringKind;
  readonly meetings: ReadonlyArray<Maybe<Meeting>>;
  readonly parent?: Maybe<SocioCulturalMonitoringItem>;
  readonly partners: ReadonlyArray<Maybe<Partner>>;
  readonly periodFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly pillar?: Maybe<SocioCulturalCommunity>;
  readonly provenance: Provenance;
  readonly responsibleBodies: ReadonlyArray<Maybe<Body>>;
  readonly responsibleLabels: ReadonlyArray<Scalars['String']['output']>;
  readonly reviewType?: Maybe<ReviewType>;
  readonly status?: Maybe<Scalars['String']['output']>;
  readonly steward: SocioCulturalCommunity;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
};

export type SocioCulturalProject = SmartCityProject & {
  readonly actionPlanProject?: Maybe<SmartCityProject>;
  readonly city?: Maybe<SmartCity>;
  readonly focusAreaBasis?: Maybe<Scalars['String']['output']>;
  readonly focusAreas: ReadonlyArray<SmartCityFocusArea>;
  readonly id: Scalars['ID']['output'];
  readonly listNumber?: Maybe<Scalars['Int']['output']>;
  readonly partners: ReadonlyArray<Scalars['String']['output']>;
  readonly phase: SmartCityProjectPhase;
  readonly pillar: SocioCulturalCommunity;
  readonly pillarTags: ReadonlyArray<PillarTag>;
  readonly portfolioMatch?: Maybe<PortfolioMatch>;
  readonly portfolioProject?: Maybe<SmartCityProject>;
  readonly programme: SmartCityProgramme;
  readonly provenance: Provenance;
  readonly status: SmartCityProjectStatus;
  readonly steward: SocioCulturalCommunity;
  readonly summary?: Maybe<Scalars['String']['output']>;
  readonly supportSought: ReadonlyArray<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
};

export type SocioCulturalRegionalEntity = RegionalEntity & {
  readonly acronym?: Maybe<Scalars['String']['output']>;
  readonly alternativeAcronyms: ReadonlyArray<Scalars['String']['output']>;
  readonly body?: Maybe<SocioCulturalBody>;
  readonly charterArticle?: Maybe<Scalars['Int']['output']>;
  readonly city?: Maybe<Scalars['String']['output']>;
  readonly country?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly founded?: Maybe<Scalars['PartialDate']['output']>;
  readonly foundedEvent?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly memberState?: Maybe<MemberState>;
  readonly name: Scalars['String']['output'];
  readonly pillar?: Maybe<SocioCulturalCommunity>;
  readonly provenance: Provenance;
  readonly relatedBody?: Maybe<Body>;
  readonly relationship: RegionalEntityRelationship;
  readonly sectors: ReadonlyArray<Maybe<SocioCulturalSector>>;
  readonly status: RegionalEntityStatus;
  readonly steward: SocioCulturalCommunity;
  readonly type: RegionalEntityType;
};

export type SocioCulturalSector = Sector & {
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly elements: ReadonlyArray<SocioCulturalBlueprintElement>;
  readonly id: Scalars['ID']['output'];
  readonly leadBodies: ReadonlyArray<Maybe<Body>>;
  readonly name: Scalars['String']['output'];
  readonly order: Scalars['Int']['output'];
  readonly pillar: SocioCulturalCommunity;
  readonly provenance: Provenance;
};

export type SocioCulturalStake = Stake & {
  readonly bodies: ReadonlyArray<StakeBody>;
  readonly evidence: StakeEvidence;
  readonly id: Scalars['ID']['output'];
  readonly instruments?: Maybe<InstrumentConnection>;
  readonly issue?: Maybe<CrossPillarIssue>;
  readonly meetings?: Maybe<MeetingConnection>;
  readonly monitoring?: Maybe<MonitoringItemConnection>;
  readonly otherActors: ReadonlyArray<OtherActor>;
  readonly pillar: SocioCulturalCommunity;
  readonly provenance: Provenance;
  readonly rationale: Scalars['String']['output'];
};

export type SocioCulturalStakeInstrumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstrumentOrder>;
};

export type SocioCulturalStakeMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type SocioCulturalStakeMonitoringArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type Source = {
  readonly date?: Maybe<Scalars['PartialDate']['output']>;
  readonly publisher?: Maybe<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
  readonly url?: Maybe<Scalars['String']['output']>;
};

export type SourceInput = {
  readonly date?: InputMaybe<Scalars['PartialDate']['input']>;
  readonly publisher?: InputMaybe<Scalars['String']['input']>;
  readonly title: Scalars['String']['input'];
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

export type Stake = {
  readonly bodies: ReadonlyArray<StakeBody>;
  readonly evidence: StakeEvidence;
  readonly id: Scalars['ID']['output'];
  readonly instruments?: Maybe<InstrumentConnection>;
  readonly issue?: Maybe<CrossPillarIssue>;
  readonly meetings?: Maybe<MeetingConnection>;
  readonly monitoring?: Maybe<MonitoringItemConnection>;
  readonly otherActors: ReadonlyArray<OtherActor>;
  readonly pillar: Pillar;
  readonly provenance: Provenance;
  readonly rationale: Scalars['String']['output'];
};

export type StakeInstrumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstrumentOrder>;
};

export type StakeMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type StakeMonitoringArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type StakeBody = {
  readonly basis: EvidenceBasis;
  readonly body?: Maybe<Body>;
  readonly why: Scalars['String']['output'];
};

export type StakeConnection = {
  readonly edges: ReadonlyArray<StakeEdge>;
  readonly nodes: ReadonlyArray<Maybe<Stake>>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type StakeEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<Stake>;
};

export type StakeEvidence = {
  readonly bodies: Scalars['Int']['output'];
  readonly instruments: Scalars['Int']['output'];
  readonly meetings: Scalars['Int']['output'];
  readonly monitoringItems: Scalars['Int']['output'];
};

export type Steward = {
  readonly bodies?: Maybe<BodyConnection>;
  readonly id: Scalars['ID']['output'];
  readonly instruments?: Maybe<InstrumentConnection>;
  readonly meetings?: Maybe<MeetingConnection>;
  readonly monitoring?: Maybe<MonitoringItemConnection>;
  readonly name: Scalars['String']['output'];
  readonly order: Scalars['Int']['output'];
  readonly regionalEntities?: Maybe<ReadonlyArray<RegionalEntity>>;
};

export type StewardBodiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BodyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type StewardInstrumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstrumentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstrumentOrder>;
};

export type StewardMeetingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeetingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MeetingOrder>;
};

export type StewardMonitoringArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MonitoringFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type StrategicGoal = {
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly kind: StrategicGoalKind;
  readonly number?: Maybe<Scalars['Int']['output']>;
  readonly officialTitle?: Maybe<Scalars['String']['output']>;
  readonly provenance: Provenance;
  readonly title: Scalars['String']['output'];
};

export type StrategicGoalKind = 'REPORTED_THEME' | 'STRATEGIC_GOAL';

export type StrategicPlan = {
  readonly adoptedAt?: Maybe<Meeting>;
  readonly adoptedOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly adoptedPlace?: Maybe<Scalars['String']['output']>;
  readonly counts?: Maybe<PlanCounts>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly goals: ReadonlyArray<StrategicGoal>;
  readonly instrument?: Maybe<Instrument>;
  readonly launchedOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly predecessor?: Maybe<Instrument>;
  readonly provenance: Provenance;
  readonly title: Scalars['String']['output'];
};

export type UserError = {
  readonly code: UserErrorCode;
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type UserErrorCode =
  'BODY_NOT_IN_PILLAR' | 'INVALID' | 'NOTHING_TO_WITHDRAW' | 'NOT_A_STAKEHOLDER' | 'NOT_FOUND' | 'VERSION_CONFLICT';

export type ValueKind = 'CATEGORY' | 'NUMBER' | 'TEXT';

export type VisionDocument = {
  readonly adoptedAt?: Maybe<Meeting>;
  readonly adoptedAtText?: Maybe<Scalars['String']['output']>;
  readonly adoptedOn?: Maybe<Scalars['PartialDate']['output']>;
  readonly adoptedPlace?: Maybe<Scalars['String']['output']>;
  readonly children: ReadonlyArray<VisionDocument>;
  readonly components: ReadonlyArray<Maybe<Instrument>>;
  readonly counts?: Maybe<PlanCounts>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly documentCount?: Maybe<Scalars['Int']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly instrument?: Maybe<Instrument>;
  readonly kind: VisionDocumentKind;
  readonly officialTitle?: Maybe<Scalars['String']['output']>;
  readonly parent?: Maybe<VisionDocument>;
  readonly periodFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly periodTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly provenance: Provenance;
  readonly replaces?: Maybe<Scalars['String']['output']>;
  readonly status?: Maybe<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
};

export type VisionDocumentKind =
  'COMPENDIUM' | 'DECLARATION' | 'PROCESS_DOCUMENT' | 'RELATED_PLAN' | 'STRATEGIC_AREA' | 'STRATEGIC_PLAN' | 'VISION';

export type WithdrawLeadPillarInput = {
  readonly expectedVersion: Scalars['Int']['input'];
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly issueId: Scalars['ID']['input'];
  readonly rationale: Scalars['String']['input'];
};
