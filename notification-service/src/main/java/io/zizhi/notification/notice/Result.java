package io.zizhi.notification.notice;

import io.zizhi.contracts.AuthorizationLetterApproved;
import io.zizhi.contracts.AuthorizationLetterExpired;
import io.zizhi.contracts.AuthorizationLetterExpiring;
import io.zizhi.contracts.AuthorizationLetterRejected;
import io.zizhi.contracts.AuthorizationLetterSupplementRequested;
import io.zizhi.contracts.DecisionReason;
import io.zizhi.contracts.Evidence;
import io.zizhi.contracts.LetterContact;
import io.zizhi.contracts.QualificationApproved;
import io.zizhi.contracts.QualificationExpired;
import io.zizhi.contracts.QualificationExpiring;
import io.zizhi.contracts.QualificationReinstated;
import io.zizhi.contracts.QualificationRejected;
import io.zizhi.contracts.QualificationRevoked;
import io.zizhi.contracts.QualificationSupplementRequested;
import io.zizhi.contracts.QualificationSuspended;
import io.zizhi.contracts.SupplementItem;
import io.zizhi.notification.sender.message.SmsTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The content of a notice about a qualification or letter: a review decision, an expiry or a restriction.
 *
 * @param template text of the notice; also names the kind of result
 * @param qualificationId id of the qualification; for a letter, of the qualification whose contact is notified
 * @param workOrder number of the submission
 * @param accountId account that owns the qualification or letter
 * @param name of the qualification or letter
 * @param contactId contact to notify
 * @param codes of the reasons, items or evidence; empty for an approval
 * @param more further parameters of the text, by name
 * @param notBefore earliest time to send the notice; null for at once
 */
