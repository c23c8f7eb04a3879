package io.zizhi.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The name of each event type on the wire ({@code ce_type}). Names are fixed here and never derived from class names.
 * So a refactoring cannot change stored or published names.
 */
public enum EventType {
    QUALIFICATION_SUBMITTED("zizhi.qualification.submitted.v1", Topics.QUALIFICATION, QualificationSubmitted.class),
    QUALIFICATION_WITHDRAWN("zizhi.qualification.withdrawn.v1", Topics.QUALIFICATION, QualificationWithdrawn.class),
    QUALIFICATION_APPROVED("zizhi.qualification.approved.v1", Topics.QUALIFICATION, QualificationApproved.class),
    QUALIFICATION_REJECTED("zizhi.qualification.rejected.v1", Topics.QUALIFICATION, QualificationRejected.class),
    QUALIFICATION_SUPPLEMENT_REQUESTED(
            "zizhi.qualification.supplement-requested.v1",
            Topics.QUALIFICATION,
            QualificationSupplementRequested.class),
    QUALIFICATION_DELETED("zizhi.qualification.deleted.v1", Topics.QUALIFICATION, QualificationDeleted.class),
    QUALIFICATION_EXPIRING("zizhi.qualification.expiring.v1", Topics.QUALIFICATION, QualificationExpiring.class),
    QUALIFICATION_EXPIRED("zizhi.qualification.expired.v1", Topics.QUALIFICATION, QualificationExpired.class),
    QUALIFICATION_URGED("zizhi.qualification.urged.v1", Topics.QUALIFICATION, QualificationUrged.class),
    QUALIFICATION_SUSPENDED("zizhi.qualification.suspended.v1", Topics.QUALIFICATION, QualificationSuspended.class),
    QUALIFICATION_REINSTATED("zizhi.qualification.reinstated.v1", Topics.QUALIFICATION, QualificationReinstated.class),
    QUALIFICATION_REVOKED("zizhi.qualification.revoked.v1", Topics.QUALIFICATION, QualificationRevoked.class),
    QUALIFICATION_IMPORTED("zizhi.qualification.imported.v1", Topics.QUALIFICATION, QualificationImported.class),

    LETTER_SUBMITTED(
            "zizhi.qualification.letter-submitted.v1", Topics.QUALIFICATION, AuthorizationLetterSubmitted.class),
    LETTER_WITHDRAWN(
            "zizhi.qualification.letter-withdrawn.v1", Topics.QUALIFICATION, AuthorizationLetterWithdrawn.class),
    LETTER_APPROVED("zizhi.qualification.letter-approved.v1", Topics.QUALIFICATION, AuthorizationLetterApproved.class),
    LETTER_REJECTED("zizhi.qualification.letter-rejected.v1", Topics.QUALIFICATION, AuthorizationLetterRejected.class),
    LETTER_SUPPLEMENT_REQUESTED(
            "zizhi.qualification.letter-supplement-requested.v1",
            Topics.QUALIFICATION,
            AuthorizationLetterSupplementRequested.class),
    LETTER_EXPIRING("zizhi.qualification.letter-expiring.v1", Topics.QUALIFICATION, AuthorizationLetterExpiring.class),
    LETTER_EXPIRED("zizhi.qualification.letter-expired.v1", Topics.QUALIFICATION, AuthorizationLetterExpired.class),
    LETTER_DELETED("zizhi.qualification.letter-deleted.v1", Topics.QUALIFICATION, AuthorizationLetterDeleted.class),

    SIGNATURE_BOUND("zizhi.qualification.signature-bound.v1", Topics.QUALIFICATION, SignatureBound.class),
    SIGNATURE_MOVED("zizhi.qualification.signature-moved.v1", Topics.QUALIFICATION, SignatureMoved.class),
    SIGNATURE_RELEASED("zizhi.qualification.signature-released.v1", Topics.QUALIFICATION, SignatureReleased.class),

