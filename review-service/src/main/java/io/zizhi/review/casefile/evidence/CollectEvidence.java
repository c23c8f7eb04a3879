package io.zizhi.review.casefile.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.casefile.Submissions;
import io.zizhi.review.casefile.Submissions.Base;
import io.zizhi.review.casefile.ViewReview;
import io.zizhi.review.casefile.evidence.DocumentsView.DocumentUseView;
import io.zizhi.review.review.ReviewView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Collects the evidence for a decision. A failed section is marked unavailable and does not fail the others: partial
 * evidence is useful while a service recovers. A section that is unavailable looks different from an empty one.
 */
@ApplicationScoped
public class CollectEvidence {

    private static final Logger LOG = Logger.getLogger(CollectEvidence.class);

    private static final String FINDINGS = "evaluation";
    private static final String DOCUMENTS = "documents";

    /** Names of the sections for the audit log. */
    private static final List<String> PARTS =
            List.of("submission", DOCUMENTS, FINDINGS, "differences", "earlierDecisions", "related");

    private final ViewReview viewReview;
    private final ReadOwnEvidence own;
    private final Submissions submissions;
    private final IdenticalDocuments identical;

    CollectEvidence(ViewReview viewReview, ReadOwnEvidence own, Submissions submissions, IdenticalDocuments identical) {
        this.viewReview = viewReview;
        this.own = own;
        this.submissions = submissions;
        this.identical = identical;
    }

    public Uni<EvidenceView> handle(long workOrder, Caller caller) {
        return viewReview.view(workOrder, caller, "evidence.viewed", PARTS).chain(review -> collect(review, caller));
    }

    private Uni<EvidenceView> collect(ReviewView review, Caller caller) {
        Uni<SectionView<EarlierDecisionsView>> decisions =
                section(review, own.earlierDecisions(review, caller), UnavailableReason.DECISIONS_UNREADABLE);
        return decisions.chain(earlier -> own.documents(review)
                .chain(documents ->
                        own.unopened(review, caller).chain(unopened -> collect(review, earlier, documents, unopened))));
    }

    /** Fetches the sections of other services, all at once. */
    private Uni<EvidenceView> collect(
            ReviewView review,
            SectionView<EarlierDecisionsView> earlier,
            DocumentsView documents,
            List<String> unopened) {
        return Uni.combine()
                .all()
                .unis(
                        remote(review, submissions.snapshot(review.subject(), review.workOrder())),
                        remote(review, submissions.difference(review.subject(), review.workOrder(), Base.PREVIOUS)),
                        remote(review, submissions.difference(review.subject(), review.workOrder(), Base.IN_FORCE)),
                        remote(review, submissions.related(review.workOrder())),
                        identicalTo(review, documents))
                .with((submission, sincePrevious, sinceInForce, related, identicalDocuments) -> new EvidenceView(
                        review,
                        submission.part(CollectEvidence::withoutParts),
                        SectionView.of(documents(submission.value(), documents)),
                        submission.part(CollectEvidence::findings),
                        sincePrevious,
                        sinceInForce,
                        earlier,
                        related.part(found -> notEmpty(found.path("duplicates"))),
                        related.part(found ->
                                found.at("/sameCompany/count").asInt() == 0 ? null : found.path("sameCompany")),
                        identicalDocuments,
                        unopened));
    }

    private Uni<SectionView<JsonNode>> identicalTo(ReviewView review, DocumentsView documents) {
        List<String> ids =
                documents.items().stream().map(DocumentUseView::documentId).toList();
        Uni<@Nullable JsonNode> found = ids.isEmpty() ? Uni.createFrom().nullItem() : identical.of(ids);
        return section(review, found, UnavailableReason.DOCUMENT_SERVICE_UNAVAILABLE);
    }

    private static @Nullable JsonNode notEmpty(JsonNode list) {
        return list.isEmpty() ? null : list;
    }

    private static <T> Uni<SectionView<T>> remote(ReviewView review, Uni<@Nullable T> value) {
        return section(review, value, UnavailableReason.QUALIFICATION_SERVICE_UNAVAILABLE);
    }

    private static <T> Uni<SectionView<T>> section(
            ReviewView review, Uni<@Nullable T> value, UnavailableReason otherwise) {
        return value.map(SectionView::of).onFailure().recoverWithItem(failure -> {
            LOG.warnf("Evidence of review %d: section unavailable (%s): %s", review.workOrder(), otherwise, failure);
            return SectionView.unavailable(otherwise);
        });
    }

    /** Findings and documents are sections of their own. */
    private static JsonNode withoutParts(JsonNode submission) {
        ObjectNode rest = submission.deepCopy();
        return rest.without(List.of(FINDINGS, DOCUMENTS));
    }

    private static @Nullable JsonNode findings(JsonNode submission) {
        JsonNode findings = submission.path(FINDINGS);
        return findings.isObject() ? findings : null;
    }

    private static DocumentsView documents(@Nullable JsonNode submission, DocumentsView known) {
        JsonNode uses = submission == null ? null : submission.get(DOCUMENTS);
        if (uses == null) {
            return known;
        }
        return new DocumentsView(uses.valueStream()
                .map(use -> new DocumentUseView(
                        use.path("documentId").asText(),
                        use.path("pointer").asText(),
                        use.path("kind").asText()))
                .toList());
    }
}
