package io.zizhi.review.casefile.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.review.review.ReviewView;

/**
 * All that a reviewer decides by. What comes from qualification-service is handed on in that service's form, personal data
 * masked.
 *
 * @param review the review
 * @param submission what was submitted: the form, and the letter that it carries or relies on
 * @param documents where the submission names which documents; their ids are known even without qualification-service
 * @param findings what the pre-check found when it was submitted, and what the register of companies said
 * @param sincePrevious in which fields it differs from the submission before, letters too; NONE for the first
 * @param sinceInForce in which fields it differs from what is in force; NONE where nothing else is
 * @param earlierDecisions how earlier submissions of it were decided
 * @param duplicates what other accounts have of the same persons, phone or company, nobody named; NONE where nothing is shared
 * @param sameCompany what else the account has for the same company; NONE where there is nothing
 * @param identicalDocuments which of its documents other accounts have as well, byte by byte the same, in the form of
 *     document-service; NONE where no account has
 */
public record EvidenceView(
        ReviewView review,
        SectionView<JsonNode> submission,
        SectionView<DocumentsView> documents,
        SectionView<JsonNode> findings,
        SectionView<JsonNode> sincePrevious,
        SectionView<JsonNode> sinceInForce,
        SectionView<EarlierDecisionsView> earlierDecisions,
        SectionView<JsonNode> duplicates,
        SectionView<JsonNode> sameCompany,
        SectionView<JsonNode> identicalDocuments) {}
