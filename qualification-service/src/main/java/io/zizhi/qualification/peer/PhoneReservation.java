package io.zizhi.qualification.peer;

/**
 * Hold the verified number for this revision.
 *
 * @param accountId account
 * @param phone in plain text; for the wire only
 * @param qualificationId qualification
 * @param revision number of the revision to be submitted
 */
public record PhoneReservation(String accountId, String phone, long qualificationId, int revision) {

    /** Without the number. */
    @Override
    public String toString() {
        return "PhoneReservation[" + accountId + ", " + qualificationId + ", " + revision + "]";
    }
}
