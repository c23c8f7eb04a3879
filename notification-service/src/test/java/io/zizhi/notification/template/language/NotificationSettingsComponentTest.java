package io.zizhi.notification.template.language;

import static io.zizhi.notification.Clients.as;
import static io.zizhi.notification.Clients.inbox;
import static io.zizhi.notification.Clients.newPhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.notification.Rows;
import io.zizhi.platform.testkit.AccountErasures;
import io.zizhi.platform.testkit.LocalInfrastructure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class NotificationSettingsComponentTest {

    private static final String PATH = "/v1/notification-settings";

    private final String account = AccountErasures.newAccount();

    @Test
    void an_account_has_the_language_of_the_installation_until_it_chooses() {
        as(account).get(PATH).then().statusCode(200).body("language", equalTo("ZH_CN"));
        choose("EN");
        as(account).get(PATH).then().statusCode(200).body("language", equalTo("EN"));
        choose("ZH_CN");
        as(account).get(PATH).then().statusCode(200).body("language", equalTo("ZH_CN"));
        as("applicant-b").get(PATH).then().statusCode(200).body("language", equalTo("ZH_CN"));
    }

    @Test
    void codes_follow_the_account_unless_the_request_prefers_a_language() {
        choose("EN");
        assertThat(codeTo(newPhone(), "de")).startsWith("Your code is");
        assertThat(codeTo(newPhone(), "zh-TW, en;q=0.5")).startsWith("您的验证码是");
        choose("ZH_CN");
        assertThat(codeTo(newPhone(), "*")).startsWith("您的验证码是");
        assertThat(codeTo(newPhone(), "en")).startsWith("Your code is");
    }

    @Test
    void erases_the_settings_of_an_account() {
        choose("EN");
        assertThat(AccountErasures.erase(account)).containsEntry("notification-settings", 1);
        assertThat(Rows.count("select count(*) from notification_settings where account_id = '" + account + "'"))
                .isZero();
        as(account)
                .body(Map.of("language", "EN"))
                .put(PATH)
                .then()
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_ERASED"));
    }

    @Test
    void refuses_other_values_and_roles() {
        as(account)
                .body(Map.of("language", "DE"))
                .put(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/language"));
        as(account).body(Map.of()).put(PATH).then().statusCode(400).body("errors.code", contains("FIELD_REQUIRED"));
        for (String user : List.of("operator", "reviewer-a", "auditor")) {
            as(user).get(PATH).then().statusCode(403);
        }
    }

    private void choose(String language) {
        as(account)
                .body(Map.of("language", language))
                .put(PATH)
                .then()
                .statusCode(200)
                .body("language", equalTo(language));
    }

    private String codeTo(String number, String acceptLanguage) {
        as(account)
                .header("Accept-Language", acceptLanguage)
                .body(Map.of("phone", number))
                .post("/v1/phone-verifications")
                .then()
                .statusCode(202);
        return inbox(number, 1).getFirst().getOrDefault("text", "");
    }
}
