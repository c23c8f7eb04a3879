package io.zizhi.faults.driver.calls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Api;
import io.zizhi.faults.driver.history.History;
import io.zizhi.faults.driver.history.Reply;
import java.net.URI;
import java.util.Map;

/** The requests of a reviewer, recorded in the history. */
public final class ReviewerCalls {

    private final Addresses addresses;
    private final Session reviewer;
    private final History history;

    public ReviewerCalls(Addresses addresses, Session reviewer, History history) {
        this.addresses = addresses;
        this.reviewer = reviewer;
        this.history = history;
    }

    /** Returns the reviewer's id in reviews. */
    public String reviewer() {
        return reviewer.user();
    }

    /** @param status {@code OPEN} or {@code PROPOSED} */
    public Reply queue(String status) {
        return history.perform(
                reviewer.user(),
                "queue",
                Map.of(),
                () -> reviewer.api().get(reviews("?status=" + status)),
                answer -> Map.of());
    }

    public Reply claim(long workOrder) {
        return post("claim", workOrder, "/claim");
    }

    public Reply release(long workOrder) {
        return post("release", workOrder, "/release");
    }

    /** @param document a document of the claimed review */
    public Reply view(long workOrder, String document) {
        URI uri = URI.create(addresses.document() + "/v1/documents/" + document + "/content?reason=REVIEW");
        return history.perform(
                reviewer.user(),
                "view",
                Map.of("workOrder", Long.toString(workOrder), "document", document),
                () -> reviewer.api().get(uri),
                answer -> Map.of());
    }

    public Reply decide(long workOrder, ObjectNode decision) {
        return decide("decide", workOrder, decision);
    }

    /** Proposes a decision that a second reviewer must confirm. */
    public Reply propose(long workOrder, ObjectNode decision) {
        return decide("propose", workOrder, decision);
    }

    public Reply confirm(long workOrder) {
        return post("confirm", workOrder, "/confirmation");
    }

    /** Returns a proposal, so that the review is open again. */
    public Reply sendBack(long workOrder, String note) {
        ObjectNode body = Api.JSON.createObjectNode().put("note", note);
        return history.perform(
                reviewer.user(),
                "return",
                Map.of("workOrder", Long.toString(workOrder)),
                () -> reviewer.api().post(reviews("/" + workOrder + "/return"), body),
                answer -> Map.of());
    }

    private Reply decide(String name, long workOrder, ObjectNode decision) {
        String outcome = decision.path("outcome").asText();
        return history.perform(
                reviewer.user(),
                name,
                Map.of("workOrder", Long.toString(workOrder), "outcome", outcome),
                () -> reviewer.api().post(reviews("/" + workOrder + "/decision"), decision),
                answer -> Map.of());
    }

    /** Undoes a decision before it is published. */
    public Reply undo(long workOrder) {
        return post("undo", workOrder, "/undo");
    }

    private Reply post(String name, long workOrder, String path) {
        return history.perform(
                reviewer.user(),
                name,
                Map.of("workOrder", Long.toString(workOrder)),
                () -> reviewer.api().post(reviews("/" + workOrder + path), null),
                answer -> Map.of());
    }

    public static ObjectNode approval() {
        return Api.JSON.createObjectNode().put("outcome", "APPROVED");
    }

    public static ObjectNode rejection(String note) {
        return rejection("/administrator/emblemDocumentId", note);
    }

    public static ObjectNode rejectionOfLetter(String note) {
        return rejection("/documentId", note);
    }

    private static ObjectNode rejection(String pointer, String note) {
        ObjectNode decision = Api.JSON.createObjectNode().put("outcome", "REJECTED");
        decision.putArray("reasons")
                .addObject()
                .put("code", "IMAGE_BLURRED")
                .put("pointer", pointer)
                .put("note", note)
                .put("internalNote", note);
        return decision;
    }

    public static ObjectNode supplementRequest(String note) {
        return supplementRequest("/moreMaterial", "MORE_MATERIAL", note);
    }

    public static ObjectNode supplementRequestForLetter(String note) {
        return supplementRequest("/documentId", "AUTHORIZATION_LETTER", note);
    }

    private static ObjectNode supplementRequest(String pointer, String documentKind, String note) {
        ObjectNode decision = Api.JSON.createObjectNode().put("outcome", "SUPPLEMENT_REQUESTED");
        decision.putArray("items")
                .addObject()
                .put("code", "MATERIAL_INSUFFICIENT")
                .put("pointer", pointer)
                .put("documentKind", documentKind)
                .put("note", note);
        return decision;
    }

    private URI reviews(String path) {
        return URI.create(addresses.review() + "/v1/reviews" + path);
    }
}
