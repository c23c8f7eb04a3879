package io.zizhi.contracts;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** One event of every type, equal to the golden files. */
final class Samples {

    private static final long QUALIFICATION = 1001;
    private static final long WORK_ORDER = 2001;
    private static final long LETTER = 1002;
    private static final long SIGNATURE = 1003;
    private static final long FILING = 1004;
    private static final long REJECTED_FILING = 999;
    private static final String CARRIER = "CHINA_MOBILE";
    private static final long EARLIER = 1000;
    private static final long SUBSCRIPTION = 1001;
    private static final String DELIVERY = "msg_0191d3c2-6c3f-7b8e-9a52-3f1f6b0a7c11_1001";
    private static final String LETTER_NAME = "星河示例科技有限公司V1";
    private static final String SIGNATURE_NAME = "星河示例";
    private static final String ACCOUNT = "company-a";
    private static final String NAME = "星河示例资质";
    private static final String COMPANY = "星河示例科技有限公司";
    private static final String CREDIT_CODE = "91330106673959654P";
    private static final String DOCUMENT = "0123456789abcdef0123456789abcdef";
    private static final String PICTURE = "89abcdef0123456789abcdef01234567";
    private static final String CONTACT = "fedcba9876543210fedcba9876543210";
    private static final String MESSAGE = "00112233445566778899aabbccddeeff";
    private static final String TEMPLATE = "QUALIFICATION_APPROVED";
    private static final String SUBJECT = "qualification/1001";
    private static final String REVIEWER = "reviewer-a";
    private static final String SUPERVISOR = "supervisor";
    private static final String SECOND = "reviewer-b";
    private static final Instant AT = Instant.parse("2026-11-24T02:00:00Z");
    private static final Instant LEASE_END = Instant.parse("2026-11-24T02:15:00Z");
    private static final Instant DUE = Instant.parse("2026-11-24T04:00:00Z");
    private static final Instant FIRED = Instant.parse("2026-11-24T04:00:00.250Z");
    private static final List<DecisionReason> REASONS = List.of(
            new DecisionReason("COMPANY_NAME_MISMATCH", "/company/name"), new DecisionReason("DOCUMENT_ALTERED", ""));
    private static final List<SupplementItem> ITEMS = List.of(
            new SupplementItem("MATERIAL_INSUFFICIENT", "", "MORE_MATERIAL"),
            new SupplementItem("CERT_EXPIRED", "/company/certificate", null));

