package io.zizhi.notification.notice;

import io.zizhi.platform.messaging.erasure.ErasedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The contact numbers of an erased account, and the list of its notices. Without its contact, a late result is not sent
 * to anybody.
 */
@Singleton
class ErasedContacts {

    static final String CONTACTS = """
            delete from contact where contact_key = any(array(
                select contact_key from contact where account_id = :accountId
                order by contact_key limit :limit for update))
            """;

    static final String NOTICES = """
            delete from notice where notice_key = any(array(
                select notice_key from notice where account_id = :accountId
                order by notice_key limit :limit for update))
            """;

    @Produces
    @Singleton
    static ErasedRows notices() {
        return new ErasedRows("notices", NOTICES);
    }

    @Produces
    @Singleton
    static ErasedRows contacts() {
        return new ErasedRows("contacts", CONTACTS);
    }
}
