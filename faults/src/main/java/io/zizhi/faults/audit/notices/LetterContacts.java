package io.zizhi.faults.audit.notices;

import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.SubmittedForm;
import io.zizhi.faults.evidence.Timelines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the recipient of notices about a letter. It is the contact of the newest submission among the account's
 * qualifications for the same company; deleted qualifications do not count. If requests overlap with the look-up,
 * several results are right.
 */
final class LetterContacts {

    /** The current submission of a qualification, by its work order; 0 without one. */
    private record Current(long workOrder, Contact contact) {

        static final Current NONE = new Current(0, Contact.NOBODY);
    }

    /** An act that changes the current submission, with the bounds of its commit instant. */
    private record Change(Current current, boolean isSubmission, Span span) {}

    private record Company(String account, String creditCode) {}

    private final ActTimes times;
    private final Timelines timelines;
    private final Map<String, Row> revisions;
    private final Map<Company, List<List<Change>>> changes;

    LetterContacts(Evidence evidence) {
        this.times = new ActTimes(evidence);
        this.timelines = Timelines.ofQualifications(evidence);
        this.revisions = evidence.rowsBy(Evidence.QUALIFICATION, "revision", "work_order");
        Map<String, String> accounts =
                evidence.rowsBy(Evidence.QUALIFICATION, "qualification", "id").entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().text("account_id")));
        Map<String, String> creditCodes = revisions.values().stream()
                .collect(Collectors.toMap(
                        revision -> revision.text("qualification_id"),
                        revision -> SubmittedForm.of(revision).creditCodeOfOwner(),
                        // never changes
                        (first, second) -> first));
        this.changes = creditCodes.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> new Company(accounts.getOrDefault(entry.getKey(), ""), entry.getValue()),
                        Collectors.mapping(entry -> changes(entry.getKey()), Collectors.toList())));
    }

    private List<Change> changes(String qualification) {
        List<Change> found = new ArrayList<>();
        Current inForce = Current.NONE;
        List<Row> acts = timelines.of(qualification);
        for (int version = 1; version <= acts.size(); version++) {
            Row act = acts.get(version - 1);
            Row revision = revisions.get(act.text("work_order"));
            if (act.text("act").equals("APPROVED")) {
                inForce = current(qualification, revision);
            } else if (Timelines.is(act, "submit") && revision != null) {
                Span span = times.submitted(qualification, version, revision);
                found.add(new Change(current(qualification, revision), true, span));
            } else if (Timelines.is(act, "discard")) {
                found.add(new Change(inForce, false, times.requested(qualification, version)));
            } else if (Timelines.is(act, "delete")) {
                found.add(new Change(Current.NONE, false, times.deleted(qualification, version)));
            }
        }
        return found;
    }

    private static Current current(String qualification, @Nullable Row revision) {
        return revision == null
                ? Current.NONE
                : new Current(
                        revision.number("work_order"),
                        new Contact(qualification, SubmittedForm.of(revision).verification()));
    }

    /**
     * Returns the possible contacts for a letter that is submitted alone. Submissions of one account are serialised, so
     * their work orders show their order. Other acts may overlap.
     *
     * @param from when the submission was sent first
     */
    Set<Contact> whenSubmitted(Row letter, Instant from) {
        long workOrder = letter.number("work_order");
        Instant to = letter.instant("submitted_at");
        return possible(
                letter,
                (change, certainly) -> change.isSubmission()
                        ? change.current().workOrder() < workOrder
                        : isBefore(change.span(), from, to, certainly));
    }

    /** Returns the possible contacts of a reminder whose transaction lies between the instants. */
    Set<Contact> whenReminded(Row letter, Instant from, Instant to) {
        return possible(letter, (change, certainly) -> isBefore(change.span(), from, to, certainly));
    }

    private static boolean isBefore(Span span, Instant from, Instant to, boolean certainly) {
        return certainly ? span.latest().isBefore(from) : !span.earliest().isAfter(to);
    }

    /** @param isBefore whether a change was committed before the look-up: certainly, or possibly */
    private Set<Contact> possible(Row letter, BiPredicate<Change, Boolean> isBefore) {
        Company company =
                new Company(letter.text("account_id"), SubmittedForm.of(letter).creditCodeOfAuthoriser());
        List<Set<Current>> states = changes.getOrDefault(company, List.of()).stream()
                .map(own -> states(own, isBefore))
                .toList();
        // nothing older than this can be the newest, whatever the others are
        long least = states.stream()
                .mapToLong(
                        own -> own.stream().mapToLong(Current::workOrder).min().orElse(0))
                .max()
                .orElse(0);
        Set<Contact> possible = states.stream()
                .flatMap(Set::stream)
                .filter(state -> state.workOrder() >= least)
                .map(Current::contact)
                .collect(Collectors.toSet());
        if (least == 0) {
            possible.add(Contact.NOBODY);
        }
        return possible;
    }

    private static Set<Current> states(List<Change> changes, BiPredicate<Change, Boolean> isBefore) {
        Set<Current> states = new LinkedHashSet<>(Set.of(Current.NONE));
        for (Change change : changes) {
            if (!isBefore.test(change, false)) {
                break;
            }
            if (isBefore.test(change, true)) {
                states.clear();
            }
            states.add(change.current());
        }
        return states;
    }
}
