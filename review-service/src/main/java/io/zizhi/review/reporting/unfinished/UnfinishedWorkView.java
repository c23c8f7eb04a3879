package io.zizhi.review.reporting.unfinished;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The unfinished reviews at this moment.
 *
 * @param reviews all unfinished reviews
 * @param reviewersWorking number of reviewers who hold a review
 * @param policies one entry per clock policy with unfinished reviews, by name
 */
public record UnfinishedWorkView(Amount reviews, long reviewersWorking, List<PolicyAmount> policies) {

    /**
     * A number of unfinished reviews.
     *
     * @param unfinished number of reviews
     * @param untouched number of them that no reviewer has held yet
     * @param oldestSeconds seconds since the submission of the oldest; 0 if there is none
     * @param stages counts by the last stage that the clock reached
     * @param ages counts by time since the submission
     */
    public record Amount(
            long unfinished, long untouched, long oldestSeconds, List<StageCount> stages, List<AgeCount> ages) {

        static Amount of(List<UnfinishedWork> groups) {
            return new Amount(
                    reviews(groups, group -> true),
                    groups.stream().mapToLong(UnfinishedWork::untouched).sum(),
                    groups.stream()
                            .mapToLong(UnfinishedWork::oldestSeconds)
                            .max()
                            .orElse(0),
                    Stream.of(ClockStage.values())
                            .map(stage -> new StageCount(stage, reviews(groups, group -> group.stage() == stage)))
                            .toList(),
                    Stream.of(Age.values())
                            .map(age -> new AgeCount(age, reviews(groups, group -> group.age() == age)))
                            .toList());
        }

        private static long reviews(List<UnfinishedWork> groups, Predicate<UnfinishedWork> which) {
            return groups.stream()
                    .filter(which)
                    .mapToLong(UnfinishedWork::reviews)
                    .sum();
        }
    }

    /**
     * The number of reviews at one stage.
     *
     * @param stage the last stage that their clock reached
     * @param count number of reviews
     */
    public record StageCount(ClockStage stage, long count) {}

    /**
     * The number of reviews of one age.
     *
     * @param age the range of age
     * @param count number of reviews
     */
    public record AgeCount(Age age, long count) {}

    /**
     * The unfinished reviews under one clock policy.
     *
     * @param policy name of the policy
     * @param reviews the unfinished reviews
     */
    public record PolicyAmount(String policy, Amount reviews) {}

    static UnfinishedWorkView from(MeasuredWork measured) {
        return new UnfinishedWorkView(
                Amount.of(measured.groups()),
                measured.reviewers(),
                measured.groups().stream()
                        .collect(Collectors.groupingBy(UnfinishedWork::policy, TreeMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(policy -> new PolicyAmount(policy.getKey(), Amount.of(policy.getValue())))
                        .toList());
    }
}
