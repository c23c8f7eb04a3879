package io.zizhi.notification.webhook;

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
class OutdatedWebhooksComponentTest {

    @Inject
    CleanUp cleanUp;

    @Test
    void deletes_finished_webhooks_after_three_months() {
        Rows.change("insert into webhook_delivery"
                + " (webhook_id, account_id, url, secret, receiver, body, status, attempts, due_at, queued_at) values"
                + " ('purge_old', 'staff', null, null, 'r', '{}', 'FAILED', 10, null, now() - interval '91 days'),"
                + " ('purge_young', 'staff', null, null, 'r', '{}', 'DELIVERED', 1, null, now() - interval '89 days'),"
                + " ('purge_waits', 'staff', '', '', 'r', '{}', 'QUEUED', 1, now() + interval '1 hour',"
                + " now() - interval '91 days')");

        Rows.cleanUp(cleanUp);

        assertThat(Rows.texts("select webhook_id from webhook_delivery where webhook_id like 'purge%' order by 1"))
                .containsExactly("purge_waits", "purge_young");
        Rows.change("delete from webhook_delivery where webhook_id like 'purge%'");
    }
}
