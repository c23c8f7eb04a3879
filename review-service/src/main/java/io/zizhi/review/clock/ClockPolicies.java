package io.zizhi.review.clock;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zizhi.contracts.OwnerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The policy table: which policies there are and which kind of owner gets which.
 *
 * @param zone zone of all windows
 * @param policies every policy, each name once
 * @param defaultPolicy for owner types that the table does not name
 * @param ownerTypes policy by owner type
 */
public record ClockPolicies(
        ZoneId zone, List<ClockPolicy> policies, String defaultPolicy, Map<OwnerType, String> ownerTypes) {

    private static final String RESOURCE = "/clock/policies.json";

    public ClockPolicies {
        policies = List.copyOf(policies);
        ownerTypes = Map.copyOf(ownerTypes);
    }

    /** Reads the bundled table; needs no container. */
    public static ClockPolicies read() {
        try (InputStream file = ClockPolicies.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .readValue(Objects.requireNonNull(file, RESOURCE), ClockPolicies.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Optional<ClockPolicy> named(String name) {
        return policies.stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    public ClockPolicy forOwner(OwnerType ownerType) {
        return named(ownerTypes.getOrDefault(ownerType, defaultPolicy)).orElseThrow();
    }
}
