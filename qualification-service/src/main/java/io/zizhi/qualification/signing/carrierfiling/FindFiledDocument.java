package io.zizhi.qualification.signing.carrierfiling;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingRepository;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Checks that a document belongs to a claimed carrier filing: to its revision, or to the letter in use today. Records
 * nothing, because document-service records each copy.
 */
@ApplicationScoped
public class FindFiledDocument {

    private final CarrierFilingRepository filings;
    private final OpenCarrierFiling open;

    FindFiledDocument(CarrierFilingRepository filings, OpenCarrierFiling open) {
        this.filings = filings;
        this.open = open;
    }

    @WithSession
    public Uni<FiledDocumentView> handle(long id, String claimId, String documentId) {
        return filings.require(id).chain(filing -> open.open(filing, claimId)).map(opened -> {
            if (opened.documents().stream().noneMatch(use -> use.documentId().equals(documentId))) {
                throw Problems.notFound("DOCUMENT_NOT_FOUND", "The carrier filing has no such document.");
            }
            return new FiledDocumentView(
                    opened.filing().carrier(), opened.filing().workOrder());
        });
    }
}
