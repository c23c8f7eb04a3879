package io.zizhi.review.clock;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The policies and the rules that allocate them to submissions. A new database starts with the configured table; later
 * changes go through the API.
 *
 * @param zone zone of all windows
 * @param policies every policy, each name once
 * @param allocation the policy allocation; null if the revision has none
 */
public record ClockPolicies(
        ZoneId zone, List<ClockPolicy> policies, @Nullable PolicyAllocation allocation) {

    private static final String RESOURCE = "/clock/policies.json";

    public ClockPolicies {
        policies = List.copyOf(policies);
        List<String> names = policies.stream().map(ClockPolicy::name).toList();
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("The policy table contains a policy twice");
        }
        if (allocation != null
                && !allocation.rules().stream()
                        .map(PolicyAllocation.Rule::policy)
                        .allMatch(names::contains)) {
            throw new IllegalArgumentException("The policy table allocates an unknown policy");
        }
    }

    /**
     * Creates policies from the form of the table: one policy for some owner types, and one for all others.
     *
     * @param defaultPolicy for owner types that the table does not name
     * @param ownerTypes policy by owner type
     */
    @JsonCreator
    static ClockPolicies table(
            @JsonProperty(value = "zone", required = true) ZoneId zone,
            @JsonProperty(value = "policies", required = true) List<ClockPolicy> policies,
            @JsonProperty(value = "defaultPolicy", required = true) String defaultPolicy,
            @JsonProperty(value = "ownerTypes", required = true) Map<OwnerType, String> ownerTypes) {
        Stream<PolicyAllocation.Rule> special = ownerTypes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(owner ->
                        new PolicyAllocation.Rule(List.of(owner.getKey()), List.of(), List.of(), owner.getValue()));
        PolicyAllocation.Rule others = new PolicyAllocation.Rule(List.of(), List.of(), List.of(), defaultPolicy);
        return new ClockPolicies(
                zone,
                policies,
                new PolicyAllocation(Stream.concat(special, Stream.of(others)).toList()));
    }

    /** Reads the bundled table. Needs no container. */
    public static ClockPolicies read() {
        try (InputStream file = ClockPolicies.class.getResourceAsStream(RESOURCE)) {
            return from(Objects.requireNonNull(file, RESOURCE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a table in the form of the bundled one.
     *
     * @throws IllegalStateException when it is unreadable or invalid; the service then does not start
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

    /** Returns a copy with other policies and the same zone. */
    public ClockPolicies with(List<ClockPolicy> definitions, @Nullable PolicyAllocation whoGetsWhich) {
        return new ClockPolicies(zone, definitions, whoGetsWhich);
    }

    public Optional<ClockPolicy> named(String name) {
        return policies.stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    /** Returns the rule that decides the policy of such a submission; empty if the revision has no allocation. */
    public Optional<PolicyAllocation.Rule> rule(OwnerType ownerType, Purpose purpose, ReviewSubject subject) {
        return Optional.ofNullable(allocation).map(whoGetsWhich -> whoGetsWhich.first(ownerType, purpose, subject));
    }

    /** Returns the position of the rule, from 1; 0 if there is no allocation. */
    public int numberOf(PolicyAllocation.Rule rule) {
        return allocation == null ? 0 : allocation.numberOf(rule);
    }

    /** Returns the policy of such a submission; empty if the revision has no allocation. */
    public Optional<ClockPolicy> of(OwnerType ownerType, Purpose purpose, ReviewSubject subject) {
        return rule(ownerType, purpose, subject)
                .map(rule -> named(rule.policy()).orElseThrow());
    }
}