record Result(
        SmsTemplate template,
        long qualificationId,
        long workOrder,
        String accountId,
        String name,
        String contactId,
        List<String> codes,
        SortedMap<String, String> more,
        @Nullable Instant notBefore) {

    /** Evidence expires at midnight; its notice waits until the morning. */
    private static final Duration MIDNIGHT_TO_MORNING = Duration.ofHours(9);

    private static Result ofReview(
            SmsTemplate template,
            long qualificationId,
            long workOrder,
            String accountId,
            String name,
            String contactId,
            List<String> codes) {
        return new Result(
                template, qualificationId, workOrder, accountId, name, contactId, codes, new TreeMap<>(), null);
    }

    static Result of(QualificationApproved event) {
        return ofReview(
                SmsTemplate.QUALIFICATION_APPROVED,
                event.qualificationId(),
                event.workOrder(),
                event.accountId(),
                event.name(),
                event.contactId(),
                List.of());
    }

    static Result of(QualificationRejected event) {
        return ofReview(
                SmsTemplate.QUALIFICATION_REJECTED,
                event.qualificationId(),
                event.workOrder(),
                event.accountId(),
                event.name(),
                event.contactId(),
                event.reasons().stream().map(DecisionReason::code).toList());
    }

    static Result of(QualificationSupplementRequested event) {
        return ofReview(
                SmsTemplate.QUALIFICATION_SUPPLEMENT_REQUESTED,
                event.qualificationId(),
                event.workOrder(),
                event.accountId(),
                event.name(),
                event.contactId(),
                event.items().stream().map(SupplementItem::code).toList());
    }

    /** Returns empty if the revision was imported and so has no contact to notify. */
    static Optional<Result> ofEnding(QualificationExpiring event) {
        return Optional.ofNullable(event.contactId())
                .map(contactId -> new Result(
                        SmsTemplate.QUALIFICATION_EXPIRING,
                        event.qualificationId(),
                        event.workOrder(),
                        event.accountId(),
                        event.name(),
                        contactId,
                        codesOf(event.evidence()),
                        new TreeMap<>(Map.of(
                                "endsOn", event.endsOn().toString(), "days", Integer.toString(event.daysLeft()))),
                        null));
    }

    /** Returns empty if the revision was imported and so has no contact to notify. */
    static Optional<Result> ofEnding(QualificationExpired event) {
        return Optional.ofNullable(event.contactId())
                .map(contactId -> new Result(
                        SmsTemplate.QUALIFICATION_EXPIRED,
                        event.qualificationId(),
                        event.workOrder(),
                        event.accountId(),
                        event.name(),
                        contactId,
                        codesOf(event.evidence()),
                        new TreeMap<>(Map.of("endsOn", event.endsOn().toString())),
                        event.expiredAt().plus(MIDNIGHT_TO_MORNING)));
    }

    static Optional<Result> ofRestriction(QualificationSuspended event) {
        return ofRestriction(
                SmsTemplate.QUALIFICATION_SUSPENDED,
                event.qualificationId(),
                event.workOrder(),
                event.accountId(),
                event.name(),
                event.contactId(),
                event.reason(),
                event.suspendedAt());
    }

    static Optional<Result> ofRestriction(QualificationReinstated event) {
        return ofRestriction(
                SmsTemplate.QUALIFICATION_REINSTATED,
                event.qualificationId(),
                event.workOrder(),
                event.accountId(),
                event.name(),
                event.contactId(),
                event.reason(),
                event.reinstatedAt());
    }

    static Optional<Result> ofRestriction(QualificationRevoked event) {
        return ofRestriction(
                SmsTemplate.QUALIFICATION_REVOKED,
                event.qualificationId(),
                event.workOrder(),
                event.accountId(),
                event.name(),
                event.contactId(),
                event.reason(),
                event.revokedAt());
    }

    /**
     * Returns empty if the revision was imported and so has no contact to notify. The time is not a parameter of the
     * text; it distinguishes two suspensions of the same revision.
     */
    private static Optional<Result> ofRestriction(
            SmsTemplate template,
            long qualificationId,
            long workOrder,
            String accountId,
            String name,
            @Nullable String contactId,
            String reason,
            Instant at) {
        return Optional.ofNullable(contactId)
                .map(contact -> new Result(
                        template,
                        qualificationId,
                        workOrder,
                        accountId,
                        name,
                        contact,
                        List.of(reason),
                        new TreeMap<>(Map.of("at", at.toString())),
                        null));
    }

    private static List<String> codesOf(List<Evidence> evidence) {
        return evidence.stream().map(each -> "EVIDENCE_" + each.name()).toList();
    }

    /**
     * Returns the result of a letter that was reviewed alone. {@code contact} belongs to a qualification of the same
     * company.
     */
    static Result of(AuthorizationLetterApproved event, LetterContact contact) {
        return ofReview(
                SmsTemplate.LETTER_APPROVED,
                contact.qualificationId(),
                event.workOrder(),
                event.accountId(),
                event.name(),
                contact.contactId(),
                List.of());
    }

    static Result of(AuthorizationLetterRejected event, LetterContact contact) {
        return ofReview(
                SmsTemplate.LETTER_REJECTED,
                contact.qualificationId(),
                event.workOrder(),
                event.accountId(),
                event.name(),
                contact.contactId(),
                event.reasons().stream().map(DecisionReason::code).toList());
    }

    static Result of(AuthorizationLetterSupplementRequested event, LetterContact contact) {
        return ofReview(
                SmsTemplate.LETTER_SUPPLEMENT_REQUESTED,
                contact.qualificationId(),
                event.workOrder(),
                event.accountId(),
                event.name(),
                contact.contactId(),
                event.items().stream().map(SupplementItem::code).toList());
    }

    static Result of(AuthorizationLetterExpiring event, LetterContact contact) {
        return new Result(
                SmsTemplate.LETTER_EXPIRING,
                contact.qualificationId(),
                event.workOrder(),
                event.accountId(),
                event.name(),
                contact.contactId(),
                List.of(),
                new TreeMap<>(Map.of("endsOn", event.endsOn().toString(), "days", Integer.toString(event.daysLeft()))),
                null);
    }

    static Result of(AuthorizationLetterExpired event, LetterContact contact) {
        return new Result(
                SmsTemplate.LETTER_EXPIRED,
                contact.qualificationId(),
                event.workOrder(),
                event.accountId(),
                event.name(),
                contact.contactId(),
                List.of(),
                new TreeMap<>(Map.of("endsOn", event.endsOn().toString())),
                event.expiredAt().plus(MIDNIGHT_TO_MORNING));
    }

    /** Returns the same key for every event about the same result, so that each result makes one notice. */
    String noticeKey() {
        return qualificationId + "/" + workOrder + "/" + template
                + more.values().stream().map(value -> "/" + value).collect(Collectors.joining());
    }
}
