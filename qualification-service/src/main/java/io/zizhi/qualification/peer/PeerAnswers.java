package io.zizhi.qualification.peer;

import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Distinguishes refusals, which are final, from failures, which are temporary. */
public class PeerAnswers implements ResponseExceptionMapper<RuntimeException> {

    /** Statuses below 500 that are temporary too: expired token, time-out, too many requests. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 425, 429);

    @Override
    public RuntimeException toThrowable(Response response) {
        int status = response.getStatus();
        return status >= 500 || PASSING.contains(status) ? new PeerFailure(status) : new PeerRefusal(status);
    }
}
