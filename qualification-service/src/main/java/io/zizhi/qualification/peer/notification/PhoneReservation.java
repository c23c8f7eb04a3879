package io.zizhi.qualification.peer.notification;

/**
 * A request to reserve a verified phone number for a revision.
 *
 * @param accountId id of the account
 * @param phone number in plain text, used only for this request
 * @param qualificationId id of the qualification
 * @param revision number of the revision to be submitted
 */
public record PhoneReservation(String accountId, String phone, long qualificationId, int revision) {

    /** Omits the number. */
    @Override
    public String toString() {
        return "PhoneReservation[" + accountId + ", " + qualificationId + ", " + revision + "]";
    }
}
