package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;

/** Supervises the review desk. */
public final class Supervisor {

    private final Addresses addresses;
    private final Api api;

    public Supervisor(Addresses addresses) {
        this(addresses, "supervisor");
    }

    public Supervisor(Addresses addresses, String user) {
        this.addresses = addresses;
        this.api = Login.as(user, addresses);
    }

    /** Returns whether a qualification is suspended or revoked. */
    public JsonNode restriction(long qualificationId) {
        return api.get(qualifications(qualificationId, "/restriction")).expect(200);
    }

    /** Requests a suspension, reinstatement or revocation; returns the request. */
    public JsonNode requestRestriction(long qualificationId, String act, String reason) {
        JsonNode asked = Api.JSON
                .createObjectNode()
                .put("act", act)
                .put("reason", reason)
                .put("note", "请核实并说明。");
        String version = restriction(qualificationId).path("version").asText();
        return api.post(
                        qualifications(qualificationId, "/restriction-requests"),
                        asked,
                        "If-Match",
                        "\"" + version + "\"")
                .expect(201);
    }

    public Api.Answer confirmRestriction(long requestId) {
        return api.post(
                URI.create(addresses.qualification() + "/v1/restriction-requests/" + requestId + "/confirmation"),
                null);
    }

    /** Files a rejected carrier filing again; returns the new one. */
    public JsonNode refile(long qualificationId, long filingId) {
        return api.post(qualifications(qualificationId, "/carrier-filings/" + filingId + "/refiling"), null)
                .expect(201);
    }

    private URI qualifications(long id, String path) {
        return URI.create(addresses.qualification() + "/v1/qualifications/" + id + path);
    }

    /** Adds a canned text; returns its path. */
    public String write(String path, JsonNode text) {
        api.put(URI.create(addresses.review() + path), text, "If-Match", "\"0\"")
                .expect(200);
        return path;
    }

    /** Returns the review of that work order, or 404 until the submission has arrived at the desk. */
    public Api.Answer look(long workOrder) {
        return api.get(reviews("/" + workOrder));
    }

    public JsonNode review(long workOrder) {
        return look(workOrder).expect(200);
    }

    /** Waits until a submission has arrived at the desk; returns its review. */
    public JsonNode awaitReview(long workOrder) {
        return Waiting.until(
                "the review of work order " + workOrder,
                () -> Optional.of(look(workOrder))
                        .filter(answer -> answer.status() == 200)
                        .map(answer -> answer.expect(200)));
    }

    /** Returns a review to the queue. */
    public JsonNode putBack(long workOrder) {
        JsonNode toQueue = Api.JSON.createObjectNode().put("toQueue", true).put("reason", "return it to the queue");
        return api.post(reviews("/" + workOrder + "/reassignment"), toQueue).expect(200);
    }

    /** Returns the reviewer's skills, which decide which reviews the reviewer may claim. */
    public JsonNode skills(String reviewerId) {
        return api.get(URI.create(addresses.review() + "/v1/reviewers/" + reviewerId + "/skills"))
                .expect(200);
    }

    private URI reviews(String path) {
        return URI.create(addresses.review() + "/v1/reviews" + path);
    }
}
