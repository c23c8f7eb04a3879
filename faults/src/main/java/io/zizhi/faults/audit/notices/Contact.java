package io.zizhi.faults.audit.notices;

import io.zizhi.faults.evidence.PublishedEvent;

/**
 * The recipient of a notice.
 *
 * @param qualification id of the qualification that has the contact; empty without a contact
 * @param verification the phone verification whose number receives the notice
 */
record Contact(String qualification, String verification) {

    static final Contact NOBODY = new Contact("", "");

    private static final String LETTER = "zizhi.qualification.letter-";

    /** Returns whether the event is about a letter. Letters have no contact of their own. */
    static boolean isOfLetter(PublishedEvent event) {
        return event.type().startsWith(LETTER);
    }

    static Contact of(PublishedEvent event) {
        return isOfLetter(event)
                ? new Contact(
                        event.body().at("/contact/qualificationId").asText(""),
                        event.body().at("/contact/contactId").asText(""))
                : new Contact(event.aggregate(), event.text("contactId"));
    }

    boolean isNobody() {
        return qualification.isEmpty();
    }

    @Override
    public String toString() {
        return isNobody() ? "nobody" : qualification + "/" + verification;
    }
}
