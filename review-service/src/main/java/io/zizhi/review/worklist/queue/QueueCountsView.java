package io.zizhi.review.worklist.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.review.review.ReviewStatus;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts of the reviews in the queue.
 *
 * @param unfinished all unfinished reviews
 * @param open reviews that wait for a reviewer
 * @param proposed reviews whose decision waits for a second reviewer, who may already be checking it
 * @param mine reviews that the caller holds
 * @param warned reviews that reached the warning stage, later stages included
 * @param breached reviews that missed their target
 * @param escalated escalated reviews
 * @param resubmitted reviews whose submission is a second or later revision
 * @param urged reviews that the applicant urged
 * @param earliestDueAt the earliest due instant; absent if there is no review
 * @param policies counts by clock policy
 * @param ownerTypes counts by owner type
 * @param purposes counts by purpose
 * @param subjects counts of qualifications and of letters alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueCountsView(
        long unfinished,
        long open,
        long proposed,
        long mine,
        long warned,
        long breached,
        long escalated,
        long resubmitted,
        long urged,
        @Nullable Instant earliestDueAt,
        List<QueueCount> policies,
        List<QueueCount> ownerTypes,
        List<QueueCount> purposes,
        List<QueueCount> subjects) {

    static QueueCountsView from(List<Tally> tallies) {
        return new QueueCountsView(
                sum(tallies, Tally::reviews),
                reviewsOf(tallies, tally -> tally.status() == ReviewStatus.OPEN),
                reviewsOf(tallies, tally -> tally.status() == ReviewStatus.PROPOSED),
                reviewsOf(tallies, Tally::mine),
                sum(tallies, Tally::warned),
                sum(tallies, Tally::breached),
                sum(tallies, Tally::escalated),
                sum(tallies, Tally::resubmitted),
                sum(tallies, Tally::urged),
                tallies.stream().map(Tally::earliest).min(Instant::compareTo).orElse(null),
                by(tallies, Tally::policy),
                by(tallies, tally -> tally.ownerType().name()),
                by(tallies, tally -> tally.purpose().name()),
                by(tallies, tally -> tally.subject().name()));
    }

    private static long sum(List<Tally> tallies, ToLongFunction<Tally> figure) {
        return tallies.stream().mapToLong(figure).sum();
    }

    private static long reviewsOf(List<Tally> tallies, Predicate<Tally> which) {
        return tallies.stream().filter(which).mapToLong(Tally::reviews).sum();
    }

    private static List<QueueCount> by(List<Tally> tallies, Function<Tally, String> value) {
        return tallies.stream()
                .collect(Collectors.groupingBy(value, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new QueueCount(
                        group.getKey(), sum(group.getValue(), Tally::reviews), sum(group.getValue(), Tally::breached)))
                .toList();
    }

    /**
     * The number of unfinished reviews with one value.
     *
     * @param value the common value; it can be sent as a filter
     * @param count number of reviews
     * @param breached number of these reviews that missed their target
     */
    public record QueueCount(String value, long count, long breached) {}
}
