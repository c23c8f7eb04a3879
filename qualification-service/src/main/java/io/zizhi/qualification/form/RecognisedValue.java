package io.zizhi.qualification.form;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;

/**
 * A value that document-service recognised in a picture, for a field of the form. It may be wrong. Stored encrypted with
 * the personal data of a submission, because it may be the name or id number of a person.
 *
 * @param pointer JSON pointer to the field of the form
 * @param value as recognised; a day is ISO 8601
 * @param documentId document with the picture
 * @param field name of the value in the recognition of the document, for example {@code idNumber}
 * @param confidence 0 to 1
 */
public record RecognisedValue(String pointer, String value, String documentId, String field, double confidence) {

    /** Returns the value as its owner sees typed values: id numbers masked. */
    public String forOwner() {
        return pointer.endsWith("/idNumber") ? new IdNumber(value).masked() : value;
    }

    /** Returns the value as reviewers see typed values: names of persons and id numbers masked. */
    public String forReviewer() {
        return pointer.endsWith("/name") && !pointer.startsWith("/company")
                ? new PersonName(value).masked()
                : forOwner();
    }

    /** Returns the same with another value, to mask what is typed in the same way. */
    public RecognisedValue with(String other) {
        return new RecognisedValue(pointer, other, documentId, field, confidence);
    }

    /** Omits the value, which may be personal data. */
    @Override
    public String toString() {
        return "RecognisedValue[" + pointer + "]";
    }
}
