package io.zizhi.platform.operations.audit.verification;

import static io.restassured.RestAssured.given;
import static io.zizhi.platform.operations.audit.verification.FindingKind.ANCHOR_MISSING;
import static io.zizhi.platform.operations.audit.verification.FindingKind.CHAIN_DELETED;
import static io.zizhi.platform.operations.audit.verification.FindingKind.CHAIN_REWRITTEN;
import static io.zizhi.platform.operations.audit.verification.FindingKind.CHAIN_TRUNCATED;
import static io.zizhi.platform.operations.audit.verification.FindingKind.DAMAGE_ACCEPTED;
import static io.zizhi.platform.operations.audit.verification.FindingKind.DAMAGE_CHANGED;
import static io.zizhi.platform.operations.audit.verification.FindingKind.ROW_EDITED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.operations.audit.anchor.AnchorHeads;
import io.zizhi.platform.operations.audit.anchor.AnchorSettings;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back after tampering. Each test has a chain of five rows, of which three and two are in different anchors. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class AcceptedDamageComponentTest {

    private static final String PATH = "/v1/audit-verifications/acceptances";
    private static final String OPERATOR = Tokens.of("operator");
    private static final String AUDITOR = Tokens.of("auditor");

    @Inject
    AuditLog audit;

    @Inject
    AnchorHeads anchorHeads;

    @Inject
    AnchorSettings settings;

    @Inject
    VerifyPage verifyPage;

    @Inject
    AgroalDataSource database;

    private final String account = "account-" + UUID.randomUUID();
    private AuditLogOwner owner;

    @BeforeEach
    void chain() {
        owner = new AuditLogOwner(database);
        append(3);
        anchor();
        append(2);
        anchor();
    }

    @Test
    void two_persons_accept_damage_that_every_later_verification_shows() {
        rewrite(4);
        assertThat(findings())
                .extracting(Finding::kind, Finding::accepted)
                .containsExactly(tuple(CHAIN_REWRITTEN, false));

        long id = requested(OPERATOR);
        assertThat(findings()).extracting(Finding::accepted).containsExactly(false);
        confirm(AUDITOR, id)
                .statusCode(200)
                .body("state", equalTo("CARRIED_OUT"))
                .body("chains", hasItem(account));

        for (int round = 0; round < 2; round++) {
            assertThat(findings())
                    .extracting(Finding::kind, Finding::acceptance, Finding::accepted)
                    .containsExactlyInAnyOrder(tuple(CHAIN_REWRITTEN, id, true), tuple(DAMAGE_ACCEPTED, id, true));
            append(1);
            anchor();
        }
        assertThat(texts("select actor || ' ' || role || ' ' || action from audit_entry where object_type ="
                        + " 'audit-acceptance' and object_id = '" + id + "' order by sequence"))
                .containsExactly(
                        "operator operator audit-acceptance.requested",
                        "auditor auditor audit-acceptance.confirmed",
                        "auditor auditor audit-acceptance.confirmed");
        assertThat(texts("select action from audit_entry where account_id = '" + account
                        + "' and object_type = 'audit-acceptance'"))
                .containsExactly("audit-acceptance.confirmed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set reason = 'another' where chain_sequence in (2, 4) and ACCOUNT",
                "delete from audit_entry where chain_sequence = 2 and ACCOUNT",
                "delete from audit_entry where chain_sequence > 3 and ACCOUNT",
                "delete from audit_entry where ACCOUNT",
                "delete from audit_entry where ACCOUNT; delete from audit_head where chain = 'NAME'",
                "update audit_entry set chain_sequence = 5 - chain_sequence where chain_sequence in (2, 3) and ACCOUNT",
                "update audit_head set sequence = 3 where chain = 'NAME'",
                "update audit_head set hash = sha256('forged') where chain = 'NAME'",
                "update audit_head h set sequence = 3, hash = e.hash from audit_entry e where chain = 'NAME'"
                        + " and e.account_id = chain and e.chain_sequence = 3;"
                        + " delete from audit_entry where chain_sequence > 3 and ACCOUNT"
            })
    void accepts_each_kind_of_damage(String tampering) {
        owner.tamper(tampering.replace("ACCOUNT", "account_id = 'NAME'").replace("NAME", account));
        assertThat(findings()).isNotEmpty().noneMatch(Finding::accepted);

        accept();

        assertThat(findings()).isNotEmpty().allMatch(Finding::accepted);
        anchor();
        append(3);
        anchor();
        assertThat(findings()).isNotEmpty().allMatch(Finding::accepted);
        owner.tamper("delete from audit_entry where account_id = '" + account
                + "' and sequence = (select max(sequence) from audit_entry where account_id = '" + account + "')");
        assertThat(notAccepted()).isNotEmpty();
    }

    @Test
    void finds_another_change_of_accepted_rows() {
        owner.tamper("update audit_entry set reason = 'another'" + row(2));
        accept();
        assertThat(notAccepted()).isEmpty();

        owner.tamper("update audit_entry set reason = 'a third'" + row(2));
        assertThat(notAccepted()).containsExactly(DAMAGE_CHANGED);
        owner.tamper("update audit_entry set reason = 'another'" + row(2));
        assertThat(notAccepted()).isEmpty();
        owner.tamper("update audit_entry set reason = 'another'" + row(3));
        assertThat(notAccepted()).containsExactly(DAMAGE_CHANGED);
    }

    @Test
    void finds_a_consistent_change_after_an_acceptance() {
        rewrite(4);
        accept();
        anchor();
        assertThat(notAccepted()).isEmpty();

        rewrite(3);

        assertThat(notAccepted()).contains(CHAIN_REWRITTEN, DAMAGE_CHANGED);
    }

    @Test
    void finds_tampering_with_rows_behind_the_accepted_ones() {
        rewrite(4);
        accept();
        append(2);
        anchor();

        owner.tamper("update audit_entry set reason = 'another'" + row(7));
        assertThat(notAccepted()).containsExactly(ROW_EDITED);
        owner.tamper("update audit_entry set reason = 'because'" + row(7));
        assertThat(notAccepted()).isEmpty();
        owner.tamper("delete from audit_entry" + row(8));
        assertThat(notAccepted()).contains(CHAIN_TRUNCATED);
    }

    @Test
    void a_second_acceptance_covers_what_changed_after_the_first() {
        rewrite(4);
        accept();
        anchor();
        rewrite(3);
        assertThat(notAccepted()).isNotEmpty();

        accept();

        assertThat(notAccepted()).isEmpty();
    }

    @Test
    void accepts_a_missing_anchor_but_not_the_next_one() throws IOException {
        Path file = settings.folder().orElseThrow().resolve("platform.anchors");
        List<String> all = Files.readAllLines(file);
        int size = all.size();
        try {
            Files.write(file, without(all, size - 2));
            Finding missing = missing().getFirst();
            assertThat(missing.accepted()).isFalse();
            long id = id(request(OPERATOR, Map.of("evidence", List.of(missing.evidence()), "reason", "moved")));
            confirm(AUDITOR, id).statusCode(200);
            assertThat(missing()).extracting(Finding::acceptance).containsExactly(id);

            // behind a line that names the same number, an attacker removes one more
            Files.write(file, without(without(all, size - 2), size - 3));
            assertThat(missing()).extracting(Finding::accepted).containsExactly(false);
        } finally {
            Files.write(file, all);
        }
    }

    /** The attacker owns the store, and would have later anchors contradict the accepted chains unseen. */
    @Test
    void accepts_nothing_while_the_last_anchor_is_foreign() throws IOException {
        rewrite(4);
        Path file = settings.folder().orElseThrow().resolve("platform.anchors");
        List<String> all = Files.readAllLines(file);
        try {
            List<String> forged = new ArrayList<>(all);
            forged.add(all.getLast().replaceFirst("\"number\":\\d+", "\"number\":999999999"));
            Files.write(file, forged);
            request(OPERATOR, Map.of("chains", List.of(account), "reason", "r"))
                    .statusCode(409)
                    .body("code", equalTo("AUDIT_NOT_ANCHORED"));
        } finally {
            Files.write(file, all);
        }
    }

    /** The attacker owns the table of acceptances. */
    @Test
    void does_not_count_an_acceptance_that_only_the_database_has() {
        rewrite(4);
        long id = requested(AUDITOR);
        confirm(AUDITOR, id).statusCode(403).body("code", equalTo("SECOND_PERSON_REQUIRED"));

        owner.run("update audit_acceptance set requested_by = 'operator' where id = " + id);
        confirm(AUDITOR, id).statusCode(403).body("code", equalTo("SECOND_PERSON_REQUIRED"));
        owner.run("update audit_acceptance set content = replace(content, '\"requestedBy\":\"auditor\"',"
                + " '\"requestedBy\":\"operator\"') where id = " + id);
        confirm(AUDITOR, id).statusCode(409).body("code", equalTo("AUDIT_ACCEPTANCE_CHANGED"));
        owner.run("update audit_acceptance set state = 'CARRIED_OUT', closed_by = 'auditor', closed_at = now()"
                + " where id = " + id);
        for (String content : List.of("no JSON", "null", "{}")) {
            owner.run("insert into audit_acceptance(content, signature, requested_by, state, closed_by, closed_at)"
                    + " values ('" + content + "', '', 'operator', 'CARRIED_OUT', 'auditor', now())");
        }
        assertThat(notAccepted()).containsExactly(CHAIN_REWRITTEN);
    }

    @Test
    void lists_and_cancels_requests_that_only_the_database_has() {
        rewrite(4);
        long genuine = requested(OPERATOR);
        String insert = "insert into audit_acceptance(content, signature, requested_by)";
        owner.run(
                insert + " values ('no JSON', '', 'somebody')",
                insert + " select content, 'forged', requested_by from audit_acceptance where id = " + genuine,
                insert + " values ('null', '', 'another')");

        as(AUDITOR)
                .get(PATH + "?limit=100")
                .then()
                .statusCode(200)
                .body("items.findAll { it.id >= " + genuine + " }.signed", equalTo(List.of(true, false, false, false)))
                .body("items.findAll { it.id > " + genuine + " }.requestedBy", hasItem("somebody"));
        for (long id = genuine + 1; id <= genuine + 3; id++) {
            confirm(AUDITOR, id).statusCode(409).body("code", equalTo("AUDIT_ACCEPTANCE_CHANGED"));
            as(AUDITOR)
                    .post(PATH + "/{id}/cancellation", id)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("CANCELLED"))
                    .body("signed", equalTo(false));
        }
        assertThat(notAccepted()).containsExactly(CHAIN_REWRITTEN);
        confirm(AUDITOR, genuine).statusCode(200).body("signed", equalTo(true));
        assertThat(notAccepted()).isEmpty();
    }

    @Test
    void a_cancelled_request_accepts_nothing() {
        rewrite(4);
        long id = requested(OPERATOR);

        as(OPERATOR)
                .post(PATH + "/{id}/cancellation", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));

        confirm(AUDITOR, id).statusCode(409).body("code", equalTo("AUDIT_ACCEPTANCE_CLOSED"));
        assertThat(notAccepted()).containsExactly(CHAIN_REWRITTEN);
        as(AUDITOR)
                .get(PATH + "?state=CANCELLED&limit=100")
                .then()
                .statusCode(200)
                .body("items.id", hasItem((int) id));
    }

    @Test
    void refuses_chain_that_was_never_in_the_log() {
        long before = count("audit_acceptance");
        for (String unknown : List.of("company-" + UUID.randomUUID(), "no account: 13800138000")) {
            request(OPERATOR, Map.of("chains", List.of(account, unknown), "reason", "r"))
                    .statusCode(400)
                    .body("code", equalTo("AUDIT_CHAIN_UNKNOWN"))
                    .body("errors[0].pointer", equalTo("/chains/1"))
                    .body(not(containsString(unknown)));
        }
        // the proof of another chain does not count
        owner.tamper(
                "delete from audit_entry where account_id = '" + account + "'",
                "delete from audit_head where chain = '" + account + "'");
        List<String> evidence = evidence();
        assertThat(evidence).hasSize(1);
        request(OPERATOR, Map.of("chains", List.of("company-unknown"), "evidence", evidence, "reason", "r"))
                .statusCode(400)
                .body("code", equalTo("AUDIT_CHAIN_UNKNOWN"));
        request(OPERATOR, Map.of("chains", List.of(account), "reason", "r"))
                .statusCode(400)
                .body("code", equalTo("AUDIT_CHAIN_UNKNOWN"));
        assertThat(count("audit_acceptance")).isEqualTo(before);
        // the proof of a chain alone accepts nothing
        confirm(AUDITOR, id(request(OPERATOR, Map.of("evidence", evidence, "reason", "r"))))
                .statusCode(200);
        assertThat(notAccepted()).containsExactly(CHAIN_DELETED);
    }

    /** An attacker can begin a chain with any name. */
    @Test
    void accepts_damage_of_a_chain_with_an_unusual_name() {
        String chain = "no account " + UUID.randomUUID();
        owner.tamper("insert into audit_head(chain, sequence, hash) values ('" + chain + "', 3, sha256('forged'))");

        confirm(AUDITOR, id(request(OPERATOR, Map.of("chains", List.of(chain), "reason", "forged"))))
                .statusCode(200)
                .body("chains", hasItem(chain));
    }

    @Test
    void accepts_a_chain_of_several_pages() {
        owner.run("insert into audit_entry(actor, role, account_id, action, object_type, object_id, fields) select"
                + " 'applicant-a', 'applicant', '" + account + "', 'draft.changed', 'draft', '1', '{}'"
                + " from generate_series(1, 1000)");
        anchor();
        rewrite(1_004);

        accept();

        assertThat(notAccepted()).isEmpty();
        rewrite(1_004);
        assertThat(notAccepted()).contains(DAMAGE_CHANGED);
    }

    @Test
    void refuses_bad_input_and_other_callers() {
        request(OPERATOR, Map.of("reason", "nothing"))
                .statusCode(400)
                .body("code", equalTo("FIELD_REQUIRED"))
                .body("errors[0].pointer", equalTo("/chains"));
        request(OPERATOR, Map.of("chains", List.of(account)))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        request(OPERATOR, Map.of("evidence", List.of("short"), "reason", "r"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/evidence/0"));
        confirm(AUDITOR, 999_999_999).statusCode(404).body("code", equalTo("AUDIT_ACCEPTANCE_NOT_FOUND"));
        confirm(OPERATOR, 999_999_999).statusCode(403);
        String conflicted = Tokens.signed(claims -> {
            claims.setSubject("conflicted-auditor");
            claims.setStringListClaim("roles", List.of(Roles.AUDITOR));
            claims.setStringClaim("account", account);
        });
        request(conflicted, Map.of("chains", List.of(account), "reason", "r"))
                .statusCode(403)
                .body("code", equalTo("AUDITOR_CONFLICTED"));
    }

    private void accept() {
        confirm(AUDITOR, requested(OPERATOR)).statusCode(200);
    }

    private long requested(String token) {
        return id(request(
                token,
                Map.of(
                        "chains",
                        List.of(account),
                        "evidence",
                        evidence(),
                        "reason",
                        "Investigated; cannot be repaired.")));
    }

    private List<String> evidence() {
        return findings().stream()
                .map(Finding::evidence)
                .filter(Objects::nonNull)
                .toList();
    }

    private static long id(ValidatableResponse request) {
        return request.statusCode(201).extract().jsonPath().getLong("id");
    }

    private static long count(String table) {
        return Long.parseLong(
                texts("select cast(count(*) as text) from " + table).getFirst());
    }

    private static ValidatableResponse request(String token, Map<String, Object> body) {
        return as(token).body(body).post(PATH).then();
    }

    private static ValidatableResponse confirm(String token, long id) {
        return as(token).post(PATH + "/{id}/confirmation", id).then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).accept(ContentType.JSON).contentType(ContentType.JSON);
    }

    private void rewrite(int position) {
        owner.rewrite(account, "update forged set reason = gen_random_uuid()::text where chain_sequence = " + position);
        owner.run("drop table forged");
    }

    private void append(int rows) {
        for (int row = 0; row < rows; row++) {
            AuditEntry entry = new AuditEntry(
                    "applicant-a", "applicant", account, "draft.changed", "draft", "1", "because", List.of("name"));
            Reactive.inTransaction(() -> audit.append(entry).replaceWith(true));
        }
    }

    private void anchor() {
        boolean more;
        do {
            more = Reactive.run(anchorHeads::write);
        } while (more);
    }

    private List<FindingKind> notAccepted() {
        return findings().stream()
                .filter(Predicate.not(Finding::accepted))
                .map(Finding::kind)
                .toList();
    }

    private List<Finding> findings() {
        return TamperedAuditLogComponentTest.verify(verifyPage).stream()
                .filter(finding -> account.equals(finding.chain()))
                .toList();
    }

    private List<Finding> missing() {
        return TamperedAuditLogComponentTest.verify(verifyPage).stream()
                .filter(finding -> finding.kind() == ANCHOR_MISSING)
                .toList();
    }

    private static List<String> without(List<String> lines, int index) {
        List<String> others = new ArrayList<>(lines);
        others.remove(index);
        return others;
    }

    private static List<String> texts(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, String.class).getResultList()));
    }

    private String row(int position) {
        return " where account_id = '" + account + "' and chain_sequence = " + position;
    }
}
