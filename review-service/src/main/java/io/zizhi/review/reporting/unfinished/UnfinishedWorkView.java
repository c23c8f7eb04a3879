package io.zizhi.review.reporting.unfinished;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is not finished at this moment.
 *
 * @param reviews all of it
 * @param reviewersWorking how many reviewers hold a review
 * @param policies of each clock policy that has any, by name
 */
public record UnfinishedWorkView(Amount reviews, long reviewersWorking, List<PolicyAmount> policies) {

    /**
     * Some reviews that are not finished.
     *
     * @param unfinished how many
     * @param untouched how many of them no reviewer has had in hands yet
     * @param oldestSeconds since the submission of the oldest; 0 where there is none
     * @param stages by the last thing that their clock has reached
     * @param ages by the time since their submission
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
     * Reviews whose clock has got so far and no further.
     *
     * @param stage how far
     * @param count how many
     */
    public record StageCount(ClockStage stage, long count) {}

    /**
     * Reviews of about the same age.
     *
     * @param age how old
     * @param count how many
     */
    public record AgeCount(Age age, long count) {}

    /**
     * The reviews under one clock policy.
     *
     * @param policy its name
     * @param reviews what of them is not finished
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
