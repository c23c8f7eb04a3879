package io.zizhi.platform.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Creates the service's connection pool with bounds for which Quarkus has no settings. */
@Singleton
class BoundedPool implements PgPoolCreator {

    /** A caller that has waited this long for a connection gets a 503. */
    private static final int SECONDS_FOR_CONNECTION = 10;

    private final Duration patience;

    BoundedPool(DatabaseSilence silence) {
        this.patience = silence.endSession();
    }

    @Override
    public Pool create(Input input) {
        List<SqlConnectOptions> databases = new ArrayList<>();
        input.pgConnectOptionsList().forEach(each -> databases.add(SessionLimits.limit(each)));
        return PipelinedBegin.in(PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout(SECONDS_FOR_CONNECTION)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(databases)
                .withConnectHandler(this::opened)
                .using(input.vertx())
                .build());
    }

    /** Limits the silence of a new session, then closes it, which returns it to the pool. */
    private void opened(SqlConnection session) {
        SilentServer.watch(session, patience);
        session.close();
    }
}
