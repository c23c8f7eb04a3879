package io.zizhi.document.viewing;

import io.netty.channel.ChannelFuture;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.document.limits.Transfer;
import io.zizhi.document.limits.TransferWatch;
import io.zizhi.document.limits.TransferWatch.Watched;
import io.zizhi.platform.runtime.blocking.FairBudget;
import io.zizhi.platform.runtime.blocking.FairBudget.Share;

/** The memory of one view, and the connection that it is written to. */
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

    /** Watches the writing from now on. The connection of a client that reads too slowly is closed. */
    Watched watch() {
        Watched watched = watch.watch(Transfer.VIEW, holder, budget, slowness -> cut());
        http.addEndHandler(ignored -> watched.stop());
        return watched;
    }

    /** At the channel: Vert.x itself closes a connection only behind what it still has to write, which nobody reads. */
    private void cut() {
        share.leave();
        if (http.request().connection() instanceof ConnectionBase connection) {
            ChannelFuture unused = connection.channel().close();
        }
    }

    /** The client has taken that many bytes. */
    void release(int bytes) {
        share.giveBack(bytes);
    }
}
