package io.zizhi.document.scanning.clamd;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.scanning.MalwareScanner;
import io.zizhi.document.scanning.ScanResult;
import io.zizhi.document.scanning.ScannerConfig;
import io.zizhi.document.storage.objects.Pieces;
import io.zizhi.platform.runtime.blocking.Blocking;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.channels.ClosedChannelException;
import org.jboss.logging.Logger;

/** {@link MalwareScanner} by clamd. Its connection is not encrypted. */
@ApplicationScoped
class ClamdScanner implements MalwareScanner {

    private static final Logger LOG = Logger.getLogger(ClamdScanner.class);

    private final ScannerConfig config;
    private final Blocking blocking;

    ClamdScanner(ScannerConfig config, Blocking blocking) {
        this.config = config;
        this.blocking = blocking;
    }

    /** Refuses to start with clamd and without valid settings. */
    void check(@Observes @Priority(1) StartupEvent event) {
        if (config.provider() != ScannerConfig.Provider.CLAMD) {
            return;
        }
        address();
        if (config.timeout().compareTo(config.lostAfter().dividedBy(2)) > 0) {
            throw new IllegalStateException(
                    "zizhi.document.scanner.timeout must be at most half of zizhi.document.scanner.lost-after.");
        }
    }

    @Override
    public Uni<ScanResult> scan(Pieces document) {
        if (document.size() > config.maxSize().asLongValue()) {
            return Uni.createFrom().item(ClamdAnswer.TOO_LARGE);
        }
        Instream instream = new Instream(address(), config.connectTimeout(), config.timeout());
        return blocking.call(() -> ClamdAnswer.interpret(instream.scan(document)))
                .onFailure()
                .invoke(failure -> LOG.warnf("clamd: %s", failure.toString()))
                .onFailure(ClosedChannelException.class)
                .recoverWithItem(new ScanResult.Undecided("SCANNER_TIMED_OUT", true))
                .onFailure()
                .recoverWithItem(new ScanResult.Undecided("SCANNER_UNAVAILABLE", true));
    }

    private ClamdAddress address() {
        return config.address()
                .map(ClamdAddress::parse)
                .orElseThrow(() -> new IllegalStateException(
                        "zizhi.document.scanner.provider=clamd needs zizhi.document.scanner.address:"
                                + " host:port or unix:/path"));
    }
}
