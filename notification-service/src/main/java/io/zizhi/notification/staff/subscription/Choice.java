package io.zizhi.notification.staff.subscription;

import io.zizhi.contracts.ReviewSubject;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Of which reviews a subscription is told.
 *
 * @param kinds what has to happen to one; at least one
 * @param policies clock policies whose reviews count, for example {@code STANDARD}; empty for all
 * @param subjects what a review has to be about; empty for all
 */
public record Choice(Set<SlaKind> kinds, Set<String> policies, Set<ReviewSubject> subjects) {

    public Choice {
        kinds = Set.copyOf(kinds);
        policies = Set.copyOf(policies);
        subjects = Set.copyOf(subjects);
    }

    /**
     * Whether that is to be told.
     *
     * @param policy of the review; null where it is not known, which only a choice of all policies takes
     */
    public boolean takes(SlaKind kind, @Nullable String policy, ReviewSubject subject) {
        return kinds.contains(kind)
                && (policies.isEmpty() || (policy != null && policies.contains(policy)))
                && (subjects.isEmpty() || subjects.contains(subject));
    }

    /** The names in the form in which they are stored: in order, with commas between them. */
    static String stored(Collection<?> names) {
        return names.stream().map(String::valueOf).sorted().collect(Collectors.joining(","));
    }

    /** Reads {@link #stored}. */
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
