package io.zizhi.qualification.filing.erasure;

import io.zizhi.platform.messaging.erasure.ErasedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The rows that hold data of natural persons or free text of an account. They stay, because other rows and work orders
 * refer to them: what was submitted when and how it was decided is a record of the operator. Their personal data goes.
 */
@Singleton
class PersonalRows {

    /** An emptied {@code personal_data} marks an erased revision; the index {@code revision_to_erase} lacks it. */
    static final String REVISIONS = """
            update revision set
                content = content - array['remark', 'legalRepresentative', 'administrator'], personal_data = '',
                administrator_index = null, legal_representative_index = null, legal_representative_id_index = null,
                phone_index = null, evaluation = null, decision = null
            where id = any(array(
                select id from revision where account_id = :accountId and personal_data <> ''
                order by id limit :limit for no key update))
            """;

    static final String LETTERS = """
            update authorization_letter set authorised_party = null
            where id = any(array(
                select id from authorization_letter where account_id = :accountId and authorised_party is not null
                order by id limit :limit for no key update))
            """;

    static final String LETTER_SUBMISSIONS = """
            update letter_submission set authorised_party = null, evaluation = null, decision = null
            where work_order = any(array(
                select work_order from letter_submission
                where account_id = :accountId and (authorised_party is not null or decision is not null)
                order by work_order limit :limit for no key update))
            """;

    /** Open requests are cancelled. */
    static final String RESTRICTION_REQUESTS = """
            update restriction_request set
                notes = '',
                closed_by = case when state = 'REQUESTED' then 'qualification-service' else closed_by end,
                closed_at = case when state = 'REQUESTED' then clock_timestamp() else closed_at end,
                state = case when state = 'REQUESTED' then 'CANCELLED' else state end
            where id = any(array(
                select id from restriction_request where account_id = :accountId and notes <> ''
                order by id limit :limit for no key update))
            """;

    /** Headers are written by the applicant and may be anything. */
    static final String BULK_FILINGS = """
            update bulk_filing set headers = '{"items": []}', cancelled_at = coalesce(cancelled_at, clock_timestamp())
            where id = any(array(
                select id from bulk_filing where account_id = :accountId and headers <> '{"items": []}'
                order by id limit :limit for no key update))
            """;

    static final String CARRIER_FILINGS = """
            update carrier_filing set note = null
            where id = any(array(
                select id from carrier_filing where account_id = :accountId and note is not null
                order by id limit :limit for no key update))
            """;

    @Produces
    @Singleton
    static ErasedRows revisions() {
        return new ErasedRows("revisions", REVISIONS);
    }

    @Produces
    @Singleton
    static ErasedRows letters() {
        return new ErasedRows("authorised-parties", LETTERS);
    }

    @Produces
    @Singleton
    static ErasedRows letterSubmissions() {
        return new ErasedRows("letter-submissions", LETTER_SUBMISSIONS);
    }

    @Produces
    @Singleton
    static ErasedRows restrictionRequests() {
        return new ErasedRows("restriction-requests", RESTRICTION_REQUESTS);
    }

    @Produces
    @Singleton
    static ErasedRows bulkFilings() {
        return new ErasedRows("bulk-filings", BULK_FILINGS);
    }

    @Produces
    @Singleton
    static ErasedRows carrierFilings() {
        return new ErasedRows("carrier-filings", CARRIER_FILINGS);
    }
}
