package io.zizhi.faults.driver.calls;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.e2e.Addresses;
import io.zizhi.faults.driver.history.History;
import io.zizhi.faults.driver.history.Reply;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** The requests of an applicant about authorization letters, recorded in the history. */
public final class LetterCalls {

    private final String worker;
    private final Addresses addresses;
    private final Session applicant;
    private final History history;

    public LetterCalls(String worker, Addresses addresses, Session applicant, History history) {
        this.worker = worker;
        this.addresses = addresses;
        this.applicant = applicant;
        this.history = history;
    }

    public Reply draft(JsonNode form) {
        return history.perform(
                worker,
                "draftLetter",
                Map.of("letterName", form.path("name").asText()),
                () -> applicant.api().post(letters(""), form),
                answer -> ApplicantCalls.facts(answer, "id", "version"));
    }

    /** Submits the letter for separate review. */
    public Reply submit(long id, long version, UUID key) {
        return history.perform(
                worker,
                "submitLetter",
                ApplicantCalls.asked(id, version, Map.of("key", key.toString())),
                () -> applicant
                        .api()
                        .post(
                                letters("/" + id + "/submission"),
                                null,
                                "If-Match",
                                ApplicantCalls.tag(version),
                                "Idempotency-Key",
                                key.toString()),
                answer -> ApplicantCalls.facts(answer, "workOrder", "version"));
    }

    public Reply withdraw(long id, long version, long workOrder) {
        return history.perform(
                worker,
                "withdrawLetter",
                ApplicantCalls.asked(id, version, Map.of("workOrder", Long.toString(workOrder))),
                () -> applicant
                        .api()
                        .post(letters("/" + id + "/withdrawal"), null, "If-Match", ApplicantCalls.tag(version)),
                answer -> ApplicantCalls.facts(answer, "version"));
    }

    public Reply delete(long id, long version) {
        return history.perform(
                worker,
                "deleteLetter",
                ApplicantCalls.asked(id, version, Map.of()),
                () -> applicant.api().delete(letters("/" + id), "If-Match", ApplicantCalls.tag(version)),
                answer -> Map.of());
    }

    public Reply read(long id) {
        return history.perform(
                worker,
                "readLetter",
                Map.of("id", Long.toString(id)),
                () -> applicant.api().get(letters("/" + id)),
                answer -> ApplicantCalls.facts(answer, "status", "version"));
    }

    private URI letters(String path) {
        return URI.create(addresses.qualification() + "/v1/authorization-letters" + path);
    }
}
