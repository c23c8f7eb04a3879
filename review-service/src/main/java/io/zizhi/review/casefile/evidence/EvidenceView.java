package io.zizhi.review.casefile.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.review.review.ReviewView;
import java.util.List;

/**
 * All evidence for a decision. Parts from qualification-service keep that service's form, personal data masked.
 *
 * @param review the review
 * @param submission the submission: the form, and the letter that it carries or relies on
 * @param documents the documents and the places in the form that refer to them; their ids are known even without
 *     qualification-service
 * @param findings results of the pre-check at submission, the answer of the company register, the scan authentication
 *     of the company, and what was recognised in pictures: hints, and values that differ from the form
 * @param sincePrevious fields that differ from the submission before, letters included; NONE for the first
 * @param sinceInForce fields that differ from the revision in force; NONE if no other revision is in force
 * @param earlierDecisions how earlier submissions of the same qualification or letter were decided
 * @param duplicates qualifications of other accounts with the same persons, phone or company, without names; NONE where
 *     nothing is shared
 * @param sameCompany other qualifications of the account for the same company; NONE if there are none
 * @param identicalDocuments its documents that other accounts uploaded too, identical byte by byte, in the form of
 *     document-service; NONE if no other account has one
 * @param unopenedDocuments ids of its documents that the caller has not opened
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
        SectionView<JsonNode> identicalDocuments,
        List<String> unopenedDocuments) {}
