package io.zizhi.platform.operations.audit.verification;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The owner of the database, who can switch off every protection in it, and so tamper with the audit log. */
public final class AuditLogOwner {

    private static final String COLUMNS =
            "sequence, at, actor, role, account_id, action, object_type, object_id, reason, fields, recipient";

    /** Saves the trigger function, and replaces it by one as it was before it checked rows. */
    private static final String WITHOUT_CHECKS = """
            do $do$
            declare
                checking constant text := pg_get_functiondef('chain_audit_row'::regproc);
            begin
                perform set_config('tests.checking', checking, true);
                execute regexp_replace(
                    replace(checking, 'new.at := clock_timestamp();', ''), 'raise exception [^;]*;', 'null;', 'g');
            end
            $do$
            """;

    private static final String WITH_CHECKS = "do $do$ begin execute current_setting('tests.checking'); end $do$";

    private final AgroalDataSource database;

    public AuditLogOwner(AgroalDataSource database) {
        this.database = database;
    }

    /** Runs statements in one transaction, without the triggers of the audit log. */
    public void tamper(String... statements) {
        run(true, statements);
    }

    /** Runs statements in one transaction, with the triggers of the audit log. */
    void run(String... statements) {
        run(false, statements);
    }

    /**
     * Writes the chain of an account anew, with consistent positions, hashes and head.
     *
     * @param change changes the rows before they are written again; they are in the table {@code forged}
     */
    void rewrite(String account, String change) {
        String ofAccount = " where account_id = '" + account + "'";
        tamper(
                "create table forged as select " + COLUMNS + ", chain_sequence, previous_hash, hash from audit_entry"
                        + ofAccount,
                "delete from audit_entry" + ofAccount,
                "delete from audit_head where chain = '" + account + "'");
        runWithoutClock(
                change,
                "insert into audit_entry(" + COLUMNS + ") overriding system value select " + COLUMNS
                        + " from forged order by chain_sequence");
    }

    /** Runs statements in one transaction, with triggers that chain rows and neither set their time nor check them. */
    public void runWithoutClock(String... statements) {
        List<String> all = new ArrayList<>(List.of(statements));
        all.addFirst(WITHOUT_CHECKS);
        all.addLast(WITH_CHECKS);
        run(false, all.toArray(String[]::new));
    }

    private void run(boolean unprotected, String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (unprotected) {
                statement.execute("alter table audit_entry disable trigger user");
            }
            for (String each : statements) {
                statement.execute(each);
            }
            if (unprotected) {
                statement.execute("alter table audit_entry enable trigger user");
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
