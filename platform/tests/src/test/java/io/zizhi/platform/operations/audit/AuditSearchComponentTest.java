package io.zizhi.platform.operations.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.operations.audit.verification.AuditLogOwner;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the search and export of the audit log. Each test writes entries about its own object. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class AuditSearchComponentTest {

    private static final String SEARCH = "/v1/audit-entries";
    private static final String EXPORT = SEARCH + "/export";

    private final String object = UUID.randomUUID().toString();

    @Inject
    AuditLog audit;

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor=actor-%s",
                "recipient=recipient-%s",
                "accountId=account-%s",
                "action=%s.viewed",
                "objectType=thing&objectId=%s"
            })
    void finds_entries_by_each_criterion(String criterion) {
        write("actor-" + object, "account-" + object, object + ".viewed", "recipient-" + object, null);
        write("somebody", null, "other.viewed", null, null, "other-" + object);

        auditor()
                .get(SEARCH + "?" + criterion.formatted(object))
                .then()
                .statusCode(200)
                .body("items.objectId", contains(object))
                .body("items[0].service", equalTo("platform"))
                .body("items[0].role", equalTo(Roles.REVIEWER))
                .body("items[0].fields", contains("content", "name"))
                .body("items[0].at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z"));
    }

    @Test
    void an_entry_must_meet_all_criteria() {
        write("actor-" + object, "account-" + object, "thing.viewed", null, null);

        search("actor=actor-%s&accountId=account-%s".formatted(object, object)).body("items", hasSize(1));
        search("actor=actor-%s&accountId=account-b".formatted(object)).body("items", empty());
    }

    @Test
    void lists_newest_first_page_by_page() {
        for (int number = 0; number < 5; number++) {
            write("actor-" + object, null, "thing.viewed-" + number, null, null);
        }

        List<String> actions = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        while (cursor != null) {
            JsonPath page = search("actor=actor-" + object + "&limit=2" + cursor)
                    .extract()
                    .jsonPath();
            actions.addAll(page.getList("items.action", String.class));
            cursor = page.get("nextCursor") == null ? null : "&cursor=" + page.getString("nextCursor");
            pages++;
        }
        assertThat(actions)
                .containsExactly(
                        "thing.viewed-4", "thing.viewed-3", "thing.viewed-2", "thing.viewed-1", "thing.viewed-0");
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void finds_entries_of_a_period_with_its_start_and_without_its_end() {
        write("actor-" + object, null, "thing.viewed", null, null);
        write("actor-" + object, null, "thing.changed", null, null);
        JsonPath both = search("actor=actor-" + object).extract().jsonPath();
        String first = both.getString("items[1].at");
        String second = both.getString("items[0].at");

        search("actor=actor-%s&from=%s&to=%s".formatted(object, first, second))
                .body("items.action", contains("thing.viewed"));
        search("actor=actor-%s&from=%s".formatted(object, second)).body("items.action", contains("thing.changed"));
    }

    @Test
    void records_each_search_with_its_criteria_and_account() {
        String account = "account-" + object;
        write("somebody", account, "thing.viewed", null, null);
        search("accountId=" + account + "&actor=nobody&from=2026-11-24T02:00:00Z")
                .body("items", empty());

        search("accountId=" + account)
                .body("items.action", contains("audit-entries.searched", "thing.viewed"))
                .body("items[0].actor", equalTo("auditor"))
                .body("items[0].objectType", equalTo("audit-entries"))
                .body("items[0].fields", contains("actor", "accountId", "from"));
        export("accountId=" + account, "csv").then().statusCode(200);
        search("accountId=" + account).body("items[0].action", equalTo("audit-entries.exported"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"330106197812206220", "company-13900139000", "nobody-knows-it"})
    void leaves_unknown_accounts_out(String account) {
        search("accountId=" + account);
        export("accountId=" + account, "csv").then().statusCode(200);

        search("accountId=" + account).body("items", empty());
        search("actor=auditor&objectType=audit-entries&objectId=auditor&limit=2")
                .body("items.accountId", contains(null, null))
                .body("items.fields", everyItem(contains("accountId")));
    }

    @Test
    void refuses_auditors_who_act_for_an_account() {
        String token = Tokens.signed(claims -> {
            claims.setSubject("auditor-" + object);
            claims.setStringListClaim("roles", List.of(Roles.AUDITOR));
            claims.setStringClaim("account", "company-a");
        });
        for (String path : List.of(SEARCH, EXPORT)) {
            given().auth().oauth2(token).get(path).then().statusCode(403).body("code", equalTo("AUDITOR_CONFLICTED"));
        }
        search("actor=auditor-" + object).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "objectType=review",
                "objectId=1",
                "from=yesterday",
                "to=2026-11-24",
                "actor=%0A",
                "actor=",
                "accountId=%E5%BC%A0%E4%B8%89"
            })
    void refuses_invalid_criteria(String criteria) {
        for (String path : List.of(SEARCH, EXPORT)) {
            auditor()
                    .urlEncodingEnabled(false)
                    .get(path + "?" + criteria)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("PARAMETER_INVALID"));
        }
    }

    @Test
    void refuses_an_unknown_format_and_a_foreign_cursor() {
        export("actor=" + object, "xml").then().statusCode(400).body("code", equalTo("PARAMETER_INVALID"));
        export("actor=" + object + "&cursor=eA", "csv").then().statusCode(400).body("code", equalTo("CURSOR_INVALID"));
    }

    @Test
    void exports_a_sheet_that_is_safe_to_open() {
        write("actor-" + object, null, "thing.viewed", null, "=HYPERLINK(\"http://example.com\")");
        write("actor-" + object, null, "thing.changed", "reviewer-b", "第一, 第二");

        Response file = export("actor=actor-" + object, "csv");

        file.then()
                .statusCode(200)
                .header("Content-Type", "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"audit-platform.csv\"")
                .header("Cache-Control", "no-store");
        List<String> lines = file.asString().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .isEqualTo("\uFEFFat,service,sequence,actor,role,action,objectType,objectId,accountId,recipient,reason"
                        + ",fields");
        assertThat(lines.get(1)).endsWith(",thing.changed,thing," + object + ",,reviewer-b,\"第一, 第二\",content name");
        assertThat(lines.get(2)).contains(",\"'=HYPERLINK(\"\"http://example.com\"\")\",");
        assertThat(lines.get(3)).isEqualTo("# 2");
    }

    @Test
    void exports_one_json_object_per_line() {
        write("actor-" + object, null, "thing.viewed", null, "line \"one\"");

        Response file = export("actor=actor-" + object, "json-lines");

        file.then().statusCode(200).header("Content-Type", "application/jsonl");
        List<String> lines = file.asString().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("{\"at\":\"").contains("\"reason\":\"line \\\"one\\\"\"");
        assertThat(lines.get(1)).isEqualTo("{\"entries\":1}");
    }

    /** Rows are never removed, so one that cannot be read would stop every later search and export. */
    @Test
    void shows_unusual_rows_of_the_owner_page_by_page() {
        AuditLogOwner owner = new AuditLogOwner(database);
        owner.tamper("alter table audit_entry alter column actor drop not null", """
                insert into audit_entry(at, actor, role, action, object_type, object_id, fields, reason)
                values ('infinity', 'a', 'b', 'first', 'thing', '%1$s', '{}', repeat('长', 1000000)),
                    ('infinity', 'a', 'b', 'second', 'thing', '%1$s', '{}', null),
                    ('294275-12-31', 'a', 'b', 'third', 'thing', '%1$s', array[['a', 'b'], ['c', 'd']], null),
                    ('4713-01-01 BC', null, 'b', 'fourth', 'thing', '%1$s', '{}', null),
                    ('-infinity', 'a', 'b', 'fifth', 'thing', '%1$s', array[null, 'x'], null)
                """.formatted(object));
        try {
            String criteria = "objectType=thing&objectId=" + object;
            List<String> actions = new ArrayList<>();
            List<String> times = new ArrayList<>();
            String cursor = "";
            while (cursor != null) {
                JsonPath page = search(criteria + "&limit=1" + cursor).extract().jsonPath();
                actions.addAll(page.getList("items.action", String.class));
                times.addAll(page.getList("items.at", String.class));
                cursor = page.get("nextCursor") == null ? null : "&cursor=" + page.getString("nextCursor");
            }

            assertThat(actions).containsExactly("second", "first", "third", "fourth", "fifth");
            assertThat(times).allMatch(time -> time.length() == 27).isSortedAccordingTo(Comparator.reverseOrder());
            for (String format : List.of("csv", "json-lines")) {
                Response file = export(criteria, format);
                assertThat(file.statusCode()).isEqualTo(200);
                assertThat(file.asString().lines().toList()).hasSizeBetween(6, 7);
                assertThat(file.asString()).hasSizeLessThan(5_000);
            }
        } finally {
            owner.tamper(
                    "delete from audit_entry where object_id = '" + object + "'",
                    "alter table audit_entry alter column actor set not null");
        }
    }

    @Test
    void ends_a_long_export_with_the_cursor_of_the_next_one() {
        int surplus = 3;
        AuditLogOwner owner = new AuditLogOwner(database);
        // without the triggers, which would chain each row
        owner.tamper("""
                insert into audit_entry(actor, role, account_id, action, object_type, object_id, fields)
                select 'actor-%s', 'auditor', 'account-' || number %% 5000, 'thing.viewed', 'thing',
                    cast(number as text), '{}'
                from generate_series(1, %d) number
                """.formatted(object, ExportAudit.MOST + surplus));

        try {
            List<String> first = export("actor=actor-" + object, "json-lines")
                    .asString()
                    .lines()
                    .toList();
            JsonPath tail = JsonPath.from(first.getLast());
            assertThat(tail.getInt("entries")).isEqualTo(ExportAudit.MOST);
            List<String> rest = export(
                            "actor=actor-" + object + "&cursor=" + tail.getString("nextCursor"), "json-lines")
                    .asString()
                    .lines()
                    .toList();
            assertThat(rest).hasSize(surplus + 1);
            assertThat(rest.getLast()).isEqualTo("{\"entries\":3}");
            assertThat(new HashSet<>(first)).hasSize(ExportAudit.MOST + 1).doesNotContainAnyElementsOf(rest);
        } finally {
            // later tests verify all rows, many times
            owner.tamper("delete from audit_entry where actor = 'actor-" + object + "'");
        }
    }

    private void write(
            String actor,
            @Nullable String account,
            String action,
            @Nullable String recipient,
            @Nullable String reason) {
        write(actor, account, action, recipient, reason, object);
    }

    private void write(
            String actor,
            @Nullable String account,
            String action,
            @Nullable String recipient,
            @Nullable String reason,
            String id) {
        Reactive.inTransaction(() -> audit.append(new AuditEntry(
                actor, Roles.REVIEWER, account, action, "thing", id, reason, List.of("content", "name"), recipient)));
    }

    private static ValidatableResponse search(String criteria) {
        return auditor().get(SEARCH + "?" + criteria).then().statusCode(200);
    }

    private static Response export(String criteria, String format) {
        return auditor().get(EXPORT + "?" + criteria + "&format=" + format);
    }

    private static RequestSpecification auditor() {
        return given().auth().oauth2(Tokens.of("auditor"));
    }
}
