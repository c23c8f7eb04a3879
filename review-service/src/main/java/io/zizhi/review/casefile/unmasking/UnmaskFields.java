package io.zizhi.review.casefile.unmasking;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Shows fields in plain text to the holder of a review, after the view has been recorded. */
@ApplicationScoped
public class UnmaskFields {

    private static final Logger LOG = Logger.getLogger(UnmaskFields.class);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final AdmitUnmasking admit;
    private final PlainValues plainValues;

    UnmaskFields(AdmitUnmasking admit, PlainValues plainValues) {
        this.admit = admit;
        this.plainValues = plainValues;
    }

    public Uni<UnmaskedView> unmask(long workOrder, UnmaskingRequest wanted, Caller reviewer) {
        return admit.admit(workOrder, wanted, reviewer)
                .chain(() -> plainValues
                        .of(workOrder, wanted.pointers(), reviewer.subject())
                        .onFailure()
                        .transform(failure -> refusal(workOrder, failure)));
    }

    private static RuntimeException refusal(long workOrder, Throwable failure) {
        if (failure instanceof ValuesLimitedException) {
            return Problems.tooManyRequests(
                    "UNMASKING_LIMITED",
                    "The daily limit of unmasked fields is reached. Continue tomorrow.",
                    Duration.ofDays(1));
        }
        LOG.warnf("Fields of review %d cannot be unmasked: %s", workOrder, failure.getClass());
        return Problems.unavailable(
                "QUALIFICATION_SERVICE_UNAVAILABLE",
                "The fields are unavailable now. The attempt was recorded in the audit trail. Try again.",
                RETRY_AFTER);
    }
}
