package io.zizhi.review.sla.explain;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.sla.settings.CurrentClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains the due time for any policy and instant. */
@ApplicationScoped
public class ExplainDueTime {

    /** Outside these years there is no meaningful calendar, and the offset was not always +08:00. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final CurrentClock clock;

    ExplainDueTime(CurrentClock clock) {
        this.clock = clock;
    }

    /**
     * @param policy name of a policy
     * @param from ISO date and time with an offset; a blank in it stands for a {@code +} lost in URL decoding
     */
    @WithSession
    public Uni<ClockView> explain(@Nullable String policy, @Nullable String from) {
        return clock.now().map(data -> explain(data, policy, from));
    }

    static ClockView explain(ClockData data, @Nullable String policy, @Nullable String from) {
        return ClockView.from(data.due(policy(data.policies(), policy), instant(from)));
    }

    private static ClockPolicy policy(ClockPolicies policies, @Nullable String name) {
        if (name == null || name.isBlank()) {
            throw required("policy");
        }
        return policies.named(name)
                .orElseThrow(() -> Problems.badRequest(
                        "CLOCK_POLICY_UNKNOWN",
                        "?policy",
                        policies.policies().stream()
                                .map(ClockPolicy::name)
                                .collect(Collectors.joining(", ", "The policy must be one of ", "."))));
    }

    private static Instant instant(@Nullable String from) {
        if (from == null || from.isBlank()) {
            throw required("from");
        }
        Instant instant = parse(from);
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            throw Problems.badRequest(
                    "INSTANT_OUT_OF_RANGE", "?from", "The instant must be from " + EARLIEST + " to " + LATEST + ".");
        }
        return instant;
    }

    private static Instant parse(String from) {
        try {
            return OffsetDateTime.parse(from.replace(' ', '+')).toInstant();
        } catch (DateTimeException malformed) {
            throw Problems.badRequest(
                    "INSTANT_INVALID",
                    "?from",
                    "Send an instant with an offset, for example 2026-11-24T10:00:00+08:00.");
        }
    }

    private static ProblemException required(String parameter) {
        return Problems.badRequest("FIELD_REQUIRED", "?" + parameter, "The parameter is required.");
    }
}
