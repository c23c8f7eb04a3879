package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;

/** Supervises the review desk. */
public final class Supervisor {

    private final Addresses addresses;
    private final Api api;

    public Supervisor(Addresses addresses) {
        this.addresses = addresses;
        this.api = Login.as("supervisor", addresses);
    }

    /** Adds a canned text; returns its path. */
    public String write(String path, JsonNode text) {
        api.put(URI.create(addresses.review() + path), text, "If-Match", "\"0\"")
                .expect(200);
        return path;
    }

    /** Returns the review of that work order; 404 until the submission has arrived at the desk. */
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
