package io.zizhi.faults.audit.notices;

import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.PublishedEvent;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Submissions;
import io.zizhi.faults.evidence.SubmittedForm;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares contacts with the applicants' submissions. The contact in an event must be the phone verification that the
 * applicant sent. A notice must go to the number that received its code.
 */
final class NamedContacts {

    private static final String CODE_FOR = "phone-verification/";

    private final Evidence evidence;
    private final LetterContacts ofLetters;
    private final Map<String, Row> revisions;
    private final Map<String, Row> letters;
    private final Map<String, Row> keys;
    private final Map<String, Instant> sent;
    private final HandOvers numbers;
    private final Map<String, String> numbersOfCodes;

    NamedContacts(Evidence evidence) {
        this.evidence = evidence;
        this.ofLetters = new LetterContacts(evidence);
        this.revisions = Submissions.of(evidence).revisions();
        this.letters = evidence.rowsBy(Evidence.QUALIFICATION, "letter_submission", "work_order");
        this.keys = Submissions.keys(evidence, "LETTER", "work_order");
        this.sent = evidence.operations().stream()
                .filter(operation -> operation.name().equals("submitLetter"))
                .collect(Collectors.toMap(
                        operation -> operation.sent("key"),
                        Operation::from,
                        (one, other) -> one.isBefore(other) ? one : other));
        this.numbers = new HandOvers(evidence);
        this.numbersOfCodes = new HashMap<>();
        evidence.rows(Evidence.NOTIFICATION, "sms_message").stream()
                .filter(message -> message.text("template").equals("PHONE_CODE"))
                .forEach(message -> {
                    String number = numbers.number(message.text("message_id"));
                    if (number != null) {
                        numbersOfCodes.put(message.text("subject").substring(CODE_FOR.length()), number);
                    }
                });
    }

    /** Checks that each submission of a qualification has the verification that its applicant sent last. */
    void compareSubmissions(Findings findings) {
        SentVerifications sentLast = new SentVerifications(evidence);
        revisions.forEach((workOrder, revision) -> {
            Set<String> verifications = sentLast.of(revision);
            findings.require(
                    verifications.contains(revision.text("contact_id"))
                            && verifications.contains(SubmittedForm.of(revision).verification()),
                    "Work order " + workOrder + " was submitted with a contact other than " + verifications,
                    revision);
        });
    }

    /**
     * Checks that a review result has the contact of its submission. A result about a separate letter has the contact
     * found when the letter was submitted.
     */
    void compareResult(Findings findings, PublishedEvent event) {
        Row letter = letters.get(event.text("workOrder"));
        if (!Contact.isOfLetter(event)) {
            compareOfQualification(findings, event);
        } else if (letter != null) {
            Row key = keys.get(letter.text("work_order"));
            Instant from = key == null ? Instant.MIN : sent.getOrDefault(key.text("key"), Instant.MIN);
            compare(findings, event, ofLetters.whenSubmitted(letter, from));
        }
    }

    /**
     * Checks that a reminder has the contact of the revision in force. A reminder about a letter has a contact found
     * between the instants.
     */
    void compareReminder(Findings findings, PublishedEvent event, Instant from, Instant to) {
        Row letter = letters.get(event.text("workOrder"));
        if (!Contact.isOfLetter(event)) {
            compareOfQualification(findings, event);
        } else if (letter != null) {
            compare(findings, event, ofLetters.whenReminded(letter, from, to));
        }
    }

    private void compareOfQualification(Findings findings, PublishedEvent event) {
        Row revision = revisions.get(event.text("workOrder"));
        if (revision != null) {
            String verification = SubmittedForm.of(revision).verification();
            compare(findings, event, Set.of(new Contact(revision.text("qualification_id"), verification)));
        }
    }

    private static void compare(Findings findings, PublishedEvent event, Set<Contact> right) {
        Contact named = Contact.of(event);
        findings.require(right.contains(named), "An event names contact " + named + " instead of " + right, event);
    }

    /** Checks that the notice went to the number that received the verification's code. */
    void compareNumber(Findings findings, Row notice, Contact contact) {
        String number = numbers.number(notice.text("message_id"));
        findings.require(
                number == null || (!number.isEmpty() && number.equals(numbersOfCodes.get(contact.verification()))),
                "Notice " + notice.text("notice_key") + " went to a number other than that of " + contact,
                notice);
    }
}
