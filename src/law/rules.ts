// The page of every rule law/. Each page is in the file that raises its findings.
import { LAW_RULE_IDS, type LawRuleId, pagesOf, type RulePage, type RulePages } from '../treaty/index.ts'
import { DECLARATION_BY_A_STATE, DECLARATION_OF_A_LISTED_TREATY } from './articles/article-17/exclusions.ts'
import { DECLARATION_BY_A_PARTY } from './articles/article-17/last-paragraph-treaties-left.ts'
import {
  DECLARATION_OF_A_TREATY_ADDED_LATER,
  DECLARATION_ON_DEPOSIT,
} from './articles/article-17/paragraph-2-treaties-not-joined.ts'
import { FIVE_YEARS } from './articles/article-68/paragraph-1-five-years.ts'
import { ORGANIZATION_BESIDE_ITS_STATES } from './articles/article-68/paragraph-2-votes-of-organizations.ts'
import {
  INSTRUMENT_OF_AN_AMENDMENT,
  RATIFICATION_OF_AN_ADOPTED_AMENDMENT,
  RATIFICATION_ONCE,
} from './articles/article-68/paragraph-3-instruments.ts'
import {
  ACCEPTANCE_BEFORE_ENTRY,
  ACCEPTANCE_OF_A_STOPPED_AMENDMENT,
  ACCEPTANCE_ONCE,
  ACCEPTANCE_WITHOUT_OBJECTION,
} from './articles/article-70/accepting.ts'
import {
  OBJECTION_IN_TIME,
  OBJECTION_ONCE,
  WITHDRAWAL_IRREVOCABLE,
  WITHDRAWAL_WITHOUT_OBJECTION,
} from './articles/article-70/objecting.ts'
import { STANDING } from './articles/article-70/paragraph-1-any-state-party.ts'
import { IN_FORCE, SCOPE, STATEMENT } from './articles/article-70/paragraph-3-which-instruments.ts'
import {
  CONSENSUS_NOT_COUNTED,
  CONSENT_LATE,
  CONSENT_ONCE,
  CONSENT_TO_A_REJECTED_AMENDMENT,
} from './articles/article-70/voting-and-consenting.ts'
import { DENUNCIATION_BY_A_PARTY } from './articles/article-71/paragraph-1-denunciation.ts'
import { CORRECTION_TIME_LIMIT, OBJECTION_BY_A_SIGNATORY } from './articles/correction/paragraph-2-no-objection.ts'
import { EVENT_AGAINST_ANOTHER } from './check/check-event.ts'
import { REAL_DAY, TWO_INSTRUMENTS } from './check/check-register.ts'
import { PARTY_CODE } from './check/party-codes.ts'
import {
  EVENT_AFTER_WITHDRAWAL,
  EVENT_POSSIBLE,
  PROPOSAL_WITHDRAWN,
  WITHDRAWN_BY_ITS_PROPOSER,
  WITHDRAWN_TOO_LATE,
} from './decide/admission.ts'
import { CONSENSUS_OR_VOTES, VOTE_BY_PARTY, VOTE_COUNT } from './decide/ballot.ts'
import { DIVERGENCES_ONE_BY_ONE } from './decide/divergences.ts'
import { EFFECT_AFTER_ALL, EVENT_BY_PARTY } from './decide/finding.ts'
import { CLOSED_IN_VAIN } from './decide/judgement.ts'
import { SAME_LETTER } from './decide/second-letter.ts'
import { BASIS_FITS_DOCUMENT, NOTHING_ELSE_CHANGED, SOMETHING_CHANGED } from './decide/sending-out.ts'
import { ORGANIZATION_AND_AMENDMENTS } from './party/binding.ts'
import { DECLARATION_ONCE } from './party/declarations.ts'
import { NOT_A_PARTY } from './party/register.ts'
import { EVENT_ONCE, EVENT_ORDER, NO_CONFERENCE, TIME_SET_BY_LAW } from './procedures/admission-rules.ts'
import { NO_STATES_PARTIES } from './procedures/shared-verdicts.ts'
import { UNKNOWN_OPTION, UNKNOWN_READING } from './readings/choice.ts'
import {
  RECTIFICATION_COMPLETE,
  RECTIFICATION_MATCHES,
  RECTIFICATION_OF_A_FILE,
  RECTIFIED_TWICE,
} from './rectify/rules.ts'

