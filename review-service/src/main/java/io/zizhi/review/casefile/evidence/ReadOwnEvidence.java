package io.zizhi.review.casefile.evidence;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.casefile.evidence.DocumentsView.DocumentUseView;
import io.zizhi.review.casefile.evidence.EarlierDecisionsView.EarlierDecisionView;
import io.zizhi.review.decision.ReadDecision;
import io.zizhi.review.review.DocumentViewRepository;
import io.zizhi.review.review.ReviewView;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the sections that come from this service's own database. */
@ApplicationScoped
public class ReadOwnEvidence {

    private final EvidenceRepository evidence;
    private final Remits remits;
    private final ReadDecision readDecision;
    private final DocumentViewRepository views;

    ReadOwnEvidence(
            EvidenceRepository evidence, Remits remits, ReadDecision readDecision, DocumentViewRepository views) {
        this.evidence = evidence;
        this.remits = remits;
        this.readDecision = readDecision;
        this.views = views;
    }

    /** Omits revisions about a company with which the caller has a conflict of interest. */
    @WithSession
    Uni<EarlierDecisionsView> earlierDecisions(ReviewView review, Caller caller) {
        return evidence.decidedBefore(review)
                .chain(found -> remits.conflicted(found, caller)
                        .map(conflicted -> found.stream()
                                .filter(earlier -> !conflicted.contains(earlier.workOrder()))
                                .map(ReviewView::from)
                                .toList()))
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(earlier -> evidence.documents(earlier.workOrder())
                                .chain(documents -> readDecision
                                        .readAsEvidence(earlier.workOrder(), caller)
                                        .map(decision -> new EarlierDecisionView(
                                                earlier.revision(), documents, earlier.supersededAt(), decision))))
                        .collect()
                        .asList())
                .map(EarlierDecisionsView::new);
    }

    /** Returns the ids of the documents that the caller has not opened. */
    @WithSession
    Uni<List<String>> unopened(ReviewView review, Caller caller) {
        return views.unopened(review.workOrder(), caller.subject());
    }

    /** Returns only the ids of the documents, without pointers and kinds. */
    @WithSession
    Uni<DocumentsView> documents(ReviewView review) {
        return evidence.documents(review.workOrder())
                .map(ids -> new DocumentsView(ids.stream()
                        .map(id -> new DocumentUseView(id, null, null))
                        .toList()));
    }
}
