package io.zizhi.faults.nemesis.process;

import io.zizhi.faults.suite.DatabaseSession;
import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Victims;
import io.zizhi.local.layout.Service;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * F11: PostgreSQL has no space for one service and rejects each of its writes with 53100. A really full disk would need
 * a mount, and a limit on file sizes would stop the whole server at its next log file. So a trigger on each table
 * raises the error. The trigger remains afterwards but does nothing.
 */
public final class FillDatabase implements Fault {

    private static final Duration SHORTEST = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofSeconds(12);

    private static final String ANSWER = """
            create or replace function no_space_left() returns trigger language plpgsql as $$
            begin
                %s
                return null;
            end $$
            """;
    private static final String FULL = ANSWER.formatted("""
            raise exception 'could not extend file: No space left on device' using errcode = '53100';""");
    private static final String ROOM = ANSWER.formatted("");

    private static final String TABLES_WITHOUT = """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
              and not exists (select from pg_trigger
                              where tgname = 'no_space_left' and tgrelid = cast(table_name as regclass))
            """;

    @Override
    public String name() {
        return "F11-database-full";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Service service = Victims.service(random);
        Duration full = suite.lasting(random, SHORTEST, LONGEST);
        try (DatabaseSession session = DatabaseSession.of(suite, service)) {
            session.execute(ROOM);
            session.texts(TABLES_WITHOUT).forEach(table -> addTrigger(session, table));
            session.execute(FULL);
            try {
                Pauses.of(full);
            } finally {
                session.execute(ROOM);
            }
        }
        return "PostgreSQL had no space for " + service.module() + " for " + Pauses.words(full);
    }

    private static void addTrigger(DatabaseSession session, String table) {
        session.execute("""
                create trigger no_space_left before insert or update on %s
                for each statement execute function no_space_left()
                """.formatted(table));
    }
}