/** The pages of the rules that `text` and `workflows` enforce. */
const FROZEN_TEXT = {
  id: 'law/frozen-text',
  level: 'error',
  title: 'The text that was sent out does not change',
  why: 'The Parties decide on the text that was sent to them. If the branch moves afterwards, or the frozen changes no longer match their digest, the text is another one. What was sent out counts.',
} as const satisfies RulePage

const BEFORE_DOES_NOT_MATCH = {
  id: 'law/before-does-not-match',
  level: 'error',
  title: 'A change is applied to the text that it was made for',
  why: 'Each change records the words before it. If the text of a Party, or main, has other words in that place, the depositary must say what the change means. The program does not guess.',
} as const satisfies RulePage

const CONFLICT = {
  id: 'law/conflict',
  level: 'error',
  title: 'Two proposals do not change the same words',
  why: 'Main has changed in the same place since the text was frozen. Neither change has priority by itself.',
} as const satisfies RulePage

const PAGES: RulePages<LawRuleId> = {
  [BASIS_FITS_DOCUMENT.id]: BASIS_FITS_DOCUMENT,
  [STANDING.id]: STANDING,
  [NOT_A_PARTY.id]: NOT_A_PARTY,
  [FIVE_YEARS.id]: FIVE_YEARS,
  [IN_FORCE.id]: IN_FORCE,
  [SCOPE.id]: SCOPE,
  [STATEMENT.id]: STATEMENT,
  [SOMETHING_CHANGED.id]: SOMETHING_CHANGED,
  [NOTHING_ELSE_CHANGED.id]: NOTHING_ELSE_CHANGED,
  [NO_STATES_PARTIES.id]: NO_STATES_PARTIES,
  [REAL_DAY.id]: REAL_DAY,
  [EVENT_POSSIBLE.id]: EVENT_POSSIBLE,
  [NO_CONFERENCE.id]: NO_CONFERENCE,
  [EVENT_ORDER.id]: EVENT_ORDER,
  [EVENT_AGAINST_ANOTHER.id]: EVENT_AGAINST_ANOTHER,
  [EVENT_ONCE.id]: EVENT_ONCE,
  [SAME_LETTER.id]: SAME_LETTER,
  [EVENT_BY_PARTY.id]: EVENT_BY_PARTY,
  [EVENT_AFTER_WITHDRAWAL.id]: EVENT_AFTER_WITHDRAWAL,
  [WITHDRAWN_TOO_LATE.id]: WITHDRAWN_TOO_LATE,
  [WITHDRAWN_BY_ITS_PROPOSER.id]: WITHDRAWN_BY_ITS_PROPOSER,
  [PROPOSAL_WITHDRAWN.id]: PROPOSAL_WITHDRAWN,
  [OBJECTION_IN_TIME.id]: OBJECTION_IN_TIME,
  [OBJECTION_ONCE.id]: OBJECTION_ONCE,
  [OBJECTION_BY_A_SIGNATORY.id]: OBJECTION_BY_A_SIGNATORY,
  [WITHDRAWAL_WITHOUT_OBJECTION.id]: WITHDRAWAL_WITHOUT_OBJECTION,
  [WITHDRAWAL_IRREVOCABLE.id]: WITHDRAWAL_IRREVOCABLE,
  [ACCEPTANCE_WITHOUT_OBJECTION.id]: ACCEPTANCE_WITHOUT_OBJECTION,
  [ACCEPTANCE_ONCE.id]: ACCEPTANCE_ONCE,
  [ACCEPTANCE_BEFORE_ENTRY.id]: ACCEPTANCE_BEFORE_ENTRY,
  [ACCEPTANCE_OF_A_STOPPED_AMENDMENT.id]: ACCEPTANCE_OF_A_STOPPED_AMENDMENT,
  [TIME_SET_BY_LAW.id]: TIME_SET_BY_LAW,
  [CORRECTION_TIME_LIMIT.id]: CORRECTION_TIME_LIMIT,
  [VOTE_COUNT.id]: VOTE_COUNT,
  [CONSENSUS_OR_VOTES.id]: CONSENSUS_OR_VOTES,
  [VOTE_BY_PARTY.id]: VOTE_BY_PARTY,
  [CONSENSUS_NOT_COUNTED.id]: CONSENSUS_NOT_COUNTED,
  [ORGANIZATION_BESIDE_ITS_STATES.id]: ORGANIZATION_BESIDE_ITS_STATES,
  [CONSENT_ONCE.id]: CONSENT_ONCE,
  [CONSENT_TO_A_REJECTED_AMENDMENT.id]: CONSENT_TO_A_REJECTED_AMENDMENT,
  [CONSENT_LATE.id]: CONSENT_LATE,
  [INSTRUMENT_OF_AN_AMENDMENT.id]: INSTRUMENT_OF_AN_AMENDMENT,
  [RATIFICATION_ONCE.id]: RATIFICATION_ONCE,
  [RATIFICATION_OF_AN_ADOPTED_AMENDMENT.id]: RATIFICATION_OF_AN_ADOPTED_AMENDMENT,
  [DECLARATION_ON_DEPOSIT.id]: DECLARATION_ON_DEPOSIT,
  [DECLARATION_OF_A_TREATY_ADDED_LATER.id]: DECLARATION_OF_A_TREATY_ADDED_LATER,
  [DECLARATION_BY_A_PARTY.id]: DECLARATION_BY_A_PARTY,
  [DECLARATION_BY_A_STATE.id]: DECLARATION_BY_A_STATE,
  [DECLARATION_OF_A_LISTED_TREATY.id]: DECLARATION_OF_A_LISTED_TREATY,
  [DECLARATION_ONCE.id]: DECLARATION_ONCE,
  [PARTY_CODE.id]: PARTY_CODE,
  [TWO_INSTRUMENTS.id]: TWO_INSTRUMENTS,
  [DENUNCIATION_BY_A_PARTY.id]: DENUNCIATION_BY_A_PARTY,
  [EFFECT_AFTER_ALL.id]: EFFECT_AFTER_ALL,
  [RECTIFICATION_COMPLETE.id]: RECTIFICATION_COMPLETE,
  [RECTIFICATION_OF_A_FILE.id]: RECTIFICATION_OF_A_FILE,
  [RECTIFICATION_MATCHES.id]: RECTIFICATION_MATCHES,
  [RECTIFIED_TWICE.id]: RECTIFIED_TWICE,
  [FROZEN_TEXT.id]: FROZEN_TEXT,
  [BEFORE_DOES_NOT_MATCH.id]: BEFORE_DOES_NOT_MATCH,
  [CONFLICT.id]: CONFLICT,
  [CLOSED_IN_VAIN.id]: CLOSED_IN_VAIN,
  [UNKNOWN_READING.id]: UNKNOWN_READING,
  [UNKNOWN_OPTION.id]: UNKNOWN_OPTION,
  [DIVERGENCES_ONE_BY_ONE.id]: DIVERGENCES_ONE_BY_ONE,
  [ORGANIZATION_AND_AMENDMENTS.id]: ORGANIZATION_AND_AMENDMENTS,
}

/** The pages of the rules of the law: the Convention's own rules, and those of its record. */
export const LAW_RULE_PAGES: readonly RulePage[] = pagesOf(LAW_RULE_IDS, PAGES)
