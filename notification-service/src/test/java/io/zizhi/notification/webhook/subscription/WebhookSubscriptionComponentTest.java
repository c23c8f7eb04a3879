package io.zizhi.notification.webhook.subscription;

import static io.zizhi.notification.Clients.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.notification.Rows;
import io.zizhi.notification.webhook.AccountReceiver;
import io.zizhi.notification.webhook.AccountWebhooks;
import io.zizhi.notification.webhook.AccountWebhooks.Created;
import io.zizhi.platform.testkit.AccountErasures;
import io.zizhi.platform.testkit.LocalInfrastructure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class WebhookSubscriptionComponentTest {

    private final String account = AccountErasures.newAccount();
    private final AccountWebhooks webhooks = new AccountWebhooks(account);
    private final AccountReceiver receiver = new AccountReceiver();

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void shows_the_secret_once_and_stores_it_encrypted() {
        Created created = webhooks.created(receiver.url());
        assertThat(created.secret()).matches("whsec_[A-Za-z0-9+/]{43}=");
        webhooks.get(created.id())
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("url", equalTo(receiver.url()))
                .body("status", equalTo("PENDING_VERIFICATION"))
                .body("eventTypes", contains("qualification.approved", "signature.bound"))
                .body("secret", nullValue());
        as(account).get("/v1/webhooks").then().body("items.id", hasSize(1));
        assertThat(Rows.count("select count(*) from webhook_subscription where subscription_id = " + created.id()
                        + " and position(convert_to('hooks', 'UTF8') in url) = 0"
                        + " and position(convert_to('whsec', 'UTF8') in secret) = 0"))
                .isOne();
    }

    @Test
    void refuses_a_receiver_that_does_not_echo() {
        receiver.echoNothing();
        Created created = webhooks.created(receiver.url());
        webhooks.verify(created.id()).then().statusCode(422).body("code", equalTo("CHALLENGE_FAILED"));
        assertThat(receiver.challenges()).hasSize(1);
        webhooks.lengthenPause();
        webhooks.verify(created.id()).then().statusCode(429);
        webhooks.get(created.id()).then().body("status", equalTo("PENDING_VERIFICATION"));
        webhooks.test(created.id()).then().statusCode(409).body("code", equalTo("WEBHOOK_NOT_VERIFIED"));
    }

    @Test
    void pause_between_calls_survives_change_and_deletion() {
        receiver.echoNothing();
        Created created = webhooks.created(receiver.url());
        webhooks.verify(created.id()).then().statusCode(422);
        webhooks.lengthenPause();
        try (AccountReceiver other = new AccountReceiver()) {
            webhooks.change(created.id(), AccountWebhooks.request(other.url(), "signature.bound"))
                    .then()
                    .statusCode(200);
            webhooks.verify(created.id()).then().statusCode(429).body("code", equalTo("WEBHOOK_CALL_LIMITED"));
            as(account)
                    .header("If-Match", "\"" + webhooks.version(created.id()) + "\"")
                    .delete("/v1/webhooks/{id}", created.id())
                    .then()
                    .statusCode(204);
            webhooks.verify(webhooks.created(other.url()).id()).then().statusCode(429);
            assertThat(other.challenges()).isEmpty();
        }
        assertThat(receiver.challenges()).hasSize(1);
    }

    @Test
    void accounts_share_the_pause_of_a_receiver() {
        receiver.echoNothing();
        Created own = webhooks.created(receiver.url());
        webhooks.verify(own.id()).then().statusCode(422);
        AccountWebhooks stranger = new AccountWebhooks(AccountErasures.newAccount());
        Created same = stranger.created(receiver.url() + "/another-path");
        String pause = "update webhook_call set called_at = called_at %s where key ="
                + " (select 'challenge of ' || receiver from webhook_subscription where subscription_id = " + own.id()
                + ")";
        Rows.change(pause.formatted("+ interval '1 hour'"));
        stranger.verify(same.id())
                .then()
                .statusCode(429)
                .header("Retry-After", "1")
                .body("code", equalTo("WEBHOOK_CALL_LIMITED"));
        Rows.change(pause.formatted("- interval '2 hours'"));
        stranger.verify(same.id()).then().statusCode(422);
        assertThat(receiver.challenges()).hasSize(2);
    }

    @Test
    void refuses_forbidden_and_malformed_requests() {
        refused("https://10.0.0.1/", "ADDRESS_REFUSED");
        refused("https://169.254.169.254/latest/meta-data", "ADDRESS_REFUSED");
        refused("https://[fd00:ec2::254]/", "ADDRESS_REFUSED");
        refused("http://1.1.1.1/", "ADDRESS_REFUSED");
        refused("ftp://example.com/", "URL_INVALID");
        refused("https://user@example.com/", "URL_INVALID");
        webhooks.create(AccountWebhooks.request("https://example.com/", "signature.bound", "everything"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/eventTypes/1"))
                .body("errors.code", contains("EVENT_TYPE_UNKNOWN"));
    }

    private void refused(String url, String code) {
        webhooks.create(AccountWebhooks.request(url, "signature.bound"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/url"))
                .body("errors.code", contains(code));
    }

    @Test
    void limits_the_webhooks_of_an_account() {
        for (int number = 0; number < CreateWebhook.MOST; number++) {
            webhooks.created("https://hooks.example.com/" + number);
        }
        webhooks.create(AccountWebhooks.request("https://hooks.example.com/", "signature.bound"))
                .then()
                .statusCode(409)
                .body("code", equalTo("TOO_MANY_WEBHOOKS"));
    }

    @Test
    void changes_need_the_current_version_and_the_own_account() {
        Created created = webhooks.verified(receiver.url());
        Map<String, Object> off = new HashMap<>(AccountWebhooks.request(receiver.url(), "signature.moved"));
        off.put("enabled", false);
        as(account).body(off).put("/v1/webhooks/{id}", created.id()).then().statusCode(428);
        as(account)
                .header("If-Match", "\"1\"")
                .body(off)
                .put("/v1/webhooks/{id}", created.id())
                .then()
                .statusCode(412);
        webhooks.change(created.id(), off)
                .then()
                .statusCode(200)
                .body("disabledReason", equalTo("BY_OWNER"))
                .body("eventTypes", contains("signature.moved"));
        AccountWebhooks stranger = new AccountWebhooks(AccountErasures.newAccount());
        stranger.get(created.id()).then().statusCode(404).body("code", equalTo("WEBHOOK_NOT_FOUND"));
        stranger.verify(created.id()).then().statusCode(404);
        stranger.deliveries(created.id(), "limit=1").then().statusCode(404);
        long version = webhooks.version(created.id());
        stranger.rotate(created.id(), version).then().statusCode(404);
        stranger.change(created.id(), version, off).then().statusCode(404);
        stranger.delete(created.id(), version).then().statusCode(404);
        assertThat(webhooks.version(created.id())).isEqualTo(version);
        as(account)
                .header("If-Match", "\"" + version + "\"")
                .delete("/v1/webhooks/{id}", created.id())
                .then()
                .statusCode(204);
        webhooks.get(created.id()).then().statusCode(404);
        assertThat(Rows.texts("select action from audit_entry where object_type = 'webhook' and object_id = '"
                        + created.id() + "' order by sequence"))
                .containsExactly(
                        "webhook.created",
                        "webhook.challenged",
                        "webhook.verified",
                        "webhook.changed",
                        "webhook.deleted");
    }

    @Test
    void is_erased_with_its_account() {
        Created created = webhooks.verified(receiver.url());
        webhooks.bindSignature();
        String delivery = webhooks.awaitNewest(created.id(), "DELIVERED");
        webhooks.replay(created.id(), "key", Map.of("deliveryId", delivery))
                .then()
                .statusCode(200);
        webhooks.awaitNewest(created.id(), "DELIVERED");
        webhooks.test(created.id()).then().statusCode(200);

        assertThat(AccountErasures.erase(account))
                .containsEntry("webhook-calls", 1)
                .containsEntry("webhook-subscriptions", 1)
                .containsEntry("webhook-deliveries", 1)
                .containsEntry("webhook-replays", 1);

        for (String table : List.of("webhook_subscription", "webhook_delivery", "webhook_attempt", "webhook_replay")) {
            assertThat(Rows.count("select count(*) from " + table + " where account_id = '" + account + "'"))
                    .as(table)
                    .isZero();
        }
        assertThat(Rows.count("select count(*) from webhook_call where key like '%" + account + "%'"))
                .isZero();
    }
}
