package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Works at the review desk. */
public final class Reviewer {

    private static final int UNAVAILABLE = 503;

    private final Addresses addresses;
    private final Api api;

    public Reviewer(Addresses addresses, String user) {
        this.addresses = addresses;
        this.api = Login.as(user, addresses);
    }

    /**
     * Returns the review of that work order. Returns 403 without a claim, unless this reviewer took part in its
     * decision.
     */
    public Api.Answer review(long workOrder) {
        return api.get(reviews("/" + workOrder));
    }

    public JsonNode claim(long workOrder) {
        return api.post(reviews("/" + workOrder + "/claim"), null).expect(200);
    }

    /** Views the first page of a document of the claimed review; returns it as PNG, with a watermark. */
    public byte[] view(String documentId) {
        Api.Answer answer = page(documentId, "REVIEW");
        answer.expect(200);
        return answer.bytes();
    }

    /** Asks for the first page of a document. */
    public Api.Answer page(String documentId, String reason) {
        return api.get(URI.create(addresses.document() + "/v1/documents/" + documentId + "/pages/1?reason=" + reason));
    }

    public JsonNode evidence(long workOrder) {
        return api.get(reviews("/" + workOrder + "/evidence")).expect(200);
    }

    /** Returns the evidence as soon as no section is unavailable, which other services may cause for a while. */
    public JsonNode completeEvidence(long workOrder) {
        return Waiting.until(
                "all of the evidence",
                () -> Optional.of(evidence(workOrder))
                        .filter(sections -> !sections.toString().contains("UNAVAILABLE")));
    }

    /** Reveals masked fields of the claimed review. Tries again while the services wait too long for each other. */
    public JsonNode unmask(long workOrder, String... pointers) {
        ObjectNode wanted = Api.JSON.createObjectNode().put("reason", "compared with the certificate");
        ArrayNode fields = wanted.putArray("pointers");
        List.of(pointers).forEach(fields::add);
        return Waiting.until(
                        "the masked fields of work order " + workOrder,
                        () -> Optional.of(api.post(reviews("/" + workOrder + "/unmasking"), wanted))
                                .filter(answer -> answer.status() != UNAVAILABLE))
                .expect(200);
    }

    public JsonNode approve(long workOrder) {
        return decide(workOrder, Api.JSON.createObjectNode().put("outcome", "APPROVED"));
    }

    public JsonNode requestSupplement(long workOrder, String pointer, String note) {
        ObjectNode decision = Api.JSON.createObjectNode().put("outcome", "SUPPLEMENT_REQUESTED");
        decision.putArray("items")
                .addObject()
                .put("code", "MATERIAL_INSUFFICIENT")
                .put("pointer", pointer)
                .put("documentKind", "MORE_MATERIAL")
                .put("note", note);
        return decide(workOrder, decision);
    }

    private JsonNode decide(long workOrder, ObjectNode decision) {
        return api.post(reviews("/" + workOrder + "/decision"), decision).expect(200);
    }

    private URI reviews(String path) {
        return URI.create(addresses.review() + "/v1/reviews" + path);
    }
}
