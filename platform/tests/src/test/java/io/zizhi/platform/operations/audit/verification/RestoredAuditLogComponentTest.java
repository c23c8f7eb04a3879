package io.zizhi.platform.operations.audit.verification;

import static io.zizhi.platform.operations.audit.verification.FindingKind.CHAIN_REWRITTEN;
import static io.zizhi.platform.operations.audit.verification.FindingKind.CHAIN_TRUNCATED;
import static io.zizhi.platform.operations.audit.verification.FindingKind.LOST_BY_RESTORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.platform.operations.audit.acceptance.Acceptances;
import io.zizhi.platform.operations.audit.anchor.AnchorSettings;
import io.zizhi.platform.operations.audit.anchor.OwnAnchors;
import io.zizhi.platform.operations.audit.anchor.OwnAnchors.Place;
import io.zizhi.platform.operations.audit.chain.AuditChains;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Restores the tables of the audit log from backups, as an operator does, and tampers with them afterwards. Each test has
 * a store of anchors of its own, and epochs that begin with 1.
 */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class RestoredAuditLogComponentTest {

    private static final String TEST = "before_the_test";
    private static final List<String> TABLES = List.of("audit_entry", "audit_head", "audit_anchor", "producer_epoch");

    @Inject
    AuditLog audit;

    @Inject
    AuditChains chains;

    @Inject
    Acceptances acceptances;

    @Inject
    AnchorSettings settings;

    @Inject
    AgroalDataSource database;

    @TempDir
    Path folder;

    private final String account = "account-" + UUID.randomUUID();
    private AuditLogOwner owner;
    private OwnAnchors anchors;

    @BeforeEach
    void begin() {
        owner = new AuditLogOwner(database);
        anchors = new OwnAnchors(Place.FOLDER, folder, chains);
        backUp(TEST);
        owner.run(
                "update audit_anchor set number = 0",
                "update audit_head set anchored_in = null",
                "update producer_epoch set epoch = 1");
    }

    @AfterEach
    void end() {
        anchors.close();
        owner.run(
                "update audit_anchor a set number = b.number from " + TEST + ".audit_anchor b",
                "update audit_head set anchored_in = null",
                "update producer_epoch p set epoch = b.epoch from " + TEST + ".producer_epoch b");
        for (String schema : List.of(TEST, "old", "newer")) {
            owner.run("drop schema if exists " + schema + " cascade");
        }
    }

    /** The wrong backup first is an ordinary mistake. The newer one has rows that its last anchor does not have. */
    @ParameterizedTest
    @EnumSource
    void two_restores_in_a_row_do_not_look_like_tampering(Place place) {
        anchors.close();
        anchors = new OwnAnchors(place, folder, chains);
        append(3);
        anchors.write();
        backUp("old");
        append(2);
        anchors.write();
        append(1);
        backUp("newer");
        append(2);
        anchors.write();
        assertThat(findings(1)).isEmpty();

        restore("old", 2);
        append(1);
        anchors.write();
        append(2);
        anchors.write();
        assertThat(findings(1))
                .extracting(Finding::kind, Finding::position, Finding::accepted)
                .containsExactly(tuple(LOST_BY_RESTORE, 5L, false));

        restore("newer", 3);
        append(1);
        anchors.write();
        assertThat(findings(1))
                .isNotEmpty()
                .allMatch(finding -> finding.kind() == LOST_BY_RESTORE && !finding.accepted());
        assertThat(findings(3))
                .isNotEmpty()
                .allMatch(finding -> finding.kind() == LOST_BY_RESTORE && finding.accepted());
    }

    @Test
    void losses_that_were_accepted_stay_accepted_after_the_next_restore() {
        append(3);
        anchors.write();
        backUp("old");
        append(1);
        anchors.write();
        restore("old", 2);
        append(3);
        anchors.write();
        assertThat(findings(2)).extracting(Finding::accepted).containsExactly(true);

        backUp("newer");
        append(1);
        anchors.write();
        restore("newer", 3);
        anchors.write();

        assertThat(findings(2))
                .extracting(Finding::kind, Finding::position, Finding::accepted)
                .containsExactlyInAnyOrder(tuple(LOST_BY_RESTORE, 4L, true), tuple(LOST_BY_RESTORE, 7L, false));
        assertThat(findings(3)).extracting(Finding::accepted).containsExactly(true, true);
    }

    /** Rows 4 and 5 were lost by the first restore and came back with the second. */
    @Test
    void finds_tampering_with_rows_that_a_restore_brought_back() {
        append(3);
        anchors.write();
        backUp("old");
        append(2);
        anchors.write();
        backUp("newer");
        restore("old", 2);
        append(2);
        anchors.write();
        restore("newer", 3);
        anchors.write();
        assertThat(findings(3)).allMatch(Finding::accepted);

        owner.rewrite(account, "update forged set reason = 'another' where chain_sequence = 4");
        owner.run("drop table forged");

        assertThat(findings(3))
                .filteredOn(finding -> !finding.accepted())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(CHAIN_REWRITTEN, 5L));
    }

    @Test
    void finds_tampering_with_rows_before_and_after_an_accepted_restore() {
        append(3);
        anchors.write();
        backUp("old");
        append(2);
        anchors.write();
        restore("old", 2);
        append(1);
        anchors.write();
        assertThat(findings(2)).allMatch(Finding::accepted);

        owner.tamper(
                "delete from audit_entry where chain_sequence > 3 and account_id = '" + account + "'",
                "update audit_head h set sequence = 3, hash = e.hash, anchored_in = null from audit_entry e"
                        + " where chain = '" + account + "' and e.account_id = chain and e.chain_sequence = 3");
        assertThat(notAccepted(2)).containsExactly(CHAIN_TRUNCATED);

        owner.rewrite(account, "update forged set reason = 'another' where chain_sequence = 2");
        owner.run("drop table forged");
        assertThat(notAccepted(2)).containsExactly(CHAIN_REWRITTEN);
    }

    /** An attacker may claim a restore in the database, but cannot accept it in the settings. */
    @Test
    void does_not_accept_a_restore_that_only_the_database_claims() {
        append(3);
        anchors.write();
        append(2);
        anchors.write();
        owner.rewrite(account, "update forged set reason = 'another' where chain_sequence = 2");
        owner.run(
                "drop table forged", "update audit_anchor set number = 0", "select producer_restored(to_timestamp(3))");
        anchors.write();

        assertThat(findings(2))
                .extracting(Finding::kind, Finding::position, Finding::anchor, Finding::accepted)
                .containsExactly(tuple(LOST_BY_RESTORE, 3L, 1L, false));
    }

    /** Otherwise, the owner of the database could repeat a restore that is accepted already, or prevent further ones. */
    @Test
    void refuses_anchors_with_an_epoch_that_goes_back_or_is_in_the_future() {
        append(1);
        owner.run("select producer_restored(to_timestamp(3))");
        anchors.write();
        owner.run("update producer_epoch set epoch = 2");
        append(1);

        assertThatThrownBy(anchors::write).hasMessageContaining("producer_restored");
        owner.run("update producer_epoch set epoch = 99999999999");
        assertThatThrownBy(anchors::write).hasMessageContaining("is in the future");
        assertThat(anchors.last().number()).isEqualTo(1);
    }

    /** The service would copy a claim of restores into its own anchors and sign it. */
    @Test
    void refuses_to_follow_an_anchor_that_nobody_signed() throws IOException {
        append(1);
        anchors.write();
        Path file = folder.resolve("platform.anchors");
        String forged = Files.readString(file).replace("\"number\":1", "\"number\":2");
        Files.writeString(file, forged, StandardOpenOption.APPEND);
        append(1);

        assertThatThrownBy(anchors::write).hasMessageContaining("zizhi.audit.anchors.former-keys");
    }

    private void append(int rows) {
        for (int row = 0; row < rows; row++) {
            AuditEntry entry = new AuditEntry(
                    "applicant-a", "applicant", account, "draft.changed", "draft", "1", "because", List.of("name"));
            Reactive.inTransaction(() -> audit.append(entry).replaceWith(true));
        }
    }

    private void backUp(String schema) {
        owner.run("create schema " + schema);
        for (String table : TABLES) {
            owner.run("create table " + schema + "." + table + " as select * from " + table);
        }
    }

    private void restore(String schema, int epoch) {
        owner.tamper(
                "truncate audit_entry, audit_head",
                "insert into audit_entry overriding system value select * from " + schema + ".audit_entry",
                "insert into audit_head select * from " + schema + ".audit_head",
                "update audit_anchor a set number = b.number, unchained_in = b.unchained_in from " + schema
                        + ".audit_anchor b",
                "update producer_epoch p set epoch = b.epoch from " + schema + ".producer_epoch b");
        owner.run("select producer_restored(to_timestamp(" + epoch + "))");
    }

    private List<FindingKind> notAccepted(long acceptedEpoch) {
        return findings(acceptedEpoch).stream()
                .filter(finding -> !finding.accepted())
                .map(Finding::kind)
                .toList();
    }

    private List<Finding> findings(long acceptedEpoch) {
        VerificationSettings accepting = new SmallRyeConfigBuilder()
                .withMapping(VerificationSettings.class)
                .withDefaultValue("zizhi.audit.verification.accepted-epoch", Long.toString(acceptedEpoch))
                .build()
                .getConfigMapping(VerificationSettings.class);
        VerifyPage page = new VerifyPage(
                new VerifyAnchors(anchors.anchors(), chains, accepting, Clock.systemUTC()),
                new VerifyRows(chains),
                new VerifyHeads(chains, anchors.anchors(), settings),
                acceptances);
        return TamperedAuditLogComponentTest.verify(page).stream()
                .filter(finding -> account.equals(finding.chain()))
                .toList();
    }
}