    CARRIER_FILING_REQUESTED(
            "zizhi.qualification.carrier-filing-requested.v1", Topics.QUALIFICATION, CarrierFilingRequested.class),
    CARRIER_FILING_ACCEPTED(
            "zizhi.qualification.carrier-filing-accepted.v1", Topics.QUALIFICATION, CarrierFilingAccepted.class),
    CARRIER_FILING_REJECTED(
            "zizhi.qualification.carrier-filing-rejected.v1", Topics.QUALIFICATION, CarrierFilingRejected.class),
    CARRIER_FILING_CANCELLED(
            "zizhi.qualification.carrier-filing-cancelled.v1", Topics.QUALIFICATION, CarrierFilingCancelled.class),

    REVIEW_OPENED("zizhi.review.opened.v1", Topics.REVIEW, ReviewOpened.class),
    REVIEW_CLAIMED("zizhi.review.claimed.v1", Topics.REVIEW, ReviewClaimed.class),
    REVIEW_RELEASED("zizhi.review.released.v1", Topics.REVIEW, ReviewReleased.class),
    REVIEW_REASSIGNED("zizhi.review.reassigned.v1", Topics.REVIEW, ReviewReassigned.class),
    DECISION_PROPOSED("zizhi.review.decision-proposed.v1", Topics.REVIEW, DecisionProposed.class),
    DECISION_RETURNED("zizhi.review.decision-returned.v1", Topics.REVIEW, DecisionReturned.class),
    REVIEW_DECIDED("zizhi.review.decided.v1", Topics.REVIEW, ReviewDecided.class),
    REVIEW_REOPENED("zizhi.review.reopened.v1", Topics.REVIEW, ReviewReopened.class),
    REVIEW_CANCELLED("zizhi.review.cancelled.v1", Topics.REVIEW, ReviewCancelled.class),
    SLA_RESCHEDULED("zizhi.review.sla-rescheduled.v1", Topics.REVIEW, SlaRescheduled.class),
    SLA_WARNED("zizhi.review.sla-warned.v1", Topics.REVIEW, SlaWarned.class),
    SLA_BREACHED("zizhi.review.sla-breached.v1", Topics.REVIEW, SlaBreached.class),
    SLA_ESCALATED("zizhi.review.sla-escalated.v1", Topics.REVIEW, SlaEscalated.class),
    SLA_EXTENDED("zizhi.review.sla-extended.v1", Topics.REVIEW, SlaExtended.class),

    DOCUMENT_STORED("zizhi.document.stored.v1", Topics.DOCUMENT, DocumentStored.class),
    DOCUMENT_QUARANTINED("zizhi.document.quarantined.v1", Topics.DOCUMENT, DocumentQuarantined.class),
    DOCUMENT_RECOGNISED("zizhi.document.recognised.v1", Topics.DOCUMENT, DocumentRecognised.class),
    DOCUMENT_DELETED("zizhi.document.deleted.v1", Topics.DOCUMENT, DocumentDeleted.class),

    SMS_ACCEPTED("zizhi.notification.sms-accepted.v1", Topics.NOTIFICATION, SmsAccepted.class),
    SMS_DELIVERED("zizhi.notification.sms-delivered.v1", Topics.NOTIFICATION, SmsDelivered.class),
    SMS_FAILED("zizhi.notification.sms-failed.v1", Topics.NOTIFICATION, SmsFailed.class),
    WEBHOOK_DELIVERED("zizhi.notification.webhook-delivered.v1", Topics.NOTIFICATION, WebhookDelivered.class),
    WEBHOOK_DISABLED("zizhi.notification.webhook-disabled.v1", Topics.NOTIFICATION, WebhookDisabled.class),

    ACCOUNT_VERIFIED("zizhi.account.verified.v1", Topics.ACCOUNT, AccountVerified.class);

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(type -> type.typeName, Function.identity()));

    private final String typeName;
    private final String topic;
    private final Class<? extends Event> eventClass;

    EventType(String typeName, String topic, Class<? extends Event> eventClass) {
        this.typeName = typeName;
        this.topic = topic;
        this.eventClass = eventClass;
    }

    /** Returns the CloudEvents type, for example {@code zizhi.qualification.submitted.v1}. */
    public String typeName() {
        return typeName;
    }

    public String topic() {
        return topic;
    }

    public Class<? extends Event> eventClass() {
        return eventClass;
    }

    /** Returns the type with this name; empty if only a newer version knows it. */
    public static Optional<EventType> named(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }
}
