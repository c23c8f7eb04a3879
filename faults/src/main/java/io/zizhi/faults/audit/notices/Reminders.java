package io.zizhi.faults.audit.notices;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.audit.notices.ReminderPlan.Planned;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.PublishedEvent;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Submissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Expiry reminders of certificates, id documents and letters: each fired timer is one event and one notice. */
final class Reminders {

    private static final Set<String> TYPES = Set.of(
            "zizhi.qualification.expiring.v1",
            "zizhi.qualification.expired.v1",
            "zizhi.qualification.letter-expiring.v1",
            "zizhi.qualification.letter-expired.v1");
    private static final Map<String, String> OWNERS =
            Map.of(Approval.QUALIFICATION, "zizhi.qualification.", Approval.LETTER, "zizhi.qualification.letter-");
    private static final Map<String, String> TEMPLATES = Map.of(
            "zizhi.qualification.expiring.v1", "QUALIFICATION_EXPIRING",
            "zizhi.qualification.expired.v1", "QUALIFICATION_EXPIRED",
            "zizhi.qualification.letter-expiring.v1", "LETTER_EXPIRING",
            "zizhi.qualification.letter-expired.v1", "LETTER_EXPIRED");

    private final Evidence evidence;
    private final List<PublishedEvent> events;
    private final Map<Point, List<Row>> fired;

    Reminders(Evidence evidence) {
        this.evidence = evidence;
        this.events = evidence.events(Topics.QUALIFICATION).stream()
                .filter(event -> TYPES.contains(event.type()))
                .toList();
        this.fired = evidence.rows(Evidence.QUALIFICATION, "timer").stream()
                .filter(timer -> OWNERS.containsKey(timer.text("owner_type"))
                        && timer.text("state").equals("FIRED"))
                .collect(Collectors.groupingBy(Point::of));
    }

    /** The subject of a timer or an event: owner, last day, and days left; empty after the last day. */
    private record Point(String owner, String type, String endsOn, String daysLeft) implements Comparable<Point> {

        static Point of(Row timer) {
            // such as DAYS_30 2027-01-31
            String[] kind = timer.text("kind").split(" ", -1);
            boolean over = kind[0].equals("EXPIRED");
            return new Point(
                    timer.text("owner_id"),
                    OWNERS.getOrDefault(timer.text("owner_type"), "") + (over ? "expired.v1" : "expiring.v1"),
                    kind.length > 1 ? kind[1] : "",
                    over || kind.length == 1 ? "" : daysLeft(timer.instant("fired_at"), kind[1]));
        }

        private static String daysLeft(Instant firedAt, String endsOn) {
            LocalDate today = LocalDate.ofInstant(firedAt, ReminderPlan.ZONE);
            try {
                return Long.toString(ChronoUnit.DAYS.between(today, LocalDate.parse(endsOn)));
            } catch (DateTimeParseException noDay) {
                // the event does not contain it
                return "unknown";
            }
        }

        static Point of(PublishedEvent event) {
            return new Point(event.aggregate(), event.type(), event.text("endsOn"), event.text("daysLeft"));
        }

        @Override
        public int compareTo(Point other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return type + " of " + owner + " that ends on " + endsOn
                    + (daysLeft.isEmpty() ? "" : ", days left: " + daysLeft);
        }
    }

    /**
     * Checks that each fired timer has exactly one event. The event comes after the timer was due, is about an
     * approval, and lists all evidence that ends on that day.
     */
    void compareTimers(Findings findings) {
        Map<Point, List<PublishedEvent>> published = events.stream().collect(Collectors.groupingBy(Point::of));
        Map<String, Row> sent = evidence.rowsBy(Evidence.QUALIFICATION, "outbox", "event_id");
        ReminderPlan plan = new ReminderPlan(new Approvals(evidence).all(), evidence.remindAt());
        Set<Point> points = new TreeSet<>(fired.keySet());
        points.addAll(published.keySet());
        for (Point point : points) {
            List<Row> timers = fired.getOrDefault(point, List.of());
            List<PublishedEvent> own = published.getOrDefault(point, List.of());
            findings.require(
                    timers.size() == own.size(),
                    "Of " + timers.size() + " reminders " + own.size() + " were published: " + point,
                    timers,
                    own);
            own.forEach(event -> timers.forEach(timer -> {
                early(findings, event, timer, sent.get(event.id()));
                plan.of(timer).ifPresent(planned -> says(findings, event, planned));
            }));
        }
        Map<String, Row> revisions = Submissions.of(evidence).revisions();
        Map<String, Row> letters = evidence.rowsBy(Evidence.QUALIFICATION, "letter_submission", "work_order");
        for (PublishedEvent event : events) {
            String workOrder = event.text("workOrder");
            Row submitted = (Contact.isOfLetter(event) ? letters : revisions).get(workOrder);
            findings.require(
                    submitted != null && submitted.text("outcome").equals("APPROVED"),
                    "A reminder was sent without an approval: " + workOrder,
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

    /** Checks the content of an event. A letter is itself the evidence, so its events list none. */
    private static void says(Findings findings, PublishedEvent event, Planned planned) {
        Approval approval = planned.approval();
        Set<String> evidence = StreamSupport.stream(
                        event.body().path("evidence").spliterator(), false)
                .map(each -> each.asText())
                .collect(Collectors.toSet());
        findings.require(
                event.text("workOrder").equals(approval.workOrder())
                        && (Contact.isOfLetter(event)
                                || evidence.equals(approval.ends().get(planned.endsOn()))),
                "A reminder differs from the approval",
                event,
                planned);
    }

    /**
     * Checks that each reminder has one notice, sent to the submitted contact. A reminder about a letter has one only
     * if a contact exists.
     */
    void compareNotices(Findings findings) {
        Map<String, List<Row>> found = new Notices(evidence)
                .reminders().stream().collect(Collectors.groupingBy(notice -> notice.text("notice_key")));
        NamedContacts contacts = new NamedContacts(evidence);
        ErasedContacts erased = new ErasedContacts(evidence);
        for (PublishedEvent event : events) {
            Contact contact = Contact.of(event);
            firedAt(event)
                    .ifPresent(from -> contacts.compareReminder(
                            findings,
                            event,
                            from,
                            Optional.ofNullable(erased.receivedAt(event)).orElse(evidence.takenAt())));
            String key = key(event, contact);
            List<Row> notices = Optional.ofNullable(found.remove(key)).orElse(List.of());
            findings.require(
                    erased.isRight(notices.size(), contact, event),
                    "Reminder " + key + " was sent " + notices.size() + " times",
                    event);
            notices.forEach(notice -> contacts.compareNumber(findings, notice, contact));
        }
        found.keySet().forEach(key -> findings.add("Reminder " + key + " has no expiring evidence"));
    }

    /** Returns when its timer fired; I5 checks that it exists. */
    private Optional<Instant> firedAt(PublishedEvent event) {
        return fired.getOrDefault(Point.of(event), List.of()).stream()
                .findFirst()
                .map(timer -> timer.instant("fired_at"));
    }

    /** Returns notification-service's key of the notice, with the days left unless the last day has passed. */
    private static String key(PublishedEvent event, Contact contact) {
        String days = event.type().endsWith("expiring.v1") ? "/" + event.text("daysLeft") : "";
        return contact.qualification() + "/" + event.text("workOrder") + "/" + TEMPLATES.getOrDefault(event.type(), "")
                + days + "/" + event.text("endsOn");
    }
}
