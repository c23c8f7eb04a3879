package io.zizhi.faults.driver.calls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Api;
import io.zizhi.faults.driver.history.History;
import io.zizhi.faults.driver.history.Reply;
import java.net.URI;
import java.util.Map;

/** The requests of a supervisor who restricts qualifications, recorded in the history. */
public final class SupervisorCalls {

    private final Addresses addresses;
    private final Session supervisor;
    private final History history;

    public SupervisorCalls(Addresses addresses, Session supervisor, History history) {
        this.addresses = addresses;
        this.supervisor = supervisor;
        this.history = history;
    }

    public Reply restriction(long qualification) {
        return history.perform(
                supervisor.user(),
                "readRestriction",
                Map.of("qualification", Long.toString(qualification)),
                () -> supervisor.api().get(qualification("/v1/qualifications/" + qualification + "/restriction")),
                answer -> ApplicantCalls.facts(answer, "restriction"));
    }

    /** @param state {@code REQUESTED} or {@code CARRIED_OUT} */
    public Reply requests(String state) {
        return history.perform(
                supervisor.user(),
                "listRestrictionRequests",
                Map.of(),
                () -> supervisor.api().get(qualification("/v1/restriction-requests?limit=100&state=" + state)),
                answer -> Map.of());
    }

    public Reply request(long qualification, long version, String act, String reason, String note) {
        ObjectNode asked = Api.JSON
                .createObjectNode()
                .put("act", act)
                .put("reason", reason)
                .put("note", note)
                .put("internalNote", note);
        return history.perform(
                supervisor.user(),
                "requestRestriction",
                Map.of("qualification", Long.toString(qualification), "act", act, "reason", reason),
                () -> supervisor
                        .api()
                        .post(
                                qualification("/v1/qualifications/" + qualification + "/restriction-requests"),
                                asked,
                                "If-Match",
                                ApplicantCalls.tag(version)),
                answer -> Map.of("request", answer.path("id").asText()));
    }

    public Reply confirm(long request) {
        return close("confirmRestriction", request, "/confirmation");
    }

    public Reply cancel(long request) {
        return close("cancelRestrictionRequest", request, "/cancellation");
    }

    private Reply close(String name, long request, String path) {
        return history.perform(
                supervisor.user(),
                name,
                Map.of("request", Long.toString(request)),
                () -> supervisor.api().post(qualification("/v1/restriction-requests/" + request + path), null),
                answer -> ApplicantCalls.facts(answer, "state"));
    }

    private URI qualification(String path) {
        return URI.create(addresses.qualification() + path);
    }
}
