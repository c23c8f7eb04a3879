package io.zizhi.qualification.peer;

import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Tells a refusal, which is final, from a failure, which passes. */
public class PeerAnswers implements ResponseExceptionMapper<RuntimeException> {

    /** Also statuses below 500 pass: a token that expired on the way, a time-out, too much load. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 425, 429);

    @Override
    public RuntimeException toThrowable(Response response) {
        int status = response.getStatus();
        return status >= 500 || PASSING.contains(status) ? new PeerFailure(status) : new PeerRefusal(status);
    }
}
