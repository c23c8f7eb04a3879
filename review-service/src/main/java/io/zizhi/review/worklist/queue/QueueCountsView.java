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
 * How full the queue is.
 *
 * @param unfinished all that are not finished
 * @param open those that wait for a reviewer
 * @param proposed those whose decision waits for a second person, who may be looking at it
 * @param mine those that the caller holds
 * @param warned those of which 75 % of the target are used up, the later ones among them
 * @param breached those that missed their target
 * @param escalated those that were escalated
 * @param resubmitted those whose submission is a second or later revision
 * @param urged those that the applicant asked to hurry with
 * @param earliestDueAt when the first of them is due; absent where there is none
 * @param policies by clock policy
 * @param ownerTypes by type of the owner
 * @param purposes by purpose
 * @param subjects qualifications and letters alone
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
     * The unfinished reviews that have something in common.
     *
     * @param value what they have in common; it can be sent as a filter
     * @param count how many
     * @param breached how many of them missed their target
     */
    public record QueueCount(String value, long count, long breached) {}
}
