package io.zizhi.platform.database;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends a session when its server sends nothing, so that the waiting statement fails. Otherwise, when the database host
 * vanishes, a statement waits for a quarter of an hour. The client's own idle time-out does not help: it closes only
 * its half of the connection and waits for the server to close the other half.
 */
final class SilentServer extends ReadTimeoutHandler {

    private SilentServer(Duration patience) {
        super(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Watches a session of a pool. The handler goes first, because the client's own handlers would close only one half
     * of the connection.
     */
    static void watch(SqlConnection session, Duration patience) {
        if (session instanceof SqlConnectionInternal pooled
                && pooled.unwrap().unwrap() instanceof SocketConnectionBase connection) {
            connection.socket().channelHandlerContext().pipeline().addFirst(new SilentServer(patience));
        }
    }

    @Override
    protected void readTimedOut(ChannelHandlerContext context) {
        ChannelFuture unused = context.close();
    }
}
