package io.zizhi.notification.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The phone number that receives the results of one qualification, from its first submission on. */
@Entity
@Table(name = "contact")
class Contact {

    @Id
    @Column(name = "contact_key")
    private String key;

    @Column
    private long qualificationId;

    private String accountId;

    /** The phone number, encrypted with the account's key. */
    private byte[] phone;

    @Column
    private Instant storedAt;

    /** Used by Hibernate. */
    protected Contact() {}

    Contact(String key, long qualificationId, String accountId, byte[] phone, Instant storedAt) {
        this.key = key;
        this.qualificationId = qualificationId;
        this.accountId = accountId;
        this.phone = phone;
        this.storedAt = storedAt;
    }

    /**
     * Returns the primary key.
     *
     * @param contactId id of the phone verification; two qualifications can use the same one if its first lease lapsed
     */
    static String key(long qualificationId, String contactId) {
        return qualificationId + "/" + contactId;
    }

    String key() {
        return key;
    }

    String accountId() {
        return accountId;
    }

    byte[] encryptedPhone() {
        return phone.clone();
    }
}
