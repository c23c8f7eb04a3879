package io.zizhi.notification.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.notification.Rows;
import io.zizhi.platform.runtime.cleanup.CleanUp;
import io.zizhi.platform.testkit.LocalInfrastructure;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class OutdatedMessagesComponentTest {

    @Inject
    CleanUp cleanUp;

    @Test
    void deletes_finished_messages_after_three_months() {
        Rows.change("""
                insert into sms_message(message_id, account_id, template, subject, phone, parameters, status, queued_at)
                values ('outdated_accepted', 'a', 'T', 's', null, null, 'ACCEPTED', now() - interval '91 days'),
                    ('outdated_failed', 'a', 'T', 's', null, null, 'FAILED', now() - interval '91 days'),
                    ('outdated_young', 'a', 'T', 's', null, null, 'ACCEPTED', now() - interval '89 days'),
                    ('outdated_unknown', 'a', 'T', 's', '', '', 'UNKNOWN', now() - interval '91 days')
                """);

        Rows.cleanUp(cleanUp);

        assertThat(Rows.texts("select message_id from sms_message where message_id like 'outdated%' order by 1"))
                .containsExactly("outdated_unknown", "outdated_young");
        Rows.change("delete from sms_message where message_id like 'outdated%'");
    }

    @Test
    void deletes_records_of_notices_after_three_months() {
        Rows.change("""
                insert into notice(notice_key, qualification_id, work_order, message_id, created_at)
                values ('outdated/old', 1, 1, 'outdated_old', now() - interval '91 days'),
                    ('outdated/young', 1, 1, 'outdated_young', now() - interval '89 days')
                """);

        Rows.cleanUp(cleanUp);

        assertThat(Rows.texts("select notice_key from notice where notice_key like 'outdated%'"))
                .containsExactly("outdated/young");
        Rows.change("delete from notice where notice_key like 'outdated%'");
    }
}
