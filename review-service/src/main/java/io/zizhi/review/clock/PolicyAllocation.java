package io.zizhi.review.clock;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that allocate policies to submissions. The first matching rule decides; the last rule matches every
 * submission. Immutable.
 *
 * @param rules at least one; the last has no condition
 */
public record PolicyAllocation(List<Rule> rules) {

    /**
     * Conditions, and the policy for submissions that meet all of them. An empty list is no condition.
     *
     * @param ownerTypes types of the owner
     * @param purposes for the account itself or for a third party
     * @param subjects qualifications, or letters alone
     * @param policy name of the policy
     */
    public record Rule(
            List<OwnerType> ownerTypes, List<Purpose> purposes, List<ReviewSubject> subjects, String policy) {

        public Rule {
            ownerTypes = tidy(ownerTypes);
            purposes = tidy(purposes);
            subjects = tidy(subjects);
        }

        /** Sorts and removes duplicates, so that equivalent rules are equal. */
        private static <T extends Comparable<T>> List<T> tidy(@Nullable List<T> values) {
            return values == null
                    ? List.of()
                    : values.stream().distinct().sorted().toList();
        }

        boolean fits(OwnerType ownerType, Purpose purpose, ReviewSubject subject) {
            return fits(ownerTypes, ownerType) && fits(purposes, purpose) && fits(subjects, subject);
        }

        private static <T> boolean fits(List<T> listed, T value) {
            return listed.isEmpty() || listed.contains(value);
        }

        public boolean fitsEverything() {
            return ownerTypes.isEmpty() && purposes.isEmpty() && subjects.isEmpty();
        }

        /** Returns whether this rule matches everything that {@code other} matches. */
        public boolean covers(Rule other) {
            return covers(ownerTypes, other.ownerTypes)
                    && covers(purposes, other.purposes)
                    && covers(subjects, other.subjects);
        }

        private static <T> boolean covers(List<T> wide, List<T> narrow) {
            return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
        }
    }

    public PolicyAllocation {
        rules = List.copyOf(rules);
        if (rules.isEmpty() || !rules.getLast().fitsEverything()) {
            throw new IllegalArgumentException("The last rule of the policy allocation must have no condition");
        }
    }

    /** Returns the first matching rule. */
    public Rule first(OwnerType ownerType, Purpose purpose, ReviewSubject subject) {
        return rules.stream()
                .filter(rule -> rule.fits(ownerType, purpose, subject))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the position of the rule, from 1. */
    public int numberOf(Rule rule) {
        return rules.indexOf(rule) + 1;
    }

    /**
     * Returns the index, from 0, of the first rule that can never apply because an earlier rule matches everything it
     * matches.
     */
    public static Optional<Integer> unreachable(List<Rule> rules) {
        for (int i = 1; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (rules.subList(0, i).stream().anyMatch(before -> before.covers(rule))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