    private static final List<Evidence> EVIDENCE = List.of(Evidence.CERTIFICATE, Evidence.LEGAL_REPRESENTATIVE);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);

    private Samples() {}

    /** Returns the sample of a type. The switch is exhaustive: a new type without a sample does not compile. */
    static Event of(EventType type) {
        return switch (type) {
            case QUALIFICATION_SUBMITTED -> submitted();
            case QUALIFICATION_WITHDRAWN -> new QualificationWithdrawn(QUALIFICATION, WORK_ORDER, ACCOUNT, AT);
            case QUALIFICATION_APPROVED ->
                new QualificationApproved(QUALIFICATION, WORK_ORDER, ACCOUNT, NAME, CONTACT, AT);
            case QUALIFICATION_REJECTED ->
                new QualificationRejected(QUALIFICATION, WORK_ORDER, ACCOUNT, NAME, CONTACT, REASONS, AT);
            case QUALIFICATION_SUPPLEMENT_REQUESTED ->
                new QualificationSupplementRequested(QUALIFICATION, WORK_ORDER, ACCOUNT, NAME, CONTACT, ITEMS, AT);
            case QUALIFICATION_DELETED -> new QualificationDeleted(QUALIFICATION, ACCOUNT, AT);
            case QUALIFICATION_EXPIRING ->
                new QualificationExpiring(QUALIFICATION, WORK_ORDER, ACCOUNT, NAME, CONTACT, EVIDENCE, 30, LAST_DAY);
            case QUALIFICATION_EXPIRED ->
                new QualificationExpired(
                        QUALIFICATION,
                        WORK_ORDER,
                        ACCOUNT,
                        NAME,
                        CONTACT,
                        EVIDENCE,
                        LAST_DAY,
                        Instant.parse("2027-01-31T16:00:00Z"));
            case QUALIFICATION_URGED -> new QualificationUrged(QUALIFICATION, WORK_ORDER, ACCOUNT, AT);
            case QUALIFICATION_SUSPENDED ->
                new QualificationSuspended(QUALIFICATION, WORK_ORDER, ACCOUNT, NAME, CONTACT, "COMPLAINTS", 2, AT);
            case QUALIFICATION_REINSTATED ->
                new QualificationReinstated(QUALIFICATION, WORK_ORDER, ACCOUNT, NAME, CONTACT, "RESOLVED", AT);
            case QUALIFICATION_REVOKED ->
                new QualificationRevoked(QUALIFICATION, WORK_ORDER, ACCOUNT, NAME, CONTACT, "MATERIAL_FALSE", 2, AT);
            case QUALIFICATION_IMPORTED -> imported();
            case LETTER_SUBMITTED -> letterSubmitted();
            case LETTER_WITHDRAWN -> new AuthorizationLetterWithdrawn(LETTER, WORK_ORDER, ACCOUNT, QUALIFICATION, AT);
            case LETTER_APPROVED ->
                new AuthorizationLetterApproved(LETTER, WORK_ORDER, ACCOUNT, LETTER_NAME, null, letterContact(), AT);
            case LETTER_REJECTED ->
                new AuthorizationLetterRejected(
                        LETTER,
                        WORK_ORDER,
                        ACCOUNT,
                        LETTER_NAME,
                        QUALIFICATION,
                        null,
                        List.of(new DecisionReason("LETTER_UNSIGNED", "/documentId")),
                        AT);
            case LETTER_SUPPLEMENT_REQUESTED ->
                new AuthorizationLetterSupplementRequested(
                        LETTER,
                        WORK_ORDER,
                        ACCOUNT,
                        LETTER_NAME,
                        null,
                        letterContact(),
                        List.of(new SupplementItem("LETTER_UNSIGNED", "/documentId", "AUTHORIZATION_LETTER")),
                        AT);
            case LETTER_EXPIRING ->
                new AuthorizationLetterExpiring(
                        LETTER, WORK_ORDER, ACCOUNT, LETTER_NAME, letterContact(), 30, LAST_DAY);
            case LETTER_EXPIRED ->
                new AuthorizationLetterExpired(
                        LETTER,
                        WORK_ORDER,
                        ACCOUNT,
                        LETTER_NAME,
                        letterContact(),
                        LAST_DAY,
                        Instant.parse("2027-01-31T16:00:00Z"));
            case LETTER_DELETED -> new AuthorizationLetterDeleted(LETTER, ACCOUNT, AT);
            case SIGNATURE_BOUND -> new SignatureBound(SIGNATURE, ACCOUNT, SIGNATURE_NAME, QUALIFICATION, LETTER, AT);
            case SIGNATURE_MOVED ->
                new SignatureMoved(SIGNATURE, ACCOUNT, SIGNATURE_NAME, EARLIER, null, QUALIFICATION, LETTER, AT);
            case SIGNATURE_RELEASED ->
                new SignatureReleased(SIGNATURE, ACCOUNT, SIGNATURE_NAME, QUALIFICATION, LETTER, AT);
            case CARRIER_FILING_REQUESTED ->
                new CarrierFilingRequested(
                        FILING,
                        ACCOUNT,
                        SIGNATURE,
                        SIGNATURE_NAME,
                        CARRIER,
                        QUALIFICATION,
                        WORK_ORDER,
                        LETTER,
                        DUE,
                        AT,
                        REJECTED_FILING);
            case CARRIER_FILING_ACCEPTED ->
                new CarrierFilingAccepted(
                        FILING, ACCOUNT, SIGNATURE, SIGNATURE_NAME, CARRIER, QUALIFICATION, WORK_ORDER, LETTER, AT);
            case CARRIER_FILING_REJECTED ->
                new CarrierFilingRejected(
                        FILING,
                        ACCOUNT,
                        SIGNATURE,
                        SIGNATURE_NAME,
                        CARRIER,
                        QUALIFICATION,
                        WORK_ORDER,
                        LETTER,
                        "COMPANY_NAME_MISMATCH",
                        AT);
            case CARRIER_FILING_CANCELLED ->
                new CarrierFilingCancelled(
                        FILING,
                        ACCOUNT,
                        SIGNATURE,
                        SIGNATURE_NAME,
                        CARRIER,
                        QUALIFICATION,
                        WORK_ORDER,
                        LETTER,
                        CarrierFilingCause.RELEASED,
                        AT);
            case REVIEW_OPENED -> opened();
            case REVIEW_CLAIMED ->
                new ReviewClaimed(WORK_ORDER, QUALIFICATION, REVIEWER, LEASE_END, ReviewSubject.QUALIFICATION, LETTER);
            case REVIEW_RELEASED ->
                new ReviewReleased(WORK_ORDER, LETTER, REVIEWER, true, LEASE_END, ReviewSubject.LETTER, LETTER);
            case REVIEW_REASSIGNED ->
                new ReviewReassigned(
                        WORK_ORDER,
                        QUALIFICATION,
                        REVIEWER,
                        "reviewer-b",
                        LEASE_END,
                        SUPERVISOR,
                        AT,
                        ReviewSubject.QUALIFICATION,
                        null);
            case DECISION_PROPOSED ->
                new DecisionProposed(WORK_ORDER, QUALIFICATION, REVIEWER, AT, ReviewSubject.QUALIFICATION, LETTER);
            case DECISION_RETURNED ->
                new DecisionReturned(WORK_ORDER, LETTER, REVIEWER, SECOND, AT, ReviewSubject.LETTER, LETTER);
            case REVIEW_DECIDED ->
                new ReviewDecided(
                        WORK_ORDER,
                        QUALIFICATION,
                        1,
                        ReviewOutcome.REJECTED,
                        REASONS,
                        List.of(),
                        REVIEWER,
                        AT,
                        ReviewSubject.QUALIFICATION,
                        ReviewOutcome.APPROVED,
                        LETTER);
            case REVIEW_REOPENED ->
                new ReviewReopened(WORK_ORDER, QUALIFICATION, REVIEWER, AT, ReviewSubject.QUALIFICATION, LETTER, false);
            case REVIEW_CANCELLED -> new ReviewCancelled(WORK_ORDER, LETTER, AT, ReviewSubject.LETTER, LETTER);
            case SLA_RESCHEDULED ->
                new SlaRescheduled(
                        WORK_ORDER,
                        QUALIFICATION,
                        "GOVERNMENT",
                        FIRED,
                        DUE,
                        FIRED,
                        false,
                        AT,
                        3,
                        FIRED,
                        ReviewSubject.QUALIFICATION,
                        null);
            case SLA_WARNED -> new SlaWarned(WORK_ORDER, QUALIFICATION, DUE, FIRED);
            case SLA_BREACHED -> new SlaBreached(WORK_ORDER, LETTER, DUE, FIRED, ReviewSubject.LETTER, LETTER);
            case SLA_ESCALATED -> new SlaEscalated(WORK_ORDER, QUALIFICATION, DUE, FIRED);
            case SLA_EXTENDED ->
                new SlaExtended(
                        WORK_ORDER,
                        QUALIFICATION,
                        ExtensionReason.EXTERNAL_VERIFICATION,
                        Instant.parse("2026-11-24T03:30:00Z"),
                        DUE,
                        Instant.parse("2026-11-24T05:00:00Z"),
                        false,
                        SUPERVISOR,
                        AT,
                        ReviewSubject.QUALIFICATION,
                        null);
            case DOCUMENT_STORED -> stored();
            case DOCUMENT_QUARANTINED -> new DocumentQuarantined(DOCUMENT, ACCOUNT, "Win.Test.EICAR_HDB-1", AT);
            case DOCUMENT_RECOGNISED ->
                new DocumentRecognised(DOCUMENT, ACCOUNT, "ID_PORTRAIT", "DONE", List.of("GLARE"), AT);
            case DOCUMENT_DELETED -> new DocumentDeleted(DOCUMENT, ACCOUNT, AT);
            case SMS_ACCEPTED -> new SmsAccepted(MESSAGE, ACCOUNT, TEMPLATE, SUBJECT, AT);
            case SMS_DELIVERED -> new SmsDelivered(MESSAGE, ACCOUNT, TEMPLATE, SUBJECT, AT);
            case SMS_FAILED -> new SmsFailed(MESSAGE, ACCOUNT, TEMPLATE, SUBJECT, "NUMBER_BLOCKED", AT);
            case WEBHOOK_DELIVERED ->
                new WebhookDelivered(SUBSCRIPTION, ACCOUNT, DELIVERY, "qualification.approved", 2, AT);
            case WEBHOOK_DISABLED -> new WebhookDisabled(SUBSCRIPTION, ACCOUNT, "GONE", AT);
            case ACCOUNT_VERIFIED -> new AccountVerified(ACCOUNT, AccountKind.COMPANY, COMPANY, CREDIT_CODE, 3);
        };
    }

    /** Returns the name of the field that holds the key of the type's records. */
    static String keyOf(EventType type) {
        Event sample = of(type);
        return Arrays.stream(sample.getClass().getRecordComponents())
                .filter(component -> sample.aggregateId().equals(valueOf(component, sample)))
                .map(RecordComponent::getName)
                .findFirst()
                .orElseThrow();
    }

    private static String valueOf(RecordComponent component, Event sample) {
        try {
            return String.valueOf(component.getAccessor().invoke(sample));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static QualificationImported imported() {
        return new QualificationImported(
                QUALIFICATION,
                WORK_ORDER,
                ACCOUNT,
                1,
                NAME,
                COMPANY,
                CREDIT_CODE,
                OwnerType.COMPANY,
                Purpose.SELF,
                List.of(DOCUMENT),
                "legacy-portal",
                "ZZ-2025-0001",
                LocalDate.of(2025, 6, 1),
                LAST_DAY,
                AT);
    }

    private static Event submitted() {
        return new QualificationSubmitted(
                QUALIFICATION,
                WORK_ORDER,
                ACCOUNT,
                1,
                NAME,
                COMPANY,
                CREDIT_CODE,
                OwnerType.COMPANY,
                Purpose.THIRD_PARTY,
                List.of(DOCUMENT),
                CONTACT,
                AT,
                new SubmittedLetter(LETTER, 1, List.of(PICTURE)),
                List.of("person-b"));
    }

    private static Event letterSubmitted() {
        return new AuthorizationLetterSubmitted(
                LETTER,
                WORK_ORDER,
                ACCOUNT,
                1,
                LETTER_NAME,
                COMPANY,
                CREDIT_CODE,
                OwnerType.COMPANY,
                List.of(PICTURE),
                letterContact(),
                AT);
    }

    private static LetterContact letterContact() {
        return new LetterContact(QUALIFICATION, CONTACT);
    }

    private static Event opened() {
        return new ReviewOpened(
                WORK_ORDER,
                QUALIFICATION,
                1,
                "STANDARD",
                AT,
                Instant.parse("2026-11-24T03:30:00Z"),
                DUE,
                Instant.parse("2026-11-24T05:00:00Z"),
                false,
                ReviewSubject.QUALIFICATION,
                LETTER);
    }

    private static Event stored() {
        return new DocumentStored(
                DOCUMENT,
                ACCOUNT,
                "BUSINESS_LICENSE",
                "image/png",
                12_345,
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                AT);
    }
}
