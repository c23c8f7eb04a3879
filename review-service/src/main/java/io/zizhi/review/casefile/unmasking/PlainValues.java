package io.zizhi.review.casefile.unmasking;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Requests fields in plain text, without retries: qualification-service records each disclosure in its audit trail. */
@ApplicationScoped
public class PlainValues {

    private final ValuesClient client;

    PlainValues(@RestClient ValuesClient client) {
        this.client = client;
    }

    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failureRatio = 0.5,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = ValuesLimitedException.class)
    public Uni<UnmaskedView> of(long workOrder, List<String> pointers, String reviewerId) {
        return client.values(workOrder, new ValuesClient.Wanted(reviewerId, pointers));
    }
}
