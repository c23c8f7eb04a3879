package io.zizhi.notification.staff.subscription;

import io.zizhi.contracts.ReviewSubject;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The review alerts that a subscription selects.
 *
 * @param kinds of alerts; at least one
 * @param policies clock policies of the reviews, for example {@code STANDARD}; empty for all
 * @param subjects of the reviews; empty for all
 */
public record Choice(Set<SlaKind> kinds, Set<String> policies, Set<ReviewSubject> subjects) {

    public Choice {
        kinds = Set.copyOf(kinds);
        policies = Set.copyOf(policies);
        subjects = Set.copyOf(subjects);
    }

    /**
     * Returns whether the alert is selected.
     *
     * @param policy of the review; null if unknown, which only a choice of all policies selects
     */
    public boolean takes(SlaKind kind, @Nullable String policy, ReviewSubject subject) {
        return kinds.contains(kind)
                && (policies.isEmpty() || (policy != null && policies.contains(policy)))
                && (subjects.isEmpty() || subjects.contains(subject));
    }

    /** Returns the names in their stored form: sorted and comma-separated. */
    static String stored(Collection<?> names) {
        return names.stream().map(String::valueOf).sorted().collect(Collectors.joining(","));
    }

    /** Parses {@link #stored}. */
    static Set<String> read(String stored) {
        return stored.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(stored.split(",")));
    }

    static Choice of(String kinds, String policies, String subjects) {
        return new Choice(
                read(kinds).stream().map(SlaKind::valueOf).collect(Collectors.toSet()),
                read(policies),
                read(subjects).stream().map(ReviewSubject::valueOf).collect(Collectors.toSet()));
    }
}
