package io.zizhi.e2e.faults.audit;

import io.zizhi.contracts.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was told of certificates, id documents and letters that end: each timer that fired is one event and one notice. */
final class Reminders {

    private static final Set<String> TYPES = Set.of(
            "zizhi.qualification.expiring.v1",
            "zizhi.qualification.expired.v1",
            "zizhi.qualification.letter-expiring.v1",
            "zizhi.qualification.letter-expired.v1");
    private static final Map<String, String> OWNERS =
            Map.of("qualification-expiry", "zizhi.qualification.", "letter-expiry", "zizhi.qualification.letter-");
    private static final Map<String, String> TEMPLATES = Map.of(
            "zizhi.qualification.expiring.v1", "QUALIFICATION_EXPIRING",
            "zizhi.qualification.expired.v1", "QUALIFICATION_EXPIRED",
            "zizhi.qualification.letter-expiring.v1", "LETTER_EXPIRING",
            "zizhi.qualification.letter-expired.v1", "LETTER_EXPIRED");

    private final Evidence evidence;
    private final List<PublishedEvent> events;

    Reminders(Evidence evidence) {
        this.evidence = evidence;
        this.events = evidence.events(Topics.QUALIFICATION).stream()
                .filter(event -> TYPES.contains(event.type()))
                .toList();
    }

    /** What one timer, or one event, is about: whose last day, and whether it has passed. */
    private record Point(String owner, String type, String endsOn) implements Comparable<Point> {

        static Point of(Row timer) {
            // such as DAYS_30 2027-01-31
            String[] kind = timer.text("kind").split(" ", -1);
            String stage = kind[0].equals("EXPIRED") ? "expired.v1" : "expiring.v1";
            return new Point(
                    timer.text("owner_id"),
                    OWNERS.getOrDefault(timer.text("owner_type"), "") + stage,
                    kind.length > 1 ? kind[1] : "");
        }

        static Point of(PublishedEvent event) {
            return new Point(event.aggregate(), event.type(), event.text("endsOn"));
        }

        @Override
        public int compareTo(Point other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return type + " of " + owner + " that ends on " + endsOn;
        }
    }

    /** A timer that fired is told once, after it was due, of something that was approved. */
    void compareTimers(Findings findings) {
        Map<Point, List<Row>> fired = evidence.rows(Evidence.QUALIFICATION, "timer").stream()
                .filter(timer -> OWNERS.containsKey(timer.text("owner_type"))
                        && timer.text("state").equals("FIRED"))
                .collect(Collectors.groupingBy(Point::of));
        Map<Point, List<PublishedEvent>> told = events.stream().collect(Collectors.groupingBy(Point::of));
        Map<String, Row> sent = evidence.rowsBy(Evidence.QUALIFICATION, "outbox", "event_id");
        Set<Point> points = new TreeSet<>(fired.keySet());
        points.addAll(told.keySet());
        for (Point point : points) {
            List<Row> timers = fired.getOrDefault(point, List.of());
            List<PublishedEvent> own = told.getOrDefault(point, List.of());
            findings.require(
                    timers.size() == own.size(),
                    "Of " + timers.size() + " reminders " + own.size() + " were told: " + point,
                    timers,
                    own);
            own.forEach(event -> timers.forEach(timer -> early(findings, event, timer, sent.get(event.id()))));
        }
        Map<String, Row> revisions = Submissions.of(evidence).revisions();
        Map<String, Row> letters = evidence.rowsBy(Evidence.QUALIFICATION, "letter_submission", "work_order");
        for (PublishedEvent event : events) {
            String workOrder = event.text("workOrder");
            boolean ofLetter = event.type().contains("letter-");
            Row submitted = (ofLetter ? letters : revisions).get(workOrder);
            findings.require(
                    submitted != null && submitted.text("outcome").equals("APPROVED"),
                    "Somebody was reminded of what was never approved: " + workOrder,
                    event,
                    String.valueOf(submitted));
        }
    }

    private static void early(Findings findings, PublishedEvent event, Row timer, @Nullable Row sent) {
        findings.require(
                sent == null || !sent.has("sent_at") || !sent.instant("sent_at").isBefore(timer.instant("due_at")),
                "A reminder was published before it was due",
                event,
                timer);
    }

    /** Each is one notice; that of a letter only where a contact is named, whose qualification may be deleted since. */
    void compareNotices(Findings findings) {
        Map<String, Long> found = new Notices(evidence)
                .reminders().stream()
                        .map(notice -> notice.text("notice_key"))
                        .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
        Set<String> deleted = evidence.rows(Evidence.QUALIFICATION, "qualification").stream()
                .filter(row -> row.has("deleted_at"))
                .map(row -> row.text("id"))
                .collect(Collectors.toSet());
        for (PublishedEvent event : events) {
            boolean ofLetter = event.type().contains("letter-");
            String contact = ofLetter
                    ? event.body().path("contact").path("qualificationId").asText()
                    : event.aggregate();
            String key = key(event, contact);
            long times = found.getOrDefault(key, 0L);
            found.remove(key);
            boolean nobody = contact.isEmpty() || (ofLetter && deleted.contains(contact) && times == 0);
            findings.require(times == (nobody ? 0 : 1), "Reminder " + key + " was sent " + times + " times", event);
        }
        found.forEach((key, times) -> findings.add("Nothing ends of which reminder " + key + " tells"));
    }

    /** As notification-service names the notice: days before the end first, where it has not come. */
    private static String key(PublishedEvent event, String contact) {
        String days = event.type().endsWith("expiring.v1") ? "/" + event.text("daysLeft") : "";
        return contact + "/" + event.text("workOrder") + "/" + TEMPLATES.getOrDefault(event.type(), "") + days + "/"
                + event.text("endsOn");
    }
}
