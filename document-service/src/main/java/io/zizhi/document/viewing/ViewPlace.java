package io.zizhi.document.viewing;

import io.netty.channel.ChannelFuture;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.document.limits.Transfer;
import io.zizhi.document.limits.TransferWatch;
import io.zizhi.document.limits.TransferWatch.Watched;
import io.zizhi.platform.runtime.blocking.FairBudget;
import io.zizhi.platform.runtime.blocking.FairBudget.Share;

/** Memory and connection of one view. */
final class ViewPlace {

    private final String holder;
    private final Share share;
    private final FairBudget budget;
    private final TransferWatch watch;
    private final RoutingContext http;

    ViewPlace(String holder, Share share, FairBudget budget, TransferWatch watch, RoutingContext http) {
        this.holder = holder;
        this.share = share;
        this.budget = budget;
        this.watch = watch;
        this.http = http;
    }

    /** Watches the writing from now on. Closes the connection of a client that reads too slowly. */
    Watched watch() {
        Watched watched = watch.watch(Transfer.VIEW, holder, budget, slowness -> cut());
        http.addEndHandler(ignored -> watched.stop());
        return watched;
    }

    /**
     * Closes the channel. Vert.x would close the connection only after the pending writes, which the client does not
     * read.
     */
    private void cut() {
        share.leave();
        if (http.request().connection() instanceof ConnectionBase connection) {
            ChannelFuture unused = connection.channel().close();
        }
    }

    /** Releases the memory of bytes that the client has taken. */
    void release(int bytes) {
        share.giveBack(bytes);
    }
}
