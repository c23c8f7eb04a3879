package io.zizhi.review.clock;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zizhi.contracts.OwnerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The policy table: which policies there are and which kind of owner gets which. The configured one is what a new database
 * starts with; from then on policies are changed by their interface, and owners by the table.
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
        List<String> names = policies.stream().map(ClockPolicy::name).toList();
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("The table has a policy twice");
        }
        if (!names.contains(defaultPolicy) || !names.containsAll(ownerTypes.values())) {
            throw new IllegalArgumentException("The table gives owners a policy that it does not have");
        }
    }

    /** Reads the bundled table; needs no container. */
    public static ClockPolicies read() {
        try (InputStream file = ClockPolicies.class.getResourceAsStream(RESOURCE)) {
            return from(Objects.requireNonNull(file, RESOURCE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a table of the form of the bundled one.
     *
     * @throws IllegalStateException when it cannot be read or says nothing sensible; the service then does not start
     */
    public static ClockPolicies read(Path table) {
        try (InputStream file = Files.newInputStream(table)) {
            return from(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "The clock policies in " + table + " cannot be used: " + unreadable.getMessage(), unreadable);
        }
    }

    private static ClockPolicies from(InputStream table) throws IOException {
        return new ObjectMapper().registerModule(new JavaTimeModule()).readValue(table, ClockPolicies.class);
    }

    /** The same table with other definitions of its policies. */
    public ClockPolicies with(List<ClockPolicy> definitions) {
        return new ClockPolicies(zone, definitions, defaultPolicy, ownerTypes);
    }

    public Optional<ClockPolicy> named(String name) {
        return policies.stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    public ClockPolicy forOwner(OwnerType ownerType) {
        return named(ownerTypes.getOrDefault(ownerType, defaultPolicy)).orElseThrow();
    }
}
