package io.zizhi.bench.peer;

import io.zizhi.bench.site.Sql;
import io.zizhi.local.server.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures PostgreSQL's own {@code pgbench}, which writes the rows of an accepted submission to the same tables. It
 * uses one client, prepared statements, and one statement for each row, on copies of an accepted submission.
 */
public final class AcceptancePeer {

    private static final int ROUND = 400;
    private static final int ROUNDS = 5;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private static final List<String> COPIES = List.of(
            "insert into account_identity(account_id, version) values ('bench-peer', 0)",
            """
            insert into qualification(id, account_id, name, name_key, purpose, owner_type, company_name, expires_on,
                status, version, submissions, working_revision, created_at, updated_at)
            select 8000000000 + i, 'bench-peer', name || i, name || i, purpose, owner_type, company_name, expires_on,
                'DRAFT', 0, 0, 9000000000 + i, now(), now()
            from (select * from qualification where status = 'IN_REVIEW' limit 1) q, generate_series(1, ?) i
            """,
            """
            insert into revision(id, qualification_id, account_id, content, personal_data, administrator_index,
                legal_representative_index, legal_representative_id_index, phone_index)
            select 9000000000 + i, 8000000000 + i, 'bench-peer', content, personal_data, administrator_index || i,
                legal_representative_index || i, legal_representative_id_index || i, phone_index || i
            from (select * from revision where work_order is not null limit 1) r, generate_series(1, ?) i
            """,
            """
            create table bench_submission as
            select (select payload from outbox where type like '%qualification.submitted%' limit 1),
                (select evaluation from revision where work_order is not null limit 1)
            """,
            "vacuum analyze");

    private static final String SCRIPT = """
            \\set id :id + 1
            begin;
            select * from account_identity where account_id = 'bench-peer' for update;
            insert into submission_key(account_id, subject, key, subject_id, submitted_version)
                values ('bench-peer', 'QUALIFICATION', 'key-' || :id, 8000000000 + :id, 0);
            update qualification set status = 'IN_REVIEW', version = 1, submissions = 1,
                credit_code = '91330106673959654P', working_revision = null, current_revision = 9000000000 + :id,
                updated_at = now() where id = 8000000000 + :id;
            update revision set number = 1, work_order = nextval('work_order'), credit_code = '91330106673959654P',
                contact_id = 'peer', consent_actor = 'peer', submitted_at = now(),
                evaluation = (select evaluation from bench_submission) where id = 9000000000 + :id;
            update submission_key set work_order = currval('work_order'), submitted_at = now()
                where account_id = 'bench-peer' and subject = 'QUALIFICATION' and key = 'key-' || :id;
            with stream as (
                insert into outbox_stream(topic, aggregate_id, version)
                values ('bench-peer', cast(:id as text), 1)
                on conflict (topic, aggregate_id) do update set version = outbox_stream.version + 1
                returning topic, aggregate_id, version)
            insert into outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at)
                select gen_random_uuid(), topic, aggregate_id, version, 'peer', payload, now()
                from stream, bench_submission;
            insert into timeline_entry(qualification_id, act, actor, role, at, work_order, details)
                values (8000000000 + :id, 'SUBMITTED', 'applicant-a', 'APPLICANT', now(), 1, '{"revision" : 1}');
            insert into audit_entry(actor, role, account_id, action, object_type, object_id, fields)
                values ('applicant-a', 'applicant', 'bench-peer', 'qualification.submitted', 'qualification',
                    cast(:id as text), '{}');
            commit;
            """;

    private final Database database;

    public AcceptancePeer(Database database) {
        this.database = database;
    }

    /**
     * Returns the transactions per second of each round except the first; empty if this machine has no {@code pgbench}.
     */
    public List<Double> rates(Connection connection, Path folder) throws SQLException {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            return List.of();
        }
        for (String copy : COPIES) {
            Object[] parameters = copy.contains("?") ? new Object[] {ROUND * (ROUNDS + 1)} : new Object[0];
            Sql.update(connection, copy, parameters);
        }
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            rates.add(rate(program.get(), folder, round * ROUND));
        }
        return rates.subList(1, rates.size());
    }

    private double rate(Path program, Path folder, int before) {
        try {
            Path script = Files.writeString(folder.resolve("acceptance.sql"), SCRIPT);
            URI address = URI.create(database.reactiveUrl());
            ProcessBuilder process = new ProcessBuilder(
                    program.toString(),
                    "--no-vacuum",
                    "--protocol=prepared",
                    "--client=1",
                    "--transactions=" + ROUND,
                    "--define=id=" + before,
                    "--file=" + script,
                    "--host=" + address.getHost(),
                    "--port=" + address.getPort(),
                    "--username=" + database.username(),
                    address.getPath().substring(1));
            process.environment().put("PGPASSWORD", database.password());
            Process started = process.redirectErrorStream(true).start();
            String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(output);
            if (!rate.find() || output.contains("error")) {
                throw new IllegalStateException("pgbench failed: " + output);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
